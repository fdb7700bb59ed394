"""Makes the rows of generated data packages: small tables in which every sum and chain holds.

Figures are functions of division and month, so that tables made apart agree with each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from zlib import crc32

from bench.places import Place, phone_of
from bench.timing import Moment
from disclosure.division import Level, expand
from disclosure.period import Period, Rhythm, period_of

Rows = list[tuple[str, ...]]
ACCOUNT = "基本户"
TERM_FROM, TERM_TO = "2026-01-10", "2031-01-10"
SURNAMES = "赵钱孙李周吴郑王冯陈"
LEDGER = (
    "division_code", "period", "account_id", "entry_no", "entry_date", "voucher_no", "direction",
    "subject", "summary", "amount", "reversal_of", "fund_source", "handler", "approver", "balance",
    "review_opinion", "reviewed_on",
)  # fmt: skip
SUMMARY = (
    "division_code", "period", "account_id", "opening", "income", "expense", "transfer_in",
    "transfer_out", "closing", "assets_total", "liabilities_total", "equity_total", "prepared_by",
    "reviewed_by", "reviewed_on",
)  # fmt: skip
LETTERS = (
    "division_code", "period", "mailbox", "opening", "received", "transferred", "closed", "closing",
    "closed_on_time", "overdue", "published", "rated", "satisfied",
)  # fmt: skip
DIRECTORY = (
    "division_code", "entry_no", "entry_type", "name", "address", "open_hours", "phone", "services",
    "fee_note", "operator", "verified_on",
)  # fmt: skip
OFFICIALS = (
    "division_code", "org_name", "role_type", "person_name", "post", "portfolio", "scope",
    "term_from", "term_to", "office_phone",
)  # fmt: skip
SPENT = (
    ("公益支出", "路灯电费（{}块电表）", 21),
    ("公益支出", "保洁员劳务报酬（{}人）", 37),
    ("管理费用", "便民服务站打印纸{}箱", 5),
    ("公益支出", "沟渠清淤用工{}个工日", 43),
)
VENUES = (
    ("文化服务中心", "文化服务中心", "图书借阅、书画练习、儿童手工"),
    ("图书室", "书屋", "图书两千册、报刊二十种"),
    ("广场", "文化广场", "露天电影、广场舞"),
)
SPORTS = (
    ("健身场地", "全民健身点", "健身器材十二件"),
    ("球场", "篮球场", "半场两块"),
    ("步道", "健身步道", "一千二百米"),
)


def ledger(place: Place, moment: Moment, serial: int) -> tuple[tuple[str, ...], Rows]:
    """A month's village ledger (village_ledger), entry by entry."""
    assert moment.period is not None
    balance = opening(place, moment.period)
    rows: Rows = []
    for number, (direction, subject, summary, amount) in enumerate(
        movements(place, moment.period), 1
    ):
        balance += amount if direction == "收入" else -amount
        day = moment.period.first + timedelta(days=2 + number * 4)
        rows.append(
            (
                expand(place.code), str(moment.period), ACCOUNT, str(number), day.isoformat(),
                f"记-{moment.period}-{number:03}", direction, subject, summary, yuan(amount), "",
                "集体自有", person(place, 0), person(place, 1), yuan(balance), "同意",
                moment.formed.isoformat(),
            )
        )  # fmt: skip
    return LEDGER, rows


def movements(place: Place, month: Period) -> list[tuple[str, str, str, int]]:
    """Return a month's entries in fen; together they lead from its opening to the next one."""
    seed = crc32(f"{place.code} {month}".encode())
    spent = []
    for index, (subject, words, unit) in enumerate(SPENT):
        number = 2 + (seed >> (4 * index)) % 16
        spent.append(("支出", subject, words.format(number), number * unit * 100))
    change = opening(place, month.following()) - opening(place, month)
    if change < 0:
        spent.append(("支出", "在建工程", "水渠加固工程进度款（第二标段）", -change))
    received = max(change, 0) + sum(amount for *_, amount in spent) - max(-change, 0)
    return [("收入", "经营收入", "集体厂房当月租金（两间）", received), *spent]


def opening(place: Place, month: Period) -> int:
    """Return the balance, in fen, with which a month begins."""
    return 8_000_000 + crc32(f"{place.code} opening {month}".encode()) % 4_000_000


