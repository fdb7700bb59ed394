"""The page for the public uses the words of the site, and its three clicks lead to the accounts."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from disclosure.division import load_register
from disclosure.sites.build import Request, build_sites
from disclosure.sites.pages.matrix_view import ORDER
from tests.rules.verbs import SMALL

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "site.zh.md").read_text("utf-8")
TEMPLATES = "".join(
    path.read_text("utf-8") for path in sorted((ROOT / "theme").rglob("*.*")) if path.suffix
    in (".html", ".js")
)  # fmt: skip
VILLAGE = "990101100201"
SUMMARY = """\
$schema: https://datapackage.org/profiles/2.0/datapackage.json
name: summary-2026-q3
title: 甲村2026年第三季度财务收支汇总与资产负债
category: E0203
date: 2026-10-16 09:00
period: 2026-Q3
publisher: 甲村村民委员会
review: {by: 甲村村务监督委员会, date: 2026-10-15}
nil: true
nil_reason: 本季度未发生收支
resources:
  - {name: summary, path: summary.csv, type: table, format: csv, encoding: utf-8,
     schema: table:village_summary}
"""


def test_every_state_of_the_matrix_is_explained() -> None:
    assert [word for word in ORDER if f"| {word} |" not in PAGE] == []


@pytest.mark.parametrize(
    "words", ["选择地区", "公开目录", "正在公示", "更正记录", "长辈版", "标准版", "一次性告知单",
              "订阅更新", "未见记录", "各年对照"]
)  # fmt: skip
def test_what_the_page_names_is_called_so_on_the_site(words: str) -> None:
    assert words in PAGE
    assert words in TEMPLATES


@pytest.mark.slow
def test_the_accounts_of_the_last_quarter_are_three_clicks_away(tmp_path: Path) -> None:
    root = tmp_path / "root"
    shutil.copytree(SMALL / "catalogue", root / "catalogue")
    register = load_register(root)
    village = register.resolve(VILLAGE)
    package = root / village.folder / "data" / "summary-2026-q3"
    package.mkdir(parents=True)
    (package / "datapackage.yaml").write_text(SUMMARY, "utf-8")
    columns = (ROOT / "catalogue/tables/village_summary.yaml").read_text("utf-8")
    names = re.findall(r"^  - name: ([a-z_]+)$", columns, re.MULTILINE)
    (package / "summary.csv").write_text(",".join(names) + "\n", "utf-8")
    build_sites(Request(root, tmp_path / "out", date(2026, 11, 20), (village,)))

    page = tmp_path / "out" / "index.html"
    for words in ("甲村", "村（社区）财务", "第三季度财务收支汇总与资产负债"):
        page = follow(page, words)

    assert page == tmp_path / "out" / VILLAGE / "data" / "summary-2026-q3.html"
    assert "本季度未发生收支" in page.read_text("utf-8")


def follow(page: Path, words: str) -> Path:
    """Return the page that the first link with these words leads to."""
    link = re.compile(rf'<a [^>]*href="([^"#]+)"[^>]*>(?:(?!</a>).)*{re.escape(words)}')
    found = link.search(page.read_text("utf-8"))
    assert found, f"{page.name} has no link to {words}"
    return (page.parent / found[1]).resolve()
