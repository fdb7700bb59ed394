"""The sheet of a village's notice board (公开栏): one A3 sheet, as many of each as fit on it."""

from __future__ import annotations

from msgspec import Struct

from disclosure.deadline import day_zh
from disclosure.sites.pages.contacts import Contact, contacts
from disclosure.sites.pages.ledger import Line, Sums, newest_ledger
from disclosure.sites.pages.news import News, newest_entries, news_of
from disclosure.sites.pages.numbers import MINUS, money_zh
from disclosure.sites.pages.paper import POINT, cut, fit, height_of
from disclosure.sites.pages.running import RunningNotice, running_notices
from disclosure.sites.site import Site

# The sheet in mm and points, as theme/static/css/board.css sets it.
ROOM = 176.0  # height of a column below its heading
WIDTHS = {2: (190.0, 181.0), 3: (137.0, 113.0, 103.0)}
DAYS, CODE = 29.5, 28.5  # the box of the last day, the QR code of a notice
SHORT_DAYS = 31.0  # the last day of a notice in one line
SUMS = 76.0  # the four sums, the head of the lines and the note below them
MONEY = 34.0
MAX_LINES, MAX_NEWS, MAX_LATE = 10, 16, 4
MAX_CONTACTS, MIN_ASKED, MAX_ASKED = 4, 2, 8  # in the foot; in a column of their own
SUMMARY = 46.0  # characters a notice says of itself
LONG_SUMMARY = 80.0
REST = 11.0  # the line that says how many more there are
HEADING = 22.0  # a second heading in a column
ASKED = 10.5  # a line that says whom to ask


class BoardNotice(Struct, frozen=True):
    """A running notice on the sheet; month and day are those of its last day."""

    title: str
    address: str
    month: int
    day: int
    summary: str
    objections: str
    phone: str


class Late(Struct, frozen=True):
    """A category that is late: its name, and how long in words."""

    name: str
    days: str


class BoardLine(Struct, frozen=True):
    """A line of the ledger; the amount has its sign."""

    summary: str
    amount: str


class BoardLedger(Struct, frozen=True):
    """The sums of the newest ledger in words; amounts in yuan with two decimals."""

    period: str
    opening: str
    inflow: str
    outflow: str
    closing: str
    has_transfers: bool
    count: int
    lines: tuple[BoardLine, ...]


class Board(Struct, frozen=True):
    """One sheet of two columns, with a ledger three.

    The first holds the notices: in full, then in one line, and what is left is counted. Where they
    leave room, what is late follows there (`late_first`), else it goes before the news; the same
    with whom to ask (`asked`), who otherwise stand in the foot (`contacts`).
    """

    day: str
    columns: int
    notices: tuple[BoardNotice, ...]
    short_notices: tuple[BoardNotice, ...]
    more_notices: int
    ledger: BoardLedger | None
    late: tuple[Late, ...]
    more_late: int
    late_first: bool
    news: tuple[News, ...]
    asked: tuple[Contact, ...]
    contacts: tuple[Contact, ...]
    place: str
    hours: str


def view_board(site: Site, late: tuple[Late, ...] = (), *, with_codes: bool = False) -> Board:
    """Return the sheet of the site's day; `with_codes` = each notice has a QR code beside it."""
    running = tuple(map(view_notice, running_notices(site)))
    sums = newest_ledger(site)
    columns = 3 if sums else 2
    first, *_, last = WIDTHS[columns]
    notices, short, left = fit_notices(running, first, with_codes=with_codes)
    shown_late = late[:MAX_LATE]
    late_room = HEADING + REST + sum(height_of_late(one, last) for one in shown_late) if late else 0
    late_first = late_room <= left
    whom = contacts(site)
    asked = fit_asked(whom, left - late_room if late_first else left)
    return Board(
        day=day_zh(site.as_of),
        columns=columns,
        notices=notices,
        short_notices=short,
        more_notices=len(running) - len(notices) - len(short),
        ledger=view_ledger(sums, WIDTHS[columns][1]) if sums else None,
        late=shown_late,
        more_late=len(late) - len(shown_late),
        late_first=late_first,
        news=fit_news(
            site, running, last, ROOM - (0 if late_first else late_room), has_summaries=not sums
        ),
        asked=asked,
        contacts=() if asked else whom[:MAX_CONTACTS],
        place=site.division.address,
        hours=site.division.hours,
    )


