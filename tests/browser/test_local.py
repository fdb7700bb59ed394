from __future__ import annotations

import pytest

from tests.browser.chromium import is_local


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("file:///tmp/index.html", True),
        ("data:image/png;base64,", True),
        ("http://127.0.0.1:8000/", True),
        ("http://127.0.0.1.example.com/", False),
        ("https://example.com/127.0.0.1", False),
    ],
)
def test_only_this_machine_is_local(address: str, expected: bool) -> None:
    assert is_local(address) is expected
