"""What is kept of a division's share of a segment: cards, and texts made normal once for all.

What a share held before stays set aside until every index above has let go of it: one that knows
what was there takes out the old postings and puts in the new ones. Nothing rests on it; without it
an index is put together from all its divisions. It holds what may have been withdrawn, so it is
gone as soon as the widest index is up to date.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.json import Decoder

from disclosure.search.card import Card, card_of
from disclosure.search.document import Document
from disclosure.search.folding import FOLDED
from disclosure.search.state import State, digest_of
from disclosure.search.texts import write_document
from disclosure.search.tokens import DIGITS, NEWER, PAIRED, TAIL, WORDED, normal

FORM = 5  # of what is kept; another number, and everything is cut anew
TOKENS = digest_of([PAIRED, WORDED, NEWER, DIGITS, TAIL, sorted(FOLDED.items())])
FOLDER, ASIDE = "divisions", "aside"
SHARE, CARDS, TEXTS = "share", "cards", "texts"
SET_ASIDE = digest_of([FORM, TOKENS, ASIDE])  # the key of a share there


class Share(NamedTuple):
    """A division's share of one segment: how many slots, of which `live` can be found.

    `subjects` are the codes of the categories in it, sorted; `titles` is the key of the titles.
    """

    key: str
    slots: int
    live: int
    subjects: list[str]
    titles: str


class Cut(NamedTuple):
    """What is kept of a share: a card for each slot, and the normal titles and bodies."""

    cards: list[Card | None]
    texts: list[list[str]]


class Former(NamedTuple):
    """A share as it was, with what was kept of it."""

    share: Share
    cut: Cut


OF_CARDS, OF_TEXTS, OF_SHARE = Decoder(list[Card | None]), Decoder(list[list[str]]), Decoder(Share)


def share_of(documents: Sequence[Document]) -> Share:
    """Return what is said of some documents; the same documents, the same key."""
    live = [one for one in documents if not one.withdrawn]
    texts = [None if one.withdrawn else write_document(one, one.category) for one in documents]
    subjects = sorted({one.category for one in live if one.category})
    titles = digest_of([one.title for one in live])
    return Share(digest_of([FORM, TOKENS, texts]), len(documents), len(live), subjects, titles)


def keep_cut(
    code: str, segment: str, share: Share, documents: Sequence[Document], state: State
) -> Cut:
    """Make the documents of a share normal, keep what comes of it and return it."""
    titles = [normal(one.title) for one in documents]
    bodies = [normal(one.body) for one in documents]
    cards = [card_of(one, body) for one, body in zip(documents, bodies, strict=True)]
    cut = Cut(cards, [titles, bodies])
    state.forget_all(name_of(code, segment, ""))
    if documents:
        state.write(name_of(code, segment, CARDS), share.key, cut.cards)
        state.write(name_of(code, segment, TEXTS), share.key, cut.texts)
    return cut


def read_cards(code: str, segment: str, share: Share, state: State) -> list[Card | None] | None:
    """Return the cards of a share, one a slot; None where they are not kept."""
    return state.read(name_of(code, segment, CARDS), share.key, OF_CARDS) if share.slots else []


def read_texts(code: str, segment: str, share: Share, state: State) -> list[list[str]] | None:
    """Return the normal titles and the normal bodies of a share, one a slot, where kept."""
    if not share.slots:
        return [[], []]
    return state.read(name_of(code, segment, TEXTS), share.key, OF_TEXTS)


def set_aside(code: str, segment: str, share: Share, state: State) -> None:
    """Take what is kept of a share aside: another one is about to take its place."""
    for what in (CARDS, TEXTS):
        state.move(name_of(code, segment, what), aside_of(code, segment, what))
    state.write(aside_of(code, segment, SHARE), SET_ASIDE, share)


def read_aside(code: str, segment: str, state: State) -> Former | None:
    """Return the share that was set aside, None where there is none that can be used."""
    share = state.read(aside_of(code, segment, SHARE), SET_ASIDE, OF_SHARE)
    if share is None:
        return None
    if not share.slots:
        return Former(share, Cut([], [[], []]))
    cards = state.read(aside_of(code, segment, CARDS), share.key, OF_CARDS)
    texts = state.read(aside_of(code, segment, TEXTS), share.key, OF_TEXTS)
    return None if cards is None or texts is None else Former(share, Cut(cards, texts))


def forget_aside(beginning: str, state: State) -> None:
    """Keep nothing aside of divisions whose codes begin so."""
    state.forget_all(f"{ASIDE}/{beginning}")


def name_of(code: str, segment: str, what: str) -> str:
    """Return the name under which a part of a share is kept."""
    return f"{FOLDER}/{code}/{segment}.{what}"


def aside_of(code: str, segment: str, what: str) -> str:
    """Return the name under which a part of a share is set aside."""
    return f"{ASIDE}/{code}.{segment}.{what}"
