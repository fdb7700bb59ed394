from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.catalogue import PRODUCT
from disclosure.division import load_register
from disclosure.sites.editing.changes import Changes, changes_in, watched
from tests.sites.trees import VILLAGE, copy_small

ROOT = Path("/srv/county")


@pytest.mark.parametrize(
    ("file", "folder"),
    [
        (f"{VILLAGE}/articles/road.md", VILLAGE),
        (f"{VILLAGE}/data/ledger-2026-09/ledger.csv", VILLAGE),
        ("content/9901/notices/a.md", "content/9901"),
        (VILLAGE, VILLAGE),
        ("content/stray.md", "content"),
    ],
)
def test_a_file_of_the_content_asks_for_its_division(file: str, folder: str) -> None:
    assert changes_in(ROOT, [str(ROOT / file)]) == Changes(frozenset([folder]))


@pytest.mark.parametrize(
    "file",
    [
        ROOT / "catalogue/divisions.csv",
        ROOT / "pelicanconf.py",
        PRODUCT / "catalogue/categories.csv",
        PRODUCT / "theme/templates/base.html",
        PRODUCT / "theme/static/css/tokens.css",
    ],
)
def test_what_all_sites_rest_on_asks_for_everything(file: Path) -> None:
    assert changes_in(ROOT, [str(file)]) == Changes(frozenset(), ground=True)


@pytest.mark.parametrize("file", ["plugins/disclosure_pages/own.py", "disclosure/plain.py"])
def test_the_program_asks_for_a_new_process(file: str) -> None:
    assert changes_in(ROOT, [str(PRODUCT / file)]) == Changes(frozenset(), program=True)


def test_many_files_are_one_change() -> None:
    names = [f"{VILLAGE}/articles/a.md", f"{VILLAGE}/articles/b.md", "catalogue"]

    assert changes_in(ROOT, [str(ROOT / name) for name in names]) == Changes(
        frozenset([VILLAGE]), ground=True
    )


def test_for_one_division_its_folder_and_what_those_above_publish_is_watched(
    tmp_path: Path,
) -> None:
    root = copy_small(tmp_path)
    register = load_register(root)

    paths = watched(root, register, [register.resolve("990101100201")])

    inside = {path.relative_to(root).as_posix() for path in paths if path.is_relative_to(root)}
    assert VILLAGE in inside
    assert "catalogue" in inside
    assert "content/9901/990101/990101100/articles" in inside
    assert "content" not in inside
    assert PRODUCT / "theme" / "templates" in paths


def test_where_a_folder_is_not_there_yet_the_one_above_is_watched(tmp_path: Path) -> None:
    root = copy_small(tmp_path)
    register = load_register(root)
    (root / VILLAGE).rename(tmp_path / "elsewhere")

    paths = watched(root, register, [register.resolve("990101100201")])

    assert (root / VILLAGE).parent in paths


def test_without_a_division_all_content_is_watched(tmp_path: Path) -> None:
    root = copy_small(tmp_path)

    assert root / "content" in watched(root, load_register(root), ())
