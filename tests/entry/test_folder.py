from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from disclosure.rules.check import check_content
from tests.rules.verbs import GOOD, check_files, small_facts

VILLAGE = "content/9901/990101/990101100/990101100201"


def marks(files: dict[str, str | bytes]) -> list[str]:
    return [f"{one.code}:{one.file.removeprefix(VILLAGE + '/')}" for one in check_files(files)]


def check_tree(root: Path) -> list[str]:
    problems = check_content(replace(small_facts(), root=root)).problems
    return [f"{one.code}:{one.file.removeprefix(VILLAGE + '/')}" for one in problems]


@pytest.mark.parametrize(
    "name",
    [
        "Road.md",
        "road_repair.md",
        "道路.md",
        "road.markdown",
        "road",
        "road.md.md",
        "-.MD",
        "a" * 81 + ".md",
    ],
)
def test_name_of_an_entry_is_refused(name: str) -> None:
    assert marks({f"{VILLAGE}/articles/{name}": GOOD}) == [f"file-name:articles/{name}"]


@pytest.mark.parametrize("name", ["a.md", "2026-10-road.md", "a" * 80 + ".md"])
def test_name_of_an_entry_is_accepted(name: str) -> None:
    assert marks({f"{VILLAGE}/articles/{name}": GOOD}) == []


def test_usable_name_is_suggested() -> None:
    (problem,) = check_files({f"{VILLAGE}/articles/Road Repair_１.md": GOOD})

    assert "road-repair-1.md" in problem.hint_zh


@pytest.mark.parametrize("suffix", ["rst", "html", "HTM", "ipynb"])
def test_format_of_another_reader_is_refused(suffix: str) -> None:
    files = {f"{VILLAGE}/articles/road.{suffix}": "x"}

    assert marks(files) == [f"foreign-format:articles/road.{suffix}"]


@pytest.mark.parametrize("name", ["Road.md", "ROAD.md", "road.markdown", "Road.MD"])
def test_two_files_of_one_address_are_named(name: str) -> None:
    files = {f"{VILLAGE}/articles/road.md": GOOD, f"{VILLAGE}/articles/{name}": GOOD}

    assert marks(files) == [f"address-taken:articles/{name}"]


def test_letters_that_fold_to_the_same_name_are_named() -> None:
    kelvin = "\u212aoad.md"  # the sign of the unit kelvin folds to k
    files = {f"{VILLAGE}/articles/koad.md": GOOD, f"{VILLAGE}/articles/{kelvin}": GOOD}

    assert marks(files) == [f"address-taken:articles/{kelvin}"]


def test_same_name_may_stand_in_two_kinds() -> None:
    files = {f"{VILLAGE}/articles/road.md": GOOD, f"{VILLAGE}/notices/road.md": GOOD}

    assert not [mark for mark in marks(files) if mark.startswith("address-taken")]


@pytest.mark.parametrize(
    ("file", "mark"),
    [
        (f"{VILLAGE}/news/road.md", "division-unknown:news"),
        (f"{VILLAGE}/Articles/road.md", "division-unknown:Articles"),
        ("content/9901/990102/articles/road.md", "division-unknown:content/9901/990102"),
        ("content/990101/articles/road.md", "division-misplaced:content/990101"),
        ("content/9901/990101000000/articles/a.md", "division-unknown:content/9901/990101000000"),
        (f"{VILLAGE}/road.md", "file-stray:road.md"),
        ("content/road.md", "file-stray:content/road.md"),
        (f"{VILLAGE}/articles/2026/road.md", "folder-inside-kind:articles/2026"),
        (f"{VILLAGE}/data/notes.txt", "file-stray:data/notes.txt"),
        (f"{VILLAGE}/data/Members/a.csv", "file-name:data/Members"),
        (f"{VILLAGE}/data/members/members.csv", "package-descriptor-missing:data/members"),
    ],
)
def test_what_lies_in_no_agreed_place_is_named(file: str, mark: str) -> None:
    assert marks({file: GOOD}) == [mark]


LEFTOVERS = (
    ".gitkeep",
    ".DS_Store",
    "._road.md",
    "Thumbs.db",
    "desktop.ini",
    ".road.md.swp",
    "road.md~",
    "#road.md#",
    ".#road.md",
    ".~lock.members.csv#",
    ".~members.csv",
    "~$members.csv",
)


