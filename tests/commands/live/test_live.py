from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from commands.live.board import MAX_SHOWN, Board
from commands.live.handler import LiveHandler, site_of, with_corner
from commands.server import serving
from disclosure.problem import Code, Severity

CODE = "990101100201"
WRONG = Code("x-wrong", zh="写了“{value}”", en="{value}", hint_zh="改成 {value}", hint_en="x")
PAGE = (
    '<!doctype html><head><meta http-equiv="Content-Security-Policy" content="'
    'default-src &#39;none&#39;; script-src &#39;self&#39;"><title>甲村</title></head>'
    "<p>default-src &#39;none&#39;;</p></head>"
)


@pytest.fixture
def board() -> Board:
    return Board()


@pytest.fixture
def port(board: Board, tmp_path: Path) -> Iterator[int]:
    """Serve an output with one page."""
    (tmp_path / CODE).mkdir()
    (tmp_path / CODE / "index.html").write_text(PAGE, "utf-8")
    (tmp_path / CODE / "table.csv").write_text("标题\n</head>", "utf-8")
    handler = partial(LiveHandler, board=board, directory=str(tmp_path))
    with serving(handler, 0) as address:
        yield int(address.rpartition(":")[2])
        board.close()


def get(port: int, path: str, host: str = "127.0.0.1") -> HTTPResponse:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Host": f"{host}:{port}"})
    return connection.getresponse()


def state(port: int, site: str = CODE) -> dict[str, object]:
    found = json.loads(get(port, f"/-/state?site={site}").read())
    assert isinstance(found, dict)
    return found


def test_a_page_gets_a_script_and_may_ask_this_server_alone(port: int, tmp_path: Path) -> None:
    page = get(port, f"/{CODE}/").read().decode()

    head = page.partition("</head>")[0]
    assert "default-src &#39;none&#39;; connect-src &#39;self&#39;; script-src" in head
    assert f'<script src="/-/corner.js" data-site="{CODE}"' in head
    assert page.count("connect-src") == page.count("corner.js") == 1
    assert (tmp_path / CODE / "index.html").read_text("utf-8") == PAGE


def test_other_files_are_sent_as_they_are(port: int, tmp_path: Path) -> None:
    sent = get(port, f"/{CODE}/table.csv").read()

    assert sent == (tmp_path / CODE / "table.csv").read_bytes()


@pytest.mark.parametrize("name", ["corner.js", "corner.css"])
def test_script_and_style_are_there(port: int, name: str) -> None:
    response = get(port, f"/-/{name}")

    assert response.status == 200
    assert b"live-corner" in response.read()


@pytest.mark.parametrize("path", ["/-/board.py", "/-/../../tasks.py", "/-/", "/-/%2e%2e/secret"])
def test_nothing_else_of_the_program_is_sent(port: int, path: str) -> None:
    assert get(port, path).status == 404


@pytest.mark.parametrize("path", [f"/{CODE}/", "/-/state", "/-/events", "/-/corner.js"])
def test_nothing_is_said_to_whoever_asks_for_another_host(port: int, path: str) -> None:
    assert get(port, path, host="evil.example").status == 421


def test_a_page_that_is_not_there_yet_waits_for_it(port: int, board: Board) -> None:
    first = get(port, "/9901/")
    board.tell_busy(is_busy=False)
    second = get(port, "/9901/")

    assert (first.status, second.status) == (404, 404)
    assert "正在生成" in (text := first.read().decode())
    assert "corner.js" in text
    assert "connect-src" in text
    assert "右下角" in second.read().decode()


def test_the_mark_of_a_site_changes_when_it_was_built(port: int, board: Board) -> None:
    before = state(port)["mark"]

    board.tell("9901", (), is_built=True)
    assert state(port)["mark"] == before
    board.tell(CODE, [WRONG.at("a.md", value="x")], is_built=False)
    assert state(port)["mark"] == before
    board.tell(CODE, (), is_built=True)

    assert state(port)["mark"] != before
    assert str(state(port)["mark"]) in get(port, f"/{CODE}/").read().decode()


def test_problems_are_told_in_words_those_of_the_own_site_apart(port: int, board: Board) -> None:
    board.check = lambda code: (WRONG.at(f"{code}.md", 3, value="</p>"),)
    board.tell("9901", [WRONG.at("city.md", severity=Severity.WARNING)], is_built=True)

    told = state(port)

    assert told["own"] == [
        {
            "code": "x-wrong",
            "file": f"{CODE}.md",
            "hint": "改成 </p>",
            "kind": "错误",
            "message": "写了“</p>”",
            "place": "第 3 行",
            "severity": "error",
        }
    ]
    others = told["others"]
    assert isinstance(others, list)
    assert [(one["file"], one["kind"], one["place"]) for one in others] == [
        ("city.md", "提示", "整个文件")
    ]


def test_what_was_wrong_is_no_longer_told_when_it_is_mended(port: int, board: Board) -> None:
    board.tell("9901", [WRONG.at("city.md")], is_built=False)
    board.tell("9901", (), is_built=True)

    assert state(port)["others"] == []


def test_no_more_is_told_than_can_be_read(port: int, board: Board) -> None:
    board.check = lambda _: tuple(WRONG.at("a.md", line) for line in range(1, 200))

    own = state(port)["own"]

    assert isinstance(own, list)
    assert len(own) == MAX_SHOWN


def test_personal_numbers_and_odd_signs_in_file_names_are_not_shown(
    port: int, board: Board
) -> None:
    board.check = lambda _: (WRONG.at("a\x1b11010519491231002X.md", 1),)

    own = state(port)["own"]

    assert isinstance(own, list)
    assert "19491231" not in own[0]["file"]
    assert "\x1b" not in own[0]["file"]


def test_an_open_page_hears_of_news(port: int, board: Board) -> None:
    stream = get(port, "/-/events")
    assert stream.getheader("Content-Type") == "text/event-stream"
    assert [stream.readline(), stream.readline()][1] == b"data: 0\n"

    board.tell(CODE, (), is_built=True)

    assert [stream.readline() for _ in range(2)] == [b"\n", b"data: 1\n"]


def test_whoever_listens_is_let_go_in_the_end(port: int, board: Board) -> None:
    stream = get(port, "/-/events")
    threading.Timer(0.05, board.close).start()

    assert stream.read().endswith(b"\n\n")


@pytest.mark.parametrize(
    ("path", "site"),
    [("/990101/index.html", "990101"), ("/", ""), ("/index.html", ""), ('/"><b>/a.html', "")],
)
def test_the_site_of_a_page_is_a_code_or_none(path: str, site: str) -> None:
    assert site_of(path) == site


def test_what_is_no_page_gets_no_script() -> None:
    assert with_corner(b"<p>bare</p>", "9901", "x") == b"<p>bare</p>"
