"""Asks every query in Chromium as somebody does who has just opened the page: nothing is cached."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin, urlsplit

from msgspec import Struct

from bench.peer_search import FRAME, sort_of
from bench.queries import Query
from bench.served import serve
from bench.unwatched import add_script, run_unwatched
from tests.browser.chromium import find_chromium, open_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SHOWN = 10  # results of a first page
# Playwright's, for machines with little shared memory: that lies on the disk then, 2 MiB of it for
# every file that a page loads. No browser of a person is started so.
NOT_OURS = ("--disable-dev-shm-usage",)
# Milliseconds in which somebody types: a browser that has just made a window and a process for the
# page is still busy with them, and would be measured instead of the search.
TYPING = 1_500
PAGEFIND = """async ([text, shown, typing]) => {
  const start = performance.now(); // since the page was asked for
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
  const ready = performance.now();
  await new Promise((done) => setTimeout(done, typing));
  const asked = performance.now();
  const found = await pagefind.search(text);
  const top = await Promise.all(found.results.slice(0, shown).map((result) => result.data()));
  return {
    page: start,
    opened: ready - start,
    searched: performance.now() - asked,
    total: found.results.length,
    names: top.map((result) => decodeURI(result.url).slice(1).replace(/\\.html$/, "")),
  };
}"""
OURS = """async ([text, place, typing]) => {
  const start = performance.now();
  const scope = await DISCLOSURE.engine.open(place);
  const ready = performance.now();
  DISCLOSURE.rehearsal.begin();
  await new Promise((done) => setTimeout(done, typing));
  DISCLOSURE.rehearsal.end();
  const asked = performance.now();
  const found = await scope.search({ q: text });
  return {
    page: start,
    opened: ready - start,
    searched: performance.now() - asked,
    total: found.total,
    names: found.results.map((result) => `${result.division}/${result.address}`),
    said: scope.said.concat(found.said),
    // Short, because a title holds only so much: "~" is the folder of the index.
    scripts: Array.from(document.scripts, (script) => script.getAttribute("src"))
      .filter(Boolean).map((address) => address.split("?")[0].replace(place.folder, "~")),
  };
}"""
Script = dict[str, Any]  # what a page returns: JSON


class Answer(Struct, frozen=True):
    """What a query gave: milliseconds to load the page, open the index and search; bytes by sort.

    `names` are those of the first page, `total` counts all; `scripts` are the files of ours.
    """

    query: Query
    page: float
    opened: float
    searched: float
    total: int
    names: tuple[str, ...]
    sizes: dict[str, int]
    scripts: tuple[str, ...] = ()

    @property
    def recall(self) -> float:
        """The share of the true answers that the first page can hold and does."""
        most = min(SHOWN, len(self.query.true))
        return len(self.query.true.intersection(self.names)) / most if most else 1.0

    @property
    def precision(self) -> float:
        """The share of the first page that is true; of an empty one, whether that is right."""
        if not self.names:
            return float(not self.query.true)
        return len(self.query.true.intersection(self.names)) / len(self.names)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Open the browser of this machine."""
    from playwright.sync_api import sync_playwright

    path = find_chromium()
    if not path:
        raise SystemExit("no Chromium; see tests/browser/prepare.sh")
    with sync_playwright() as playwright:
        browser = open_chromium(playwright, path, without=NOT_OURS)
        yield browser
        browser.close()


def ask_pagefind(pages: Path, queries: Sequence[Query]) -> list[Answer]:
    """Ask Pagefind over HTTP from this machine; bytes as sent."""
    with serve(pages) as served, chromium() as browser:

        def sizes(told: Script) -> dict[str, int]:
            found = add_up((sort_of(path), size) for path, size in served.sent)
            served.sent.clear()
            return found

        add_script(pages / FRAME, PAGEFIND)
        address = f"{served.address}/{FRAME}"
        return [ask(browser, query, address, SHOWN, sizes) for query in queries]


def ask_ours(page: Path, place: dict[str, str], queries: Sequence[Query]) -> list[Answer]:
    """Ask our search from disk; bytes as a server would send them, compressed.

    The page tells which scripts it has: to hear of every request would cost the query itself time.
    """
    add_script(page, OURS)

    def sizes(told: Script) -> dict[str, int]:
        addresses = [
            urljoin(page.as_uri(), address.replace("~", place["folder"]))
            for address in told["scripts"]
        ]
        files = [Path(unquote(urlsplit(address).path)) for address in addresses]
        return add_up((kind_of(file), compressed(file)) for file in files)

    with chromium() as browser:
        return [ask(browser, query, page.as_uri(), place, sizes) for query in queries]


def ask(
    browser: Browser,
    query: Query,
    address: str,
    more: object,
    sizes: Callable[[Script], dict[str, int]],
) -> Answer:
    """Ask one query in a new context, whose cache is empty."""
    told: Script = run_unwatched(browser, address, [query.text, more, TYPING], TYPING / 1000)
    if told.get("said"):
        raise SystemExit(f"{query.text}: {told['said']}")
    return Answer(
        query,
        told["page"],
        told["opened"],
        told["searched"],
        told["total"],
        tuple(told["names"]),
        sizes(told),
        tuple(told.get("scripts", ())),
    )


def kind_of(file: Path) -> str:
    """Return what a file of ours is for: code, terms, documents, and what opening loads once."""
    if "js" in file.parts or file.suffix == ".html":
        return "code"
    folders = file.parts[-4:-1]
    if "t" in folders or "p" in folders:
        return "terms"
    return "documents" if "s" in folders or "r" in folders else "lists"


@cache
def compressed(file: Path) -> int:
    """Return the bytes of a file as gzip -6 sends it."""
    return len(gzip.compress(file.read_bytes(), 6))


def add_up(sizes: Iterator[tuple[str, int]]) -> dict[str, int]:
    """Return the sums by sort."""
    found: dict[str, int] = {}
    for sort, size in sizes:
        found[sort] = found.get(sort, 0) + size
    return found
