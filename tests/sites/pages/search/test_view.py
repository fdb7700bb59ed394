"""How far one may search from a place: its own site, then each place it lies in."""

from __future__ import annotations

import pytest

from disclosure.sites.pages.search.view import scopes_of
from tests.rules.verbs import small_facts

REGISTER = small_facts().register


@pytest.mark.parametrize(
    ("code", "scopes"),
    [
        (
            "990101100201",
            [
                ("own", "本站", "", ""),
                ("town", "全镇", "990101", "990101100"),
                ("county", "全区", "990101", ""),
                ("city", "全市", "9901", ""),
            ],
        ),
        (
            "990101001",
            [
                ("own", "本站", "", ""),
                ("town", "全街道", "990101", "990101001"),
                ("county", "全区", "990101", ""),
                ("city", "全市", "9901", ""),
            ],
        ),
        ("9901", [("own", "本站", "", ""), ("city", "全市", "9901", "")]),
    ],
)
def test_scopes_reach_from_the_site_to_the_city(
    code: str, scopes: list[tuple[str, str, str, str]]
) -> None:
    division = REGISTER.resolve(code)

    found = scopes_of(division, REGISTER.ancestors(division))

    assert [(one.name, one.label, one.index, one.within) for one in found] == scopes
