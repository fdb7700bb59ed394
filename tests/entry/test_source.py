from __future__ import annotations

import pytest

from disclosure.entry.source import MAX_BYTES, decode
from disclosure.problem import DisclosureError
from tests.rules.verbs import GOOD, check_clean, check_found, problems_of

TEXT = "title: 关于道路修补的公示\n"


def marks(data: bytes) -> tuple[str, list[str]]:
    text, problems = decode(data, "a.md")
    return text, [f"{problem.code}:{problem.line}" for problem in problems]


def test_utf8_with_plain_line_ends_is_clean() -> None:
    data = TEXT.encode()

    assert marks(data) == (TEXT, [])


def test_byte_order_mark_is_dropped_and_named() -> None:
    data = b"\xef\xbb\xbf" + TEXT.encode()

    assert marks(data) == (TEXT, ["file-bom:1"])


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_are_turned_and_named_once(end: str) -> None:
    data = ("甲\n" + TEXT.replace("\n", end) * 3).encode()

    assert marks(data) == ("甲\n" + TEXT * 3, ["line-ends:2"])


def test_gbk_is_read_and_named() -> None:
    data = ("a: 1\n" + TEXT).encode("gbk")

    assert marks(data) == ("a: 1\n" + TEXT, ["encoding-not-utf8:2"])


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_what_windows_calls_unicode_is_read_and_named(encoding: str) -> None:
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    data = mark + TEXT.encode(encoding)

    assert marks(data) == (TEXT, ["encoding-not-utf8:1"])


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode().replace("道".encode(), "道".encode()[:2]),
        TEXT.encode()[:-3],
        b"title: \xff\xff\n",
        b"\xff\xfe\x00",
        "title: 關於道路修補的公示，請各戶代表參加\n".encode("big5"),
    ],
)
def test_damaged_text_is_not_guessed(data: bytes) -> None:
    with pytest.raises(DisclosureError) as caught:
        decode(data, "a.md")

    assert [problem.code for problem in caught.value.problems] == ["encoding-not-utf8"]
    assert "--fix" not in caught.value.problems[0].hint_zh


def test_gbk_entry_is_checked_like_any_other() -> None:
    data = GOOD.replace("title: ", "titel: ").encode("gbk")

    codes = {problem.code for problem in problems_of(data)}

    assert {"encoding-not-utf8", "key-unknown"} <= codes


def test_file_over_the_limit_is_not_read() -> None:
    text = GOOD + "字" * MAX_BYTES

    check_found(text, ["file-too-large:0:"])


def test_file_below_the_limit_is_read() -> None:
    text = GOOD + "路面平整。\n\n" * 9000

    check_clean(text)
