from __future__ import annotations

import pytest
from hypothesis import given

from disclosure.catalogue import Kind
from disclosure.entry.slips import Mended, mend
from disclosure.marked import read_marked
from tests.rules.verbs import GOOD, check_clean, check_found, problems_of, small_facts
from tests.strategies import headers, print_header, slipped_headers


def mended(text: str, kind: Kind = Kind.ARTICLES) -> Mended:
    return mend(text, 2, small_facts().catalogue.keys, kind)


def marks(text: str, kind: Kind = Kind.ARTICLES) -> list[str]:
    return [f"{slip.code.name}:{slip.line}:{slip.field}" for slip in mended(text, kind).slips]


@pytest.mark.parametrize(
    ("typed", "meant", "code"),
    [
        ("title：道路修补", "title: 道路修补", "full-width-colon"),
        ("title ： 道路修补", "title: 道路修补", "full-width-colon"),
        ("标题: 道路修补", "title: 道路修补", "key-in-chinese"),
        ("标题：道路修补", "title: 道路修补", "key-in-chinese"),
        ("发布单位：甲村村民委员会", "publisher: 甲村村民委员会", "key-in-chinese"),
        ("title:道路修补", "title: 道路修补", "colon-without-blank"),
        ("title:\u3000道路修补", "title: 道路修补", "colon-without-blank"),
        ("标题：通知: 道路", "title: '通知: 道路'", "key-in-chinese"),
        ("title：'甲': 乙", "title: '甲': 乙", "full-width-colon"),
        ("category: “E0202”", "category: E0202", "word-quotes"),
        ("category: Ｅ０２０２", "category: E0202", "full-width-digits"),
        ("formed_on: ２０２６-１０-１０", "formed_on: 2026-10-10", "full-width-digits"),
        ("rows: １２８", "rows: 128", "full-width-digits"),
        ("period: 2026年9月", "period: 2026-09", "date-form"),
        ("period: 2026年第三季度", "period: 2026-Q3", "date-form"),
        ("period: 2026年上半年", "period: 2026-H1", "date-form"),
        ("period: 2026年度", "period: 2026", "date-form"),
        ("period: 2026年第39周", "period: 2026-W39", "date-form"),
        ("period: 2026-9", "period: 2026-09", "date-form"),
    ],
)
def test_slip_is_explained_and_mended(typed: str, meant: str, code: str) -> None:
    text = typed + "\n"

    result = mended(text)

    assert result.text == meant + "\n"
    assert [slip.code.name for slip in result.slips] == [code]


@pytest.mark.parametrize(
    "typed",
    [
        "2026年3月5日",
        "2026/3/5",
        "2026.3.5",
        "2026-3-5",
        "2026年03月05日",
        "2026年3 月 5日",
        "2026年3月5",
        "20260305",
        "20260305日",
        "二〇二六年三月五日",
        "二0二六年三月五日",
        "２０２６／３／５",
        "2026-03-05 09:00",
    ],
)
def test_day_as_people_type_it_is_understood(typed: str) -> None:
    text = f"formed_on: {typed}\n"

    result = mended(text)

    assert result.text == "formed_on: 2026-03-05\n"
    assert len(result.slips) == 1


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026年3月5日 9:05", "2026-03-05 09:05"),
        ("2026/3/5 9：05", "2026-03-05 09:05"),
        ("2026-03-05T09:05", "2026-03-05 09:05"),
        ("2026-03-05 09:05:30", "2026-03-05 09:05"),
        ("2026-03-05T09:05:30+08:00", "2026-03-05 09:05"),
        ("2026年3月5日上午9时", "2026-03-05 09:00"),
        ("2026年3月5日下午3点20分", "2026-03-05 15:20"),
        ("2026年3月5日", "2026-03-05"),
    ],
)
def test_moment_as_people_type_it_is_understood(typed: str, meant: str) -> None:
    text = f"date: {typed}\n"

    result = mended(text)

    assert result.text == f"date: {meant}\n"
    assert [slip.code.name for slip in result.slips] == ["date-form"]


