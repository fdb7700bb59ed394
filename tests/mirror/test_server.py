"""The small server shows what is held, says what is not, and lets nobody out of it."""

from __future__ import annotations

import http.client
import json
import re
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from disclosure.mirror.home import Home
from disclosure.mirror.server import make_server
from disclosure.mirror.source import FolderSource
from disclosure.mirror.standing import Last, write_last
from disclosure.mirror.sync import sync
from tests.mirror.network import CITY, COUNTY, TOWNSHIP, VILLAGE, Publisher, make_keys
from tests.mirror.point import BIG, FILES, INDEX, NOON, home_of

PUBLIC = f'<link rel="canonical" href="https://gk.example.gov.cn/{INDEX}">'.encode()
PAGE = b"<!doctype html><html><head>%b</head><body class='x'><h1>v</h1></body></html>" % PUBLIC


@pytest.fixture(scope="module")
def publisher(tmp_path_factory: pytest.TempPathFactory) -> Publisher:
    folder = tmp_path_factory.mktemp("server")
    made = Publisher(folder / "stick", make_keys(folder / "keys"))
    made.publish(FILES | {INDEX: PAGE}, BIG)
    return made


class Visitor:
    """Asks a server, on the day that `now` says."""

    def __init__(self, home: Home) -> None:
        self.home, self.now = home, NOON
        self.server = make_server(home, lambda: self.now, "127.0.0.1", 0, kiosk=False)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def ask(self, path: str, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
        line = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=10)
        line.putrequest(method, path, skip_accept_encoding=True)
        line.endheaders()
        answer = line.getresponse()
        return answer.status, dict(answer.headers), answer.read()


@pytest.fixture
def visitor(publisher: Publisher, tmp_path: Path) -> Iterator[Visitor]:
    home = home_of(tmp_path / "home", publisher)
    synced = sync(home, FolderSource(publisher.folder), NOON)
    write_last(home, Last(NOON.isoformat(), synced.until.isoformat(), "U盘"))
    made = Visitor(home)
    yield made
    made.server.shutdown()
    made.server.server_close()


def test_address_of_the_machine_leads_to_the_village(visitor: Visitor) -> None:
    status, headers, _ = visitor.ask("/")

    assert (status, headers["Location"]) == (302, f"/{VILLAGE}/index.html")


def test_page_is_shown_with_its_type_and_is_not_sniffed(visitor: Visitor) -> None:
    status, headers, body = visitor.ask(f"/{VILLAGE}/")

    assert (status, body) == (200, PAGE)
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_head_has_no_body(visitor: Visitor) -> None:
    status, headers, body = visitor.ask(f"/{INDEX}", "HEAD")

    assert (status, headers["Content-Length"], body) == (200, str(len(PAGE)), b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_written(visitor: Visitor, method: str) -> None:
    assert visitor.ask(f"/{INDEX}", method)[0] == 501


@pytest.mark.parametrize(
    "path",
    [
        "/../mirror.json",
        "/%2e%2e/mirror.json",
        f"/{VILLAGE}/../../../../mirror.json",
        "/..%5cmirror.json",
        "//etc/passwd",
        "/mirror.json",
        "/root.json",
        "/CURRENT",
        f"/{VILLAGE}/%00",
        f"/{VILLAGE}",
        f"/{VILLAGE}/articles/",
    ],
)
def test_nothing_but_what_is_published_is_shown(visitor: Visitor, path: str) -> None:
    status, _, body = visitor.ask(path)

    assert status == 404
    assert "本镜像未收录" in body.decode()


def test_page_of_a_site_that_is_not_held_says_so(visitor: Visitor) -> None:
    status, _, body = visitor.ask("/990122/index.html")

    assert status == 404
    assert "没有收录在这台机器里" in body.decode()
    assert visitor.ask(f"/{COUNTY}/search/index/terms.js")[0] == 404


def test_stub_names_the_public_address_that_the_own_pages_tell(visitor: Visitor) -> None:
    page = visitor.ask("/990122/articles/a.html")[2].decode()

    assert 'href="https://gk.example.gov.cn/990122/articles/a.html"' in page


def test_page_to_pick_a_place_from_lists_what_is_held(visitor: Visitor) -> None:
    status, _, body = visitor.ask("/index.html")

    links = re.findall(r'<a href="([0-9]+)/index.html">', body.decode())
    assert (status, links) == (200, [VILLAGE, CITY, COUNTY, TOWNSHIP])


def test_status_page_looks_like_the_others(visitor: Visitor) -> None:
    status, headers, body = visitor.ask("/status")

    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert '<link rel="stylesheet" href="theme/css/base.css">' in body.decode()
    assert f"区划代码：{VILLAGE}" in body.decode()
    assert json.loads(visitor.ask("/status.json")[2])["code"] == VILLAGE


def test_content_that_has_aged_is_shown_with_a_word_above_it(visitor: Visitor) -> None:
    visitor.now = NOON + timedelta(days=60)

    page = visitor.ask(f"/{VILLAGE}/")[2].decode()

    assert "本站点数据截至 2026-11-22，已有 60 天没有更新" in page
    assert page.index("本站点数据") > page.index("<body")
    assert "本站点数据截至 2026-11-22" in visitor.ask("/status")[2].decode()


def test_page_about_the_copy_tells_its_version(visitor: Visitor, publisher: Publisher) -> None:
    about = f"{VILLAGE}/about-copy.html"
    publisher.publish(FILES | {INDEX: PAGE, about: PAGE}, BIG)
    sync(visitor.home, FolderSource(publisher.folder), NOON)
    held = visitor.home.current().sites[VILLAGE]

    page = visitor.ask(f"/{about}")[2].decode()

    assert f"本机所存的是第 {held.version} 版，内容截至 2026-11-22" in page
    assert "本机所存" not in visitor.ask(f"/{INDEX}")[2].decode()


def test_new_release_is_shown_at_once(visitor: Visitor, publisher: Publisher) -> None:
    visitor.ask(f"/{VILLAGE}/")
    publisher.publish(FILES | {INDEX: PAGE.replace(b"<h1>v", b"<h1>w")}, BIG)

    sync(visitor.home, FolderSource(publisher.folder), datetime(2026, 11, 23, tzinfo=UTC))

    assert b"<h1>w</h1>" in visitor.ask(f"/{VILLAGE}/")[2]
