from __future__ import annotations

from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from disclosure.search.leaf_tree import name_of, read_tree, write_tree
from disclosure.search.leaves import DEEPEST, Leaf, cut_leaves, size_of
from disclosure.search.merge import Group
from disclosure.search.units import bits_of, units_of

SIGNS = st.sampled_from("村务01a\U00020000\U00020001\ue000")
LONG = st.text(st.sampled_from("ab"), min_size=60, max_size=62).map(lambda text: "x" * 40 + text)
TERMS = st.one_of(st.text(SIGNS, min_size=1, max_size=5), LONG)
Lengths = dict[str, int]


def groups_of(lengths: Lengths) -> list[Group]:
    """Return terms with postings of some lengths as the groups of an index."""
    terms = sorted(lengths, key=units_of)
    groups = [(sign, list(group)) for sign, group in groupby(terms, lambda term: term[0])]
    return [
        Group(sign, group, [f"{term},{'A' * lengths[term]}," for term in group])
        for sign, group in groups
    ]


def leaves_of(lengths: Lengths, target: int) -> list[Leaf]:
    return list(cut_leaves(groups_of(lengths), target))


def cut_slowly(lines: list[str], target: int, path: str = "") -> list[Leaf]:
    """Cut lines as the tree is defined: node by node, from the root."""
    if not lines:
        return []
    units = [units_of(line.split(",")[0]) for line in lines]
    is_one = len({bits_of(term, DEEPEST) for term in units}) == 1
    if is_one or sum(map(size_of, lines)) <= target:
        return [Leaf(path, lines)]
    sides: dict[str, list[str]] = {"0": [], "1": []}
    for line, term in zip(lines, units, strict=True):
        sides[bits_of(term, len(path) + 1)[-1]].append(line)
    return [leaf for bit in "01" for leaf in cut_slowly(sides[bit], target, path + bit)]


@given(st.dictionaries(TERMS, st.integers(0, 60)), st.integers(1, 300))
def test_leaves_are_the_largest_nodes_that_are_small_enough(lengths: Lengths, target: int) -> None:
    lines = [line for group in groups_of(lengths) for line in group.lines]

    leaves = leaves_of(lengths, target)

    assert leaves == cut_slowly(lines, target)


@given(st.dictionaries(TERMS, st.integers(0, 60)), st.integers(1, 300))
def test_a_written_tree_tells_every_leaf(lengths: Lengths, target: int) -> None:
    paths = [leaf.path for leaf in leaves_of(lengths, target)]

    assert read_tree(write_tree(paths)) == paths


def test_another_term_changes_only_the_leaf_it_is_in() -> None:
    lengths = {chr(0x4E00 + number): 100 for number in range(1000)}

    before = leaves_of(lengths, 2000)
    after = leaves_of(lengths | {"一一": 10}, 2000)

    assert len(before) > 50
    assert len([leaf for leaf in after if leaf not in before]) == 1


def test_an_index_that_fits_into_one_leaf_is_one() -> None:
    assert [leaf.path for leaf in leaves_of({"村": 3, "务": 4}, 100)] == [""]
    assert write_tree([""]) == "A"


def test_no_term_no_leaf() -> None:
    assert leaves_of({}, 100) == []
    assert write_tree([]) == ""


def test_files_of_leaves_are_spread_over_folders() -> None:
    paths = [leaf.path for leaf in leaves_of({chr(0x4E00 + n): 9 for n in range(20_000)}, 20)]

    folders = [name_of(path).split("/")[0] for path in paths]

    assert len(paths) == 20_000
    assert max(folders.count(folder) for folder in set(folders)) <= 256


def test_the_name_of_a_file_is_never_too_long() -> None:
    leaves = leaves_of({"a" * 5000: 50, "a" * 4999 + "b": 50, "b": 1}, 20)

    assert all(len(name_of(leaf.path)) < 200 for leaf in leaves)
    assert [len(leaf.lines) for leaf in leaves] == [2, 1]
