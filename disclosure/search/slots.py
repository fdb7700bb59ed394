"""Which documents of a segment are others than before: what an index must take out and put in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from disclosure.search.batches import cut_phrases, cut_terms
from disclosure.search.card import Card
from disclosure.search.phrases import Beginnings
from disclosure.search.piece import Piece, read_cards, read_texts
from disclosure.search.plan import Plan
from disclosure.search.scroll import unroll
from disclosure.search.shares import Cut, read_aside
from disclosure.search.state import State

ONE_IN = 500  # slots: where more of them changed, writing everything is quicker
FEW = 16  # slots that may change in any case
Texts = tuple[str, str]  # the normal title and the normal body
Edit = tuple[dict[int, str | None], dict[int, str | None]]  # entries in titles, in bodies


class Side(NamedTuple):
    """What a slot holds; nothing where it is empty or its document was withdrawn."""

    card: Card | None
    texts: Texts


NOTHING = Side(None, ("", ""))


class Change(NamedTuple):
    """A slot, by the number of its document, whose document is not as it was."""

    number: int
    before: Side
    after: Side


def changed_pieces(plan: Plan, keys: Mapping[str, str]) -> list[tuple[int, Piece]]:
    """Return the pieces of a segment whose shares have other keys, each with its place."""
    return [
        (place, piece)
        for place, piece in enumerate(plan.pieces)
        if keys[piece.code] != piece.shares[plan.name].key
    ]


def find_changes(plan: Plan, keys: Mapping[str, str], state: State) -> list[Change] | None:
    """Return the slots that differ from those of shares with some keys.

    None where it is not known what those held, or where too much is another.
    """
    found: list[Change] = []
    most = max(FEW, plan.numbers // ONE_IN)
    for place, piece in changed_pieces(plan, keys):
        former = read_aside(piece.code, plan.name, state)
        if former is None or former.share.key != keys[piece.code]:
            return None
        now = Cut(read_cards(piece, plan.name, state), read_texts(piece, plan.name, state))
        found += compare(former.cut, now, plan.starts[place])
        if len(found) > most:
            return None
    return found


def compare(former: Cut, now: Cut, start: int) -> Iterator[Change]:
    """Yield the slots that differ, numbered from a start."""
    pairs = zip_longest(sides_of(former), sides_of(now), fillvalue=NOTHING)
    for number, (before, after) in enumerate(pairs, start):
        if before != after:
            yield Change(number, before, after)


def sides_of(cut: Cut) -> Iterator[Side]:
    """Yield what the slots of a share hold."""
    titles, bodies = cut.texts
    for card, title, body in zip(cut.cards, titles, bodies, strict=True):
        yield Side(card, (title, body))


def edits_of(changes: Sequence[Change], beginnings: Beginnings) -> dict[str, Edit]:
    """Return by term the entries that some changes put in place of those before."""
    edits: dict[str, Edit] = {}
    for number, before, after in changes:
        pairs = zip(
            entries_of(number, before.texts, beginnings),
            entries_of(number, after.texts, beginnings),
            strict=True,
        )
        for field, (old, new) in enumerate(pairs):
            for term in old.keys() | new.keys():
                entry = new.get(term)
                if entry != old.get(term):
                    edits.setdefault(term, ({}, {}))[field][number] = entry
    return edits


def entries_of(
    number: int, texts: Texts, beginnings: Beginnings
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the entry of a document by term, for its title and for its body."""
    title, body = (unroll([(number, text)]) for text in texts)
    found: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for cut in (*cut_terms((title, body)), *cut_phrases((title, body), beginnings)):
        for entries, runs in zip(found, (cut.titles, cut.bodies), strict=True):
            entries.update((term, run.text) for term, run in runs.items())
    return found
