"""What the page of a service guide shows: steps, materials and limits, taken out of their texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from disclosure.entry import Entry
from disclosure.sites.pages.view import Fact
from disclosure.sites.site import Site

OPENING, CLOSING = "（(【[《〈“", "）)】]》〉”"
SEPARATORS = ";；→\n"
LISTING = "、"  # parts a list that has no other mark
NUMBERED = re.compile(r"^\s*(?:[（(]?\d{1,2}[）)]|\d{1,2}[.．、](?!\d)|[①-⑳])\s*")
WHERE = (
    ("办理地点", "address"),
    ("办理时间", "open_hours"),
    ("咨询电话", "phone"),
    ("监督电话", "complaint_phone"),
)
WHAT = (
    ("事项编码", "item_code"),
    ("事项类型", "item_type"),
    ("收费项目编码", "fee_code"),
    ("更新日期", "updated_on"),
)


class GuideView(Struct, frozen=True):
    """A guide ready to print; lists are in the order given, `online_url` is "" where there is none.

    `where` are place, hours and telephones, `record` what only the office needs.
    """

    item: str
    body: str
    conditions: tuple[str, ...]
    materials: tuple[str, ...]
    steps: tuple[str, ...]
    limits: tuple[Fact, ...]
    fee: str
    where: tuple[Fact, ...]
    record: tuple[Fact, ...]
    online_url: str


def view_guide(entry: Entry, site: Site) -> GuideView | None:
    """Return the guide of an entry; None where it has no block."""
    header = entry.header
    if not header.has("guide.item_name"):
        return None
    schema = site.facts.catalogue.tables.get(site.facts.catalogue.keys["guide"].table)
    level = schema.columns.get("handling_level") if schema else None
    handled = header.text("guide.handling_level")
    given = {name: header.text(f"guide.{name}") for _, name in (*WHERE, *WHAT)}
    record = [Fact(label, given[name]) for label, name in WHAT if given[name]]
    if handled:
        record.insert(2, Fact("办理层级", level.labels.get(handled, handled) if level else handled))
    return GuideView(
        item=header.text("guide.item_name"),
        body=header.text("guide.body"),
        conditions=split_items(header.text("guide.conditions")),
        materials=split_list(header.text("guide.materials")),
        steps=split_list(header.text("guide.flow")),
        limits=tuple(limits(header.text("guide.legal_days"), header.text("guide.promised_days"))),
        fee=header.text("guide.fee"),
        where=tuple(Fact(label, given[name]) for label, name in WHERE if given[name]),
        record=tuple(record),
        online_url=header.text("guide.online_url"),
    )


def limits(legal: str, promised: str) -> Iterator[Fact]:
    """Yield the limits in words, in working days; none at all is named only as a promise."""
    if legal:
        yield Fact("法定办结时限", days_zh(legal))
    if promised:
        yield Fact("承诺办结时限", days_zh(promised))


def days_zh(days: str) -> str:
    """Return a limit in words: 10 个工作日; no day at all is `当场办结`."""
    return "当场办结" if days == "0" else f"{days} 个工作日"


def split_list(text: str) -> tuple[str, ...]:
    """Return the items of a text; an enumeration (`户口簿、居住证`) is parted by its commas."""
    items = split_items(text)
    if len(items) == 1 and not any(mark in items[0] for mark in "，,。"):
        return split_items(text, LISTING)
    return items


def split_items(text: str, separators: str = SEPARATORS) -> tuple[str, ...]:
    """Return the items of a text written in one line: `申请表；身份证（复印件；一份）。`

    They are parted by semicolons or lines outside brackets; numbers and full stops are dropped.
    """
    parts, depth, item = [], 0, ""
    for sign in text:
        depth = max(0, depth + (sign in OPENING) - (sign in CLOSING))
        if sign in separators and (depth == 0 or sign == "\n"):
            parts.append(item)
            item = ""
        else:
            item += sign
    parts.append(item)
    cleaned = (NUMBERED.sub("", part, count=1).strip().rstrip("。；;") if part.strip() else ""
               for part in parts)  # fmt: skip
    return tuple(part for part in cleaned if part)