def summary(place: Place, moment: Moment, serial: int) -> tuple[tuple[str, ...], Rows]:
    """A quarter's summary and balance sheet (village_summary): its months, then the quarter."""
    assert moment.period is not None
    months = [period_of(moment.period.first, Rhythm.MONTHLY)]
    while months[-1].last < moment.period.last:
        months.append(months[-1].following())
    rows: Rows = []
    for period, parts in [*((month, [month]) for month in months), (moment.period, months)]:
        moved = [one for part in parts for one in movements(place, part)]
        income = sum(amount for direction, *_, amount in moved if direction == "收入")
        spent = sum(amount for direction, *_, amount in moved if direction == "支出")
        first = opening(place, parts[0])
        last = first + income - spent
        for account in (ACCOUNT, "ALL"):
            sheet = (yuan(last + 90_000_000), yuan(30_000_000), yuan(last + 60_000_000))
            rows.append(
                (
                    expand(place.code), str(period), account, yuan(first), yuan(income),
                    yuan(spent), "0.00", "0.00", yuan(last),
                    *(sheet if account == "ALL" else ("", "", "")),
                    person(place, 0), person(place, 2), moment.formed.isoformat(),
                )
            )  # fmt: skip
    return SUMMARY, rows


def letters(place: Place, moment: Moment, serial: int) -> tuple[tuple[str, ...], Rows]:
    """A month of one mailbox (letter_stats); what is open at the end opens the next month."""
    assert moment.period is not None
    first, last = open_letters(place, moment.period), open_letters(place, moment.period.following())
    seed = crc32(f"{place.code} letters {moment.period}".encode())
    closed = 14 + seed % 20
    row = (
        first, last + closed + seed % 3 - first, seed % 3, closed, last, closed, 0, 12, 10,
        6 + seed % 5,
    )  # fmt: skip
    return LETTERS, [(expand(place.code), str(moment.period), "政务信箱", *map(str, row))]


def open_letters(place: Place, month: Period) -> int:
    """Return how many letters are open when a month begins."""
    return crc32(f"{place.code} open {month}".encode()) % 6


def venues(place: Place, moment: Moment, serial: int) -> tuple[tuple[str, ...], Rows]:
    """Cultural facilities (directory_entry)."""
    return DIRECTORY, directory(place, moment, serial, VENUES)


def sports(place: Place, moment: Moment, serial: int) -> tuple[tuple[str, ...], Rows]:
    """Sports facilities (directory_entry), with the column its category adds."""
    rows = directory(place, moment, serial, SPORTS)
    return (*DIRECTORY, "discount_groups"), [(*row, "老年人、学生、残疾人") for row in rows]


def directory(
    place: Place, moment: Moment, serial: int, kinds: Iterable[tuple[str, str, str]]
) -> Rows:
    """Return one row for each kind of facility."""
    return [
        (
            expand(place.code), f"{place.code}-{serial:04}-{number}", kind, place.name + name,
            f"{place.name}中心路{number}号", "周二至周日9:00—17:30", place.phone, services, "免费",
            place.bodies[place.main], moment.formed.isoformat(),
        )
        for number, (kind, name, services) in enumerate(kinds, 1)
    ]  # fmt: skip


def members(place: Place, moment: Moment, serial: int) -> tuple[tuple[str, ...], Rows]:
    """The committee and the body that supervises it (officials)."""
    committee = ("主任", "副主任", "委员")
    rows = [
        official(place, "committee", "村(居)民委员会", post, number)
        for number, post in enumerate(committee)
    ]
    rows += [
        official(place, "supervision", "村(居)务监督委员会", post, number + 5)
        for number, post in enumerate(("主任", "委员"))
    ]
    return OFFICIALS, rows


def leaders(place: Place, moment: Moment, serial: int) -> tuple[tuple[str, ...], Rows]:
    """The leaders of a government (officials)."""
    posts = ("主要负责人", "负责人", "负责人")
    return OFFICIALS, [
        official(place, "government", "领导班子", post, number) for number, post in enumerate(posts)
    ]


def official(place: Place, body: str, role: str, post: str, number: int) -> tuple[str, ...]:
    """Return the row of one office; its phone is the registered one of the body."""
    index = list(place.bodies).index(body)
    term_to = TERM_TO if place.level is Level.VILLAGE else ""
    return (
        expand(place.code), place.bodies[body], role, person(place, number), post, "本单位日常工作",
        place.name, TERM_FROM, term_to, phone_of(place, index),
    )  # fmt: skip


def person(place: Place, number: int) -> str:
    """Return a name nobody bears; another number is another name."""
    return SURNAMES[(crc32(place.code.encode()) + number) % 10] + "某" + "甲乙丙丁戊己庚"[number]


def yuan(fen: int) -> str:
    """Return an amount of fen as yuan with two decimals."""
    sign = "-" if fen < 0 else ""
    return f"{sign}{abs(fen) // 100}.{abs(fen) % 100:02}"


MAKERS: dict[str, Callable[[Place, Moment, int], tuple[tuple[str, ...], Rows]]] = {
    "ledger": ledger,
    "summary": summary,
    "letters": letters,
    "venues": venues,
    "sports": sports,
    "members": members,
    "leaders": leaders,
}
TABLES = {
    "ledger": "village_ledger",
    "summary": "village_summary",
    "letters": "letter_stats",
    "venues": "directory_entry",
    "sports": "directory_entry",
    "members": "officials",
    "leaders": "officials",
}
