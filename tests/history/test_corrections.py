from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from random import Random

import pytest

from disclosure.history import NO_HISTORY, Correction, read_corrections, trace_history
from disclosure.history.corrections import reason_of
from tests.history.repository import commit, git

FILE = "content/9901/articles/rules.md"
TEXT = "第一行\n第二行\n第三行\n第四行\n"


def texts(correction: Correction) -> tuple[str | None, str | None]:
    before, after = correction.before, correction.after
    return (
        None if before is None else before.decode(),
        None if after is None else after.decode(),
    )


def test_a_correction_tells_day_reason_and_both_texts(tmp_path: Path) -> None:
    commit(tmp_path, {FILE: "一\n"}, message="publish")
    commit(
        tmp_path,
        {FILE: "二\n"},
        moment="2026-11-03T23:30:00+00:00",
        message="rules: mend\n\n更正:面积写错\n",
    )

    (found,) = read_corrections(tmp_path).of(FILE)

    assert (found.day, found.reason) == (date(2026, 11, 4), "面积写错")
    assert texts(found) == ("一\n", "二\n")


def test_only_commits_with_the_line_are_corrections(tmp_path: Path) -> None:
    commit(tmp_path, {FILE: "一\n"}, message="更正错字")
    commit(tmp_path, {FILE: "二\n"}, message="publish，更正:不在行首")
    commit(tmp_path, {FILE: "三\n"}, message="publish\n\n更正:")

    corrections = read_corrections(tmp_path)

    assert corrections.is_known
    assert corrections.by_file == {}


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("更正：全角冒号", "全角冒号"),
        ("mend\n\n  更正: 前后有空格  \n", "前后有空格"),
        ("更正:一\n\n更正:二", "一；二"),
        ("更正:行尾\r\n", "行尾"),
        ("更正:看不见的\u202e字符\x07", "看不见的字符"),
        ("不是更正", ""),
    ],
)
def test_reason_is_read_as_people_type_it(message: str, reason: str) -> None:
    assert reason_of(message) == reason


def test_the_first_commit_may_be_a_correction(tmp_path: Path) -> None:
    commit(tmp_path, {FILE: "一\n"}, message="更正:补充公开")

    (found,) = read_corrections(tmp_path).of(FILE)

    assert texts(found) == (None, "一\n")


def test_corrections_follow_a_file_through_its_renames(tmp_path: Path) -> None:
    commit(tmp_path, {"content/9901/articles/old.md": TEXT})
    commit(tmp_path, {"content/9901/articles/old.md": TEXT + "甲\n"}, message="更正:一")
    git(tmp_path, "mv", "content/9901/articles/old.md", "content/9901/articles/new.md")
    commit(tmp_path, {})
    git(tmp_path, "mv", "content/9901/articles/new.md", FILE)
    commit(tmp_path, {FILE: TEXT + "乙\n"}, message="更正:二")

    corrections = read_corrections(tmp_path)

    assert [one.reason for one in corrections.of(FILE)] == ["二", "一"]
    assert texts(corrections.of(FILE)[0]) == (TEXT + "甲\n", TEXT + "乙\n")
    assert set(corrections.by_file) == {FILE}


def test_an_earlier_file_of_the_same_path_was_another(tmp_path: Path) -> None:
    commit(tmp_path, {FILE: TEXT})
    commit(tmp_path, {FILE: TEXT + "甲\n"}, message="更正:旧文件")
    (tmp_path / FILE).unlink()
    commit(tmp_path, {})
    commit(tmp_path, {FILE: "另一份\n"})

    assert read_corrections(tmp_path).of(FILE) == ()


def test_a_new_file_under_a_name_given_up_starts_afresh(tmp_path: Path) -> None:
    moved = "content/9901/articles/moved.md"
    commit(tmp_path, {FILE: TEXT})
    commit(tmp_path, {FILE: TEXT + "甲\n"}, message="更正:一")
    git(tmp_path, "mv", FILE, moved)
    commit(tmp_path, {})
    commit(tmp_path, {FILE: "另一份\n"})

    corrections = read_corrections(tmp_path)

    assert corrections.of(FILE) == ()
    assert [found.reason for found in corrections.of(moved)] == ["一"]


