from __future__ import annotations

from disclosure.catalogue import Binding, Kind, Place
from disclosure.dataset import DataTable
from disclosure.entry.elements import fold, has_indicator
from disclosure.problem import Severity
from tests.rules.packages import (
    GUIDE,
    ROSTER,
    ROSTER_CSV,
    SUMMARY,
    SUMMARY_CSV,
    article,
    found_in,
    package,
)
from tests.rules.verbs import GOOD, check_clean, check_files, check_found, marks, problems_of

VOTE = """\
---
title: 甲村村民代表会议表决结果
category: S0706
date: 2026-10-12 09:00
publisher: 甲村村民委员会
formed_on: 2026-10-10
author: 村文书
review: {by: 甲村村务监督委员会, date: 2026-10-11, basis: 会议记录}
vote:
  ballot_id: 2026-03
  held_on: 2026-10-10
  eligible: 30
  present: 28
  options:
    - {option_no: 1, option_label: 同意, votes: 26, passed: true}
elements:
  会议名称: 村民代表会议
  决定内容: 安装路灯
  实施情况: 十一月开工
---
"""
BOARD = """\
---
title: 甲村集体经济组织成员确认名单公示
category: E0402
date: 2026-10-12 09:00
publisher: 甲村股份经济合作社
formed_on: 2026-10-10
author: 村文书
review: {by: 甲村村务监督委员会, date: 2026-10-11, basis: 成员大会决议}
notice: {from: 2026-10-12, to: 2026-10-27}
place: 村务公开栏
rows: 128
---
名单张贴在村务公开栏。
"""


def test_entry_with_all_elements_is_clean() -> None:
    text = GOOD

    check_clean(text)


def test_element_nowhere_is_found() -> None:
    text = GOOD.replace("  信息来源: 甲村村民委员会\n", "")

    check_found(text, ["element-missing:9:信息来源"])


def test_blank_element_is_found_on_its_own_line() -> None:
    text = GOOD.replace("  信息来源: 甲村村民委员会\n", "  信息来源:\n")

    check_found(text, ["element-missing:11:信息来源"])


def test_each_missing_element_is_a_problem_of_its_own() -> None:
    head, _, _ = GOOD.replace(
        "elements:\n  工程位置: 三组\n  信息来源: 甲村村民委员会\n", ""
    ).rpartition("---\n")

    check_found(head + "---\n", ["element-missing:3:信息来源", "element-missing:3:正文"])


def test_key_the_element_is_an_alias_of_will_do() -> None:
    text = GOOD.replace("  信息来源: 甲村村民委员会\n", "source: {name: 甲村村民委员会}\n")

    check_clean(text)


def test_level_two_heading_will_do() -> None:
    text = GOOD.replace("  信息来源: 甲村村民委员会\n", "") + "\n## 信息来源\n\n甲村村民委员会。\n"

    check_clean(text)


def test_heading_with_nothing_under_it_will_not_do() -> None:
    text = GOOD.replace("  信息来源: 甲村村民委员会\n", "") + "\n## 信息来源\n\n## 其他\n\n无。\n"

    check_found(text, ["element-missing:9:信息来源"])


def test_level_three_heading_will_not_do() -> None:
    text = GOOD.replace("  信息来源: 甲村村民委员会\n", "") + "\n### 信息来源\n\n甲村。\n"

    check_found(text, ["element-missing:9:信息来源"])


def test_label_may_differ_in_full_width_signs_only() -> None:
    labels = ["会议(一)", "会议\uff08一\uff09"]

    folded = {fold(label) for label in labels}

    assert len(folded) == 1


def test_hint_tells_every_way_to_give_the_element() -> None:
    text = GOOD.replace("  信息来源: 甲村村民委员会\n", "")

    (problem,) = problems_of(text)

    assert "source.name" in problem.hint_zh
    assert "elements: 下写“信息来源: ……”" in problem.hint_zh
    assert "## 信息来源" in problem.hint_zh


def test_vote_block_gives_the_elements_of_its_table() -> None:
    text = VOTE

    codes = {problem.code for problem in problems_of(text, kind=Kind.VOTES)}

    assert "element-missing" not in codes


def test_vote_without_turnout_lacks_that_element() -> None:
    text = VOTE.replace("  present: 28\n", "")

    found = marks(problems_of(text, kind=Kind.VOTES))

    assert "element-missing:9:实到人数" in found


def test_guide_block_gives_the_columns_of_its_table() -> None:
    text = GUIDE.replace("data: [service-items]\n", "").replace("  fee: 不收费\n", "")

    check_found(text, ["element-missing:9:收费标准"], kind=Kind.GUIDES)


def test_package_gives_elements_by_its_columns() -> None:
    files = package(ROSTER, ROSTER_CSV)

    found = found_in(files)

    assert found == []


def test_extra_column_without_a_filled_cell_is_missing() -> None:
    table = ROSTER_CSV.replace(",副主任", ",").replace(",委员", ",")

    found = found_in(package(ROSTER, table))

    assert found == ["element-missing:8:职务或岗位"]


def test_column_is_named_with_its_title() -> None:
    table = ROSTER_CSV.replace(",副主任", ",").replace(",委员", ",")

    (problem,) = check_files(package(ROSTER, table))

    assert problem.hint_zh == "在数据表的 post\uff08职务或岗位\uff09 列填写"


def test_article_may_take_its_elements_from_the_package_it_names() -> None:
    text = GOOD.replace("S1102", "E0203").replace("formed_on: 2026-10-10", "period: 2026-Q3")
    text = text.replace("author: 村文书", "author: 村文书\ndata: [q3]")

    found = found_in(article(text), package(SUMMARY, SUMMARY_CSV, "q3"))

    assert found == []


def test_indicator_of_a_series_will_do() -> None:
    binding = Binding("E0101", "收入预算", Place.FIELD_OR_INDICATOR, (), "string")
    table = DataTable("s", "s.csv", 1, "stat_series", ("indicator",), (("收入预算",),))

    found = has_indicator(binding, [table])

    assert found


def test_nil_report_owes_no_elements() -> None:
    head = ROSTER_CSV.splitlines()[0].replace(",post", "") + "\n"
    text = ROSTER.replace("elements:\n  资金来源: 村级运转经费\n", "nil: true\n")
    text = text.replace("  审批会议: 2026年10月8日村民代表会议\n", "nil_reason: 本季度未发放\n")
    text = text.replace("rows: 2, amount_due: 900.30, amount_paid: 900.30", "rows: 0")

    found = found_in(package(text, head))

    assert found == []


def test_list_kept_off_the_web_owes_place_rows_and_dates_only() -> None:
    text = BOARD

    check_clean(text, kind=Kind.NOTICES)


def test_list_kept_off_the_web_must_say_where_it_hangs_and_how_long_it_is() -> None:
    text = BOARD.replace("place: 村务公开栏\nrows: 128\n", "")

    expected = ["element-missing:3:名单行数", "element-missing:3:张贴地点"]
    check_found(text, expected, kind=Kind.NOTICES)


def test_element_of_an_unread_basis_only_warns() -> None:
    text = GOOD.replace("S1102", "S0602").replace("formed_on: 2026-10-10", "period: 2025")

    problems = [one for one in problems_of(text) if one.code == "element-missing"]

    assert problems
    assert {one.severity for one in problems} == {Severity.WARNING}


def test_required_key_that_would_give_an_element_is_told_once() -> None:
    text = BOARD.replace("from: 2026-10-12, ", "from: , ")

    check_found(text, ["key-missing:9:notice.from"], kind=Kind.NOTICES)
