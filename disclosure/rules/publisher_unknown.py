"""publisher-unknown: the publisher is not in the register (`catalogue/publishers.csv`)."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "publisher-unknown",
    zh="公开主体“{value}”没有登记",
    en="the publisher {value!r} is not registered",
    hint_zh="{near}",
    hint_en="use the registered name ({best}), or register it in catalogue/publishers.csv",
)


@rule(CODE, keys=("publisher",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where a publisher is given and no division has one of that name."""
    name = entry.publisher
    if not name or facts.publishers.is_known(name):
        return
    code = entry.division.code
    names = [one.name for one in facts.publishers if code.startswith(one.division)]
    own = [one.name for one in facts.publishers if one.division == code]
    close = difflib.get_close_matches(name, own, 2, 0.5)
    close = close or difflib.get_close_matches(name, names, 2, 0.5) or own[:2]
    yield CODE.at(
        entry.file,
        entry.header.line("publisher"),
        "publisher",
        value=name,
        best=" / ".join(close) or "-",
        near=f"已登记的名称相近的有：{'、'.join(close)}；请写全称，新设机构先登记"
        if close
        else "请先在 catalogue/publishers.csv 登记这个单位的全称",
    )
