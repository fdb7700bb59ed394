"""Lists by date, publisher and document number: what stands in them, and that it pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from disclosure.sites.pages.paging import SIZE
from tests.sites.trees import VILLAGE, build, content_of, copy_small

ENTRY = """\
---
title: 第{number}期邻里互助信息
category: S1102
date: {year}-{month:02}-{day:02} 09:{minute:02}
publisher: 甲村村民委员会
formed_on: {year}-{month:02}-{day:02}
document_number: 甲村〔{year}〕{number}号
author: 村文书
review: {{by: 甲村村务监督委员会, date: {year}-{month:02}-{day:02}, basis: 条例第十七条}}
elements:
  工程位置: 三组
  信息来源: 甲村村民委员会
---
第{number}期，说一件小事。
"""
YEARS = 2 * SIZE + 10  # entries of 2025: one full page and a first page of a hundred and ten
CODE = "990101100201"


def write_entries(root: Path, first: int, last: int) -> None:
    for number in range(first, last + 1):
        text = ENTRY.format(
            number=number,
            year=2025,
            month=1 + number // 28,
            day=1 + number % 28,
            minute=number % 60,
        )
        file = root / VILLAGE / "articles" / f"news-{number:03}.md"
        file.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_small(tmp_path_factory.mktemp("tree"))
    write_entries(root, 1, YEARS)
    return root


@pytest.fixture(scope="module")
def village(root: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of the village, by path."""
    return pages_of(root, tmp_path_factory.mktemp("output"))


def pages_of(root: Path, output: Path) -> dict[str, str]:
    built = build(root, output, codes=(CODE,))
    assert [problem.message_zh for problem in built.problems] == []
    files = content_of(output / CODE)
    return {name: page.decode() for name, page in files.items() if name.endswith(".html")}


def titles(page: str) -> list[str]:
    return re.findall(r'<a href="[^"]*/news-\d+\.html">(第\d+期)', page)


def test_long_lists_are_paged_oldest_first(village: dict[str, str]) -> None:
    for stem in ("by-date/2025", "category/S1102"):
        old = titles(village[f"{stem}-1.html"])
        new = titles(village[f"{stem}.html"])

        assert (old[0], old[-1]) == (f"第{SIZE}期", "第1期")
        assert (new[0], new[-1]) == (f"第{YEARS}期", f"第{SIZE + 1}期")
        assert f"{stem}-2.html" not in village


def test_documents_and_publishers_are_paged_too(village: dict[str, str]) -> None:
    assert titles(village["documents-1.html"])[-1] == "第1期"
    assert titles(village["publisher/8-1.html"])[-1] == "第1期"


def test_new_entry_leaves_full_pages_as_they_are(
    root: Path, village: dict[str, str], tmp_path: Path
) -> None:
    grown = copy_small(tmp_path)
    write_entries(grown, 1, YEARS + 1)

    after = pages_of(grown, tmp_path / "output")

    full = {name for name in village if re.search(r"-\d+\.html$", name) and "/news" not in name}
    full = {name for name in full if name.startswith(("by-date", "category", "publisher", "docu"))}
    assert len(full) == 4
    assert {name for name in full if after[name] != village[name]} == set()
    assert after["by-date/2025.html"] != village["by-date/2025.html"]


def test_year_of_the_build_has_a_page_with_its_months(village: dict[str, str]) -> None:
    page = village["by-date/2026.html"]

    assert re.findall(r'<h2 id="m[^"]*">([^<]*)', page) == ["2026年10月"]
    assert 'href="../by-date/2025.html"' in page


def test_year_without_entries_says_so_and_leads_to_the_others(tmp_path: Path) -> None:
    root = copy_small(tmp_path)
    for file in (root / "content/9901/990101/990101100/articles").glob("*.md"):
        text = file.read_text("utf-8")
        file.write_text(re.sub(r": 2026-", ": 2025-", text), "utf-8")

    build(root, tmp_path / "output", codes=("990101100",))

    page = (tmp_path / "output/990101100/by-date/2026.html").read_text("utf-8")
    assert "2026年还没有公开信息" in page
    assert "by-date/2025.html" in page


def test_only_what_is_visible_stands_in_lists(village: dict[str, str]) -> None:
    """The small tree holds a withdrawn entry and a draft."""
    lists = {name: page for name, page in village.items() if name.count("/") == 0 or "by-" in name}

    assert [name for name, page in lists.items() if "old-notice" in page] == []
    assert [name for name, page in lists.items() if "甲村冬季防火提示" in page] == []


def test_publisher_is_numbered_by_its_row_in_the_register(village: dict[str, str]) -> None:
    numbers = {name for name in village if name.startswith("publisher/") and "-" not in name}

    assert numbers == {"publisher/8.html", "publisher/10.html"}
    assert "<h1>甲村村民委员会</h1>" in village["publisher/8.html"]
    assert 'href="./publisher/8.html">甲村村民委员会</a>' in village["map.html"]


def test_catalogue_of_documents_holds_what_article_12_asks_for(village: dict[str, str]) -> None:
    row = re.search(r"<tr>(?:(?!</tr>).)*news-210.*?</tr>", village["documents.html"])

    assert row
    cells = re.sub(r"<[^>]*>", "|", row[0])
    assert re.search(r"第210期邻里互助信息.*第210期，说一件小事。", cells)
    assert re.search(rf"{CODE}/[|]*2025-[0-9a-f]{{8}}", cells)
    assert "甲村〔2025〕210号" in cells
    assert cells.count("2025-08-15") == 2  # formed and published


def test_package_stands_in_the_catalogue_with_its_period(village: dict[str, str]) -> None:
    row = re.search(r"<tr>(?:(?!</tr>).)*ledger-2026-09.*?</tr>", village["documents.html"])

    assert row
    assert "2026年9月" in row[0]
