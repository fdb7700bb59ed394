"""Shares of a build: each site in one of them, with about the same work."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.division import load_register
from disclosure.sites.shards.shard import Shard, numbers
from tests.sites.trees import SMALL, VILLAGE, copy_small


@pytest.mark.parametrize("count", [1, 2, 3, 5, 9])
def test_every_site_is_in_one_share_and_neighbours_stay_together(count: int) -> None:
    register = tuple(load_register(SMALL))

    shares = [Shard(number, count).of(register, SMALL) for number in range(1, count + 1)]

    assert tuple(one for share in shares for one in share) == register


@given(st.lists(st.integers(1, 1000), min_size=1), st.integers(1, 20))
def test_no_share_has_more_than_its_part_and_one_site(weights: list[int], count: int) -> None:
    shares = list(numbers(weights, count))

    assert shares == sorted(shares)
    assert set(shares) <= set(range(1, count + 1))
    for number in set(shares):
        own = sum(weight for weight, share in zip(weights, shares, strict=True) if share == number)
        assert own <= sum(weights) / count + max(weights)


def test_place_with_many_files_counts_for_more(tmp_path: Path) -> None:
    root = copy_small(tmp_path)
    register = tuple(load_register(root))
    before = Shard(2, 2).of(register, root)
    for number in range(200):
        path = root / VILLAGE / "files" / f"{number}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text("text")

    after = Shard(2, 2).of(register, root)

    assert [one.code for one in after] == ["990101100201"]
    assert len(before) > 1
