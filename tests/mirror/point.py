"""A village point of the small publisher: what is published, and what the point shows of it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from disclosure.bundle.places import Place, places_of, write_places
from disclosure.mirror.home import Home, Settings, make_home
from disclosure.mirror.source import FolderSource
from disclosure.mirror.sync import Synced, sync
from tests.mirror.network import CITY, COUNTY, TOWNSHIP, VILLAGE, Publisher, make_keys

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
NAMES = {CITY: "云州市", COUNTY: "东区", TOWNSHIP: "河口镇", VILLAGE: "甲村"}
PLACES = places_of(Place(code, name) for code, name in NAMES.items())
BIG = {f"{VILLAGE}/files/plan.pdf": b"%PDF" + bytes(70_000)}
FILES = {
    "theme/css/base.css": b"body { color: #000 }",
    "places.json": write_places(PLACES),
    f"{CITY}/index.html": b"<p>city</p>" * 40,
    f"{COUNTY}/index.html": b"<p>county</p>" * 40,
    f"{COUNTY}/search/index/terms.js": b"shard",
    f"{TOWNSHIP}/index.html": b"<p>township</p>" * 40,
    f"{VILLAGE}/index.html": b"<p>village</p>" * 40,
    f"{VILLAGE}/articles/road.html": b"<p>road</p>" * 40,
    f"{VILLAGE}/data/ledger.csv": b"a,b\n1,2\n",
}
INDEX = f"{VILLAGE}/index.html"
NEW = FILES | {INDEX: b"<p>new</p>" * 9, f"{VILLAGE}/new.html": b"n"}


def held_of(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return what the point holds of published files: the index of the county is not asked for."""
    return {path: data for path, data in files.items() if "search/index" not in path} | BIG


HELD, HELD_NEW = held_of(FILES), held_of(NEW)


def home_of(folder: Path, publisher: Publisher) -> Home:
    root = (publisher.folder / "metadata/1.root.json").read_bytes()
    return make_home(folder, Settings(VILLAGE, str(publisher.folder)), root)


def update(home: Home, publisher: Publisher, now: datetime = NOON) -> Synced:
    return sync(home, FolderSource(publisher.folder), now)


def shown(home: Home) -> dict[str, bytes]:
    """Return all files that are shown, by path."""
    found = {}
    for code, part, archives in home.current().parts:
        folder = home.part(code, part, archives)
        for path in folder.rglob("*"):
            if path.is_file():
                found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def one_behind(folder: Path) -> Path:
    """Make `home`, which holds the first release, and `stick` with the second, in a folder."""
    publisher = Publisher(folder / "stick", make_keys(folder / "keys"))
    publisher.publish(FILES, BIG)
    update(home_of(folder / "home", publisher), publisher)
    publisher.publish(NEW, BIG)
    return folder
