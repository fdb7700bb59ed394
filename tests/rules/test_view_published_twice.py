from __future__ import annotations

from tests.rules.packages import SUMMARY, article, found_in, package
from tests.rules.verbs import GOOD

LEDGER = SUMMARY.replace("E0203", "E0202").replace("summary", "ledger").replace("Q3", "09")
LEDGER = LEDGER.replace("2026-10-11", "2026-10-09").replace("2026-10-12", "2026-10-10")
VIEW = LEDGER.replace("E0202", "E0206").replace("2026-09", "2026-Q3")
VIEW = VIEW.replace("resources:", "elements:\n  零招待说明: 本季度没有公务接待支出\nresources:")
LEDGER_CSV = """\
division_code,period,account_id,entry_no,entry_date,voucher_no,direction,subject,summary,amount,\
fund_source,handler,approver,balance,review_opinion,reviewed_on
990101100201,2026-09,基本户,1,2026-09-06,9-01,支出,管理费用,购打印纸4箱,480.00,\
运转经费,丁大川,丙小河,1520.00,同意,2026-10-09
"""


def test_rows_of_the_original_category_are_clean() -> None:
    files = package(LEDGER, LEDGER_CSV)

    found = found_in(files)

    assert found == []


def test_package_of_the_derived_category_is_found() -> None:
    files = package(VIEW, LEDGER_CSV)

    found = found_in(files)

    assert found == ["view-published-twice:2:category"]


def test_article_of_the_derived_category_may_name_the_original_package() -> None:
    text = GOOD.replace("S1102", "E0206").replace("formed_on: 2026-10-10", "period: 2026-Q3")
    text = text.replace(
        "  工程位置: 三组\n  信息来源: 甲村村民委员会", "  零招待说明: 没有公务接待"
    )
    text = text.replace("author: 村文书", "author: 村文书\ndata: [ledger]")

    found = found_in(article(text), package(LEDGER, LEDGER_CSV, "ledger"))

    assert found == []