def fit_asked(whom: tuple[Contact, ...], left: float) -> tuple[Contact, ...]:
    """Return whom a list of its own names in the room left; one telephone is no list."""
    number = min(MAX_ASKED, len(whom), int(max(0.0, left - HEADING) // ASKED))
    return whom[:number] if number >= MIN_ASKED else ()


Notices = tuple[BoardNotice, ...]


def fit_notices(
    running: Notices, width: float, *, with_codes: bool
) -> tuple[Notices, Notices, float]:
    """Return the notices shown in full, those in one line, and the room they leave.

    As many in full as leave room to name all others; where there is none for all, one in full and
    as many others as fit.
    """
    text_width = width - DAYS - (CODE if with_codes else 0)

    def height(view: BoardNotice) -> float:
        text = (
            height_of(view.title, text_width, 16, 1.4)
            + height_of(view.summary, text_width, 14, 1.5)
            + height_of(f"提意见：{view.objections} {view.phone}", text_width, 14, 1.5)
        )
        return max(text, 26.0) + 7

    def short_height(view: BoardNotice) -> float:
        return height_of(f"{view.title} {view.phone}", width - SHORT_DAYS, 13.5, 1.45) + 3

    if not running:
        return (), (), ROOM - REST
    for number in range(len(fit(running, height, ROOM)), 0, -1):
        full, others = running[:number], running[number:]
        used = sum(map(height, full)) + sum(map(short_height, others))
        if used <= ROOM:
            return full, others, ROOM - used
    room = ROOM - height(running[0]) - REST
    return running[:1], fit(running[1:], short_height, room), 0.0


def view_notice(notice: RunningNotice) -> BoardNotice:
    """Return a notice as the sheet shows it; a telephone within the channel is not repeated."""
    objections = cut(notice.objections or f"向{notice.publisher}反映", SUMMARY)
    return BoardNotice(
        title=cut(notice.title, SUMMARY),
        address=notice.address,
        month=notice.last.month,
        day=notice.last.day,
        summary=cut(notice.summary, SUMMARY),
        objections=objections,
        phone="" if notice.phone in objections else notice.phone,
    )


def view_ledger(sums: Sums, width: float) -> BoardLedger:
    """Return the sums and as many of the largest lines as fit below them."""

    def height(line: Line) -> float:
        return height_of(line.summary, width - MONEY, 13, 1.5) + 2.6

    lines = fit(sums.largest[:MAX_LINES], height, ROOM - SUMS)
    return BoardLedger(
        period=sums.period,
        opening=money_zh(sums.opening),
        inflow=f"+{money_zh(sums.inflow)}",
        outflow=MINUS + money_zh(sums.outflow),
        closing=money_zh(sums.closing),
        has_transfers=sums.has_transfers,
        count=sums.count,
        lines=tuple(
            BoardLine(line.summary, ("+" if line.amount > 0 else "") + money_zh(line.amount))
            for line in lines
        ),
    )


def fit_news(
    site: Site, running: Notices, width: float, room: float, *, has_summaries: bool
) -> tuple[News, ...]:
    """Return the newest entries the column holds, without the notices beside them."""
    entries = newest_entries(site, (notice.address for notice in running))
    news = (news_of(entry) for entry in entries[:MAX_NEWS])
    views = tuple(
        News(
            one.title,
            one.address,
            one.day,
            one.publisher,
            cut(one.summary, LONG_SUMMARY) if has_summaries else "",
        )
        for one in news
    )

    def height(view: News) -> float:
        return (
            height_of(view.title, width, 14.5, 1.45)
            + height_of(view.summary, width, 13, 1.5)
            + 12 * POINT * 1.5
            + 4
        )

    return fit(views, height, room)


def height_of_late(late: Late, width: float) -> float:
    """Return the height of a line that names what is late."""
    return height_of(f"{late.name}　{late.days}", width, 14.5, 1.4) + 3.6
