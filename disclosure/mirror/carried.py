"""Says that a site is not where it was looked for, which sites are, and what to type."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from itertools import takewhile

from disclosure.bundle.parts import COMMON
from disclosure.mirror.problems import FILE_MISSING, SITE_UNKNOWN
from disclosure.mirror.source import Source
from disclosure.problem import DisclosureError
from disclosure.trust.client import is_not_there

NAMED = 5  # sites that are told of those that are there


@contextmanager
def told_if_absent(source: Source, codes: Collection[str]) -> Iterator[None]:
    """Say which sites a source has, where it lacks something because it lacks some of these.

    A stick has the signed lists of some sites alone, and the packs of fewer.
    """
    try:
        yield
    except DisclosureError as error:
        there = source.sites()
        absent = [code for code in codes if code not in there]
        is_lack = is_not_there(error) or error.problems[0].code == FILE_MISSING.name
        if there and absent and is_lack:
            raise not_carried(source, absent, there) from error
        raise


def not_carried(source: Source, absent: Collection[str], there: Collection[str]) -> DisclosureError:
    """Return that sites are not in a source in which others are."""
    value = "、".join(absent)
    codes = sorted({*there} - {COMMON}, key=lambda code: (-alike(code, value), -len(code), code))
    named = codes[:NAMED]
    more = f" 等 {len(codes)} 个" if len(codes) > NAMED else ""
    problem = SITE_UNKNOWN.at(
        "",
        value=value,
        source=source.name,
        there_zh=f"那里有 {'、'.join(named)}{more}" if named else "那里一个也没有",
        there_en=f"those of {', '.join(named)} are there" if named else "there is none at all",
    )
    return DisclosureError(problem)


def alike(one: str, other: str) -> int:
    """Return how many digits two codes begin with alike: those of one township have nine."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
