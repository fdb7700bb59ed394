"""Fixtures of the browser tests: one browser a worker, one watched page a test, a local server."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import find_chromium, open_chromium, watch
from tests.browser.city import build_city
from tests.browser.parsed import Parsed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        """Requests are no news in a test report."""


@pytest.fixture(scope="session")
def parsed_city(city: Path) -> dict[Path, Parsed]:
    """Every page of the demonstration city, read once for all tests that need no browser."""
    return {path: Parsed(path) for path in sorted(city.rglob("*.html"))}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    path = find_chromium()
    assert path
    with sync_playwright() as playwright:
        browser = open_chromium(playwright, path)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration city, built once; the tests only read it."""
    return build_city(tmp_path_factory.mktemp("city").resolve())


@pytest.fixture
def unwatched_page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(locale="zh-CN", timezone_id="Asia/Shanghai")
    yield context.new_page()
    context.close()


@pytest.fixture
def page(unwatched_page: Page) -> Iterator[Page]:
    """A page that fails its test on a script error, a policy violation or a foreign request."""
    complaints = watch(unwatched_page)
    yield unwatched_page
    assert complaints == []


@pytest.fixture
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves a folder on a free port of this machine and returns its address."""
    with ExitStack() as stack:

        def start(folder: Path) -> str:
            handler = partial(QuietHandler, directory=str(folder))
            server = stack.enter_context(ThreadingHTTPServer(("127.0.0.1", 0), handler))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            stack.callback(server.shutdown)
            return f"http://127.0.0.1:{server.server_address[1]}"

        yield start
