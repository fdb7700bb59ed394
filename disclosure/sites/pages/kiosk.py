"""The kiosk (自助终端): six large doors, each to a short list, chosen by what the division has."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalogue import Kind
from disclosure.division import Level
from disclosure.entry import Entry
from disclosure.sites.pages.contacts import Contact, contacts
from disclosure.sites.pages.ledger import newest_ledger
from disclosure.sites.pages.news import News, newest_entries, news_of
from disclosure.sites.pages.numbers import money_zh
from disclosure.sites.pages.running import running_notices
from disclosure.sites.site import Site

DOORS = 6
LISTED = 12  # entries behind a door
MONEY = ("E01", "E02", "E03", "E11")
AID = ("E08", "E09")
DECISIONS = ("S02", "S07")


class Link(Struct, frozen=True):
    """A page of the division's site with more of the same."""

    title: str
    url: str


class Door(Struct, frozen=True):
    """A door: `name` is where it leads within the page, `url` a page of its own where it has one.

    Behind it are entries or contacts; `more` leads to the full lists.
    """

    name: str
    title: str
    count: str
    hint: str
    url: str = ""
    entries: tuple[News, ...] = ()
    contacts: tuple[Contact, ...] = ()
    more: tuple[Link, ...] = ()


def view_doors(site: Site) -> tuple[Door, ...]:
    """Return the six doors of a division, fewer where it has published next to nothing."""
    return tuple(door for door in all_doors(site) if door)[:DOORS]


def all_doors(site: Site) -> Iterator[Door | None]:
    """Yield all doors, what people ask for most first; None where nothing is behind one."""
    is_village = site.division.level is Level.VILLAGE
    newest = newest_entries(site)
    yield money_door(site, newest, is_village=is_village)
    yield notice_door(site)
    yield matrix_door(site)
    yield group_door(site, newest, "aid", AID, "补贴和救助", "发给谁、发多少、怎么申请")
    yield kind_door(newest, "guides", Kind.GUIDES, "怎么办事", "项指南", "带什么、找谁、几天办好")
    yield kind_door(newest, "letters", Kind.LETTERS, "来信和答复", "封", "反映了什么、怎么答复的")
    title = "大家的决定" if is_village else "政策和决策"
    hint = "开了什么会、投了多少票" if is_village else "出了什么文件、定了什么事"
    yield group_door(site, newest, "decisions", DECISIONS, title, hint)
    if newest:
        yield Door(
            "latest", "最近公开", f"{len(newest)} 件", "按时间从近到远", entries=listed(newest)
        )
    whom = contacts(site)
    if whom:
        yield Door(
            "contacts", "有事找谁", f"{len(whom)} 个电话", "办公地点、时间和电话", contacts=whom
        )


def listed(entries: tuple[Entry, ...]) -> tuple[News, ...]:
    """Return the first entries of a list."""
    return tuple(map(news_of, entries[:LISTED]))


def money_door(site: Site, newest: tuple[Entry, ...], *, is_village: bool) -> Door | None:
    """Return the door to accounts: what is left of the village's money, else how many there are."""
    community = site.division.kind == "社区"
    title = "财政资金" if not is_village else "社区的账" if community else "村里的账"
    door = group_door(site, newest, "money", MONEY, title, "收了什么、花了什么")
    ledger = newest_ledger(site)
    if door is None or ledger is None:
        return door
    count = f"{ledger.period}末余额 {money_zh(ledger.closing)} 元"
    return Door(door.name, title, count, door.hint, entries=door.entries, more=door.more)


def notice_door(site: Site) -> Door | None:
    """Return the door to running notices, the soonest end first."""
    running = running_notices(site)
    if not running:
        return None
    last = running[0].last
    return Door(
        "notices",
        "正在公示",
        f"{len(running)} 件",
        f"最早的{last.month}月{last.day}日截止，有意见现在提",
        entries=tuple(
            News(one.title, one.address, str(one.first), one.publisher, "", until=str(one.last))
            for one in running
        ),
    )


def matrix_door(site: Site) -> Door:
    """Return the door to the matrix: what this level must publish."""
    categories = site.facts.catalogue.categories.values()
    number = sum(1 for category in categories if site.division.level in category.levels)
    return Door("matrix", "该公开什么", f"{number} 类", "哪些公开了，哪些晚了", url="matrix.html")


def group_door(
    site: Site, newest: tuple[Entry, ...], name: str, groups: tuple[str, ...], title: str, hint: str
) -> Door | None:
    """Return the door to the entries of some groups of categories."""
    group_by_code = {group.code: group for group in site.groups() if group.code in groups}
    codes = {one.code for group in group_by_code.values() for one in group.categories}
    entries = tuple(entry for entry in newest if entry.category in codes)
    if not entries:
        return None
    more = tuple(Link(group.name, f"group/{group.code}.html") for group in group_by_code.values())
    return Door(name, title, f"{len(entries)} 件", hint, entries=listed(entries), more=more)


def kind_door(
    newest: tuple[Entry, ...], name: str, kind: Kind, title: str, unit: str, hint: str
) -> Door | None:
    """Return the door to the entries of a kind."""
    entries = tuple(entry for entry in newest if entry.kind is kind)
    if not entries:
        return None
    return Door(name, title, f"{len(entries)} {unit}", hint, entries=listed(entries))