def test_a_root_inside_a_repository_sees_its_own_files_only(tmp_path: Path) -> None:
    commit(tmp_path, {f"city/{FILE}": "一\n", f"other/{FILE}": "一\n"})
    commit(tmp_path, {f"city/{FILE}": "二\n"}, message="更正:本市")
    commit(tmp_path, {f"other/{FILE}": "二\n"}, message="更正:别市")

    corrections = read_corrections(tmp_path / "city")

    assert [one.reason for one in corrections.of(FILE)] == ["本市"]
    assert set(corrections.by_file) == {FILE}


def test_names_of_any_kind_are_read_whole(tmp_path: Path) -> None:
    name = 'content/9901/files/名 称\n"二".pdf'
    commit(tmp_path, {name: "一"})
    commit(tmp_path, {name: "二"}, message="更正:换了附件")

    (found,) = read_corrections(tmp_path).of(name)

    assert (found.before, found.after) == (b"", b"")


def test_settings_of_the_person_who_builds_change_nothing(tmp_path: Path) -> None:
    commit(tmp_path, {"content/9901/articles/old.md": TEXT})
    git(tmp_path, "mv", "content/9901/articles/old.md", FILE)
    commit(tmp_path, {FILE: TEXT + "甲\n"}, message="更正:一")
    plain = read_corrections(tmp_path)

    for name, value in {
        "diff.renames": "false",
        "diff.noprefix": "true",
        "diff.external": "false",
        "diff.relative": "false",
        "color.ui": "always",
        "format.pretty": "oneline",
        "log.showSignature": "true",
        "log.follow": "true",
        "i18n.logOutputEncoding": "GBK",
    }.items():
        git(tmp_path, "config", name, value)

    assert plain.of(FILE)
    assert read_corrections(tmp_path) == plain


def test_what_a_merge_brings_in_is_listed_once(tmp_path: Path) -> None:
    commit(tmp_path, {FILE: "一\n", "content/9901/articles/other.md": "一\n"})
    git(tmp_path, "checkout", "--quiet", "-b", "work")
    commit(tmp_path, {FILE: "二\n"}, message="更正:一")
    git(tmp_path, "checkout", "--quiet", "main")
    commit(tmp_path, {"content/9901/articles/other.md": "二\n"})
    git(tmp_path, "merge", "--quiet", "--no-ff", "--message", "merge\n\n更正:一", "work")

    assert [one.reason for one in read_corrections(tmp_path).of(FILE)] == ["一"]


def test_a_shallow_clone_has_no_complete_history(tmp_path: Path) -> None:
    source, clone = tmp_path / "source", tmp_path / "clone"
    source.mkdir()
    commit(source, {FILE: "一\n"})
    commit(source, {FILE: "二\n"}, message="更正:一")
    git(tmp_path, "clone", "--quiet", "--depth=1", source.as_uri(), str(clone))

    assert read_corrections(source).is_known
    assert read_corrections(clone) == NO_HISTORY


