from __future__ import annotations

import pytest

from disclosure.rules.minor_identity import CODE
from tests.rules.private import entry, found, marks, roster


def test_column_of_minors_is_an_error() -> None:
    files = roster("E0402", "丁*川", child_name="丁小河")

    assert marks(CODE, files) == ["error:2:child_name:丁**"]


@pytest.mark.parametrize(
    "text",
    [
        "学生姓名：王小明。",
        "南镇小学三年级2班一名学生。",
        "就读于初二（3）班。",
        "王小明，男，9岁。",
    ],
)
def test_words_that_tell_who_are_a_guess(text: str) -> None:
    problems = found(CODE, entry("S0901", text))

    assert [problem.severity.value for problem in problems] == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "一年级招收4个班，每班不超过45人。",
        "年满6周岁的儿童应当入学。",
        "初中阶段实行对口直升。",
        "学生年满6岁，凭户口簿报名。",
        "王小明，男，45岁，任村委会委员。",
        "三年级班级数不变。",
    ],
)
def test_rules_of_admission_are_clean(text: str) -> None:
    assert found(CODE, entry("S0901", text)) == []
