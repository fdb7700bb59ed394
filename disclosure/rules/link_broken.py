"""link-broken: a link leads to an entry or a division that is not there or not published."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from disclosure.entry import Entry, Folder
from disclosure.entry.link import Link, LinkKind, links_of
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "link-broken",
    zh="链接“{value}”找不到目标：{reason_zh}",
    en="the link {value!r} leads nowhere: {reason_en}",
    hint_zh="请写 {{filename}}../articles/名称.md 或 division:短代码/栏目/名称{near_zh}",
    hint_en="write {{filename}}../articles/name.md or division:<code>/<kind>/<name>{near_en}",
)
Reason = tuple[str, str]


@rule(CODE, marks=("[", "<"))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield each link to an entry or a division that does not exist."""
    for written, link in links_of(entry):
        reason = trouble(link, entry, facts)
        if reason:
            near = nearest(link, facts.folder)
            yield CODE.at(
                entry.file,
                written.line,
                value=written.text,
                reason_zh=reason[0],
                reason_en=reason[1],
                near_zh=f"；是否应为 {near}" if near else "",
                near_en=f"; did you mean {near}" if near else "",
            )


def trouble(link: Link, entry: Entry, facts: Facts) -> Reason | None:
    """Return why a link leads nowhere, or None where it does not or is another rule's matter."""
    if link.kind is LinkKind.UNKNOWN:
        return "不是本系统的链接写法", "it has no form known here"
    if link.kind is LinkKind.DIVISION:
        is_there = facts.register.get(link.place) is not None
        return None if is_there else ("没有登记这个区划", "no such division")
    if link.kind is not LinkKind.ENTRY or link.target is None:
        return None
    division = facts.register.get(link.target.division)
    if division is None:
        return "没有登记这个区划", "no such division"
    if facts.folder and division.code == facts.folder.division.code:
        other = facts.folder.entry_by_address.get(link.target.address)
        if other and other.is_draft and not entry.is_draft:
            return "目标是草稿，不会发布", "it is a draft and will not be published"
        if other:
            return None
    if facts.is_file(division, link.target.file):
        return None
    return "没有这条内容", "there is no such entry"


def nearest(link: Link, folder: Folder | None) -> str:
    """Return the form of the entry of the same division whose address is closest, or ""."""
    if folder is None:
        return ""
    package = folder.package(link.place.removeprefix("data/").partition("/")[0])
    if link.kind is LinkKind.UNKNOWN and package:  # its folder or one of its files was meant
        return f"division:{folder.division.code}/{package.address}"
    if link.target is None or link.target.division != folder.division.code:
        return ""
    close = get_close_matches(link.target.address, sorted(folder.entry_by_address), 1)
    return f"division:{folder.division.code}/{close[0]}" if close else ""
