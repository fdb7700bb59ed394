"""withdrawn-too-early: withdrawn before it had been public as long as it must (`min_public_days`,
村民委员会组织法 art. 35), or before it was published. What is wrong must go at once, so it warns.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.deadline import day_zh, stay_until
from disclosure.entry import Entry
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "withdrawn-too-early",
    zh="{value} 撤回太早：应公开到 {end}（{rule_zh}）",
    en="withdrawn too early on {value}: it should stay until {end} ({rule_en})",
    hint_zh="内容确有错误的，撤回后尽快重新发布更正的内容；撤回日期写错的，请改正 withdrawn.date",
    hint_en="if it was wrong, publish the corrected text soon; else correct withdrawn.date",
    severity=Severity.WARNING,
)


@rule(CODE, keys=("withdrawn",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where `withdrawn.date` comes before the end of the minimum."""
    withdrawn, published, category = entry.withdrawn_on, entry.published, facts.category(entry)
    if withdrawn is None or published is None or category is None:
        return
    limit = stay_until(entry, category, facts)
    end = published.date()
    rule_zh, rule_en = f"{day_zh(end)}才发布", f"it was published on {end}"
    if limit:
        end, rule_zh, rule_en = limit.due or limit.nominal, limit.rule_zh, limit.rule_en
    if withdrawn < end:
        yield CODE.at(
            entry.file,
            entry.header.line("withdrawn.date"),
            "withdrawn.date",
            value=withdrawn.isoformat(),
            end=end,
            rule_zh=rule_zh,
            rule_en=rule_en,
        )
