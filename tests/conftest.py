"""Tests that need a browser or Node are skipped, each by its name, where there is none."""

from __future__ import annotations

import signal
from importlib.util import find_spec

import pytest
from hypothesis import HealthCheck, settings

from tests.browser.chromium import find_chromium
from tests.browser.firefox import find_firefox
from tests.node import find_node

# How long a busy machine takes is nothing a test finds.
settings.register_profile(
    "any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")

# A shell that starts the tests in the background has interrupts ignored, and so would all programs
# that the tests start and interrupt.
signal.signal(signal.SIGINT, signal.default_int_handler)

MISSING = {
    "browser": "no Chromium; see tests/browser/prepare.sh",
    "firefox": "no Firefox; see tests/browser/prepare.sh",
    "node": "no Node; see tests/browser/prepare.sh",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    present = {
        "browser": find_spec("playwright") and find_chromium(),
        "firefox": find_firefox(),
        "node": find_node(),
    }
    for marker, reason in MISSING.items():
        for item in items:
            if not present[marker] and item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=reason))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite what tests hold pages and reports to"
    )
