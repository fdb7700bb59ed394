from __future__ import annotations

from bisect import bisect_right

from hypothesis import given
from hypothesis import strategies as st

from disclosure.search.leaves import DEEPEST
from disclosure.search.recut import Branch, branch_of, recut
from disclosure.search.units import bits_of, units_of
from tests.search.test_leaves import TERMS, Lengths, groups_of, leaves_of

POSTINGS = st.dictionaries(TERMS, st.integers(0, 60))


def lines_by_path(lengths: Lengths, target: int) -> dict[str, list[str]]:
    return {leaf.path: leaf.lines for leaf in leaves_of(lengths, target)}


@given(POSTINGS, POSTINGS, st.sets(TERMS), st.integers(1, 300))
def test_leaves_cut_again_are_those_of_all_terms(
    before: Lengths, new: Lengths, gone: set[str], target: int
) -> None:
    files = lines_by_path(before, target)
    after = {term: size for term, size in (before | new).items() if term not in gone}
    edited = sorted({path_of(term, sorted(files)) for term in new.keys() | gone})
    lines = {path: [] for path in edited}
    for group in groups_of(after):
        for term, line in zip(group.terms, group.lines, strict=True):
            lines.setdefault(path_of(term, sorted(files)), []).append(line)
    branches = [
        branch_of_lines(path, lines[path]) if path in edited else Branch(path, size(files[path]))
        for path in sorted(files.keys() | set(edited))
    ]

    found = list(recut(branches, target, lambda branch: files[branch.path]))

    whole = {one.path: files[one.path] if one.lines is None else one.lines for one in found}
    assert list(whole.items()) == list(lines_by_path(after, target).items())
    assert [one.size for one in found] == [size(part) for part in whole.values()]


def size(lines: list[str]) -> int:
    return branch_of_lines("", lines).size


def branch_of_lines(path: str, lines: list[str]) -> Branch:
    from disclosure.search.leaves import Leaf

    return branch_of(Leaf(path, lines))


def path_of(term: str, paths: list[str]) -> str:
    """Return the path of the leaf a term is in, or of one it would be alone in."""
    bits = bits_of(units_of(term), DEEPEST)
    place = bisect_right(paths, bits)
    return paths[place - 1] if place and bits.startswith(paths[place - 1]) else bits


def test_what_did_not_change_is_not_read() -> None:
    branches = [Branch("0", 50), Branch("10", 40, ["x" * 39]), Branch("11", 30)]

    assert list(recut(branches, 60, lambda branch: [branch.path])) == branches
