"""Slides for LED screens: one thing a screen, each with the last day it may be shown."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from disclosure.deadline import day_zh
from disclosure.deadline.retention import takedown_day
from disclosure.entry import Entry
from disclosure.sites.pages.ledger import Sums, newest_ledger
from disclosure.sites.pages.news import newest_entries
from disclosure.sites.pages.numbers import money_zh
from disclosure.sites.pages.paper import cut
from disclosure.sites.pages.running import RunningNotice, running_notices
from disclosure.sites.site import Site

NEWEST = 10
SECONDS = 12  # how long a slide stands
LINE = 56.0  # characters a line of a slide may have


class Slide(Struct, frozen=True):
    """One screen; `until` is its last day, None = it stays until the next build.

    Whether that day is over is decided by the clock of the player, not of the build.
    """

    label: str
    title: str
    lines: tuple[str, ...]
    until: date | None
    address: str


def view_slides(site: Site) -> tuple[Slide, ...]:
    """Return the slides: running notices, the newest ledger, the newest entries."""
    running = running_notices(site)
    ledger = newest_ledger(site)
    shown = [notice.address for notice in running]
    if ledger:
        shown.append(ledger.address)
    return (
        *map(slide_notice, running),
        *((slide_ledger(ledger),) if ledger else ()),
        *(slide_entry(entry, site) for entry in newest_entries(site, shown)[:NEWEST]),
    )


def slide_notice(notice: RunningNotice) -> Slide:
    """Return the slide of a running notice: until when, and where an objection goes."""
    lines = (
        cut(notice.summary, LINE),
        f"公示期：{span_zh(notice.first, notice.last)}",
        cut(f"有不同意见：{notice.objections or '向' + notice.publisher + '反映'}", LINE),
        f"电话：{notice.phone}" if notice.phone and notice.phone not in notice.objections else "",
    )
    return Slide("正在公示", notice.title, filled(lines), notice.last, notice.address)


def span_zh(first: date, last: date) -> str:
    """Return two days in words; the second has no year where it is the same."""
    end = day_zh(last)
    return f"{day_zh(first)}至{end.partition('年')[2] if first.year == last.year else end}"


def slide_ledger(sums: Sums) -> Slide:
    """Return the slide of a ledger."""
    lines = (
        f"期初余额 {money_zh(sums.opening)} 元",
        f"本期{'收入及转入' if sums.has_transfers else '收入'} {money_zh(sums.inflow)} 元",
        f"本期{'支出及转出' if sums.has_transfers else '支出'} {money_zh(sums.outflow)} 元",
        f"期末余额 {money_zh(sums.closing)} 元",
    )
    return Slide("财务收支", sums.title, lines, None, sums.address)


def slide_entry(entry: Entry, site: Site) -> Slide:
    """Return the slide of an entry; it leaves on the day before it has to be taken down."""
    category = site.facts.category(entry)
    gone = takedown_day(entry, category, site.facts) if category else None
    published = entry.published
    by = f"{entry.publisher}　{day_zh(published.date())}" if published else entry.publisher
    return Slide(
        "最近公开",
        entry.title,
        filled((cut(entry.summary, LINE), by)),
        gone - timedelta(days=1) if gone else None,
        entry.address,
    )


def filled(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines that say something."""
    return tuple(line for line in lines if line)


def feed_of(site: Site, slides: tuple[Slide, ...]) -> dict[str, object]:
    """Return the slides as the value of `api/v1/slides.json`."""
    return {
        "division": site.division.code,
        "name": site.division.name,
        "as_of": site.as_of.isoformat(),
        "seconds": SECONDS,
        "slides": [
            {
                "label": slide.label,
                "title": slide.title,
                "lines": list(slide.lines),
                "until": slide.until.isoformat() if slide.until else None,
                "url": f"{slide.address}.html",
            }
            for slide in slides
        ],
    }
