from __future__ import annotations

import re
import zipfile
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from msgspec import Struct

from disclosure.problem import DisclosureError
from disclosure.sites.build import Request
from disclosure.sites.preview import Preview, make_preview
from tests.history.repository import commit, git
from tests.sites.trees import DAY, VILLAGE, copy_small

CODE, TOWNSHIP = "990101100201", "990101100"
LEASE = f"{VILLAGE}/notices/pond-lease.md"
LEDGER = f"{VILLAGE}/data/ledger-2026-09/ledger.csv"
ROW = re.compile(r'<td data-name="改动">(.*?)</td><th scope="row">(.*?)</th>')
LINK = re.compile(r'<a href="(.*?)">(.*?)</a>')


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A committed copy of the small tree, and a branch that begins there."""
    root = copy_small(tmp_path)
    commit(root, {})
    git(root, "branch", "before")
    return root


class Zip(Struct, frozen=True):
    """A preview, and what is in its file."""

    preview: Preview
    names: tuple[str, ...]
    page: str

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        """What became of which entry, and where it is to be seen."""
        found = []
        for what, cell in ROW.findall(self.page):
            link = LINK.fullmatch(cell)
            found.append((what, unescape(link[2] if link else cell), link[1] if link else ""))
        return found


def made(root: Path, day: date = DAY) -> Zip:
    target = root.parent / "preview.zip"
    preview = make_preview(Request(root, target, day), "before", target)
    with zipfile.ZipFile(target) as archive:
        names = tuple(archive.namelist())
        return Zip(preview, names, archive.read("index.html").decode())


def edit(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), "utf-8")


def sites_in(names: tuple[str, ...]) -> set[str]:
    return {name.partition("/")[0] for name in names}


def test_new_changed_and_removed_entries_are_listed_with_links_to_their_pages(root: Path) -> None:
    lease = (root / LEASE).read_text("utf-8")
    edit(root, LEASE, "甲村二号塘", "甲村三号塘")
    new = lease.replace("甲村二号塘", "甲村<四>号塘")
    commit(root, {f"{VILLAGE}/notices/fourth.md": new})
    (root / VILLAGE / "articles/old-notice.md").unlink()

    preview = made(root)

    assert preview.rows == [
        ("新增", "甲村<四>号塘承包公告", f"{CODE}/notices/fourth.html"),
        ("修改", "甲村三号塘承包公告", f"{CODE}/notices/pond-lease.html"),
        ("删除", "甲村用水价格说明", ""),
    ]
    assert "新增 1 条，修改 1 条，删除 1 条" in preview.page
    assert "<四>" not in preview.page


def test_only_the_divisions_in_which_something_changed_are_built(root: Path) -> None:
    edit(root, LEASE, "甲村二号塘", "甲村三号塘")

    preview = made(root)

    assert sites_in(preview.names) == {CODE, "theme", "index.html"}
    assert [one.code for one in preview.preview.divisions] == [CODE]


def test_every_link_leads_to_something_in_the_file(root: Path) -> None:
    edit(root, LEASE, "甲村二号塘", "甲村三号塘")

    preview = made(root)

    links = re.findall(r'(?:href|src)="(?!https?:|#)([^"#]*)', preview.page)
    assert links
    assert [link for link in links if link.removeprefix("./") not in preview.names] == []
    assert f"{CODE}/elsewhere/{TOWNSHIP}.html" in preview.names


def test_a_changed_table_changes_its_package(root: Path) -> None:
    edit(root, LEDGER, "更换三组路灯", "更换二组路灯")

    assert made(root).rows == [
        ("修改", "甲村2026年9月财务收支明细", f"{CODE}/data/ledger-2026-09.html")
    ]


def test_what_has_no_page_is_listed_without_a_link(root: Path) -> None:
    draft = "articles/unfinished.md"
    edit(root, f"{VILLAGE}/{draft}", "title: ", "title: 新")

    ((what, _, url),) = made(root).rows

    assert (what, url) == ("修改", "")


def test_a_division_with_errors_is_listed_and_not_built(root: Path) -> None:
    edit(root, LEASE, "category: ", "category: X")
    edit(root, "content/9901/990101/guides/" + guide(root), "title: ", "title: 新")

    preview = made(root)

    assert [one.code for one in preview.preview.failed] == [CODE]
    assert {one.file for one in preview.preview.problems} == {LEASE}
    assert sites_in(preview.names) == {"990101", "theme", "index.html"}
    assert "内容有错误，网页没有生成" in preview.page
    assert [url for _, _, url in preview.rows if url.startswith(CODE)] == []


def guide(root: Path) -> str:
    return next((root / "content/9901/990101/guides").iterdir()).name


def test_where_nothing_changed_there_is_a_page_that_says_so(root: Path) -> None:
    preview = made(root)

    assert "公开内容没有改动" in preview.page
    assert sites_in(preview.names) == {"theme", "index.html"}


def test_changes_of_the_catalogue_are_named(root: Path) -> None:
    edit(root, "catalogue/divisions.csv", "0999-1002011", "0999-1002099")
    edit(root, LEASE, "甲村二号塘", "甲村三号塘")

    preview = made(root)

    assert "<li>catalogue/divisions.csv</li>" in preview.page
    assert sites_in(preview.names) == {CODE, "theme", "index.html"}


def test_the_file_is_the_same_every_time(root: Path, tmp_path: Path) -> None:
    edit(root, LEASE, "甲村二号塘", "甲村三号塘")
    target = tmp_path / "preview.zip"

    made(root)
    first = target.read_bytes()
    root = root.rename(tmp_path / "another-place")
    target.unlink()
    made(root)

    assert target.read_bytes() == first
    with zipfile.ZipFile(target) as archive:
        assert archive.namelist() == sorted(archive.namelist())
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_personal_numbers_in_titles_are_not_shown(root: Path) -> None:
    edit(root, LEASE, "甲村二号塘", "11010519491231002X")

    page = made(root).page

    assert "甲村" in page
    assert "19491231" not in page


def test_an_unknown_revision_writes_nothing(root: Path, tmp_path: Path) -> None:
    target = tmp_path / "preview.zip"

    with pytest.raises(DisclosureError):
        make_preview(Request(root, target, DAY), "nowhere", target)

    assert not target.exists()
    assert list(tmp_path.glob("*.part")) == []


def test_nothing_is_kept_below_the_root(root: Path) -> None:
    edit(root, LEASE, "甲村二号塘", "甲村三号塘")

    made(root)

    assert not (root / ".build").exists()
    assert not (root / "output").exists()
