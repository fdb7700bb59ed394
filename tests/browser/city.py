"""The demonstration city, and which of its pages stand for the others: one a template or level."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from disclosure.sites.build import Request, build_sites

ROOT = Path(__file__).parents[2]
CITY_DAY = date(2026, 11, 22)  # not before its newest entry
PAGES = (
    "index.html",
    "9901/index.html",
    "990121/index.html",
    "990121100/index.html",
    "990121100200/index.html",
    "990121100200/group/E02.html",
    "990121100200/category/E0202.html",
    "9901/articles/ebike-charging-rules-explained.html",
    "9901/articles/bus-12-temporary.html",
    "990121100200/notices/farm-road-acceptance.html",
    "990121001/guides/residence-permit.html",
    "990121100200/letters/lamp-four.html",
    "990121100200/votes/fund-projects-2026.html",
    "990101001001/albums/lane-garden.html",
    "9901/pages/about.html",
    "990121100200/data/farmland-subsidy-2026.html",
    "990121100200/data/ledger-2026-09.html",
    "9901/data/air-2026-10.html",
    "9901/data/hotline-2026-10.html",
    "990121100200/money.html",
    "990121100200/fund.html",
    "990121100200/assets.html",
    "990121100200/about.html",
    "990121100200/about-copy.html",
    "990121100200/map.html",
    "990121100200/documents.html",
    "990121100200/by-date/2026.html",
    "990121100200/search.html",
    "990121100200/matrix.html",
    "990121/matrix.html",
    "990121100200/publisher/77.html",
    "990121100200/corrections.html",
    "990121100200/shared.html",
    "990121100200/404.html",
    "990121100200/board.html",
    "990121100200/kiosk.html",
    "990121100200/slides.html",
    "990121/gathered/village_summary.html",
)


def build_city(folder: Path) -> Path:
    """Build every site of the city into an empty folder and return it."""
    built = build_sites(Request(ROOT, folder, CITY_DAY))
    assert built.failed == (), built.problems
    return folder
