"""Surveys from earlier builds as lines of JSON, each with what it rests on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from disclosure.coverage import Tally
from disclosure.deadline import State
from disclosure.kept.basis import Basis
from disclosure.kept.store import BETWEEN
from disclosure.sites.gathered import Gathered
from disclosure.sites.survey import Item, Survey


class Surveys(Mapping[str, Survey]):
    """Surveys by code; one that is kept is read when it is asked for: most are not."""

    def __init__(self) -> None:
        self.found: dict[str, Survey | bytes] = {}

    def put(self, code: str, survey: Survey | bytes) -> None:
        """Add a survey, or the line of one."""
        self.found[code] = survey

    def __getitem__(self, code: str) -> Survey:
        survey = self.found[code]
        if isinstance(survey, bytes):
            survey = self.found[code] = read_survey(survey)
        return survey

    def __contains__(self, code: object) -> bool:
        return code in self.found

    def __iter__(self) -> Iterator[str]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)


def write_survey(survey: Survey, basis: Basis) -> bytes:
    """Return a survey as one line, what it rests on apart from it: that is asked of all."""
    head = [survey.division, basis.content, dict(basis.above), dict(basis.sought)]
    parts = [
        survey.division,
        [[state.value, number] for state, number in survey.tally.counts],
        survey.tally.divisions,
        [row_of(item) for item in survey.newest],
        [row_of(item) for item in survey.shared],
        [[one.table, one.lines] for one in survey.gathered],
    ]
    return BETWEEN.join(
        json.dumps(some, ensure_ascii=False, separators=(",", ":")).encode()
        for some in (head, parts)
    )


def read_basis(line: bytes) -> Basis:
    """Return what the survey of a line rests on."""
    _, content, above, sought = json.loads(line.partition(BETWEEN)[0])
    return Basis(content, above, sought)


def read_survey(line: bytes) -> Survey:
    """Return the survey of a line."""
    parts = json.loads(line.partition(BETWEEN)[2])
    code, counts, divisions, newest, shared, gathered = parts
    return Survey(
        code,
        Tally(tuple((State(state), number) for state, number in counts), divisions),
        tuple(map(item_of, newest)),
        tuple(map(item_of, shared)),
        tuple(Gathered(code, table, lines) for table, lines in gathered),
    )


def row_of(item: Item) -> list[object]:
    return [item.division, item.place, item.address, item.title, item.published, list(item.share)]


def item_of(row: list[str]) -> Item:
    division, place, address, title, published, share = row
    return Item(division, place, address, title, published, tuple(share))
