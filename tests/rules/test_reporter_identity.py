from __future__ import annotations

import pytest

from disclosure.rules.reporter_identity import CODE
from tests.rules.private import entry, found, marks, roster


def test_column_of_reporters_is_an_error() -> None:
    files = roster("S1007", "丁*川", informant="丁大川")

    assert marks(CODE, files) == ["error:2:informant:丁**"]


@pytest.mark.parametrize(
    "text", ["举报人：王小明。", "来信人：王小明，三组。", "我叫王小明，三组村民。"]
)
def test_name_of_a_writer_is_a_guess(text: str) -> None:
    assert [problem.value for problem in found(CODE, entry("S1007", text))] == ["王**"]


def test_name_in_the_block_of_a_letter_is_a_guess() -> None:
    keys = "letter: {number: 甲1, summary: 我是王小明，路灯不亮}\n"

    assert marks(CODE, entry("S0802", "正文。", keys)) == ["warning:9:letter.summary:王**"]


@pytest.mark.parametrize(
    "text",
    [
        "来信人：王*。",
        "举报人信息已作保密处理。",
        "来信人：一位村民。",
        "我是三组村民。",
        "举报人：匿名。",
    ],
)
def test_hidden_writers_are_clean(text: str) -> None:
    assert found(CODE, entry("S1007", text)) == []
