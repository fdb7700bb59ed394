"""A clerk fills a stick from the bundle of the county; a village takes it, a browser opens it."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.mirror.home import Settings, make_home
from disclosure.mirror.source import FolderSource
from disclosure.mirror.stick import fill
from disclosure.mirror.sync import sync
from disclosure.problem import DisclosureError
from disclosure.trust.client import FIRST
from disclosure.trust.keys import Keys
from tests.mirror.network import VILLAGE, Publisher, make_keys
from tests.mirror.point import BIG, FILES, HELD, INDEX, NEW, NOON, home_of, shown

OUTSIDE = "990121100202/articles/vote.html"
ADDRESS = "https://gk.example.gov.cn"
LINKING = (
    f'<link rel="canonical" href="{ADDRESS}/{INDEX}">'
    f'<a href="../{OUTSIDE}">1</a><a href="articles/road.html">2</a><a href="gone.html">3</a>'
    '<a href="../990121/index.html/x.html">4</a><a href="../990122/nul.html">5</a>'
    '<a href="../../../etc/x.html">6</a><a href="../990121/gathered/sum.html">7</a>'
).encode()


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    return make_keys(tmp_path_factory.mktemp("keys") / "keys")


@pytest.fixture
def publisher(tmp_path: Path, keys: Keys) -> Publisher:
    made = Publisher(tmp_path / "county", keys)
    made.publish(FILES, BIG)
    return made


def filled(stick: Path, publisher: Publisher, *, is_open: bool = False) -> list[str]:
    root = (publisher.folder / "metadata/1.root.json").read_bytes()
    point = Settings(VILLAGE, "")
    source = FolderSource(publisher.folder)
    return fill(stick, source, root, [point], NOON, is_open=is_open)


def names(stick: Path, top: str) -> set[str]:
    return {path.name for path in (stick / "bundle" / top).rglob("*") if path.is_file()}


def test_village_takes_what_the_stick_holds(tmp_path: Path, publisher: Publisher) -> None:
    stick = tmp_path / "stick"

    sites = filled(stick, publisher)
    home = home_of(tmp_path / "home", publisher)
    sync(home, FolderSource(stick), NOON)

    assert VILLAGE in sites
    assert shown(home) == HELD


def test_village_may_begin_with_a_stick(tmp_path: Path, publisher: Publisher) -> None:
    root = (publisher.folder / FIRST).read_bytes()

    filled(tmp_path / "stick", publisher)

    assert (tmp_path / "stick" / "bundle" / FIRST).read_bytes() == root


def test_stick_holds_what_is_new_and_nothing_old(tmp_path: Path, publisher: Publisher) -> None:
    stick = tmp_path / "stick"
    filled(stick, publisher)
    before = names(stick, "packs")
    publisher.publish(NEW, BIG)

    filled(stick, publisher)
    home = home_of(tmp_path / "home", publisher)
    sync(home, FolderSource(stick), NOON)

    assert shown(home)[INDEX] == NEW[INDEX]
    assert len(names(stick, "packs")) == len(before)
    assert names(stick, "packs") != before


def test_stick_that_is_opened_holds_the_pages_as_they_are(
    tmp_path: Path, publisher: Publisher
) -> None:
    stick = tmp_path / "stick"
    filled(stick, publisher, is_open=True)

    for path, data in (FILES | BIG).items():
        if "search/index" not in path:
            assert (stick / path).read_bytes() == data


@pytest.mark.parametrize("top", ["packs", "blobs"])
def test_damaged_files_of_a_stick_are_brought_back(
    tmp_path: Path, publisher: Publisher, top: str
) -> None:
    stick = tmp_path / "stick"
    filled(stick, publisher)
    for path in (stick / "bundle" / top).rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[::-1])

    filled(stick, publisher)
    home = home_of(tmp_path / "home", publisher)
    sync(home, FolderSource(stick), NOON)

    assert shown(home) == HELD


def test_stick_that_is_opened_begins_with_what_it_holds(
    tmp_path: Path, publisher: Publisher
) -> None:
    filled(tmp_path / "stick", publisher, is_open=True)

    front = (tmp_path / "stick/index.html").read_text("utf-8")

    assert f'<a href="{VILLAGE}/index.html">甲村</a>' in front
    assert "第 1 版，内容截至 2026-11-22" in front


def test_page_that_is_gone_leaves_the_opened_stick_and_nothing_else_does(
    tmp_path: Path, publisher: Publisher
) -> None:
    stick = tmp_path / "stick"
    filled(stick, publisher, is_open=True)
    (stick / "照片.txt").write_text("own")
    (stick / "bundle/opened.txt").open("a").write("../precious\n照片.txt\n")
    (tmp_path / "precious").write_text("own")
    publisher.publish({path: data for path, data in FILES.items() if "road" not in path}, BIG)

    filled(stick, publisher, is_open=True)

    assert not (stick / VILLAGE / "articles/road.html").exists()
    assert (stick / INDEX).exists()
    assert (stick / "照片.txt").exists()
    assert (tmp_path / "precious").exists()


def test_stick_is_not_filled_from_an_altered_bundle(tmp_path: Path, publisher: Publisher) -> None:
    for path in (publisher.folder / "packs").iterdir():
        path.write_bytes(path.read_bytes()[::-1])

    with pytest.raises(DisclosureError):
        filled(tmp_path / "stick", publisher)

    assert not (tmp_path / "stick/bundle/metadata").exists()


def test_links_to_what_is_not_on_an_opened_stick_lead_to_its_full_address(
    tmp_path: Path, publisher: Publisher
) -> None:
    stick = tmp_path / "stick"
    publisher.publish(FILES | {INDEX: LINKING}, BIG)

    filled(stick, publisher, is_open=True)

    page = (stick / OUTSIDE).read_text("utf-8")
    assert f'href="{ADDRESS}/{OUTSIDE}"' in page
    assert 'href="../../theme/css/base.css"' in page
    assert (stick / "990121/gathered/sum.html").is_file()


def test_links_that_no_page_can_stand_for_make_none(tmp_path: Path, publisher: Publisher) -> None:
    """A page below a page, a name that Windows keeps, the own site's missing page, outside."""
    stick = tmp_path / "a" / "b" / "stick"
    publisher.publish(FILES | {INDEX: LINKING}, BIG)

    filled(stick, publisher, is_open=True)

    assert (stick / "990121/index.html").read_bytes() == FILES["990121/index.html"]
    assert not (stick / VILLAGE / "gone.html").exists()
    assert not (stick / "990122").exists()
    assert [path.name for path in (tmp_path / "a").rglob("etc")] == []


def test_pages_for_what_is_not_there_go_with_the_links_to_it(
    tmp_path: Path, publisher: Publisher
) -> None:
    stick = tmp_path / "stick"
    publisher.publish(FILES | {INDEX: LINKING}, BIG)
    filled(stick, publisher, is_open=True)
    publisher.publish(FILES, BIG)

    filled(stick, publisher, is_open=True)

    assert not (stick / OUTSIDE).exists()


@pytest.mark.parametrize("code", ["990121100202", "990121200201"])
def test_village_that_is_not_on_the_stick_is_told_which_are(
    tmp_path: Path, publisher: Publisher, code: str
) -> None:
    """One stands in the list of its township, which is there; of the other there is no list."""
    publisher.publish(FILES | {f"{code}/index.html": b"<p>other</p>"}, BIG)
    filled(tmp_path / "stick", publisher)
    root = (publisher.folder / FIRST).read_bytes()
    home = make_home(tmp_path / "other", Settings(code, ""), root)

    with pytest.raises(DisclosureError) as raised:
        sync(home, FolderSource(tmp_path / "stick"), NOON)

    assert f"里没有 {code} 的网站；那里有 " in raised.value.problems[0].message_zh
    assert VILLAGE in raised.value.problems[0].message_zh