@pytest.mark.parametrize("name", LEFTOVERS)
def test_what_programs_leave_beside_content_is_no_content(name: str) -> None:
    folders = ("content", VILLAGE, f"{VILLAGE}/articles", f"{VILLAGE}/data", f"{VILLAGE}/files")
    package = f"{VILLAGE}/data/members"

    assert marks({f"{folder}/{name}": GOOD for folder in folders}) == []
    assert marks({f"{package}/{name}": GOOD}) == ["package-descriptor-missing:data/members"]


@pytest.mark.parametrize("name", [".road.md", "road.swp", "gitkeep", "~road.md", "road~.md"])
def test_what_is_only_named_alike_is_told(name: str) -> None:
    assert marks({f"{VILLAGE}/articles/{name}": GOOD}) == [f"file-name:articles/{name}"]


def test_a_folder_is_never_taken_for_a_leftover() -> None:
    assert marks({f"{VILLAGE}/road~/a.md": GOOD}) == ["division-unknown:road~"]


def test_the_link_with_which_emacs_holds_a_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / VILLAGE / "articles" / ".#road.md"
    path.parent.mkdir(parents=True)
    path.symlink_to("somebody@somewhere.123")

    assert check_tree(tmp_path) == []


@pytest.mark.parametrize(
    "place", ["articles/road.md", "files/plan.pdf", "data/members", "articles"]
)
def test_link_goes_no_further(tmp_path: Path, place: str) -> None:
    secret = tmp_path / "outside"
    secret.mkdir()
    path = tmp_path / VILLAGE / place
    path.parent.mkdir(parents=True)
    path.symlink_to(secret)

    assert check_tree(tmp_path) == [f"link-or-special-file:{place}"]


def test_broken_link_is_named_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / VILLAGE / "articles" / "road.md"
    path.parent.mkdir(parents=True)
    path.symlink_to(tmp_path / "nowhere.md")

    assert check_tree(tmp_path) == ["link-or-special-file:articles/road.md"]


def test_special_file_is_never_opened(tmp_path: Path) -> None:
    path = tmp_path / VILLAGE / "articles" / "road.md"
    path.parent.mkdir(parents=True)
    os.mkfifo(path)

    assert check_tree(tmp_path) == ["link-or-special-file:articles/road.md"]


def test_name_in_no_encoding_is_a_problem_and_no_traceback(tmp_path: Path) -> None:
    folder = tmp_path / VILLAGE / "articles"
    folder.mkdir(parents=True)
    (Path(os.fsdecode(os.fsencode(folder) + b"/\xb5\xc0.md"))).write_text(GOOD, "utf-8")

    codes = [mark.split(":")[0] for mark in check_tree(tmp_path)]

    assert codes == ["file-name"]


def test_tree_without_content_is_clean(tmp_path: Path) -> None:
    assert check_tree(tmp_path) == []


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder everybody may enter: whoever runs the tests as root becomes nobody for a moment."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.parametrize(
    ("refused", "mark"),
    [
        ("articles/road.md", "file-unreadable:articles/road.md"),
        ("articles", "file-unreadable:articles"),
        ("data/members/datapackage.yaml", "file-unreadable:data/members/datapackage.yaml"),
        ("files/plan.pdf", "attachment-unreadable:files/plan.pdf"),
    ],
)
def test_what_the_system_refuses_is_named_and_the_rest_is_read(
    open_folder: Path, refused: str, mark: str
) -> None:
    for file in ("articles/road.md", "data/members/datapackage.yaml", "files/plan.pdf"):
        path = open_folder / VILLAGE / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(GOOD if file.endswith(".md") else "")
    beside = open_folder / "content/9901/990101/articles/Road.md"
    beside.parent.mkdir(parents=True)
    beside.write_text(GOOD)
    (open_folder / VILLAGE / refused).chmod(0)
    user = os.geteuid()

    try:
        if user == 0:
            os.seteuid(65534)
        found = check_tree(open_folder)
    finally:
        if user == 0:
            os.seteuid(0)
        (open_folder / VILLAGE / refused).chmod(0o755)

    assert mark in found
    assert "file-name:content/9901/990101/articles/Road.md" in found
