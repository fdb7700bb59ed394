"""Which lines of the text a correction changed: a plain comparison, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest

from disclosure.sites.pages.corrections.change import Line, Sign, cut, tidy

AROUND = 1  # lines left as they were that are shown on either side
NEAR = 40  # characters that are shown on either side of what differs in a line
EXACT = 2000  # lines; of longer texts the comparison passes over those that keep coming back
ELLIPSIS = "……"
NUMBER = "0123456789.,-"
HEADING = re.compile(r"^ {0,3}#{1,6}(?=[ \t])")


def line_changes(before: str, after: str) -> tuple[Line, ...]:
    """Return the changed lines of a text with a line around each; blank lines do not count."""
    old, new = lines_of(before), lines_of(after)
    is_long = len(old) + len(new) > EXACT
    matcher = SequenceMatcher(None, old, new, autojunk=is_long)
    found: list[Line] = []
    for group in matcher.get_grouped_opcodes(AROUND):
        if found:
            found.append(Line(Sign.GAP, ELLIPSIS))
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                found += [Line(Sign.SAME, text) for text in old[i1:i2]]
            else:
                found += changed(old[i1:i2], new[j1:j2])
    return tuple(found)


def lines_of(text: str) -> list[str]:
    """Return the lines of a text that hold something; headings without their signs."""
    return list(filter(None, (tidy(HEADING.sub("", line)) for line in text.split("\n"))))


def changed(old: list[str], new: list[str]) -> Iterator[Line]:
    """Yield lines taken out and put in; where each took the place of one, pair by pair."""
    if len(old) == len(new):
        for before, after in zip(old, new, strict=True):
            yield from pair(before, after)
    else:
        yield from (Line(Sign.REMOVED, "", text) for text in old)
        yield from (Line(Sign.ADDED, "", text) for text in new)


def pair(before: str, after: str) -> tuple[Line, Line]:
    """Return a line before and after, each with the part that differs set apart."""
    shortest = min(len(before), len(after))
    head = common(before, after)
    tail = min(common(before[::-1], after[::-1]), shortest - head)
    while head and before[head - 1] in NUMBER:  # a number is told whole
        head -= 1
    while tail and before[len(before) - tail] in NUMBER:
        tail -= 1
    return (
        Line(Sign.REMOVED, before[:head], before[head : len(before) - tail], ending(before, tail)),
        Line(Sign.ADDED, after[:head], after[head : len(after) - tail], ending(after, tail)),
    )


def common(one: str, other: str) -> int:
    """Return with how many characters two texts begin alike."""
    pairs = enumerate(zip_longest(one, other))
    return next((number for number, (left, right) in pairs if left != right), len(one))


def ending(text: str, length: int) -> str:
    """Return the last characters of a text."""
    return text[len(text) - length :]


def shorten(line: Line) -> Line:
    """Return a line as it is shown: what differs, and only a little of what stands around it."""
    if not line.middle and line.sign in (Sign.SAME, Sign.GAP):
        return Line(line.sign, cut(line.start))
    start, end = line.start, line.end
    if len(start) > NEAR:
        start = ELLIPSIS + start[-NEAR:]
    if len(end) > NEAR:
        end = end[:NEAR] + ELLIPSIS
    return Line(line.sign, start, cut(line.middle), end)
