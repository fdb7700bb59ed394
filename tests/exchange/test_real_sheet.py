"""An old .xls file as a village's accountant keeps it, from the first row to the signatures."""

from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path

from click.testing import CliRunner

import tasks
from tests.rules.verbs import SMALL, VILLAGE
from tests.workbook.xls import Formula, XlsSheet, write_xls

HERE = Path(__file__).parent
WIDTH = 13
BLANK = (None,) * WIDTH


def line(*cells: object) -> tuple[object, ...]:
    """Return a row as wide as the sheet."""
    return (*cells, *BLANK[len(cells) :])


# fmt: off
HEAD = (
    "2026年", None, "凭证\n编号", "会计科目", "事　　由", "金　额", None, "结　余", "资金来源",
    "经手人", "审批人", "审核意见", "备注",
)
BELOW = line("月", "日", None, None, None, "收入", "支出")
ROWS = [
    line("甲村2026年9月份财务收支明细账"),
    line("编制单位：甲村股份经济合作社", *BLANK[1:6], "账户：基本户", *BLANK[7:10], "单位：元"),
    HEAD,
    BELOW,
    line(*BLANK[:4], "上月结转", None, None, 52318.6),
    line(9, 3, "记-001", "经营收入", "门面房第三季度租金（3间）", "4,500.00", None, 56818.6,
         "集体自有", "甲报账", "乙主任", "同意", "已入账"),
    line(None, 8, "记-002", "公益支出", "8月份村道路灯电费（3块表）", None, 1004.2, 55814.4,
         "运转经费", "甲报账", "乙主任", "同意"),
    line(None, 12, "记-003", "公益支出", " 村道保洁员8月劳务报酬（2人）", None, "￥3，200", 52614.4,
         "集体自有", "同上", "〃", "同意"),
    line("本页小计", *BLANK[:4], 4500, 4204.2, 52614.4),
    HEAD,
    BELOW,
    line("承前页", *BLANK[:4], 4500, 4204.2, 52614.4),
    line(9, "25日", "记-004", "补助收入", "镇拨第三季度村级运转经费", 20000, 0, Formula(72614.4),
         "运转经费", "甲报账", "乙主任", "同意"),
    line("合　　计", *BLANK[:4], Formula(24500), Formula(4204.2), 72614.4),
    line("本年累计", *BLANK[:4], 180250, 121600),
    BLANK,
    line("单位负责人：乙主任", None, None, "审核人：丙监督", None, None, "制表人：甲报账",
         None, None, "审核日期：2026年10月8日"),
]
# fmt: on
MERGED = [
    (0, 0, 0, 12),
    (2, 0, 2, 1),
    (2, 5, 2, 6),
    (9, 0, 9, 1),
    (9, 5, 9, 6),
    *((2, column, 3, column) for column in (2, 3, 4, 7, 8, 9, 10, 11, 12)),
    *((9, column, 10, column) for column in (2, 3, 4, 7, 8, 9, 10, 11, 12)),
]  # fmt: skip


def real_xls() -> bytes:
    """Return the file."""
    ledger = XlsSheet("9月", ROWS, merged=MERGED)  # type: ignore[arg-type]
    draft = XlsSheet("底稿", [["勿外传"]], is_hidden=True)
    return write_xls([ledger, draft])


def test_a_real_sheet_is_imported_with_its_changes_listed(tmp_path: Path) -> None:
    shutil.copytree(SMALL / "catalogue", tmp_path / "catalogue")
    path = tmp_path / "9月账.xls"
    path.write_bytes(real_xls())
    arguments = ["import", "excel", path, "--division", "甲村", "--table", "village_ledger",
                 "--period", "2026-09", "--root", tmp_path, "--as-of", date(2026, 10, 9),
                 "--set", "公开主体=甲村村民委员会", "--yes"]  # fmt: skip

    result = CliRunner().invoke(tasks.program, list(map(str, arguments)))

    assert result.stdout == (HERE / "real-sheet.txt").read_text("utf-8")
    assert result.exit_code == 0
    package = tmp_path / "content/9901/990101/990101100" / VILLAGE / "data/village-ledger-2026-09"
    with (package / "village-ledger.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["entry_no"], row["entry_date"], row["amount"]) for row in rows] == [
        ("1", "2026-09-03", "4500.00"),
        ("2", "2026-09-08", "1004.20"),
        ("3", "2026-09-12", "3200.00"),
        ("4", "2026-09-25", "20000.00"),
    ]
    assert [row["direction"] for row in rows] == ["收入", "支出", "支出", "收入"]
