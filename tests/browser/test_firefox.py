"""The demonstration city is searched from disk in Firefox too, at every scope."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.browser.firefox import Firefox, find_firefox, open_firefox
from tests.browser.test_search import COUNT, SCOPES, STATUS, VILLAGE, matches

pytestmark = [pytest.mark.firefox, pytest.mark.slow]

# Between two pages there may be nothing to ask.
FOUND = f"/[0-9] 件/.test((document.querySelector('{STATUS}') || {{}}).textContent)"


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    path = find_firefox()
    assert path
    with open_firefox(path, tmp_path_factory.mktemp("firefox")) as window:
        yield window


def test_field_on_a_page_leads_to_what_was_asked(firefox: Firefox, city: Path) -> None:
    firefox.goto((city / VILLAGE / "index.html").as_uri())
    # The page goes on by itself: what asks it must not wait for an answer from the old one.
    firefox.evaluate(
        "setTimeout(() => { document.querySelector('.site-search input').value = '路灯';"
        " document.querySelector('.site-search button').click(); }, 50)"
    )
    firefox.wait_for(f"location.href.includes('search.html') && {FOUND}")

    assert firefox.evaluate("location.hash") == f"#q={quote('路灯')}"
    assert firefox.wait_for("(document.querySelector('.hits mark') || {}).textContent") == "路灯"


@pytest.mark.parametrize("query", ["村务公开", "路灯"])
@pytest.mark.parametrize("scope", SCOPES)
def test_every_scope_is_searched_from_disk(
    firefox: Firefox, city: Path, scope: str, query: str
) -> None:
    address = (city / VILLAGE / "search.html").as_uri()

    firefox.goto("about:blank")
    firefox.goto(f"{address}#q={quote(query)}&scope={scope}")
    firefox.wait_for(FOUND)

    found = COUNT.search(str(firefox.evaluate(f"document.querySelector('{STATUS}').textContent")))
    assert found
    assert int(found[1]) == len(matches(city, query, scope))
