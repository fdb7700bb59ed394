"""How long earlier versions stay."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from disclosure.bundle.making.history import LAST, SQUASHED, WEEKS, starts, still_kept
from disclosure.bundle.release import Earlier

TODAY = date(2026, 11, 22)


def versions(*days_ago: int) -> list[Earlier]:
    """Return versions that came so many days ago, the newest first."""
    return [
        Earlier(1000 - ago, f"{ago:064}", (TODAY - timedelta(ago)).isoformat())
        for ago in sorted(days_ago)
    ]


def ages(some: tuple[Earlier, ...]) -> list[int]:
    return [1000 - one.number for one in some]


def test_deltas_start_from_the_last_eight_and_from_a_month_and_a_quarter_ago() -> None:
    assert ages(starts(versions(*range(1, 100)), TODAY)) == [*range(1, 9), 30, 90]


def test_of_a_site_that_seldom_changes_all_versions_stay() -> None:
    seldom = versions(3, 40, 200, 700)

    assert still_kept(seldom, TODAY) == tuple(seldom)
    assert starts(seldom, TODAY) == tuple(seldom)


@given(st.sets(st.integers(0, 400), max_size=200))
def test_few_versions_stay_however_often_a_site_changes(days: set[int]) -> None:
    kept = still_kept(versions(*days), TODAY)

    assert len(kept) <= LAST + WEEKS + 1
    assert list(kept) == [one for one in versions(*days) if one in kept]


def test_a_daily_site_still_has_a_version_of_a_month_and_a_quarter_ago() -> None:
    earlier: tuple[Earlier, ...] = ()
    for count in range(200):
        day = TODAY + timedelta(count)
        earlier = still_kept((Earlier(count, f"{count:064}", day.isoformat()), *earlier), day)

    found = starts(earlier, TODAY + timedelta(200))

    ages_found = [200 - one.number for one in found[LAST:]]
    assert len(ages_found) == len(SQUASHED)
    assert all(days <= age < days + 8 for age, days in zip(ages_found, SQUASHED, strict=True))
