"""Writes one segment of an index: leaves of terms, places of hot ones, cards, columns."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.search.batches import read_batches
from disclosure.search.card import Card
from disclosure.search.columns import dates_of, facets_of
from disclosure.search.folder import IndexFolder
from disclosure.search.hot import split_hot
from disclosure.search.leaf_tree import name_of, write_tree
from disclosure.search.leaves import Leaf, cut_leaves, size_of
from disclosure.search.lexicon import is_phrase
from disclosure.search.manifest import FUNCTION, Segment
from disclosure.search.merge import stream_groups
from disclosure.search.piece import FORM, read_cards
from disclosure.search.plan import Plan
from disclosure.search.script import write_call
from disclosure.search.shelf import Shelved, shelve
from disclosure.search.spoken import Lexicon
from disclosure.search.state import State, digest_of


def bring_segment(
    scope: str, plan: Plan, lexicon: Lexicon, folder: IndexFolder, state: State
) -> Segment:
    """Bring the files of a segment to what they must be; return what the manifest says of it.

    Where nothing it follows from changed, and nobody touched its files, they are not looked into.
    """
    place = f"scopes/{scope}/{plan.name}"
    key = digest_of([FORM, plan.build, plan.target, lexicon.key, keys_of(plan)])
    known = state.read(place, key)
    if known and known["said"] and folder.look(known["names"]) == known["said"]:
        folder.keep(known["names"])
        return segment_of(plan, known["leaves"])
    state.forget(place)
    before = set(folder.names)
    segment = write_segment(plan, lexicon, folder, state)
    names = sorted(folder.names - before)
    said = folder.look(names)
    state.write(place, key, {"names": names, "said": said, "leaves": segment.leaves})
    return segment


def keys_of(plan: Plan) -> list[str]:
    """Return the keys of all shares of a segment."""
    return [piece.shares[plan.name].key for piece in plan.pieces]


def write_segment(plan: Plan, lexicon: Lexicon, folder: IndexFolder, state: State) -> Segment:
    """Write the files of a segment that differ; return what the manifest says of it."""
    groups = stream_groups(read_batches(plan.pieces, plan.name, lexicon, state))
    paths: list[str] = []
    for leaf in cut_leaves(groups, plan.target):
        paths.append(leaf.path)
        for name, text in files_of(leaf, plan):
            put(folder, plan, name, text)
    for name, value in (*shelve(cards_of(plan, state), plan.subjects), *columns_of(plan, state)):
        put(folder, plan, name, value)
    return segment_of(plan, write_tree(paths))


def segment_of(plan: Plan, leaves: str) -> Segment:
    """Return what the manifest says of a segment."""
    slots = [piece.shares[plan.name].slots for piece in plan.pieces]
    return Segment(plan.name, plan.build, plan.documents, plan.starts, slots, plan.numbers, leaves)


def put(folder: IndexFolder, plan: Plan, name: str, value: object) -> None:
    """Write a file of a segment as a call that says whose it is."""
    folder.put(f"{plan.name}/{name}.js", write_call(FUNCTION, plan.build, name, value))


def files_of(leaf: Leaf, plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield the name and the content of a leaf's file, and of those with a hot term's places."""
    name = name_of(leaf.path)
    line = leaf.lines[0]
    is_hot = len(leaf.lines) == 1 and size_of(line) > plan.target
    if is_hot and not is_phrase(line.partition(",")[0]):
        hot = split_hot(line, plan.numbers, plan.target)
        yield f"t/{name}", hot.line
        for block, places in hot.places.items():
            yield f"p/{name}/{block}", ",".join(places)
    else:
        yield f"t/{name}", ";".join(leaf.lines)


def cards_of(plan: Plan, state: State) -> Iterator[tuple[int, Card | None]]:
    """Yield the cards of a segment with their numbers, ascending."""
    for piece, start in zip(plan.pieces, plan.starts, strict=True):
        yield from enumerate(read_cards(piece, plan.name, state), start)


def columns_of(plan: Plan, state: State) -> Iterator[Shelved]:
    """Yield the columns of a segment, a text for each division."""
    dates: list[str] = []
    facets: list[str] = []
    for piece in plan.pieces:
        cards = read_cards(piece, plan.name, state)
        dates.append(dates_of(cards))
        facets.append(facets_of(cards, plan.subjects))
    yield "dates", ",".join(dates)
    yield "facets", ",".join(facets)
