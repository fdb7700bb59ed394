"""Ballots of the test village, each valid and carried."""

from __future__ import annotations

from tests.table_rules.verbs import Given

COLUMNS = (
    "division_code,ballot_id,title,ballot_type,held_on,eligible,present,proxies,issued,returned,"
    "valid,invalid,max_choices,option_no,option_label,votes,passed,attendance_basis,matter\n"
)


def ballot(
    type_: str,
    *,
    figures: str,
    votes: str,
    name: str = "B-1",
    basis: str = "",
    matter: str = "",
    choices: int = 1,
    held_on: str = "2026-08-01",
) -> Given:
    """Return a ballot; figures are eligible, present, proxies, issued, returned, valid, invalid;
    votes are `label=number` with * behind the options called passed."""
    numbers = ",".join(figures.split())
    rows = []
    for number, option in enumerate(votes.split(), 1):
        label, _, count = option.partition("=")
        passed = "是" if count.endswith("*") else "否"
        rows.append(
            f"990101100201,{name},表决事项,{type_},{held_on},{numbers},{choices},{number},{label},"
            f"{count.rstrip('*')},{passed},{basis},{matter}\n"
        )
    keys = f"formed_on: {held_on}\n"
    return Given("ballot_result", COLUMNS + "".join(rows), "S0706", keys)


ASSEMBLY = ballot(
    "集体成员大会",
    figures="300 240 20 240 240 238 2",
    votes="同意=200* 反对=30 弃权=8",
    basis="成员",
    matter="土地补偿费分配",
)
REPRESENTATIVES = ballot(
    "村民代表会议", figures="30 20 0 20 20 20 0", votes="同意=11* 反对=9", name="B-2"
)
ELECTION = ballot(
    "村民委员会选举",
    figures="100 51 3 60 51 50 1",
    votes="丁大川=40* 丙小河=26* 乙小山=25",
    name="B-3",
    choices=3,
)
RUNOFF = ballot("另行选举", figures="100 60 0 60 60 60 0", votes="丁大川=20* 丙小河=19", name="B-4")
RECALL = ballot("罢免", figures="100 51 0 51 51 51 0", votes="同意=26* 反对=25", name="B-5")
VILLAGERS = ballot(
    "村民会议",
    figures="200 101 0 101 101 101 0",
    votes="同意=51* 反对=50",
    name="B-6",
    basis="十八周岁以上村民",
)
HOUSEHOLDS = ballot(
    "村民会议", figures="90 60 0 60 60 60 0", votes="同意=31* 反对=29", name="B-7", basis="户代表"
)
DELEGATES = ballot(
    "集体成员代表大会",
    figures="30 25 0 25 25 25 0",
    votes="同意=20* 反对=5",
    name="B-8",
    basis="代表",
    matter="其他",
)
ALL = (ASSEMBLY, REPRESENTATIVES, ELECTION, RUNOFF, RECALL, VILLAGERS, HOUSEHOLDS, DELEGATES)
