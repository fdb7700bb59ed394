"""Which files differ from a revision: committed since it branched off, and not yet committed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from disclosure.history.git import ask_git, ask_git_bytes
from disclosure.problem import Code, DisclosureError

REVISION_UNKNOWN = Code(
    "revision-unknown",
    zh="git 里没有版本“{value}”",
    en="git knows no revision {value!r}",
    hint_zh="请写分支名或提交号，如 origin/main；自动检查须取得完整历史（fetch-depth: 0）",
    hint_en="name a branch or commit such as origin/main; hosted checks need the full history",
)
NO_COMMON_HISTORY = Code(
    "revision-unrelated",
    zh="当前内容与版本“{value}”没有共同的历史，无法比较",
    en="the content here has no history in common with {value!r}",
    hint_zh="请取得完整历史（git fetch --unshallow，自动检查设 fetch-depth: 0），或换一个版本",
    hint_en="fetch the full history (git fetch --unshallow, fetch-depth: 0), or name another one",
)
COMPARE = ("diff", "--no-ext-diff", "--no-renames", "--relative", "--name-status", "-z")


class Changed(Struct, frozen=True):
    """Files that differ, relative to the root with `/`: those there and those gone.

    `added` are those there that were not there before.
    """

    present: tuple[str, ...]
    removed: tuple[str, ...]
    added: tuple[str, ...] = ()


def changed_since(root: Path, revision: str) -> Changed:
    """Return what differs from where the current branch left `revision`, committed or not."""
    status = dict(read_status(ask_git(root, *COMPARE, find_base(root, revision))))
    untracked = ask_git(root, "ls-files", "-z", "--others", "--exclude-standard").split("\0")
    status |= {file: "A" for file in untracked if file}
    return Changed(
        present=tuple(sorted(file for file, sign in status.items() if sign != "D")),
        removed=tuple(sorted(file for file, sign in status.items() if sign == "D")),
        added=tuple(sorted(file for file, sign in status.items() if sign == "A")),
    )


def newest_commit(root: Path) -> str:
    """Return the commit that stands in the working tree; raise where there is none."""
    return ask_git(root, "rev-parse", "--verify", "HEAD^{commit}").strip()


def files_between(root: Path, before: str, after: str) -> tuple[str, ...]:
    """Return the files in which two commits differ, those gone too; the working tree is not asked.

    Raises where git does not know one of them.
    """
    output = ask_git(root, *COMPARE, "--end-of-options", before, after)
    return tuple(sorted(file for file, _ in read_status(output)))


def contents_at(root: Path, revision: str, files: Iterable[str]) -> dict[str, bytes]:
    """Return what files held where the current branch left a revision."""
    some = tuple(files)
    base = find_base(root, revision) if some else ""
    return {file: ask_git_bytes(root, "cat-file", "blob", f"{base}:./{file}") for file in some}


def find_base(root: Path, revision: str) -> str:
    """Return the commit at which the current branch left a revision."""
    try:
        # Turned into a commit first, so that a revision such as `--output=x` is no option.
        name = ("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
        commit = ask_git(root, *name).strip()
    except DisclosureError:
        ask_git(root, "rev-parse", "--git-dir")  # no git, no repository: raises that instead
        raise DisclosureError(REVISION_UNKNOWN.at("", value=revision)) from None
    try:
        return ask_git(root, "merge-base", commit, "HEAD").strip()
    except DisclosureError:
        raise DisclosureError(NO_COMMON_HISTORY.at("", value=revision)) from None


def read_status(output: str) -> Iterator[tuple[str, str]]:
    """Yield file and sign (A M D T) of `--name-status -z`, which alternates sign and file."""
    parts = output.split("\0")
    yield from zip(parts[1::2], parts[::2], strict=False)
