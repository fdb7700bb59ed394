"""Unified social credit codes (统一社会信用代码, GB 32100-2015): of bodies, never personal."""

from __future__ import annotations

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # no I O S V Z
WEIGHTS = tuple(3**place % 31 for place in range(17))
ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
VALUE = {sign: value for value, sign in enumerate(ALPHABET)}


def is_credit_code(text: str) -> bool:
    """Tell whether 18 characters carry both check characters, the code's and the body's own."""
    if len(text) != 18 or any(sign not in VALUE for sign in text):
        return False
    total = sum(VALUE[sign] * weight for sign, weight in zip(text, WEIGHTS, strict=False))
    return ALPHABET[-total % 31] == text[17] and is_organisation_code(text[8:17])


def is_organisation_code(text: str) -> bool:
    """Tell whether nine characters are an organisation code (GB 11714)."""
    total = sum(
        int(sign, 36) * weight for sign, weight in zip(text, ORGANISATION_WEIGHTS, strict=False)
    )
    rest = 11 - total % 11
    return text[8] == {10: "X", 11: "0"}.get(rest, str(rest))
