from __future__ import annotations

from xml.etree import ElementTree

from disclosure.report.junit import write
from tests.report.samples import HOSTILE, PLAIN


def test_errors_fail_and_warnings_are_skipped() -> None:
    suite = ElementTree.fromstring(write(PLAIN, checked=3))[0]

    assert suite.attrib == {
        "name": "disclosure",
        "tests": "3",
        "failures": "2",
        "errors": "0",
        "skipped": "1",
    }
    assert [(case.get("classname"), case.get("name"), case[0].tag) for case in suite] == [
        ("content/9901/articles/a.md", "第 4 行 sample-late", "skipped"),
        ("content/9901/articles/a.md", "第 7 行 sample-wrong", "failure"),
        ("content/9901/data/b/ledger.csv", "表格第 5 行 sample-wrong", "failure"),
    ]


def test_a_failure_says_what_and_what_to_type_instead() -> None:
    failure = ElementTree.fromstring(write(PLAIN, checked=3))[0][1][0]

    assert failure.get("message") == "键 category 的值“e0202”不可用"
    assert failure.get("type") == "sample-wrong"
    assert failure.text == "改法：请改为 E0202"


def test_a_clean_check_is_one_passed_test() -> None:
    suite = ElementTree.fromstring(write((), checked=3))[0]

    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")
    assert [list(case) for case in suite] == [[]]


def test_hostile_text_parses_back_as_text() -> None:
    suite = ElementTree.fromstring(write(HOSTILE, checked=3))[0]

    assert [child.tag for case in suite for child in case] == ["failure"] * len(HOSTILE)
    assert suite[3][0].text == "改法：]]><!-- --></failure>"
