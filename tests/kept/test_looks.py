"""What a folder holds is known again where it may be, and looked at anew where it may not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from disclosure.kept import looks
from disclosure.kept.looks import Looks, folders_changed, open_looks
from disclosure.kept.place import Content
from disclosure.rules.witness import Witness
from tests.history.repository import commit, git

CODE = "990101"
FILE = "content/9901/990101/articles/rules.md"
BELOW = "content/9901/990101/990101001/letters/lamp.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in (FILE, BELOW):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("一\n", "utf-8")
    return tmp_path


def opened(root: Path, *, is_vouched: bool = False) -> Looks:
    found = open_looks(root, is_vouched=is_vouched)
    assert found
    return found


def content(root: Path, code: str = CODE) -> str:
    """Return the digest of a folder as it is seen now, and keep what was seen."""
    found = opened(root)
    look = found.of(code)
    found.save()
    assert look
    return look.content


def test_a_folder_is_what_its_names_and_contents_are(root: Path) -> None:
    first = content(root)
    (root / BELOW).write_text("二\n", "utf-8")
    assert content(root) == first  # another division's
    (root / FILE).write_text("二\n", "utf-8")
    second = content(root)
    (root / FILE).rename((root / FILE).with_name("other.md"))

    assert len({first, second, content(root)}) == 3


def test_what_a_program_leaves_beside_a_file_is_no_part_of_a_folder(root: Path) -> None:
    first = content(root)
    (root / FILE).with_name(".rules.md.swp").write_bytes(b"b0VIM")
    (root / FILE).with_name(".#rules.md").symlink_to("somebody@somewhere.1")

    assert content(root) == first


def test_a_name_that_is_no_utf_8_is_known_again(root: Path) -> None:
    odd = os.fsencode(root / FILE).replace(b"rules.md", "规则.md".encode("gbk"))
    Path(os.fsdecode(odd)).write_text("一\n", "utf-8")

    first = content(root)

    assert content(root) == first
    assert opened(root).of(CODE)


def test_a_folder_that_is_not_there_is_like_any_other(root: Path) -> None:
    found = opened(root)

    basis = found.basis("990102", Witness())

    assert basis
    assert found.holds("990102", basis)
    (root / "content" / "9901" / "990102" / "articles").mkdir(parents=True)
    assert not opened(root).holds("990102", basis)


def test_a_folder_with_a_link_is_never_known(root: Path) -> None:
    (root / FILE).with_name("link.md").symlink_to(root / FILE)

    assert opened(root).of(CODE) is None
    assert opened(root).basis(CODE, Witness()) is None


def test_what_the_system_vouches_for_is_not_read_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looks, "SETTLED", -(10**15))
    first = content(root)
    monkeypatch.setattr(looks, "content_of", None)  # to read would fail

    assert content(root) == first


def test_what_changed_just_now_is_read_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looks, "SETTLED", 10**15)
    content(root)
    monkeypatch.setattr(looks, "content_of", lambda *_: Content("read", "too"))
    assert content(root) == content(root)  # of a folder whose digest was not vouched for

    assert content(root) == "read"


def test_what_rests_on_the_tables_above_holds_while_those_are_the_same(root: Path) -> None:
    guide = root / "content/9901/990101/guides/lamp.md"
    guide.parent.mkdir()
    guide.write_text("一\n", "utf-8")
    basis = opened(root).basis("990101001", Witness(above={CODE}))
    assert basis
    (root / FILE).write_text("二\n", "utf-8")  # of what is looked into it is no part
    assert opened(root).holds("990101001", basis)

    guide.write_text("二\n", "utf-8")
    assert not opened(root).holds("990101001", basis)
    guide.write_text("一\n", "utf-8")
    assert opened(root).holds("990101001", basis)
    package = root / "content/9901/990101/data/fees"
    package.mkdir(parents=True)
    (package / "datapackage.yaml").write_text("schema: table:air_daily\n", "utf-8")
    assert opened(root).holds("990101001", basis)
    (package / "datapackage.yaml").write_text("schema: table:fee_item\n", "utf-8")
    assert not opened(root).holds("990101001", basis)


def test_what_rests_on_a_file_elsewhere_holds_while_that_is_there(root: Path) -> None:
    basis = opened(root).basis("990101001", Witness(files={FILE: True}))
    assert basis
    assert opened(root).holds("990101001", basis)

    (root / FILE).unlink()
    assert not opened(root).holds("990101001", basis)


def test_git_tells_in_whose_folders_commits_differ(root: Path) -> None:
    commit(root, {"catalogue/keys.yml": "a\n", ".gitignore": ".build\n"})
    before = git(root, "rev-parse", "HEAD").strip()
    commit(root, {BELOW: "二\n", "catalogue/keys.yml": "b\n", "content/astray.txt": "x"})
    moved = root / FILE.replace("990101/articles", "articles")
    moved.parent.mkdir(parents=True)
    (root / FILE).rename(moved)
    commit(root, {})
    after = git(root, "rev-parse", "HEAD").strip()

    assert folders_changed(root, before, after) == {"990101001", CODE, "9901", ""}


def test_by_git_a_folder_is_what_it_was_at_the_commit(root: Path) -> None:
    commit(root, {".gitignore": ".build\n"})
    first = vouched(root)
    (root / FILE).write_text("二\n", "utf-8")

    assert vouched(root) == first  # it was not committed
    commit(root, {})
    assert vouched(root) != first


OTHER = "990101001"


@pytest.mark.parametrize("is_first", [True, False])
def test_a_run_that_asks_for_one_folder_vouches_for_no_other(root: Path, *, is_first: bool) -> None:
    commit(root, {".gitignore": ".build\n"})
    # The first run that git vouches for may follow one for which no commit was named.
    first = content(root, OTHER) if is_first else vouched(root, OTHER)
    commit(root, {BELOW: "二\n"})
    vouched(root)  # asks for another folder alone

    assert vouched(root, OTHER) != first


def vouched(root: Path, code: str = CODE) -> str:
    """Return the digest of a folder as git is said to have it."""
    found = opened(root, is_vouched=True)
    look = found.of(code)
    found.save()
    assert look
    return look.content
