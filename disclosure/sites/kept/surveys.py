"""Surveys from earlier builds as lines of JSON, and in lines of their own what each rests on.

Most changes of content change that alone, of which there is little.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import json

from disclosure.kept.basis import Basis
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


def write_survey(survey: Survey) -> bytes:
    """Return a survey as one line."""
    return json.encode(survey)


def read_survey(line: bytes) -> Survey:
    """Return the survey of a line."""
    return SURVEY.decode(line)


def write_basis(code: str, basis: Basis) -> bytes:
    """Return what the survey of a division rests on as one line."""
    return json.encode((code, basis))


def read_basis(line: bytes) -> Basis:
    """Return what a survey rests on."""
    _, basis = BASIS.decode(line)
    return basis
