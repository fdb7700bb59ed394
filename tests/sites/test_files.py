"""The files of a site: folders as needed, nothing outside, no two of one name."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.sites.files import SiteFiles


def test_folders_are_made_as_files_need_them(tmp_path: Path) -> None:
    files = SiteFiles(tmp_path)

    files.write("index.html", "首页\n")
    files.write("data/list-2026/rows.csv", b"\xef\xbb\xbfname\r\n")

    assert (tmp_path / "index.html").read_bytes() == "首页\n".encode()
    assert (tmp_path / "data" / "list-2026" / "rows.csv").read_bytes() == b"\xef\xbb\xbfname\r\n"


def test_what_an_earlier_build_left_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("a longer page of yesterday")

    SiteFiles(tmp_path).write("index.html", "today")

    assert (tmp_path / "index.html").read_text() == "today"


def test_second_page_of_a_name_is_a_defect(tmp_path: Path) -> None:
    files = SiteFiles(tmp_path)
    files.write("map.html", "one")

    with pytest.raises(FileExistsError, match=r"map\.html"):
        files.write("map.html", "two")


def test_committed_file_goes_before_one_that_was_made(tmp_path: Path) -> None:
    source = tmp_path / "committed.csv"
    source.write_text("committed")
    files = SiteFiles(tmp_path / "site")
    files.write("data/a/rows.csv", "made")

    files.copy(str(source), "data/a/rows.csv")

    assert (tmp_path / "site" / "data" / "a" / "rows.csv").read_text() == "committed"


def test_nothing_is_written_outside_the_site(tmp_path: Path) -> None:
    files = SiteFiles(tmp_path / "site")

    with pytest.raises(PermissionError):
        files.write("group/../../elsewhere.html", "out")

    assert not (tmp_path / "elsewhere.html").exists()
