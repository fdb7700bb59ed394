"""Finds Chromium, opens it, and notes what a page must never do: fail, or ask another host."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Route

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
LOCAL_HOSTS = ("127.0.0.1", "localhost")
# Background services of the browser would otherwise knock at hosts of their own.
ARGUMENTS = ("--disable-gpu", "--disable-quic", "--disable-sync", "--no-first-run")


def find_chromium() -> str | None:
    """The path of the browser, from the variable CHROMIUM or the search path; never a download."""
    given = os.environ.get("CHROMIUM")
    return shutil.which(given) if given else next(filter(None, map(shutil.which, PROGRAMS)), None)


def open_chromium(playwright: Playwright, path: str, without: Sequence[str] = ()) -> Browser:
    """Open the browser, `without` some of the arguments that Playwright gives it."""
    return playwright.chromium.launch(
        executable_path=path, args=list(ARGUMENTS), ignore_default_args=list(without)
    )


def is_local(address: str) -> bool:
    """Whether a request stays on this machine: from disk, inline, or a server of the tests."""
    parts = urlsplit(address)
    return parts.scheme in {"file", "data", "blob", "about"} or parts.hostname in LOCAL_HOSTS


def watch(page: Page) -> list[str]:
    """Complaints about the page, added to as they happen; requests to other hosts are refused."""
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":  # also what the content security policy refuses
            complaints.append(f"console: {message.text}")

    def guard(route: Route) -> None:
        if is_local(route.request.url):
            route.continue_()
        else:
            complaints.append(f"request: {route.request.url}")
            route.abort()

    page.on("console", hear)
    page.on("pageerror", lambda error: complaints.append(f"script: {error}"))
    page.route("**/*", guard)
    return complaints
