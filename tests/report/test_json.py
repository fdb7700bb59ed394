from __future__ import annotations

import json

from disclosure.report.json import write
from tests.report.samples import HOSTILE, PLAIN

KEYS = [
    "code", "column", "doc", "field", "file", "hint_en", "hint_zh", "line", "message_en",
    "message_zh", "row", "severity", "value",
]  # fmt: skip


def test_report_is_a_list_of_problems_with_exactly_these_keys_in_order() -> None:
    items = json.loads(write(PLAIN, checked=3))

    assert [list(item) for item in items] == [KEYS, KEYS, KEYS]
    assert items[1] == {
        "code": "sample-wrong",
        "column": 11,
        "doc": "docs/problems.md#sample-wrong",
        "field": "category",
        "file": "content/9901/articles/a.md",
        "hint_en": "write E0202",
        "hint_zh": "请改为 E0202",
        "line": 7,
        "message_en": "category is 'e0202'",
        "message_zh": "键 category 的值“e0202”不可用",
        "row": 0,
        "severity": "error",
        "value": "e0202",
    }
    assert (items[2]["row"], items[2]["line"]) == (5, 0)


def test_no_problem_is_the_empty_list() -> None:
    assert json.loads(write((), checked=3)) == []


def test_hostile_text_parses_back_as_text() -> None:
    items = json.loads(write(HOSTILE, checked=3))

    assert items[0]["value"] == "a\\x1b[31mred\\x00\\x07"
    assert items[4]["value"] == "<script>alert(1)</script><img src=x onerror=y>"
    assert len(items) == len(HOSTILE)
