"""Surveys from earlier builds as lines of JSON, each with what it rests on."""

from __future__ import annotations

import json

from disclosure.coverage import Tally
from disclosure.deadline import State
from disclosure.kept.basis import Basis
from disclosure.sites.gathered import Gathered
from disclosure.sites.survey import Item, Survey


def write_survey(survey: Survey, basis: Basis) -> bytes:
    """Return a survey as one line."""
    parts = [
        survey.division,
        basis.content,
        dict(basis.above),
        dict(basis.sought),
        [[state.value, number] for state, number in survey.tally.counts],
        survey.tally.divisions,
        [row_of(item) for item in survey.newest],
        [row_of(item) for item in survey.shared],
        [[one.table, one.lines] for one in survey.gathered],
    ]
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode()


def read_survey(line: bytes) -> tuple[Survey, Basis]:
    """Return the survey of a line, and what it rests on."""
    code, content, above, sought, counts, divisions, newest, shared, gathered = json.loads(line)
    survey = Survey(
        code,
        Tally(tuple((State(state), number) for state, number in counts), divisions),
        tuple(map(item_of, newest)),
        tuple(map(item_of, shared)),
        tuple(Gathered(code, table, lines) for table, lines in gathered),
    )
    return survey, Basis(content, above, sought)


def row_of(item: Item) -> list[object]:
    return [item.division, item.place, item.address, item.title, item.published, list(item.share)]


def item_of(row: list[str]) -> Item:
    division, place, address, title, published, share = row
    return Item(division, place, address, title, published, tuple(share))
