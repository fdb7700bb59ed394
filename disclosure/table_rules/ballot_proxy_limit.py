"""ballot-proxy-limit: more votes were cast by proxy than law allows.

村民委员会组织法 art. 18: one person takes at most three; 城市居民委员会组织法 art. 19: no proxies
where residents' representatives elect. `present` counts who voted, proxies included.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.ballots import TABLE, ballots_in
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, text

CODE = Code(
    "ballot-proxy-limit",
    zh="表决 {ballot}（{type}）的{title}是 {value}，{reason_zh}",
    en="ballot {ballot}: {value} proxies, {reason_en}",
    hint_zh="请核对委托投票登记；超出的委托无效，应当重新计票",
    hint_en="check the register of proxies; those beyond the limit do not count",
)
FIGURE, NONE = "proxies-per-voter", "residents-proxies"
RESIDENTS, BY_REPRESENTATIVES = "居民委员会选举", "代表"


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every ballot with more proxies than those who came could bear."""
    for ballot in ballots_in(sheet):
        proxies = ballot.number("proxies")
        if not proxies:
            continue
        basis = text(ballot.first, "attendance_basis")
        if ballot.type == RESIDENTS and basis == BY_REPRESENTATIVES:
            figure = known.catalogue.figure(NONE)
            most, zh, en = figure.number, "居民代表选举不得委托投票", "none are allowed"
        else:
            figure = known.catalogue.figure(FIGURE)
            came = max(ballot.number("present") - proxies, 0)
            most = figure.number * came
            zh = f"到场投票 {came} 人，每人至多接受 {figure.number} 人委托，不得多于 {most}"
            en = f"{came} came, at most {most} are allowed"
        if proxies > most:
            yield sheet.problem(
                CODE,
                ballot.first,
                "proxies",
                proxies,
                severity=figure.severity,
                ballot=ballot.id,
                type=ballot.type,
                reason_zh=zh,
                reason_en=en,
            )