def test_no_repository_no_commit_and_content_outside_it_are_no_history(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert read_corrections(tmp_path) == NO_HISTORY

    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    assert read_corrections(tmp_path) == NO_HISTORY

    commit(tmp_path, {"readme.txt": "一"})
    assert read_corrections(tmp_path) == NO_HISTORY
    assert read_corrections(tmp_path / "nowhere") == NO_HISTORY


def test_a_machine_without_git_has_no_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(tmp_path, {FILE: "一\n"}, message="更正:一")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert read_corrections(tmp_path) == NO_HISTORY


def test_a_repository_that_lost_a_content_has_no_history(tmp_path: Path) -> None:
    commit(tmp_path, {FILE: "一\n"})
    commit(tmp_path, {FILE: "二\n"}, message="更正:一")
    key = git(tmp_path, "rev-parse", f"HEAD~1:{FILE}").strip()
    (tmp_path / ".git" / "objects" / key[:2] / key[2:]).unlink()

    assert read_corrections(tmp_path) == NO_HISTORY


def test_links_are_no_files(tmp_path: Path) -> None:
    commit(tmp_path, {FILE: "一\n"})
    (tmp_path / FILE).unlink()
    (tmp_path / FILE).symlink_to("elsewhere")
    commit(tmp_path, {}, message="更正:换成链接")

    (found,) = read_corrections(tmp_path).of(FILE)

    assert texts(found) == ("一\n", None)


def test_a_division_has_its_own_files_and_not_those_of_the_divisions_below(tmp_path: Path) -> None:
    below = "content/9901/990101/articles/rules.md"
    commit(tmp_path, {FILE: "一\n", below: "一\n"}, message="更正:一")

    corrections = read_corrections(tmp_path)

    assert set(corrections.within("content/9901").by_file) == {FILE}
    assert set(corrections.within("content/9901/990101").by_file) == {below}
    assert corrections.within("content/99").by_file == {}


def test_it_asks_git_a_few_times_however_many_files_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"content/9901/articles/a{number}.md" for number in range(30)]
    commit(tmp_path, dict.fromkeys(names, "一\n"))
    commit(tmp_path, dict.fromkeys(names, "二\n"), message="更正:一")
    real = Path(shutil.which("git") or "").resolve()
    (tmp_path / "bin").mkdir()
    log = tmp_path / "calls"
    script = tmp_path / "bin" / "git"
    script.write_text(f'#!/bin/sh\necho call >> "{log}"\nexec "{real}" "$@"\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")

    corrections = read_corrections(tmp_path)

    assert len(corrections.by_file) == 30
    assert len(log.read_text().splitlines()) == 3


# --- what was traced before -----------------------------------------------------------------------

NAMES = [f"content/9901/articles/{name}.md" for name in ("a", "b", "c", "d")]


def edit_at_random(root: Path, rng: Random) -> None:
    """Write, rename or remove some files."""
    for name in rng.sample(NAMES, 2):
        path, other = root / name, root / rng.choice(NAMES)
        deed = rng.choice(["write", "write", "rename", "remove"])
        if deed == "write" or not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            lines = "\n".join(f"{name} 第{line}行" for line in range(9))
            path.write_text(f"{lines}\n{rng.randint(1, 99)}\n", "utf-8")
        elif deed == "remove":
            path.unlink()
        elif not other.exists():
            path.rename(other)


@pytest.mark.parametrize("seed", range(3))
def test_going_on_from_what_was_traced_finds_what_going_over_all_finds(
    tmp_path: Path, seed: int
) -> None:
    rng = Random(seed)
    commit(tmp_path, {NAMES[0]: "一\n"})
    traced = trace_history(tmp_path)
    for number in range(8):
        edit_at_random(tmp_path, rng)
        commit(tmp_path, {}, message=rng.choice(["publish", f"更正:第{number}次"]))
        if rng.random() < 0.6:
            traced = trace_history(tmp_path, traced)
            assert traced == trace_history(tmp_path)
    assert traced is not None
    assert traced.found


def test_a_merge_and_a_history_written_anew_are_gone_over_whole(tmp_path: Path) -> None:
    commit(tmp_path, {FILE: TEXT}, message="publish")
    commit(tmp_path, {FILE: TEXT + "甲\n"}, message="更正:一")
    traced = trace_history(tmp_path)
    git(tmp_path, "checkout", "-q", "-b", "side", "HEAD~1")
    commit(tmp_path, {NAMES[0]: "二\n"}, message="更正:二")
    git(tmp_path, "checkout", "-q", "-")
    git(tmp_path, "merge", "-q", "--no-ff", "-m", "merge", "side")

    assert trace_history(tmp_path, traced) == trace_history(tmp_path)
    git(tmp_path, "reset", "-q", "--hard", "side")
    assert trace_history(tmp_path, traced) == trace_history(tmp_path)
