from __future__ import annotations

import pytest

from disclosure.catalogue import PRODUCT
from disclosure.catalogue.terms import load_terms
from disclosure.personal import LISTS, Lexicon
from disclosure.problem import DisclosureError

LEXICON = load_terms(PRODUCT)


@pytest.mark.parametrize("name", ["王*", "王*明", "欧阳*", "欧阳*明", "王**", "王＊明"])
def test_mask_keeps_first_and_at_most_last(name: str) -> None:
    assert LEXICON.is_masked(name)


@pytest.mark.parametrize("name", ["王明", "王小*明", "王小明*", "*王", "王*小明", "**", ""])
def test_other_masks_hide_too_little_or_nothing(name: str) -> None:
    assert not LEXICON.is_masked(name)


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("王*明", ()),
        ("王*、李*明", ()),
        ("王*（户主）", ()),
        ("王*等3户", ()),
        ("甲村股份经济合作社", ()),
        ("云澜市茶业有限公司", ()),
        ("王明", ("王明",)),
        ("王*、李小明", ("李小明",)),
        ("冼星", ("冼星",)),
        ("", ()),
    ],
)
def test_column_of_persons_gives_its_unmasked_names(cell: str, names: tuple[str, ...]) -> None:
    assert LEXICON.bare_names(cell) == names


@pytest.mark.parametrize(
    "text",
    [
        "申请人：应当在本村居住满一年",
        "申请人：成员户代表",
        "户主：金额见下表",
        "申请人：王*明",
        "联系人：王明",  # an official
        "申请人应当提交材料",
        "申请人：王主任",
        "申请人：方案见附件",
    ],
)
def test_label_without_a_bare_name_is_no_name(text: str) -> None:
    found = LEXICON.labelled("person_labels").pattern.search(text)

    assert found is None or not LEXICON.is_name(found["name"])


def test_label_with_a_bare_name_is_found() -> None:
    found = LEXICON.labelled("person_labels").pattern.search("申请人：王小明，一组")

    assert found is not None
    assert found["name"] == "王小明"
    assert LEXICON.is_name(found["name"])


@pytest.mark.parametrize(
    "text",
    [
        "老旧小区改造涉及3号楼2单元屋面维修",
        "办公地址：中心路1号",
        "三组15号机井已修好",
        "自来水管改造到3栋",
        "疫苗接种点设在卫生院2楼",
    ],
)
def test_address_of_works_and_offices_is_nobodys_home(text: str) -> None:
    assert LEXICON.home.pattern.search(text) is None


@pytest.mark.parametrize(
    "text", ["家住甲村三组15号", "住址：云岭路12号", "3号楼2单元501室", "5栋302室", "三组15号，"]
)
def test_home_down_to_the_door_is_found(text: str) -> None:
    assert LEXICON.home.pattern.search(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "与会代表投赞成票38票",
        "同意：40票，反对：1票",
        "经表决，代表同意实施",
        "党员投票同意",
        "反对浪费",
    ],
)
def test_counts_of_votes_name_nobody(text: str) -> None:
    assert LEXICON.vote.pattern.search(text) is None


@pytest.mark.parametrize("text", ["其中，王明投反对票", "弃权：李小明", "王明表示反对"])
def test_vote_of_one_person_is_found(text: str) -> None:
    assert LEXICON.vote.pattern.search(text) is not None


@pytest.mark.parametrize(
    "text", ["标底由评标委员会保管", "不涉及商业秘密", "竞价设保留价", "最高限价为36万元"]
)
def test_words_of_tendering_are_no_secret(text: str) -> None:
    assert LEXICON.secret.pattern.search(text) is None


def test_every_list_is_needed() -> None:
    assert set(LEXICON.words) == set(LISTS)


def test_standard_without_the_lists_is_named(tmp_path: object) -> None:
    with pytest.raises(DisclosureError) as error:
        load_terms(PRODUCT / "tests")

    assert [problem.file for problem in error.value.problems] == ["catalogue/privacy_terms.yml"]


def test_lexicon_without_words_finds_nothing() -> None:
    empty = Lexicon(dict.fromkeys(LISTS, ()))

    assert empty.health.pattern.search("患有疾病") is None
    assert not empty.has("surnames", "王")
