"""What in a front matter does not fit the closed list of keys; found once for several rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum
from functools import lru_cache

from msgspec import Struct

from disclosure.catalogue import Key, KeyType, Kind
from disclosure.dataset import DESCRIPTOR_KEYS
from disclosure.entry.cast import read_day, read_moment
from disclosure.entry.loose import read_loose_day
from disclosure.marked import Given
from disclosure.period import parse_period

NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?", re.ASCII)
URL = re.compile(r"https?://[^\s/?#<>\"]+[^\s<>\"]*", re.ASCII)
FULL_WIDTH = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a“”‘’「」]")


class Reason(Enum):
    """Why a key or value does not fit."""

    KEY_UNKNOWN = "key unknown"
    KEY_NOT_FOR_KIND = "key not for this kind"
    WRONG_TYPE = "wrong type"
    NOT_ALLOWED = "not among the values"
    NOT_REAL = "no such day"
    NO_TIME = "a day where a moment is wanted"


class Misfit(Struct, frozen=True):
    """One of them; `path` is dotted, `key` None where unknown, `allowed` the keys of its level."""

    reason: Reason
    path: str
    given: Given
    key: Key | None
    allowed: Mapping[str, Key]

    @property
    def line(self) -> int:
        return self.given.key_line or self.given.line


def find_misfits(given: Given, keys: Mapping[str, Key], kind: Kind) -> tuple[Misfit, ...]:
    """Return every key and value of a front matter that does not fit, from the top."""
    found: list[Misfit] = []
    for name, value in (given.fields or {}).items():
        key = keys.get(name)
        if key is None:
            if not (kind is Kind.DATA and name in DESCRIPTOR_KEYS):
                found.append(Misfit(Reason.KEY_UNKNOWN, name, value, None, keys))
        elif kind not in key.kinds:
            found.append(Misfit(Reason.KEY_NOT_FOR_KIND, name, value, key, keys))
        elif not (key.is_words and value.items is None and value.fields is None):
            reason = FITS[key.type](value)
            if reason or key.fields or key.values:
                look_inside(name, value, key, keys, reason, found)
    return tuple(found)


def look_inside(
    path: str,
    value: Given,
    key: Key,
    allowed: Mapping[str, Key],
    reason: Reason | None,
    found: list[Misfit],
) -> None:
    """Add what does not fit in a value, or in the fields of its map or maps."""
    if value.is_blank:
        return
    if reason:
        found.append(Misfit(reason, path, value, key, allowed))
        return
    if key.values and not set(value.texts()) <= set(key.values):
        found.append(Misfit(Reason.NOT_ALLOWED, path, value, key, allowed))
    if not key.fields:
        return
    for part in value.items if value.items is not None else (value,):
        for name, inner in (part.fields or {}).items():
            field = key.fields.get(name)
            if field is None:
                found.append(Misfit(Reason.KEY_UNKNOWN, f"{path}.{name}", inner, None, key.fields))
            elif not (field.is_words and inner.items is None and inner.fields is None):
                trouble = FITS[field.type](inner)
                if trouble or field.fields or field.values:
                    look_inside(f"{path}.{name}", inner, field, key.fields, trouble, found)


def fits_text(value: Given) -> Reason | None:
    return None if value.items is None and value.fields is None else Reason.WRONG_TYPE


def fits_texts(value: Given) -> Reason | None:
    """A list of texts, none of them blank; a single text counts as a list of one."""
    if value.fields is not None:
        return Reason.WRONG_TYPE
    for item in value.items or ():
        if not item.is_text or not item.text.strip():
            return Reason.WRONG_TYPE
    return None


def fits_flag(value: Given) -> Reason | None:
    return None if value.text in ("true", "false") else Reason.WRONG_TYPE


def fits_day(value: Given) -> Reason | None:
    return None if read_day(value.text) else day_trouble(value)


def fits_moment(value: Given) -> Reason | None:
    if read_moment(value.text):
        return None
    return Reason.NO_TIME if read_day(value.text) else day_trouble(value)


def day_trouble(value: Given) -> Reason:
    """Tell a day that does not exist from a text that is no day at all."""
    day = read_loose_day(value.text) if value.is_text else None
    return Reason.NOT_REAL if day and not day.is_real else Reason.WRONG_TYPE


def fits_period(value: Given) -> Reason | None:
    return None if value.is_text and parse_period(value.text) else day_trouble(value)


def fits_category(value: Given) -> Reason | None:
    """Any half-width text: whether there is such a category is for the catalogue to say."""
    if value.is_text and not FULL_WIDTH.search(value.text):
        return None
    return Reason.WRONG_TYPE


def fits_url(value: Given) -> Reason | None:
    return None if URL.fullmatch(value.text) else Reason.WRONG_TYPE


def fits_number(value: Given) -> Reason | None:
    return None if is_number(value.text) else Reason.WRONG_TYPE


@lru_cache(maxsize=4096)
def is_number(text: str) -> bool:
    """Tell whether a text is a plain number; the same few stand in most entries."""
    return NUMBER.fullmatch(text) is not None


def fits_map(value: Given) -> Reason | None:
    return None if value.fields is not None else Reason.WRONG_TYPE


def fits_maps(value: Given) -> Reason | None:
    if value.items is None or any(item.fields is None for item in value.items):
        return Reason.WRONG_TYPE
    return None


def fits_labels(value: Given) -> Reason | None:
    """A map of any labels to texts."""
    if value.fields is None:
        return Reason.WRONG_TYPE
    for part in value.fields.values():
        if not part.is_text:
            return Reason.WRONG_TYPE
    return None


FITS: Mapping[KeyType, Callable[[Given], Reason | None]] = {
    KeyType.TEXT: fits_text,
    KeyType.TEXTS: fits_texts,
    KeyType.FLAG: fits_flag,
    KeyType.DAY: fits_day,
    KeyType.MOMENT: fits_moment,
    KeyType.PERIOD: fits_period,
    KeyType.CATEGORY: fits_category,
    KeyType.URL: fits_url,
    KeyType.PHONE: fits_text,
    KeyType.NUMBER: fits_number,
    KeyType.MAP: fits_map,
    KeyType.MAPS: fits_maps,
    KeyType.LABELS: fits_labels,
}
