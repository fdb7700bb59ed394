"""A guide's page: lists out of texts written in one line, limits in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.rules.facts import load_facts
from disclosure.sites.pages.guide_view import days_zh, split_items, split_list, view_guide
from disclosure.sites.site import prepare_site
from tests.sites.small_site import entry_of
from tests.sites.trees import DAY, SMALL


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("申请表；户口簿；身份证。", ("申请表", "户口簿", "身份证")),
        ("身份证（原件；复印件一份）；照片", ("身份证（原件；复印件一份）", "照片")),
        ("1. 到服务站登记\n2. 当场拍照\n", ("到服务站登记", "当场拍照")),
        ("（1）受理;（2）审核", ("受理", "审核")),
        ("申请→核验→办结", ("申请", "核验", "办结")),
        ("2寸照片两张", ("2寸照片两张",)),
        ("1.5公里以内免费", ("1.5公里以内免费",)),
        ("未合上的（括号；照样一项", ("未合上的（括号；照样一项",)),
        ("", ()),
        ("；；", ()),
    ],
)
def test_items_are_parted_outside_brackets(text: str, items: tuple[str, ...]) -> None:
    assert split_items(text) == items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("户口簿、居住证明", ("户口簿", "居住证明")),
        ("户口簿（首页、本人页）、身份证", ("户口簿（首页、本人页）", "身份证")),
        ("户口簿、身份证；照片", ("户口簿、身份证", "照片")),
        ("本人带户口簿、身份证，到窗口核验", ("本人带户口簿、身份证，到窗口核验",)),
    ],
)
def test_only_a_plain_enumeration_is_parted_by_its_commas(
    text: str, items: tuple[str, ...]
) -> None:
    assert split_list(text) == items


def test_no_day_at_all_is_done_on_the_spot() -> None:
    assert (days_zh("0"), days_zh("5")) == ("当场办结", "5 个工作日")


def test_guide_of_the_county_is_ready_to_print() -> None:
    facts = load_facts(SMALL, DAY)
    site = prepare_site(facts, facts.register.resolve("990101"), DAY, frozenset())

    guide = view_guide(entry_of(site, "guides/school-transfer"), site)

    assert guide
    assert guide.materials == ("户口簿", "居住证明")
    assert guide.steps == ("申请", "核验", "办理学籍转接")
    assert [(one.label, one.value) for one in guide.limits] == [
        ("法定办结时限", "20 个工作日"),
        ("承诺办结时限", "5 个工作日"),
    ]
    assert [one.label for one in guide.where] == ["办理地点", "办理时间", "咨询电话", "监督电话"]
    assert ("办理层级", "区（市）县级") in [(one.label, one.value) for one in guide.record]


def test_entry_without_the_block_has_no_guide(tmp_path: Path) -> None:
    facts = load_facts(SMALL, DAY)
    site = prepare_site(facts, facts.register.resolve("9901"), DAY, frozenset())

    assert view_guide(entry_of(site, "articles/parking-rules"), site) is None
