"""Browser tests are skipped, each by its name, where there is no Chromium."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from tests.browser.chromium import find_chromium


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if find_spec("playwright") and find_chromium():
        return
    skip = pytest.mark.skip(reason="no Chromium; see tests/browser/prepare.sh")
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(skip)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite what tests hold pages and reports to"
    )
