"""The accounts of the test village in September and the third quarter, clean as they stand."""

from __future__ import annotations

from tests.table_rules.verbs import Given

REVIEW = "review: {by: 甲村村务监督委员会, date: 2026-10-11}\n"
COLUMNS = (
    "division_code,period,account_id,entry_no,entry_date,voucher_no,direction,subject,summary,"
    "amount,reversal_of,fund_source,handler,approver,balance,review_opinion,reviewed_on\n"
)

SUBJECTS = {"收入": "经营收入", "支出": "管理费用", "转入": "内部往来", "转出": "内部往来"}


def ledger(month: str, *lines: str) -> Given:
    """Return the ledger of a month; a line is account, number, day, voucher, direction, summary,
    amount, the voucher it reverses and balance."""
    rows = []
    for line in lines:
        account, number, day, voucher, direction, summary, amount, of, balance = line.split()
        rows.append(
            f"990101100201,{month},{account},{number},{month}-{day},{voucher},{direction},"
            f"{SUBJECTS[direction]},{summary},{amount},{of.strip('-')},集体自有,丁大川,甲小山,{balance},同意,"
            "2026-10-09\n"
        )
    keys = f"period: {month}\n{REVIEW}"
    return Given("village_ledger", COLUMNS + "".join(rows), "E0202", keys)


JULY = ledger(
    "2026-07",
    "基本户 1 05 记-7-1 收入 鱼塘承包费第三季度 500.00 - 1500.00",
    "基本户 2 20 记-7-2 转出 转备用金 200.00 - 1300.00",
    "备用金 1 20 记-7-3 转入 从基本户转入 200.00 - 250.00",
)
AUGUST = ledger("2026-08", "基本户 1 09 记-8-1 支出 二组排水沟清淤3人4天 300.10 - 999.90")
SEPTEMBER = ledger(
    "2026-09",
    "基本户 1 03 记-9-1 支出 路灯电费三块电表 120.00 - 879.90",
    "基本户 2 08 记-9-2 支出 路灯电费重复记账 120.00 - 759.90",
    "基本户 3 12 记-9-3 支出 冲销重复记的电费 -120.00 记-9-2 879.90",
    "备用金 1 15 记-9-4 支出 便民服务站打印纸2箱 30.00 - 220.00",
)
LEDGERS = (JULY, AUGUST, SEPTEMBER)

SUMMARY = Given(
    "village_summary",
    """\
division_code,period,account_id,opening,income,expense,transfer_in,transfer_out,closing,assets_total,liabilities_total,equity_total,prepared_by,reviewed_by,reviewed_on
990101100201,2026-07,基本户,1000.00,500.00,0.00,0.00,200.00,1300.00,,,,丁大川,乙小河,2026-10-09
990101100201,2026-07,备用金,50.00,0.00,0.00,200.00,0.00,250.00,,,,丁大川,乙小河,2026-10-09
990101100201,2026-07,ALL,1050.00,500.00,0.00,200.00,200.00,1550.00,9550.00,550.00,9000.00,丁大川,乙小河,2026-10-09
990101100201,2026-08,基本户,1300.00,0.00,300.10,0.00,0.00,999.90,,,,丁大川,乙小河,2026-10-09
990101100201,2026-08,备用金,250.00,0.00,0.00,0.00,0.00,250.00,,,,丁大川,乙小河,2026-10-09
990101100201,2026-08,ALL,1550.00,0.00,300.10,0.00,0.00,1249.90,9249.90,550.00,8699.90,丁大川,乙小河,2026-10-09
990101100201,2026-09,基本户,999.90,0.00,120.00,0.00,0.00,879.90,,,,丁大川,乙小河,2026-10-09
990101100201,2026-09,备用金,250.00,0.00,30.00,0.00,0.00,220.00,,,,丁大川,乙小河,2026-10-09
990101100201,2026-09,ALL,1249.90,0.00,150.00,0.00,0.00,1099.90,9099.90,550.00,8549.90,丁大川,乙小河,2026-10-09
990101100201,2026-Q3,基本户,1000.00,500.00,420.10,0.00,200.00,879.90,,,,丁大川,乙小河,2026-10-09
990101100201,2026-Q3,备用金,50.00,0.00,30.00,200.00,0.00,220.00,,,,丁大川,乙小河,2026-10-09
990101100201,2026-Q3,ALL,1050.00,500.00,450.10,200.00,200.00,1099.90,9099.90,550.00,8549.90,丁大川,乙小河,2026-10-09
""",
    "E0203",
    "period: 2026-Q3\n",
)
