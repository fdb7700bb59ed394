"""Bank card numbers (银行卡号): 16-19 digits, a card scheme's prefix, the Luhn check."""

from __future__ import annotations

from disclosure.personal.credit_code import is_credit_code

PREFIXES = ("62", "4", "5")
DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)  # twice a digit, nine taken off above nine


def is_bank_card(text: str) -> bool:
    """Tell whether some digits are a card number and no organisation's credit code."""
    return (
        16 <= len(text) <= 19
        and text.startswith(PREFIXES)
        and luhn(text) == 0
        and not is_credit_code(text)
    )


def luhn(text: str) -> int:
    """Return the Luhn remainder of some digits; 0 = the check digit is right."""
    odd = sum(map(int, text[-1::-2]))
    even = sum(DOUBLED[int(digit)] for digit in text[-2::-2])
    return (odd + even) % 10


def is_card_grouping(lengths: tuple[int, ...]) -> bool:
    """Tell whether groups of digits are cut as on a card: not at all, or by fours."""
    return len(lengths) == 1 or (set(lengths[:-1]) == {4} and lengths[-1] <= 4)
