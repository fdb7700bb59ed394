from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.chromium import watch

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

# Draws one character and returns its pixels as text.
DRAW = """character => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 40;
    const pen = canvas.getContext("2d");
    pen.font = "32px sans-serif";
    pen.fillText(character, 2, 34);
    return canvas.toDataURL();
}"""


def write_page(folder: Path, body: str) -> Path:
    file = folder / "index.html"
    file.write_text(f'<!doctype html><html lang="zh-CN"><meta charset="utf-8">{body}', "utf-8")
    return file


def test_chinese_characters_are_drawn_and_not_boxes(page: Page) -> None:
    drawn = {page.evaluate(DRAW, character) for character in "公开村务"}

    assert len(drawn) == 4


def test_a_page_opens_from_disk(page: Page, tmp_path: Path) -> None:
    page.goto(write_page(tmp_path, "<h1>村务公开</h1>").as_uri())

    assert page.inner_text("h1") == "村务公开"


def test_a_page_opens_from_the_local_server(
    page: Page, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    # Without an icon of its own the browser would ask for one that is not there.
    write_page(tmp_path, '<link rel="icon" href="data:,"><h1>村务公开</h1>')

    page.goto(serve(tmp_path))

    assert page.inner_text("h1") == "村务公开"


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ('<img alt="" src="https://example.com/a.png">', "request: https://example.com/a.png"),
        ("<script>throw new Error('broken')</script>", "script: broken"),
        (
            """<meta http-equiv="Content-Security-Policy" content="script-src 'none'">
            <script>1</script>""",
            "console: Executing inline script violates",
        ),
    ],
    ids=["foreign request", "script error", "policy violation"],
)
def test_a_watched_page_complains(
    unwatched_page: Page, tmp_path: Path, body: str, complaint: str
) -> None:
    complaints = watch(unwatched_page)

    unwatched_page.goto(write_page(tmp_path, body).as_uri())

    assert any(found.startswith(complaint) for found in complaints), complaints
