"""Whether everything stands is known without a build, and never where a build would differ."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from disclosure.kept import looks
from disclosure.product import PRODUCT
from disclosure.sites.build import Request, build_sites
from disclosure.sites.kept.whole import Whole, outset_of
from tests.history.repository import commit
from tests.results.trees import copy_standard
from tests.sites.trees import DAY, SMALL, VILLAGE

LEASE = f"{VILLAGE}/notices/pond-lease.md"
Tree = tuple[Path, Path]


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what the system says of files be relied on at once."""
    monkeypatch.setattr(looks, "SETTLED", -(10**15))


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """A root with a standard of its own, built once."""
    root = copy_standard(tmp_path / "root")
    shutil.rmtree(root / "catalogue" / "overrides")
    shutil.copytree(SMALL, root, dirs_exist_ok=True)
    build(root, tmp_path / "output")
    return root, tmp_path / "output"


@pytest.fixture
def committed(tree: Tree) -> Tree:
    """The same in a repository, built once with what git tells."""
    root, output = tree
    commit(root, {".gitignore": ".build\n"})
    build(root, output, is_vouched=True)
    return tree


def build(root: Path, output: Path, *, is_vouched: bool = False) -> None:
    request = Request(root, output, DAY, is_kept=True, is_vouched=is_vouched)
    outset = outset_of(root, output, request.config, DAY, b"", is_vouched=is_vouched)
    build_sites(request, outset=outset)


def before(root: Path, output: Path, days: int = 0, *, is_vouched: bool = False) -> Whole | None:
    """Return what is told without a build, some days later."""
    day, config = DAY + timedelta(days), PRODUCT / "pelicanconf.py"
    outset = outset_of(root, output, config, day, b"", is_vouched=is_vouched)
    assert outset
    return outset.before()


def retitle(root: Path) -> None:
    path = root / LEASE
    path.write_text(path.read_text("utf-8").replace("承包公告", "招租公告"), "utf-8")


def test_where_nothing_changed_it_is_known_what_stands(tree: Tree) -> None:
    whole = before(*tree)

    assert whole
    assert whole.sites == 6
    assert whole.pages == len([*tree[1].glob("*/**/*.html")])


@pytest.mark.parametrize(
    "change",
    [
        lambda root, _: retitle(root),
        lambda root, _: (root / VILLAGE / "articles" / "new.md").write_text("new"),
        lambda root, _: (root / LEASE).unlink(),
        lambda root, _: (root / "content" / "astray.txt").write_text("astray"),
        lambda root, _: (root / "content" / "9901" / "astray").mkdir(),
        lambda root, _: (root / "pelicanconf.py").write_text("FEED_MAX_ITEMS = 3\n"),
        lambda root, _: (root / "catalogue" / "holidays.csv").write_text("day\n"),
        lambda root, _: shutil.rmtree(root / ".build" / "looks"),
        lambda root, _: commit(root, {}),
        lambda _, output: (output / "index.html").unlink(),
        lambda _, output: (output / "9901" / "index.html").unlink(),
        lambda _, output: shutil.rmtree(output / "990101"),
        lambda _, output: shutil.rmtree(output / "theme"),
        lambda _, output: shutil.rmtree(output),
        lambda _, output: (output / ".building").mkdir(),
    ],
)
def test_where_anything_changed_nothing_is_said(
    tree: Tree, change: Callable[[Path, Path], object]
) -> None:
    change(*tree)

    assert before(*tree) is None


def test_another_day_is_another_build(tree: Tree) -> None:
    assert before(*tree, days=1) is None


def test_by_git_it_is_the_commit_that_counts(committed: Tree) -> None:
    root, output = committed
    retitle(root)
    assert before(root, output, is_vouched=True)
    assert not before(root, output)

    commit(root, {}, message="retitle")

    assert not before(root, output, is_vouched=True)


def test_after_a_look_at_files_git_alone_is_not_believed(committed: Tree) -> None:
    root, output = committed
    retitle(root)
    build(root, output)

    assert before(root, output)
    assert not before(root, output, is_vouched=True)


def test_what_somebody_else_saw_meanwhile_is_not_what_was_built(tree: Tree) -> None:
    root, output = tree
    retitle(root)
    seen = looks.open_looks(root)
    assert seen
    seen.of("990101100201")
    seen.save()  # as a check does

    assert not before(root, output)


def test_where_something_is_wrong_nothing_is_kept(tree: Tree) -> None:
    root, output = tree
    path = root / LEASE
    path.write_text(path.read_text("utf-8").replace("category: E0405", "category: E0499"), "utf-8")

    build(root, output)

    assert not before(root, output)


def test_a_command_that_has_nothing_to_do_imports_next_to_nothing(committed: Tree) -> None:
    root, output = committed
    script = f"""
import sys
sys.argv = ["tasks.py", "build", "--by-git", "--as-of", "{DAY}", "--root", {str(root)!r},
            "--output", {str(output)!r}]
from tasks import program
try:
    program()
finally:
    heavy = {{"pelican", "yaml", "disclosure.catalogue", "disclosure.rules", "disclosure.search"}}
    print(sorted(heavy & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=PRODUCT, capture_output=True, check=True, text=True
    )

    assert done.stdout == "[]\n"
    assert "其中 6 个没有变化，原样保留。" in done.stderr
