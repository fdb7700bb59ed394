"""A tree in which a village has published a summary, and how a test reads what was built."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.sites.trees import VILLAGE, copy_small

CODE = "990101100201"
LEDGER = f"{CODE}/data/ledger-2026-09"
SUMMARY = """\
name: summary-2026-q3
title: 甲村2026年第三季度财务收支汇总
category: E0203
date: 2026-10-12 09:00
period: 2026-Q3
publisher: 甲村村民委员会
author: 村报账员
review: {by: 甲村村务监督委员会, date: 2026-10-10}
resources:
  - {name: summary, path: summary.csv, schema: 'table:village_summary'}
"""
HEAD = (
    "division_code,period,account_id,opening,income,expense,transfer_in,transfer_out,closing,"
    "assets_total,liabilities_total,equity_total,prepared_by,reviewed_by,reviewed_on\n"
)


def row(account: str, *totals: str) -> str:
    sheet = ",".join(totals or ("", "", ""))
    sums = "20000.00,1200.00,680.00,0.00,0.00,20520.00"
    return f"990101100201,2026-Q3,{account},{sums},{sheet},报账员,监督委员会,2026-10-10\n"


def with_summary(folder: Path, more: str = "") -> Path:
    """Return a copy of the small tree in which the village has published its summary."""
    root = copy_small(folder)
    package = root / VILLAGE / "data" / "summary-2026-q3"
    package.mkdir()
    (package / "datapackage.yaml").write_text(SUMMARY + more, "utf-8")
    table = HEAD + row("基本户") + row("ALL", "30000.00", "1000.00", "29000.00")
    (package / "summary.csv").write_text(table, "utf-8")
    return root


def read(path: Path) -> Any:
    """Return the JSON of a file, of any type."""
    return json.loads(path.read_text("utf-8"), parse_float=Decimal)
