"""Which rows of two versions of a table belong together: by its key, not by where they stand.

The order of rows is no content. A row taken out of the middle gives those below it other running
numbers, so a key decides only between rows that are as much alike as any others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

COMPARED = 100_000  # pairs of rows that are compared at most, the nearest ones
NEAREST, FARTHEST = 5, 200  # rows on either side within which one that changed is looked for
Cells = tuple[str, ...]
Pair = tuple[int | None, int | None]  # the places of a row before and after; None = not there


def match_rows(old: Sequence[Cells], new: Sequence[Cells], key: Sequence[int]) -> tuple[Pair, ...]:
    """Return the rows that are not the same before and after, in the order of the newer version.

    Both have the same columns; `key` are the places of those that tell rows apart, () = none do.
    """
    before, after = unequal(old, new)
    by_key = tuple(same_key(old, new, key, before, after))
    columns = telling_columns(old, new, key)
    paired = dict(most_alike(old, new, {*by_key, *neighbours(before, after)}, {*by_key}, columns))
    taken = set(paired.values())
    paired |= {i: j for i, j in by_key if i not in paired and j not in taken}
    pairs: list[Pair] = [(i, paired.get(i)) for i in before]
    taken = set(paired.values())
    pairs += [(None, j) for j in after if j not in taken]
    # A row taken out stands where it stood, before what has its place now.
    return tuple(sorted(pairs, key=lambda pair: place_of(*pair)))


def place_of(i: int | None, j: int | None) -> tuple[int, bool]:
    """Return the sort key of a pair."""
    return (i or 0, False) if j is None else (j, True)


def unequal(old: Sequence[Cells], new: Sequence[Cells]) -> tuple[list[int], list[int]]:
    """Return the places of the rows that have no equal in the other version."""
    places: dict[Cells, list[int]] = defaultdict(list)
    for i in reversed(range(len(old))):
        places[old[i]].append(i)
    after = []
    for j, row in enumerate(new):
        equal = places.get(row)
        if equal:
            equal.pop()
        else:
            after.append(j)
    return sorted(i for some in places.values() for i in some), after


def telling_columns(
    old: Sequence[Cells], new: Sequence[Cells], key: Sequence[int]
) -> tuple[int, ...]:
    """Return the columns that tell rows apart, the key's aside; all where there is no key."""
    rows = [*old, *new]
    width = len(rows[0]) if rows else 0
    if not key:
        return tuple(range(width))
    return tuple(
        index
        for index in range(width)
        if index not in key and any(row[index] != rows[0][index] for row in rows)
    )


def same_key(
    old: Sequence[Cells],
    new: Sequence[Cells],
    key: Sequence[int],
    before: Sequence[int],
    after: Sequence[int],
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of rows that alone have a key, among some of either version."""
    if key:
        ones, others = rows_by_key(old, key, before), rows_by_key(new, key, after)
        for cells, j in others.items():
            i = ones.get(cells)
            if i is not None and j is not None:
                yield i, j


def rows_by_key(
    rows: Sequence[Cells], key: Sequence[int], places: Sequence[int]
) -> dict[Cells, int | None]:
    """Return some rows by their key; None where several have the same."""
    found: dict[Cells, int | None] = {}
    for place in places:
        cells = tuple(rows[place][index] for index in key)
        found[cells] = None if cells in found else place
    return found


def neighbours(before: Sequence[int], after: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield pairs of rows that stand near each other among those that changed."""
    reach = max(NEAREST, min(FARTHEST, COMPARED // (2 * len(before) or 1)))
    for at, i in enumerate(before):
        for j in after[max(0, at - reach) : at + reach + 1]:
            yield i, j


def most_alike(
    old: Sequence[Cells],
    new: Sequence[Cells],
    candidates: set[tuple[int, int]],
    favoured: set[tuple[int, int]],
    columns: Sequence[int],
) -> Iterator[tuple[int, int]]:
    """Yield pairs with at least half of some columns in common, the most alike first."""
    ranked = []
    for i, j in candidates:
        one, other = old[i], new[j]
        same = sum(one[index] == other[index] for index in columns)
        if same and 2 * same >= len(columns):
            ranked.append((-same, (i, j) not in favoured, abs(i - j), i, j))
    ones: set[int] = set()
    others: set[int] = set()
    for *_, i, j in sorted(ranked):
        if i not in ones and j not in others:
            ones.add(i)
            others.add(j)
            yield i, j
