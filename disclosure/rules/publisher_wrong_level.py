"""publisher-wrong-level: the publisher is registered, but not for what it publishes here.

A body publishes in its own division, or below it in a category its own level publishes too: a
township may post its assistance notices in a village, not the village's accounts.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.division import level_of
from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "publisher-wrong-level",
    zh="“{value}”登记在{seat}，不能在{division}发布{what}",
    en="{value!r} belongs to {seat} and cannot publish this in {division}",
    hint_zh="请改为{best}；确由该单位发布的，移到它所在区划的文件夹",
    hint_en="use a publisher of this division, or move the entry to that of the publisher",
)


@rule(CODE, keys=("publisher",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where the publisher's seat is neither here nor rightly above."""
    name = entry.publisher
    publisher = facts.publisher(entry)
    if publisher and publisher.division == entry.division.code:
        return
    if publisher is None:
        if not facts.publishers.is_known(name):
            return
        seats = [one.division for one in facts.publishers.publishers_by_name[name]]
        what = "信息"
    else:
        category = facts.category(entry)
        if category is None or level_of(publisher.division) in category.levels:
            return
        seats, what = [publisher.division], f"类目 {category.code}（{category.name}）"
    divisions = [facts.register.get(seat) for seat in seats[:3]]
    own = [one.name for one in facts.publishers if one.division == entry.division.code]
    yield CODE.at(
        entry.file,
        entry.header.line("publisher"),
        "publisher",
        value=name,
        seat="、".join(one.name for one in divisions if one),
        division=entry.division.name,
        what=what,
        best="、".join(own[:3]) or "本区划登记的公开主体",
    )
