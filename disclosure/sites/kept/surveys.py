"""Surveys from earlier builds as lines of JSON, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import json

from disclosure.kept.basis import Basis
from disclosure.kept.store import BETWEEN
from disclosure.sites.survey import Survey

BASIS, SURVEY = json.Decoder(tuple[str, Basis]), json.Decoder(Survey)


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
    return BETWEEN.join((json.encode((survey.division, basis)), json.encode(survey)))


def read_basis(line: bytes) -> Basis:
    """Return what the survey of a line rests on."""
    _, basis = BASIS.decode(line.partition(BETWEEN)[0])
    return basis


def read_survey(line: bytes) -> Survey:
    """Return the survey of a line."""
    return SURVEY.decode(line.partition(BETWEEN)[2])
