"""A cell as plain text: whole numbers without a dot, days in ISO form, blanks trimmed."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from disclosure.workbook import Value

LARGEST = 10**15  # beyond it a spreadsheet has lost the last digits
INVISIBLE = re.compile(
    "[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1f]"
)
BREAKS = re.compile(r"[ \t]*[\r\n\x0b\x0c\u2028\u2029]+[ \t]*")


def plain(value: Value) -> str:
    """Return a cell as text; spreadsheets keep fifteen digits of a number, no more are true."""
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case int():
            return str(value)
        case float():
            return f"{exact(value):f}"
        case datetime():
            at_midnight = value.time() == time()
            return value.date().isoformat() if at_midnight else value.isoformat(" ", "minutes")
        case date() | time():
            return value.isoformat()
        case timedelta():
            return str(value)
        case _:
            return value


def exact(value: float) -> Decimal:
    """Return the decimal a spreadsheet means by a number."""
    number = Decimal(f"{value:.15g}")
    if abs(value) >= LARGEST:
        return number
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


def tidy(text: str) -> str:
    """Return a text without blanks around it, line breaks in it and characters nobody sees."""
    return BREAKS.sub(" ", INVISIBLE.sub("", text)).strip(" \t\r\n\u3000\xa0")


def narrow(text: str) -> str:
    """Return a text with full-width letters, digits and signs made plain."""
    return unicodedata.normalize("NFKC", tidy(text))


def squeezed(value: Value) -> str:
    """Return a cell as words are compared: no blanks at all, nothing full-width."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", INVISIBLE.sub("", plain(value))))
