"""What a division's site shows of the levels above and below it, put together from surveys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from disclosure.coverage import NO_DUTIES, Tally
from disclosure.division import Division, Level, Register
from disclosure.sites.gathered import Gathered
from disclosure.sites.survey import DOWN, NEWEST, SHARED, UP, Item, Survey, newest

GATHERING = (Level.CITY, Level.COUNTY)  # the levels with pages that gather the tables of villages


class Below(Struct, frozen=True):
    """A child of the division: what it covers itself, and with everything below it."""

    division: Division
    own: Tally
    whole: Tally


class Around(Struct, frozen=True):
    """The other levels as a division's site shows them; items are newest first.

    `news` are the newest entries of all divisions below; `from_below` and `from_above` those shared
    with this level. `total` is the coverage of the division and all below it. `gathered` is what
    the villages below hand up to a county or city, by code.
    """

    total: Tally = NO_DUTIES
    children: tuple[Below, ...] = ()
    news: tuple[Item, ...] = ()
    from_below: tuple[Item, ...] = ()
    from_above: tuple[Item, ...] = ()
    gathered: tuple[Gathered, ...] = ()


ALONE = Around()


class Corpus(Struct, frozen=True):
    """The surveys of a build by short code; what they come to upwards is summed up when asked for.

    `sums` are the surveys of divisions with all below them, as far as anybody asked.
    """

    own: Mapping[str, Survey]
    sums: dict[str, Survey] = field(default_factory=dict)

    def whole(self, division: Division, register: Register) -> Survey | None:
        """Return the survey of a division with all below it, None where it has none itself."""
        code = division.code
        if code not in self.sums and code in self.own:
            below = (self.whole(child, register) for child in register.children(division))
            self.sums[code] = sum_up(code, (self.own[code], *filter(None, below)))
        return self.sums.get(code)

    def around(self, division: Division, register: Register) -> Around:
        """Return what the site of a division shows of the others."""
        above = (self.own.get(one.code) for one in register.ancestors(division))
        children = [
            (child, summed)
            for child in register.children(division)
            if (summed := self.whole(child, register))
        ]
        below = [summed for _, summed in children]
        whole = self.whole(division, register)
        return Around(
            total=whole.tally if whole else NO_DUTIES,
            children=tuple(
                Below(child, self.own[child.code].tally, summed.tally) for child, summed in children
            ),
            news=newest((item for one in below for item in one.newest), NEWEST),
            from_below=newest(shared(below, UP), SHARED),
            from_above=newest(shared((one for one in above if one), DOWN), SHARED),
            gathered=tuple(self.gathered(division, register)),
        )

    def gathered(self, division: Division, register: Register) -> Iterator[Gathered]:
        """Yield what the villages below a county or city hand up, by code."""
        if division.level in GATHERING:
            for one in sorted(register.descendants(division), key=lambda below: below.code):
                if one.code in self.own:
                    yield from self.own[one.code].gathered


def shared(surveys: Iterable[Survey], way: str) -> Iterable[Item]:
    """Yield the items that are shared upwards or downwards."""
    return (item for survey in surveys for item in survey.shared if way in item.share)


def gather(surveys: Iterable[Survey]) -> Corpus:
    """Return the corpus of some surveys."""
    return Corpus({survey.division: survey for survey in surveys})


def sum_up(code: str, parts: Iterable[Survey]) -> Survey:
    """Return several surveys as one."""
    parts = tuple(parts)
    return Survey(
        code,
        sum((part.tally for part in parts), NO_DUTIES),
        newest((item for part in parts for item in part.newest), NEWEST),
        newest((item for part in parts for item in part.shared if UP in item.share), SHARED),
    )
