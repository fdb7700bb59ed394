"""Takes single documents out of the leaves of a segment and puts others in.

A leaf that has none of their terms is not even read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from disclosure.search.entries import with_entries
from disclosure.search.files import SegmentFiles, is_hot_line
from disclosure.search.hot import bits_of_block
from disclosure.search.hot_entries import edit_hot
from disclosure.search.leaves import DEEPEST, size_of
from disclosure.search.merge import ordered
from disclosure.search.recut import Branch, recut, term_of
from disclosure.search.slots import Edit
from disclosure.search.units import bits_of, units_of

Edits = Mapping[str, Edit | None]  # by term; None = it goes with all its postings


def patch_leaves(files: SegmentFiles, before: Sequence[Branch], edits: Edits) -> list[Branch]:
    """Bring the leaves that some edits are about up to date; return all leaves there are then."""
    branches = {branch.path: branch for branch in before}
    for path, some in by_leaf(sorted(branches), edits).items():
        known = branches.get(path)
        hot = patch_hot(files, known, some) if known else None
        branches[path] = hot or edit_branch(files, path, known, some)
    found = [branches[path] for path in sorted(branches)]
    after = list(recut(found, files.plan.target, lambda branch: files.read_leaf(branch.path)))
    stay = {branch.path for branch in after if branch.lines is None}
    old = {
        name
        for branch in before
        if branch.path not in stay
        for name in files.names_of_leaf(branch.path)
    }
    new = {name for one in after if one.lines for name in files.put_leaf(one.path, one.lines)}
    for name in sorted(old - new):
        files.remove(name)
    return after


def by_leaf(paths: Sequence[str], edits: Edits) -> dict[str, dict[str, Edit | None]]:
    """Return edits by the leaf their term is in, or by the path where it would hang alone."""
    found: dict[str, dict[str, Edit | None]] = {}
    for term in sorted(edits):
        bits = bits_of(units_of(term), DEEPEST)
        place = bisect_right(paths, bits)
        is_in = place > 0 and bits.startswith(paths[place - 1])
        found.setdefault(paths[place - 1] if is_in else bits, {})[term] = edits[term]
    return found


def edit_branch(files: SegmentFiles, path: str, branch: Branch | None, edits: Edits) -> Branch:
    """Return a leaf with its edits made, all of it read."""
    lines = edit_lines(files.read_leaf(path) if branch else [], edits)
    return Branch(path, sum(map(size_of, lines)), lines)


def edit_lines(lines: Iterable[str], edits: Edits) -> list[str]:
    """Return the lines of a leaf with some edits made."""
    found = {term_of(line): line for line in lines}
    for term, entries in edits.items():
        _, *texts = found.pop(term, f"{term},,").split(",")
        if entries is None:
            continue
        fields = [with_entries(text, some) for text, some in zip(texts, entries, strict=True)]
        if any(fields):
            found[term] = ",".join((term, *fields))
    return [found[term] for term in ordered(found)]


def patch_hot(files: SegmentFiles, branch: Branch, edits: Edits) -> Branch | None:
    """Write what an edit changes of a hot term; None where it is none, or not as before any more.

    What it takes up decides whether its places lie apart, and in how large blocks.
    """
    plan = files.plan
    if len(edits) > 1 or branch.size <= plan.target:
        return None
    line = files.read_lines(branch.path)[0]
    entries = edits.get(term_of(line))
    if entries is None or not is_hot_line(line):
        return None
    edited = edit_hot(line, entries, lambda block: files.read_places(branch.path, block))
    size = branch.size + edited.growth
    length = size - size_of(line) + len(line)  # in characters, without the semicolon
    bits = bits_of_block(length, plan.numbers, plan.target)
    if size <= plan.target or not edited.line.endswith(f",{bits}"):
        return None
    for block, places in edited.places.items():
        files.put_places(branch.path, block, places)
    files.put_line(branch.path, edited.line)
    return Branch(branch.path, size)
