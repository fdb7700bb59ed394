"""Many texts as one, laid end to end: what stands where is then asked once for all of them.

Text by text, every token is looked up among all tokens of a county, which no processor holds close
by; here all that begins with one character is together, and that is little.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from typing import NamedTuple

BREAK = "\n"  # before the first text and behind every one: no token reaches over it
Text = tuple[int, str]  # of a document: its number, and its normal title or body
Signs = Mapping[str, "array[int]"]


class Scroll(NamedTuple):
    """The texts, the document at each place by its number, and where each document begins.

    `signs` are the places of each character, ascending; `following` is the text without its first
    character, so what follows a place has the same number.
    """

    text: str
    following: str
    signs: Signs
    numbers: array[int]
    starts: Mapping[int, int]


def unroll(texts: Iterable[Text]) -> Scroll:
    """Lay normal texts end to end, each with the number of its document, ascending."""
    parts = [""]
    numbers = array("I", [0])
    starts: dict[int, int] = {}
    for number, text in texts:
        starts[number] = len(numbers)
        numbers.extend(array("I", [number]) * (len(text) + len(BREAK)))
        parts.append(text)
    text = BREAK.join([*parts, ""])
    return Scroll(text, text[1:], signs_of(text), numbers, starts)


def signs_of(text: str) -> Signs:
    """Return the places of each character of a text."""
    found: dict[str, array[int]] = {sign: array("I") for sign in set(text)}
    for place, sign in enumerate(text):
        found[sign].append(place)
    return found
