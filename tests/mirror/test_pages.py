"""The pages that a mirror makes itself say what is so, and believe no address that does not fit."""

from __future__ import annotations

import pytest

from disclosure.mirror.pages import public_address

PATH = "990121100201/index.html"


@pytest.mark.parametrize(
    ("address", "found"),
    [
        (f"https://gk.example.gov.cn/{PATH}", "https://gk.example.gov.cn"),
        (f"https://example.gov.cn/gongkai/{PATH}", "https://example.gov.cn/gongkai"),
        ("https://gk.example.gov.cn/990121100201/", ""),
        (f"javascript:alert(1)/{PATH}", ""),
    ],
)
def test_public_address_is_what_stands_before_the_path(address: str, found: str) -> None:
    page = f'<head><link rel="canonical" href="{address}"></head>'.encode()

    assert public_address(page, PATH) == found


def test_page_without_an_address_of_its_own_tells_none() -> None:
    assert public_address(b"<head></head>", PATH) == ""
