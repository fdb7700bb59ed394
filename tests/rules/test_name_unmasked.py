from __future__ import annotations

import pytest

from disclosure.rules.name_unmasked import CODE
from tests.rules.private import entry, marks, roster


def test_name_in_a_column_of_persons_is_an_error() -> None:
    assert marks(CODE, roster("E0801", "丁大川")) == ["error:2:person_masked:丁**"]


@pytest.mark.parametrize("name", ["丁*川", "丁*", "甲村股份经济合作社", "丁*、王*明", "欧阳*川"])
def test_masked_names_and_bodies_are_clean(name: str) -> None:
    assert marks(CODE, roster("E0801", f'"{name}"')) == []


def test_category_that_does_not_mask_is_clean() -> None:
    assert marks(CODE, roster("E0207", "丁大川")) == []


def test_counterparty_who_is_a_person_is_an_error_and_a_body_is_not() -> None:
    person = roster("E0406", "丁*川", counterparty="王小明", counterparty_type="个人")
    body = roster("E0406", "丁*川", counterparty="青山茶业有限公司", counterparty_type="企业")

    assert marks(CODE, person) == ["error:2:counterparty:王**"]
    assert marks(CODE, body) == []


def test_labelled_name_in_prose_is_a_guess() -> None:
    assert marks(CODE, entry("E1306", "户主：王小明，一组。")) == ["warning:13::王**"]


def test_name_under_elements_is_a_guess() -> None:
    ((path, text),) = entry("E1306", "正文。").items()
    assert isinstance(text, str)
    labelled = text.replace("elements:\n", "elements:\n  申请人: 王小明\n")

    assert marks(CODE, {path: labelled}) == ["warning:10:elements.申请人:王**"]


def test_name_in_a_table_of_the_body_is_a_guess() -> None:
    table = "| 申请人 | 金额 |\n| --- | --- |\n| 王小明 | 100 |\n| 李*秀 | 200 |"

    assert marks(CODE, entry("E1306", table)) == ["warning:15::王**"]


@pytest.mark.parametrize(
    "text",
    [
        "申请人：应为本村村民。",
        "申请人：王*明，一组。",
        "经办人：王小明。",
        "申请人：方案另行公布。",
        "户主：全体成员。",
        "村民王小明家的果园已经验收。",
    ],
)
def test_natural_sentences_are_clean(text: str) -> None:
    assert marks(CODE, entry("E1306", text)) == []
