"""What the home page of a division says first: how it stands, and what one can still object to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from disclosure.division import Level
from disclosure.sites.pages.ledger import Sums, newest_ledger
from disclosure.sites.pages.matrix_view import Count, MatrixView
from disclosure.sites.pages.numbers import MINUS, money_zh
from disclosure.sites.pages.running import RunningNotice, running_notices
from disclosure.sites.pages.view import Fact
from disclosure.sites.site import Site

WIDTH = 1000  # of a bar, in its own units
GAP = 2
NOTICES = 12  # running notices on the home page, those that end first


class Part(Struct, frozen=True):
    """A part of a bar: from `x`, `width` wide, of a whole of 1000."""

    word: str
    x: int
    width: int


class Account(Struct, frozen=True):
    """The newest ledger in four sums, in yuan; `url` is its page."""

    period: str
    url: str
    sums: tuple[Fact, ...]


class HomeView(Struct, frozen=True):
    """The first screen of a division's site; `running_total` counts also the notices not listed."""

    running: tuple[RunningNotice, ...]
    running_total: int
    bar: tuple[Part, ...]
    who: str
    account: Account | None


def view_home(site: Site, matrix: MatrixView) -> HomeView:
    """Return what the home page says."""
    running = running_notices(site)
    return HomeView(
        running=running[:NOTICES],
        running_total=len(running),
        bar=tuple(bar_of(matrix.counts)),
        account=account_of(newest_ledger(site)),
        who=WHO[site.division.level] if site.division.kind != "社区" else "本社区",
    )


WHO = {
    Level.CITY: "市本级",
    Level.COUNTY: "县（区）本级",
    Level.TOWNSHIP: "本级",
    Level.VILLAGE: "本村",
}


def account_of(ledger: Sums | None) -> Account | None:
    """Return the sums of a ledger in words."""
    if ledger is None:
        return None
    inflow, outflow = ("收入和转入", "支出和转出") if ledger.has_transfers else ("收入", "支出")
    sums = (
        Fact("期初余额", money_zh(ledger.opening)),
        Fact(inflow, f"+{money_zh(ledger.inflow)}"),
        Fact(outflow, MINUS + money_zh(ledger.outflow)),
        Fact("期末余额", money_zh(ledger.closing)),
    )
    return Account(ledger.period, f"{ledger.address}.html", sums)


def bar_of(counts: Iterable[Count]) -> Iterator[Part]:
    """Yield the parts of a bar that shows counts, a gap after each; the smallest still shows."""
    counts = tuple(counts)
    total = sum(count.number for count in counts)
    before = 0
    for count in counts:
        first, last = before * WIDTH // total, (before + count.number) * WIDTH // total
        before += count.number
        yield Part(count.word, first, max(last - first - GAP, GAP))
