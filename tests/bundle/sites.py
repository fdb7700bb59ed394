"""A small output of finished sites, and the bundle that is made of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from disclosure.bundle.making import Made, Request, make_bundle
from disclosure.bundle.parts import Part
from disclosure.bundle.places import Place, Places, places_of
from disclosure.bundle.subscription import Subscription, Wish, everything, subscribe
from disclosure.kept.store import open_store

CITY, COUNTY, TOWN, VILLAGE, OTHER = "9901", "990101", "990101100", "990101100201", "990101100202"
NAMES = {CITY: "云州市", COUNTY: "东区", TOWN: "河口镇", VILLAGE: "甲村", OTHER: "乙村"}
PARENTS = {COUNTY: CITY, TOWN: COUNTY, VILLAGE: TOWN, OTHER: TOWN}
PLACES = places_of(Place(code, name, PARENTS.get(code, "")) for code, name in NAMES.items())
DAY = date(2026, 11, 22)


def page(text: str) -> str:
    """Return a page as long as pages are, of which little changes."""
    return f"<!doctype html>\n<h1>{text}</h1>\n" + "<p>村务公开，依法依规。</p>\n" * 40


def texts(*addresses: str) -> str:
    """Return the block of texts that names some entries."""
    listed = [[address, "标题", "2026-11-01", -1, "article", "正文", []] for address in addresses]
    return f"DISCLOSURE.texts({json.dumps({'version': 1, 'texts': listed}, ensure_ascii=False)});"


def site_files(code: str) -> dict[str, str | bytes]:
    """Return the files of a site, by their paths within it."""
    files: dict[str, str | bytes] = {
        "index.html": page(f"{NAMES[code]}首页"),
        "articles/road.html": page(f"{NAMES[code]}修路"),
        "data/ledger.html": page("账目"),
        "data/ledger/ledger.csv": "day,amount\n2026-10-01,12.50\n" * 30,
        "search/docs.js": texts("articles/road", "data/ledger"),
        "api/v1/site.json": '{"name":"x"}\n',
        "catalog.ttl": "# dcat\n",
    }
    if len(code) <= 6:
        files["search/index/manifest.js"] = f"DISCLOSURE.index({{}});// {code}\n"
        files["gathered/village_summary.html"] = page("汇总")
    return files


def write_output(output: Path, changes: Mapping[str, str | bytes] | None = None) -> Path:
    """Write the output of all sites; `changes` are further files, by their paths below it."""
    files: dict[str, str | bytes] = {
        "index.html": page("选择地区"),
        "404.html": page("没有找到"),
        "robots.txt": "User-agent: *\n",
        "theme/css/base.css": "body{margin:0}\n",
    }
    for code in NAMES:
        files |= {f"{code}/{name}": text for name, text in site_files(code).items()}
    write_files(output, files | dict(changes or {}))
    return output


def write_files(output: Path, files: Mapping[str, str | bytes]) -> None:
    """Write some files below a folder."""
    for name, text in files.items():
        path = output / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)


def bundle(
    output: Path,
    folder: Path,
    *codes: str,
    day: date = DAY,
    commit: str = "c1",
    chosen: tuple[tuple[str, Part], ...] = (),
    forgotten: Iterable[str] = (),
    root: Path | None = None,
    places: Places = PLACES,
) -> Made:
    """Make a bundle of all sites, or of what some divisions need; `root` keeps what was seen."""
    held: Subscription = everything(places)
    if codes:
        held = subscribe(places, [Wish(code, chosen=chosen) for code in codes])
    request = Request(output, folder, held, places, commit, day, "", 2, tuple(forgotten))
    store = open_store(root, "bundle") if root else None
    return make_bundle(request, store, lambda _done, _total: None)


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder by their paths."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
