"""period-gap: between two periods a division published in a category, some are missing.

村民委员会组织法 art. 35 asks at least quarterly, finances monthly; others are catalogue data.
A gap may be filled at any time, so it warns.

A nil report fills its period. Daily and weekly duties are looked at by their monthly packages.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from disclosure.catalogue import Category
from disclosure.deadline.presence import BY_THE_DAY
from disclosure.entry import Entry, Folder
from disclosure.period import Period, Rhythm
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.rule import folder_rule

CODE = Code(
    "period-gap",
    zh="类目 {category}（{title}）缺 {value}：前有{before_zh}，后有{after_zh}，中间没有公开",
    en="category {category} lacks {value} between what was published before and after",
    hint_zh="请补发；该期确无事项的，发布写有 nil: true 和 nil_reason 的无事项报告",
    hint_en="publish it, or a nil report (nil: true, nil_reason) for it",
    severity=Severity.WARNING,
)


@folder_rule(CODE)
def check(folder: Folder, facts: Facts) -> Iterator[Problem]:
    """Yield a problem for every run of missing periods, at the entry that follows it."""
    found: dict[str, dict[Period, Entry]] = {}
    categories: dict[str, Category] = {}
    for entry in folder.entries:
        category, period = facts.category(entry), entry.period
        if category is None or period is None or entry.is_draft or entry.is_withdrawn:
            continue
        if category.rhythm and period.rhythm is package_rhythm(category.rhythm):
            categories[category.code] = category
            found.setdefault(category.code, {}).setdefault(period, entry)
    for code, entry_by_period in sorted(found.items()):
        yield from gaps(categories[code], entry_by_period)


def package_rhythm(rhythm: Rhythm) -> Rhythm:
    """Return the rhythm in which publications of a category come."""
    return Rhythm.MONTHLY if rhythm in BY_THE_DAY else rhythm


def gaps(category: Category, entry_by_period: dict[Period, Entry]) -> Iterator[Problem]:
    """Yield the missing runs between the periods there are."""
    periods = sorted(entry_by_period)
    for before, after in pairwise(periods):
        first = last = before.following()
        if first == after:
            continue
        while last.following() != after:
            last = last.following()
        entry = entry_by_period[after]
        yield CODE.at(
            entry.file,
            entry.header.line("period"),
            "period",
            value=str(first) if first == last else f"{first} ~ {last}",
            category=category.code,
            title=category.name,
            before_zh=before.zh,
            after_zh=after.zh,
        )
