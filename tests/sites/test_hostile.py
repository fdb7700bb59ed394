"""Text from people we do not know stays text: in pages, their attributes, tables and the feed."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rdflib import Graph

from tests.sites.trees import VILLAGE, build, copy_small

EVIL = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'{{ 7*7 }}{% raw %}]]>&amp;"
QUOTED = "'" + EVIL.replace("'", "''") + "'"
CANAL = "content/9901/990101/990101100/articles/canal-repaired.md"
HEADER = f"""\
summary: {QUOTED}
keywords: [{QUOTED}]
document_number: {QUOTED}
source: {{name: {QUOTED}, url: 'https://example.org/?a=1&b=2'}}
attachments:
  - {{file: files/list.txt, title: {QUOTED}}}
"""


OUR_CHARTS = {"plot", "plot-area", "day-cell"}
OUR_SCRIPT = re.compile(r"(?:\.{1,2}/)*theme/js/[a-z-]+\.js")


class Tags(HTMLParser):
    """Collects the elements of a page with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    root = copy_small(folder)
    canal = root / CANAL
    text = canal.read_text("utf-8").replace("title: 南镇修复灌溉渠", f"title: {QUOTED}")
    text = text.replace("  信息来源: 南镇人民政府", f"  信息来源: {QUOTED}")
    canal.write_text(text.replace("---\n", "---\n" + HEADER, 1), "utf-8")
    files = canal.parent.parent / "files"
    files.mkdir()
    (files / "list.txt").write_text("清单", "utf-8")
    ledger = root / VILLAGE / "data" / "ledger-2026-09"
    cell = '"' + EVIL.replace('"', '""') + '"'
    rows = (ledger / "ledger.csv").read_text("utf-8")
    descriptor = (ledger / "datapackage.yaml").read_text("utf-8")
    titled = descriptor.replace("title: 甲村2026年9月财务收支明细", f"title: {QUOTED}")
    (ledger / "datapackage.yaml").write_text(titled, "utf-8")
    (ledger / "ledger.csv").write_text(rows.replace("收到一号塘第三季度承包款", cell), "utf-8")
    register = root / "catalogue" / "divisions.csv"
    register.write_text(register.read_text("utf-8").replace("东区南镇甲村", cell), "utf-8")
    assert build(root, folder / "output").problems == ()
    return folder / "output"


def test_no_page_gains_an_element_or_a_handler(output: Path) -> None:
    for page in output.rglob("*.html"):
        for tag, attributes in Tags(page.read_text("utf-8")).found:
            is_script = tag == "script" and OUR_SCRIPT.fullmatch(attributes.get("src") or "")
            is_hidden = attributes.get("aria-hidden") == "true"
            is_chart = (attributes.get("class") or "").partition(" ")[0] in OUR_CHARTS
            is_drawing = tag == "svg" and (is_hidden or is_chart)
            is_data = tag == "script" and attributes == {"type": "application/ld+json"}
            is_ours = is_script or is_drawing or is_data
            assert is_ours or tag not in {"script", "style", "iframe", "svg", "object"}, page
            assert not [name for name in attributes if name.startswith("on") or name == "style"]
            assert attributes.get("src") != "x"


def test_what_was_written_is_shown_as_written(output: Path) -> None:
    page = (output / "990101100" / "articles" / "canal-repaired.html").read_text("utf-8")
    contents = [attributes.get("content") for _, attributes in Tags(page).found]

    assert EVIL in contents
    assert "{{ 7*7 }}" in page
    for name in ("data/ledger-2026-09.html", "money.html"):
        table = (output / "990101100201" / name).read_text("utf-8")
        assert "&lt;script&gt;alert(1)" in table


def test_data_block_holds_the_title_as_data(output: Path) -> None:
    page = (output / "990101100201" / "data" / "ledger-2026-09.html").read_text("utf-8")

    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)

    assert json.loads(block)["name"] == EVIL


def test_data_files_hold_what_was_written(output: Path) -> None:
    site = output / "990101100201"
    turtle = Graph().parse(site / "catalog.ttl", format="turtle")
    listed = json.loads((site / "data.json").read_text("utf-8"))["dataset"]
    rows = json.loads((site / "data/ledger-2026-09/ledger.json").read_text("utf-8"))

    assert EVIL in {str(found) for found in turtle.objects()}
    assert [one["title"] for one in listed] == [EVIL]
    assert EVIL in {row["summary"] for row in rows}


def test_feed_stays_a_feed(output: Path) -> None:
    feed = ElementTree.parse(output / "990101100" / "feed.xml")

    titles = [node.text for node in feed.iter("{http://www.w3.org/2005/Atom}title")]

    assert EVIL in titles
