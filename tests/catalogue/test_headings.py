from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.catalogue import PRODUCT
from disclosure.catalogue.check import check_catalogue
from disclosure.catalogue.headings import Heading, bracket, fold, headings_of, load_headings
from disclosure.catalogue.table import load_tables
from tests.catalogue.mended import copy_standard, mend

FILE, LEDGER = "table_headings.csv", "village_ledger"
TABLES = load_tables(PRODUCT)


def test_titles_names_and_synonyms_lead_to_their_column() -> None:
    known = headings_of(TABLES["village_ledger"], {}, load_headings(PRODUCT))

    assert known[fold("记账日期")] == known[fold("entry_date")] == Heading("entry_date")
    assert known[fold("事由")] == Heading("summary")
    assert known[fold("借方金额")] == Heading("amount", sets=("direction", "收入"))
    assert known[fold("月")] == Heading("entry_date", part="month")


def test_a_tables_own_heading_goes_before_the_general_one() -> None:
    rows = load_headings(PRODUCT)

    assert headings_of(TABLES["village_ledger"], {}, rows)["结余"] == Heading("balance")
    assert headings_of(TABLES["village_summary"], {}, rows)["结余"] == Heading("closing")


@pytest.mark.parametrize(
    "text", ["合同金额（万元）", " 合同 金额(元) ", "合同金额：", "＊合同金额"]
)
def test_blanks_brackets_and_marks_do_not_matter(text: str) -> None:
    assert fold(text) == "合同金额"


def test_what_stands_in_brackets_is_the_unit() -> None:
    assert (bracket("合同金额（万 元）"), bracket("金额")) == ("万元", "")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (f"{FILE}\t^,entry_date,日期,$\t,entry_day,日期,", "column"),
        (f"{FILE}\t^,entry_date,日期,$\tledger,entry_date,日期,", "table"),
        (f"{FILE}\t收入额,direction=收入\t收入额,direction=进账", "role"),
        (f"{FILE}\t^{LEDGER},subject,会计科目,$\t{LEDGER},subject,摘要,", "heading"),
        (f"{FILE}\t^,voucher_no,凭证,$\t,voucher_no,凭证,month", "role"),
    ],
)  # fmt: skip
def test_a_heading_that_leads_nowhere_is_found(tmp_path: Path, change: str, field: str) -> None:
    root = mend(copy_standard(tmp_path), change + "\n")

    found = {(one.code, one.field) for one in check_catalogue(root)}

    assert found == {("table-heading-wrong", field)}
