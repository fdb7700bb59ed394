"""Long lists in pages of fixed size, filled oldest first, so that a page's number never moves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

SIZE = 100
FIRST = 0  # the number of the first page: it shows the newest and has the list's own address
T = TypeVar("T")


class Page(Struct, Generic[T], frozen=True):
    """One page of a list, newest first; the full ones are numbered from 1, the oldest.

    `older` and `newer` are the numbers of the pages beside it, None where there is none.
    """

    number: int
    items: tuple[T, ...]
    older: int | None
    newer: int | None

    @property
    def is_first(self) -> bool:
        return self.number == FIRST


def fill_pages(items: Sequence[T], size: int = SIZE) -> tuple[Page[T], ...]:
    """Return the pages of a list given newest first: the first page, then the full ones, newest on.

    The first page holds what is left over and the newest full page with it: from `size` to twice
    as many less one, never a lonely few. An item added at the front changes the first page alone,
    until a page is full.
    """
    full = max(0, len(items) // size - 1)
    oldest_first = items[::-1]
    pages = [
        Page(
            number,
            tuple(reversed(oldest_first[(number - 1) * size : number * size])),
            number - 1 if number > 1 else None,
            number + 1 if number < full else FIRST,
        )
        for number in range(full, 0, -1)
    ]
    newest = tuple(items[: len(items) - full * size])
    return (Page(FIRST, newest, full or None, None), *pages)


def page_address(stem: str, number: int) -> str:
    """Return where a page stands, without `.html`: `category/E0203`, `category/E0203-1`."""
    return stem if number == FIRST else f"{stem}-{number}"


class Pager(Struct, frozen=True):
    """The ways from one page of a list to the others; addresses are within the site, "" = none.

    `full` are the numbers and addresses of all full pages, on the first page alone: the others
    would change with each page that fills.
    """

    number: int
    first: str
    older: str
    newer: str
    full: tuple[tuple[int, str], ...]


def pager_of(stem: str, page: Page[T], pages: Sequence[Page[T]]) -> Pager | None:
    """Return the ways around one of several pages; None where the list has one page."""
    if len(pages) == 1:
        return None

    def address(number: int | None) -> str:
        return "" if number is None else f"{page_address(stem, number)}.html"

    full = tuple((one.number, address(one.number)) for one in pages if not one.is_first)
    return Pager(
        number=page.number,
        first="" if page.is_first else address(FIRST),
        older=address(page.older),
        newer=address(page.newer),
        full=full if page.is_first else (),
    )


def paged(stem: str, items: Sequence[T]) -> Iterator[tuple[str, Page[T], Pager | None]]:
    """Yield each page of a list with its file's name and the ways around it."""
    pages = fill_pages(items)
    for page in pages:
        yield f"{page_address(stem, page.number)}.html", page, pager_of(stem, page, pages)
