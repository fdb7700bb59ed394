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


@pytest.fixture
def before(tmp_path: Path) -> Path:
    """A site that stands, with a page, a table and an index."""
    files = SiteFiles(tmp_path / "before")
    files.write("index.html", "首页\n")
    files.write("data/a/rows.csv", "name\r\n")
    files.write("search/index/manifest.js", "index")
    return tmp_path / "before"


def rewrite(folder: Path, before: Path, **pages: str) -> SiteFiles:
    files = SiteFiles(folder, before)
    files.write("index.html", pages.get("index", "首页\n"))
    files.path("data/a/rows.csv").write_text(pages.get("rows", "name\r\n"), newline="")
    files.settle()
    return files


def test_what_is_the_same_is_linked_and_the_site_does_not_differ(
    tmp_path: Path, before: Path
) -> None:
    files = rewrite(tmp_path / "after", before)

    for name in ("index.html", "data/a/rows.csv"):
        assert (tmp_path / "after" / name).samefile(before / name)
    assert not files.differ()


@pytest.mark.parametrize("part", ["index", "rows"])
def test_what_is_not_the_same_is_written_and_the_old_stays_as_it_was(
    tmp_path: Path, before: Path, part: str
) -> None:
    files = rewrite(tmp_path / "after", before, **{part: "其他\n"})

    assert files.differ()
    assert (before / "index.html").read_text("utf-8") == "首页\n"
    assert (before / "data" / "a" / "rows.csv").read_bytes() == b"name\r\n"
    assert len(files.linked) == 1


def test_a_file_that_goes_makes_the_site_differ(tmp_path: Path, before: Path) -> None:
    files = SiteFiles(tmp_path / "after", before)
    files.write("index.html", "首页\n")

    assert files.differ()


def test_a_copy_over_a_linked_file_does_not_reach_the_old_one(tmp_path: Path, before: Path) -> None:
    source = tmp_path / "committed"
    source.write_text("committed")
    files = SiteFiles(tmp_path / "after", before)
    files.write("index.html", "首页\n")

    files.copy(str(source), "index.html")

    assert (before / "index.html").read_text("utf-8") == "首页\n"
    assert (tmp_path / "after" / "index.html").read_text() == "committed"


def test_a_link_in_the_old_site_is_not_followed(tmp_path: Path, before: Path) -> None:
    (tmp_path / "elsewhere").write_text("首页\n", "utf-8")
    (before / "index.html").unlink()
    (before / "index.html").symlink_to(tmp_path / "elsewhere")

    rewrite(tmp_path / "after", before)

    assert not (tmp_path / "after" / "index.html").is_symlink()
    assert not (tmp_path / "after" / "index.html").samefile(tmp_path / "elsewhere")
