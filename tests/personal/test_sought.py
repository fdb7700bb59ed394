"""The glance at words never hides what the pattern beside them finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.catalogue import PRODUCT
from disclosure.catalogue.terms import load_terms
from disclosure.personal import Sought
from disclosure.rules.minor_identity import AGE, SCHOOL_CLASS
from disclosure.rules.resident_id_half_masked import MASKED

LEXICON = load_terms(PRODUCT)
SOUGHT = {
    **LEXICON.labels,
    "health": LEXICON.health,
    "introduced": LEXICON.introduced,
    "vote": LEXICON.vote,
    "account": LEXICON.account,
    "secret": LEXICON.secret,
    "home": LEXICON.home,
    "class": SCHOOL_CLASS,
    "age": AGE,
    "masked": MASKED,
}
SIGNS = (
    *("：", ":", " ", "\u3000", "\n", "\t", "，", "（", "）", "姓名", "者", "人员", "为", "是"),
    *("投", "投了", "表示", "王小明", "李四", "欧阳明", "组", "社", "队", "号", "室", "户", "号楼"),
    *("栋", "幢", "座", "单元", "12", "３", "201", "6217 0001 2345", "年级", "初", "三", "班"),
    *("在", "岁", "周岁", "***", "×××", "＊", "1101", "12X"),
)


@pytest.mark.parametrize("name", SOUGHT)
@given(data=st.data())
def test_a_glance_hides_nothing(name: str, data: st.DataObject) -> None:
    sought: Sought = SOUGHT[name]
    pieces = st.sampled_from([*sought.words, *SIGNS])
    text = "".join(data.draw(st.lists(pieces, max_size=12)))

    if sought.pattern.search(text):
        assert sought.may_stand_in(text)


@pytest.mark.parametrize("text", ["老人：王小明", "户主姓名: 李四", "申请人 ：赵六", "老人　:王五"])
def test_a_label_that_a_name_follows_is_seen_at_a_glance(text: str) -> None:
    assert LEXICON.labelled("person_labels").may_stand_in(text)


@pytest.mark.parametrize("text", ["方便老人出行", "老人和申请人另行通知。", "村里修路"])
def test_a_label_in_a_sentence_is_none(text: str) -> None:
    assert not LEXICON.labelled("person_labels").may_stand_in(text)
