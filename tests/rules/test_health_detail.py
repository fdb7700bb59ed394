from __future__ import annotations

import pytest

from disclosure.rules.health_detail import CODE
from tests.rules.private import entry, found, marks, roster


def test_column_of_illnesses_is_an_error() -> None:
    files = roster("E0902", "丁*川", diagnosis="待查")

    assert marks(CODE, files) == ["error:2:diagnosis:diagnosis"]


def test_illness_in_a_row_of_persons_is_an_error() -> None:
    files = roster("E0902", "丁*川", channel="尿毒症救助")

    assert marks(CODE, files) == ["error:2:channel:尿毒症"]


@pytest.mark.parametrize(
    "text", ["王*明，肢体残疾二级。", "该户因身患重病返贫。", "户主：王*，患有糖尿病。"]
)
def test_illness_of_one_person_is_a_guess(text: str) -> None:
    problems = found(CODE, entry("E0902", text))

    assert [problem.severity.value for problem in problems] == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "为高血压、糖尿病患者提供随访服务。",
        "患有精神疾病的居民可申请免费服药。",
        "流感疫苗接种对象为六十岁以上老人。",
        "王*明，一组，每月860元。",
        "残疾人两项补贴按等级发放。",
    ],
)
def test_guides_and_statistics_are_clean(text: str) -> None:
    assert found(CODE, entry("S0907", text)) == []
    assert found(CODE, entry("E0902", text)) == []
