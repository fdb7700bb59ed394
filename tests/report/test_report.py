from __future__ import annotations

import os
import re
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from disclosure.problem import Problem
from disclosure.report import FORMATS, write
from disclosure.report.plain import plain
from tests.report.samples import HOSTILE, PLAIN

INVISIBLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


@pytest.mark.parametrize("format_", FORMATS)
def test_no_format_lets_hostile_text_through(format_: str) -> None:
    report = write(format_, HOSTILE, checked=3)

    assert report.encode("utf-8")
    assert INVISIBLE.search(report) is None
    assert report.endswith("\n")


@pytest.mark.parametrize("format_", FORMATS)
def test_same_problems_give_the_same_report(format_: str) -> None:
    first = write(format_, [*PLAIN, *HOSTILE], checked=3)

    assert write(format_, (*PLAIN, *HOSTILE), checked=3) == first


@pytest.mark.parametrize("format_", FORMATS)
def test_every_problem_is_in_the_report(format_: str) -> None:
    report = write(format_, PLAIN, checked=3)

    assert all(report.count(problem.code) for problem in PLAIN)
    assert "E0202" in report
    assert "100.00" in report


@pytest.mark.parametrize("format_", FORMATS)
def test_number_in_a_file_name_is_not_repeated(format_: str) -> None:
    number = "11010519491231002X"  # the specimen of the standard
    problem = replace(PLAIN[0], file=f"content/9901/articles/{number}.md", value=number)

    assert number not in write(format_, [problem], checked=1)


def test_a_format_we_do_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="reference"):
        write("reference", (), checked=0)


@given(st.text(st.characters(), max_size=30), st.sampled_from(FORMATS))
def test_any_text_at_all_can_be_reported(text: str, format_: str) -> None:
    problem = replace(HOSTILE[0], file=text, message_zh=text, hint_zh=text, value=text, field=text)

    report = write(format_, [cast("Problem", problem)], checked=1)

    assert report.encode("utf-8")
    assert INVISIBLE.search(report) is None


def test_plain_writes_unsafe_characters_out_and_leaves_chinese_alone() -> None:
    assert plain("甲村\x1b[0m\udcff，“公示”") == "甲村\\x1b[0m\\udcff，“公示”"


def test_a_name_that_windows_packed_is_told_as_it_was_typed() -> None:
    file = os.fsdecode("files/村务 公示.png".encode("gbk"))

    assert plain(f"{file}：“{file[6:]}”不可用") == "files/村务 公示.png：“村务 公示.png”不可用"
    assert plain(os.fsdecode(b"\xff\xfe.md")) == "\\udcff\\udcfe.md"
