"""Phrases that came into a lexicon or left it: what their postings have to become."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from itertools import pairwise

from disclosure.search.piece import read_texts
from disclosure.search.plan import Plan
from disclosure.search.slots import Edit
from disclosure.search.state import State
from disclosure.search.vlq import encode_all

MOST = 40  # phrases looked for in all texts: with more of them, writing everything is quicker


def phrase_edits(
    before: Sequence[str], after: Sequence[str], plan: Plan, state: State
) -> dict[str, Edit | None] | None:
    """Return the edits of phrases by which two lexicons differ; None where they are too many."""
    come = set(after).difference(before)
    if len(come) > MOST:
        return None
    return {**dict.fromkeys(set(before).difference(after)), **find_everywhere(come, plan, state)}


def find_everywhere(phrases: Set[str], plan: Plan, state: State) -> dict[str, Edit]:
    """Return the entries of some phrases in all documents of a segment."""
    found: dict[str, Edit] = {phrase: ({}, {}) for phrase in phrases}
    if not phrases:
        return found
    overlapping = {phrase: re.compile(f"(?={phrase})") for phrase in phrases}
    for piece, start in zip(plan.pieces, plan.starts, strict=True):
        for field, texts in enumerate(read_texts(piece, plan.name, state)):
            for number, text in enumerate(texts, start):
                for phrase in phrases_in(text, phrases):
                    places = [match.start() for match in overlapping[phrase].finditer(text)]
                    gaps = [two - one for one, two in pairwise([0, *places])]
                    found[phrase][field][number] = encode_all([len(gaps), *gaps])
    return found


def phrases_in(text: str, phrases: Iterable[str]) -> Iterable[str]:
    """Return the phrases that stand in a text."""
    return (phrase for phrase in phrases if phrase in text)