@pytest.mark.parametrize(
    "typed", ["202111日", "2023524", "26年3月5日", "3月5日", "2026年3月", "去年国庆", "05/03/2026"]
)
def test_day_that_may_be_read_in_two_ways_is_left_alone(typed: str) -> None:
    text = f"formed_on: {typed}\n"

    result = mended(text)

    assert result == Mended(text, ())


@pytest.mark.parametrize("typed", ["2026年3月5日上午12时", "2026-03-05T01:05Z"])
def test_moment_that_may_be_read_in_two_ways_is_left_alone(typed: str) -> None:
    text = f"date: '{typed}'\n"

    result = mended(text)

    assert result == Mended(text, ())


def test_day_that_does_not_exist_is_not_mended() -> None:
    text = "formed_on: 2021年4月31日\n"

    result = mended(text)

    assert result == Mended(text, ())


def test_day_of_publication_without_time_keeps_its_day_and_is_named_once() -> None:
    text = "date: 2026年3月5日\n"

    (slip,) = mended(text).slips

    assert "2026-03-05 09:00" in slip.problem("a.md").hint_zh


def test_fields_of_a_map_are_mended_at_their_own_level() -> None:
    text = "notice:\n  开始日期：2026/3/5\n  to:2026-03-20\n  电话: 0999-1002011\n"

    result = mended(text, Kind.NOTICES)

    assert result.text == "notice:\n  from: 2026-03-05\n  to: 2026-03-20\n  phone: 0999-1002011\n"
    assert [slip.field for slip in result.slips] == [
        "notice.from",
        "notice.from",
        "notice.to",
        "notice.phone",
    ]


def test_fields_on_one_line_are_mended() -> None:
    text = "review: {审查人：村务监督委员会，审查日期: 2026年3月5日}\n"

    result = mended(text)

    assert result.text == "review: {by: 村务监督委员会, date: 2026-03-05}\n"


def test_maps_in_a_list_are_mended() -> None:
    text = "images:\n  - file：files/a.jpg\n    替代文字: 路面\n  - 文件: files/b.jpg\n"

    result = mended(text)

    expected = "images:\n  - file: files/a.jpg\n    alt: 路面\n  - file: files/b.jpg\n"
    assert result.text == expected


def test_labels_keep_their_chinese_names() -> None:
    text = "elements:\n  正文：见下\n  标题:甲\n  日期: 2026年3月5日\n"

    result = mended(text)

    assert result.text == "elements:\n  正文: 见下\n  标题: 甲\n  日期: 2026年3月5日\n"


@pytest.mark.parametrize("label", ["说明（甲：乙）", "比例1:2的情况"])
def test_label_may_hold_a_colon(label: str) -> None:
    text = f"elements:\n  {label}: 见下\n"

    result = mended(text)

    assert result == Mended(text, ())


@pytest.mark.parametrize("indent", ["\t", "\u3000", "\u3000\u3000"])
def test_key_that_was_indented_goes_to_the_left_edge(indent: str) -> None:
    result = mended(f"title: 甲\n{indent}date: 2026-10-12 09:00\npublisher: 乙\n")

    assert result.text == "title: 甲\ndate: 2026-10-12 09:00\npublisher: 乙\n"
    assert [(slip.code.name, slip.line) for slip in result.slips] == [("tab-indent", 3)]


def test_tabs_and_full_width_blanks_become_blanks_and_are_named_once() -> None:
    text = "review:\n\tby: 甲\n\u3000date: 2026-03-05\n"

    result = mended(text)

    assert result.text == "review:\n  by: 甲\n  date: 2026-03-05\n"
    assert [slip.code.name for slip in result.slips] == ["tab-indent"]


