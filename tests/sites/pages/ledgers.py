"""Data packages of the test village about its money, as short as a test can read them."""

from __future__ import annotations

CODE = "990101100201"
PUBLISHER = "甲村村民委员会"
LEDGER = (
    "division_code,period,account_id,entry_no,entry_date,voucher_no,direction,subject,summary,"
    "amount,reversal_of,fund_source,handler,approver,balance,review_opinion,reviewed_on\n"
)


def package(
    name: str, category: str, table: str, text: str, date: str = "2026-11-09 09:00", more: str = ""
) -> dict[str, str]:
    """Return a package of one table; `more` are lines of its descriptor."""
    return {
        f"data/{name}/datapackage.yaml": (
            f"name: {name}\ntitle: 甲村{name}\ncategory: {category}\ndate: {date}\n{more}"
            f"publisher: {PUBLISHER}\nresources:\n"
            f"  - {{name: rows, path: rows.csv, type: table, schema: 'table:{table}'}}\n"
        ),
        f"data/{name}/rows.csv": text,
    }


def ledger(month: str, *lines: str, date: str = "2026-11-09 09:00") -> dict[str, str]:
    """Return the ledger of a month; a line is account, number, direction, summary, amount, balance.

    A seventh part is the voucher it reverses; vouchers are account, month and number.
    """
    rows = ""
    for line in lines:
        account, number, direction, summary, amount, balance, *undone = line.split(",")
        rows += (
            f"{CODE},{month},{account},{number},{month}-05,{account}-{month}-{number},{direction},"
            f"公益支出,{summary},{amount},{undone[0] if undone else ''},集体自有,报账员,村主任,"
            f"{balance},同意,{month}-20\n"
        )
    name = f"ledger-{month}"
    return package(name, "E0202", "village_ledger", LEDGER + rows, date, f"period: {month}\n")


def nil_ledger(month: str) -> dict[str, str]:
    """Return the report that a month had no line."""
    more = f"period: {month}\nnil: true\nnil_reason: 本月未发生收支\n"
    return package(f"ledger-{month}", "E0202", "village_ledger", LEDGER, more=more)


VOTE = """---
title: 甲村村民代表会议关于{name}的决定
category: S0803
date: 2026-08-03 09:00
publisher: 甲村村民委员会
formed_on: 2026-08-01
vote:
  ballot_id: {ballot}
---
决定如下。
"""


def vote(ballot: str, name: str = "专项资金项目") -> dict[str, str]:
    """Return the page of a vote, with no more than its number."""
    return {f"votes/{ballot.lower()}.md": VOTE.format(ballot=ballot, name=name)}
