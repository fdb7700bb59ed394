"""Long lists: pages are filled oldest first, so that a page's number and content never move."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from disclosure.sites.pages.paging import FIRST, fill_pages, page_address, pager_of

LENGTHS = st.integers(0, 60)
SIZES = st.integers(1, 7)


def newest_first(length: int) -> list[int]:
    """A list of so many items; an item added later has the higher number and stands before."""
    return list(range(length, 0, -1))


@given(LENGTHS, SIZES)
def test_pages_hold_every_item_once_and_in_order(length: int, size: int) -> None:
    pages = fill_pages(newest_first(length), size)

    assert [item for page in pages for item in page.items] == newest_first(length)


@given(LENGTHS, SIZES)
def test_full_pages_are_numbered_from_the_oldest_and_hold_the_same_number(
    length: int, size: int
) -> None:
    first, *full = fill_pages(newest_first(length), size)

    assert [page.number for page in full] == list(range(len(full), 0, -1))
    assert {len(page.items) for page in full} <= {size}
    assert first.number == FIRST


@given(LENGTHS, SIZES)
def test_first_page_is_never_short_of_a_full_one_nor_twice_as_long(length: int, size: int) -> None:
    first, *full = fill_pages(newest_first(length), size)

    assert len(first.items) < 2 * size
    assert len(first.items) >= size or not full


@given(LENGTHS, SIZES)
def test_a_new_item_changes_the_first_page_alone_until_a_page_is_full(
    length: int, size: int
) -> None:
    first, *before = fill_pages(newest_first(length), size)

    _, *after = fill_pages(newest_first(length + 1), size)

    if len(first.items) + 1 < 2 * size:
        assert after == before
    else:
        assert [page.number for page in after][1:] == [page.number for page in before]
        assert [page.items for page in after][1:] == [page.items for page in before]
        # Of the older pages only the newest changes: its neighbour is the new page now.
        assert after[2:] == before[1:]


@given(LENGTHS, SIZES)
def test_pagers_lead_through_all_pages_and_back(length: int, size: int) -> None:
    pages = fill_pages(newest_first(length), size)
    page_by_address = {f"{page_address('list', page.number)}.html": page for page in pages}

    way = ["list.html"]
    while pager := pager_of("list", page_by_address[way[-1]], pages):
        if not pager.older:
            break
        assert pager_of("list", page_by_address[pager.older], pages).newer == way[-1]
        way.append(pager.older)

    assert way == list(page_by_address)


def test_first_page_names_all_full_pages_and_the_others_only_their_neighbours() -> None:
    pages = fill_pages(newest_first(11), 2)

    first, newest_full, *_, oldest = (pager_of("category/E0203", page, pages) for page in pages)

    assert [number for number, _ in first.full] == [4, 3, 2, 1]
    assert (newest_full.newer, newest_full.older) == (
        "category/E0203.html",
        "category/E0203-3.html",
    )
    assert (oldest.newer, oldest.older, oldest.full) == ("category/E0203-2.html", "", ())


def test_short_list_has_no_pager() -> None:
    pages = fill_pages(newest_first(3), 2)

    assert pager_of("documents", pages[0], pages) is None
