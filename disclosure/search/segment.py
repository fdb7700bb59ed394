"""Brings one segment of an index up to date: leaves of terms, places of hot ones, cards, columns.

Where a few documents changed, they are taken out and put in; else everything is put together from
all divisions. Both come to the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from disclosure.search.batches import forget_batches, read_batches
from disclosure.search.card import Card
from disclosure.search.columns import dates_of, facets_of
from disclosure.search.files import SegmentFiles
from disclosure.search.folder import IndexFolder, TouchedError
from disclosure.search.leaf_tree import write_tree
from disclosure.search.leaves import cut_leaves
from disclosure.search.manifest import Segment
from disclosure.search.merge import stream_groups
from disclosure.search.patch import patch_leaves
from disclosure.search.phrase_edits import phrase_edits
from disclosure.search.phrases import beginnings_of
from disclosure.search.piece import read_cards
from disclosure.search.plan import Plan
from disclosure.search.recut import Branch, branch_of
from disclosure.search.said import said_of_all
from disclosure.search.shelf import Shelved, shelve
from disclosure.search.shelf_patch import patch_cards, patch_columns
from disclosure.search.slots import changed_pieces, edits_of, find_changes
from disclosure.search.spoken import Lexicon
from disclosure.search.standing import (
    Standing,
    forget_standing,
    keep_standing,
    keys_of,
    read_standing,
    with_folders,
)
from disclosure.search.state import State


def bring_segment(
    scope: str, plan: Plan, lexicon: Lexicon, folder: IndexFolder, state: State
) -> Segment:
    """Bring the files of a segment to what they must be; return what the manifest says of it.

    Where nothing it follows from changed, and nobody touched its files, they are not looked into.
    """
    before = read_standing(scope, plan.name, state)
    if before and not before.is_untouched(folder):
        before = None
    if before and before.is_of(plan, lexicon):
        standing = before
    else:
        forget_standing(scope, plan.name, state)
        standing = (before and patch(before, plan, lexicon, folder, state)) or write(
            plan, lexicon, folder, state
        )
        keep_standing(scope, plan.name, standing, state)
    folder.vouch(plan.name)
    return segment_of(plan, standing.tree)


def patch(
    before: Standing, plan: Plan, lexicon: Lexicon, folder: IndexFolder, state: State
) -> Standing | None:
    """Take out of a segment what is gone and put in what came; None where that is not known.

    Nor is it where somebody touched one of the files that are to be read.
    """
    changes = find_changes(plan, before.keys, state) if before.is_like(plan) else None
    spoken = phrase_edits(before.phrases, lexicon.phrases, plan, state)
    if changes is None or spoken is None:
        return None
    both = [phrase for phrase in lexicon.phrases if phrase not in spoken]
    files = SegmentFiles(plan, folder)
    edits = edits_of(changes, beginnings_of(both) if spoken else lexicon.beginnings)
    changed = changed_pieces(plan, before.keys)
    folder.expect(before.looks)
    try:
        branches = patch_leaves(files, before.branches, {**edits, **spoken})
        patch_cards(files, changes)
        patch_columns(files, changed, state)
    except TouchedError:
        folder.start_over(plan.name)
        return None
    forget_batches(plan.pieces, plan.name, {piece.code for _, piece in changed}, state)
    return stand(plan, lexicon, branches, folder, before)


def write(plan: Plan, lexicon: Lexicon, folder: IndexFolder, state: State) -> Standing:
    """Write the files of a segment that differ, put together from all divisions."""
    files = SegmentFiles(plan, folder)
    groups = stream_groups(read_batches(plan.pieces, plan.name, lexicon, state))
    branches: list[Branch] = []
    for leaf in cut_leaves(groups, plan.target):
        files.put_leaf(leaf.path, leaf.lines)
        branches.append(branch_of(leaf)._replace(lines=None))
    for name, value in (*shelve(cards_of(plan, state), plan.subjects), *columns_of(plan, state)):
        files.put(name, value)
    folder.sweep(plan.name)
    return stand(plan, lexicon, branches, folder, None)


def stand(
    plan: Plan,
    lexicon: Lexicon,
    branches: Sequence[Branch],
    folder: IndexFolder,
    before: Standing | None,
) -> Standing:
    """Return what is known of a segment that was brought up to date, from what it was before."""
    paths = [branch.path for branch in branches]
    names, said = look_again(folder, plan.name, before)
    return Standing(
        plan.build,
        keys_of(plan),
        lexicon.phrases,
        paths,
        [branch.size for branch in branches],
        before.tree if before and before.paths == paths else write_tree(paths),
        names,
        said,
    )


def look_again(
    folder: IndexFolder, segment: str, before: Standing | None
) -> tuple[list[str], list[str]]:
    """Return the files and folders of a segment and what is said of them; looked at where new."""
    start = f"{segment}/"
    known = before.looks if before else {}
    some = (*folder.written, *folder.removed) if before else folder.names
    touched = with_folders(name for name in some if name.startswith(start))
    known |= zip(touched, said_of_all(str(folder.path), touched), strict=True)
    found = sorted((name, said) for name, said in known.items() if said)
    return [name for name, _ in found], [said for _, said in found]


def segment_of(plan: Plan, tree: str) -> Segment:
    """Return what the manifest says of a segment."""
    slots = [piece.shares[plan.name].slots for piece in plan.pieces]
    return Segment(plan.name, plan.build, plan.documents, plan.starts, slots, plan.numbers, tree)


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
