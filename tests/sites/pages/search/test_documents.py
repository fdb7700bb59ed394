"""What a site puts into search: the text of every page it shows, and of no other."""

from __future__ import annotations

from pathlib import Path

from disclosure.search.document import Document, Table
from disclosure.sites.pages.search.documents import documents_of
from disclosure.sites.pages.view import view_entry
from disclosure.sites.shown import Shown
from disclosure.sites.site import Site
from tests.sites.small_site import village_site

OLD = "articles/old-notice"
LEDGER = "data/ledger-2026-09"
LEASE = "notices/pond-lease"


def documents(site: Site) -> dict[str, Document]:
    pages = {
        entry.address: (view_entry(entry, site), f"<p>{entry.body or entry.summary}</p>")
        for entry in site.folder.entries
        if site.shown(entry) is Shown.FULL
    }
    return {document.address: document for document in documents_of(site, pages)}


def test_withdrawn_entry_keeps_its_place_without_a_word(tmp_path: Path) -> None:
    found = documents(village_site(tmp_path))[OLD]

    assert found == Document(OLD, "", "2026-05-11", withdrawn=True)


def test_draft_is_not_there(tmp_path: Path) -> None:
    assert "articles/unfinished" not in documents(village_site(tmp_path))


def test_what_is_taken_down_is_found_no_more(tmp_path: Path) -> None:
    text = (
        "---\ntitle: 二〇二四年低保名单\ncategory: E0901\ndate: 2024-01-02 09:00\n"
        "publisher: 甲村村民委员会\nformed_on: 2024-01-01\n"
        "notice:\n  from: 2024-01-02\n  to: 2024-01-09\n---\n名单。\n"
    )
    site = village_site(tmp_path, {"notices/old-list.md": text})
    entry = next(one for one in site.folder.entries if one.name == "old-list")
    site.shown_by_file[entry.file] = Shown.TAKEN_DOWN

    found = documents(site)["notices/old-list"]

    assert (found.withdrawn, found.title, found.body) == (True, "", "")


def test_notice_is_its_text_and_its_elements(tmp_path: Path) -> None:
    found = documents(village_site(tmp_path))[LEASE]

    assert found.kind == "notice"
    assert (found.title, found.date, found.category) == (
        "甲村二号塘承包公告",
        "2026-10-26",
        "E0405",
    )
    assert "底价：每年2600.00元" in found.body.split("\n")
    assert "年满十八周岁" in found.body


def test_rows_of_a_table_are_lines_of_words_without_its_numbers(tmp_path: Path) -> None:
    found = documents(village_site(tmp_path))[LEDGER]

    (table,) = found.tables
    lines = found.body.split("\n")
    assert found.kind == "table"
    assert lines[0] == "甲村九月份各项收支，经村务监督委员会审核。"
    assert "摘要" in lines[table.first - 1]
    assert table == Table("t1", len(lines) - 2, 2)
    assert lines[table.first] == (
        "2026-09 基本户 9-001 收入 经营收入 收到一号塘第三季度承包款 集体自有 报账员 村主任 同意"
    )
    assert "680" not in found.body
    assert "990101100201" not in found.body


def test_row_without_words_keeps_its_line(tmp_path: Path) -> None:
    folder = "data/counts"
    descriptor = (
        "name: counts\ntitle: 统计\ncategory: E0202\ndate: 2026-10-09 09:00\nperiod: 2026-09\n"
        "publisher: 甲村村民委员会\nresources:\n  - name: counts\n    path: counts.csv\n"
        "    type: table\n    schema: {fields: [{name: what, type: string, title: 事项},"
        " {name: number, type: integer, title: 件数}]}\n"
    )
    csv = "what,number\n修路,1\n,2\n清淤,3\n"
    site = village_site(
        tmp_path, {f"{folder}/datapackage.yaml": descriptor, f"{folder}/counts.csv": csv}
    )

    found = documents(site)[folder]

    assert found.body.split("\n") == ["事项 件数", "修路", "", "清淤"]
    assert found.tables == (Table("t1", 1, 3),)


def test_number_of_a_document_is_found(tmp_path: Path) -> None:
    text = (
        "---\ntitle: 甲村村规民约\ncategory: S1103\ndate: 2026-10-02 09:00\n"
        "publisher: 甲村村民委员会\nformed_on: 2026-10-01\ndocument_number: 甲村发〔2026〕8号\n"
        "images:\n  - file: files/a.png\n    alt: 村口\n    caption: 新立的公示牌\n---\n正文。\n"
    )
    site = village_site(tmp_path, {"articles/rules.md": text})

    lines = documents(site)["articles/rules"].body.split("\n")

    assert lines == ["正文。", "新立的公示牌", "文号：甲村发〔2026〕8号"]
