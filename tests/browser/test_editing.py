from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from disclosure.catalogue import PRODUCT
from tests.browser.chromium import watch
from tests.sites.trees import VILLAGE, content_of, copy_small

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CODE = "990101100201"
LEASE = f"{VILLAGE}/notices/pond-lease.md"
TITLE, HOSTILE = "甲村二号塘承包公告", "<img src=x onerror=window.canary=1>"
CORNER = "aside.live-corner"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_small(tmp_path)


@pytest.fixture
def program(root: Path) -> Iterator[subprocess.Popen[str]]:
    """Let the program serve the village, as somebody who edits starts it."""
    command = [
        sys.executable, str(PRODUCT / "tasks.py"), "serve", "--root", str(root),
        "--division", "甲村", "--port", "0", "--as-of", "2026-11-20",
    ]  # fmt: skip
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as program:
        yield program
        program.kill()


def address_of(program: subprocess.Popen[str]) -> str:
    """Return where the program serves: it says so first."""
    assert program.stdout
    return program.stdout.readline().split()[0]


def save(root: Path, old: str, new: str) -> None:
    """Write the entry as many editors do: beside it first, then in its place."""
    path = root / LEASE
    text = path.read_text("utf-8")
    assert old in text
    part = path.with_name("part~")
    part.write_text(text.replace(old, new), "utf-8")
    part.replace(path)


@pytest.fixture
def followed(unwatched_page: Page) -> Iterator[Page]:
    """A page that may be missing at first, but breaks no policy and asks no other host."""
    complaints = watch(unwatched_page)
    yield unwatched_page
    allowed = ("404 (Not Found)", "ERR_CONNECTION_REFUSED", "ERR_INCOMPLETE_CHUNKED_ENCODING")
    assert [one for one in complaints if not any(sign in one for sign in allowed)] == []


def test_a_page_follows_what_is_saved_and_tells_what_is_wrong(
    program: subprocess.Popen[str], root: Path, followed: Page
) -> None:
    from playwright.sync_api import expect

    page, address = followed, address_of(program)
    page.goto(f"{address}notices/pond-lease.html")  # may be there before the page: it waits
    heading, corner = page.locator("h1"), page.locator(CORNER)
    expect(heading).to_have_text(TITLE, timeout=60_000)
    expect(corner).to_contain_text("没有发现问题")
    page.keyboard.press("End")
    built = content_of(root / "output")

    save(root, TITLE, "改后的标题")
    expect(heading).to_have_text("改后的标题")

    save(root, "category: ", f"category: {HOSTILE}")
    expect(corner).to_contain_text("错误 1 处")
    expect(corner).to_contain_text(LEASE)
    expect(corner).to_contain_text("第 3 行")
    expect(corner).to_contain_text(HOSTILE)
    expect(corner).to_contain_text("改法：")
    expect(heading).to_have_text("改后的标题")
    assert page.evaluate("window.canary") is None

    save(root, f"category: {HOSTILE}", "category: ")
    save(root, "改后的标题", TITLE)
    expect(heading).to_have_text(TITLE)
    expect(corner).to_contain_text("没有发现问题")

    program.send_signal(signal.SIGINT)
    said, complaints = program.communicate(timeout=30)
    assert (program.returncode, complaints) == (0, "")
    assert "甲村：已更新" in said
    assert content_of(root / "output") == built


def test_registers_are_read_again_and_broken_ones_told(
    program: subprocess.Popen[str], root: Path, followed: Page
) -> None:
    from playwright.sync_api import expect

    page = followed
    page.goto(address_of(program))
    register = root / "catalogue" / "divisions.csv"
    whole = register.read_text("utf-8")
    phone = page.get_by_text("0999-1002099").first
    expect(page.locator(CORNER)).to_contain_text("没有发现问题", timeout=60_000)

    register.write_text(whole.replace("990101100201,", "990101100201x,"), "utf-8")
    expect(page.locator(CORNER)).to_contain_text("catalogue/divisions.csv")

    register.write_text(whole.replace("0999-1002011", "0999-1002099"), "utf-8")
    expect(phone).to_be_attached()
    expect(page.locator(CORNER)).to_contain_text("没有发现问题")