@pytest.mark.parametrize(
    "text",
    [
        "summary: 第一行\n  说明：第二行\n",
        "summary: |\n  标题：甲\n  日期: 2026年3月5日\n",
        "summary: 2026年3月5日\n",
        "title: “甲村”道路\n",
        "document_number: 甲村〔２０２６〕３号\n",
        "# 标题：注释\n",
        "controls: {amount_due: 10,800}\n",
        "https://example.cn/a: 甲\n",
    ],
)
def test_texts_and_comments_are_never_touched(text: str) -> None:
    kind = Kind.DATA

    result = mended(text, kind)

    assert result.text == text


def test_chinese_key_is_not_mended_into_a_key_that_is_there() -> None:
    text = "title: 甲\n标题: 乙\n"

    result = mended(text)

    assert result.text == text


def test_field_of_a_map_does_not_stand_in_for_a_key() -> None:
    text = "日期：2026-03-05 09:00\n审查：\n  审查人：甲\n  date: 2026-03-04\n"

    result = mended(text)

    assert result.text == "date: 2026-03-05 09:00\nreview:\n  by: 甲\n  date: 2026-03-04\n"


def test_column_titles_name_the_fields_of_a_block() -> None:
    text = "guide:\n  事项名称：高龄津贴申领\n  更新日期: 2026/3/5\n"

    result = mended(text, Kind.GUIDES)

    assert result.text == "guide:\n  item_name: 高龄津贴申领\n  updated_on: 2026-03-05\n"


def test_unknown_key_gets_its_colon() -> None:
    text = "备注：无\n"

    result = mended(text)

    assert result.text == "备注: 无\n"


def test_slips_of_a_whole_header_are_all_reported_and_nothing_else() -> None:
    text = (
        GOOD.replace("title: ", "标题：")
        .replace("category: ", "category:")
        .replace("formed_on: 2026-10-10", "formed_on：2026年10月10日")
        .replace("date: 2026-10-11,", "date: 2026.10.11,")
    )

    check_found(
        text,
        [
            "key-in-chinese:2:title",
            "colon-without-blank:3:category",
            "date-form:6:formed_on",
            "full-width-colon:6:formed_on",
            "date-form:8:review.date",
        ],
    )


def test_hint_is_the_whole_line_to_type() -> None:
    text = GOOD.replace("formed_on: 2026-10-10", "形成日期：2026年10月10日")

    hints = [problem.hint_zh for problem in problems_of(text)]

    assert hints == ["改为 formed_on: 2026-10-10", "第 6 行改为：formed_on: 2026-10-10"]


def test_yaml_error_beside_a_slip_is_reported_too() -> None:
    text = GOOD.replace("title: ", "标题：").replace("author: 村文书", "author: 村: 文书")

    check_found(text, ["key-in-chinese:2:title", "front-matter-not-yaml:7:"])


def test_personal_number_in_a_slipped_line_is_not_repeated() -> None:
    number = "11010519491231002X"
    text = GOOD.replace("author: 村文书", f"作者：村文书{number}")

    problems = [one for one in problems_of(text) if one.code == "key-in-chinese"]

    assert len(problems) == 1
    assert number not in problems[0].hint_zh + problems[0].hint_en


def test_good_header_is_clean() -> None:
    text = GOOD

    check_clean(text)


@given(headers())
def test_clean_header_is_read_back_and_has_no_slips(header: dict[str, str]) -> None:
    text = print_header(header)

    read, problems = read_marked(text, "a.md", 2)

    assert problems == []
    assert read is not None
    assert {name: value.text for name, value in (read.fields or {}).items()} == header
    assert mended(text) == Mended(text, ())


@given(slipped_headers())
def test_mended_header_reads_as_yaml_and_is_mended_once_and_for_all(text: str) -> None:
    once = mended(text)

    again = mended(once.text)

    given_, problems = read_marked(once.text, "a.md", 2)
    assert problems == []
    assert given_ is not None
    assert again.text == once.text
    assert once.text.count("\n") == text.count("\n")
