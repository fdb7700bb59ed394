"""The plugin of search: the field on every page, the page it leads to, the texts it reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.search.source import Source
from tests.sites.trees import SMALL, build, content_of

pytestmark = pytest.mark.slow

HOME, CITY = "990101100201", "9901"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    build(SMALL, folder, codes=(HOME, CITY))
    return folder


def test_texts_hold_every_page_a_site_shows_in_full(output: Path) -> None:
    documents = Source(output / HOME / "search", HOME).parse().documents

    assert [one.address for one in documents if not one.withdrawn] == [
        "data/ledger-2026-09",
        "notices/pond-lease",
    ]
    assert sum(one.withdrawn for one in documents) == 1


def test_what_others_share_stands_in_the_search_of_their_own_site_only(output: Path) -> None:
    shared = (output / HOME / "shared.html").read_text("utf-8")
    texts = (output / HOME / "search" / "docs.js").read_text("utf-8")

    title = "试验市停车管理办法"
    assert title in shared
    assert title not in texts
    assert title in (output / CITY / "search" / "docs.js").read_text("utf-8")


def test_every_page_for_a_browser_leads_to_the_search_page(output: Path) -> None:
    without = [
        name
        for name, data in content_of(output / HOME).items()
        if name.endswith(".html") and b"site-search" not in data
    ]

    assert without == ["404.html", "board.html", "kiosk.html", "slides.html"]


def test_scripts_run_on_the_search_page_alone(output: Path) -> None:
    pages = content_of(output / HOME)

    running = [name for name, data in pages.items() if b"js/search.js" in data]

    assert running == ["search.html"]


def test_rows_of_a_package_can_be_led_to(output: Path) -> None:
    package = (output / HOME / "data" / "ledger-2026-09.html").read_text("utf-8")

    assert 'id="t1"' in package
    assert '<tr id="t1-2"><th scope="row"' in package
    assert '<tr id="t1-3">' in package
