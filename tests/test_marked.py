from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.marked import Given, load_marked, read_marked
from disclosure.problem import DisclosureError
from tests.strategies import TEXTS, quoted


def read(text: str) -> Given:
    found, problems = read_marked(text, "a.yml")
    assert problems == []
    assert found is not None
    return found


def marks(text: str, first_line: int = 1) -> list[str]:
    _, problems = read_marked(text, "a.yml", first_line)
    return [f"{problem.code}:{problem.line}" for problem in problems]


def test_every_scalar_stays_text() -> None:
    text = "a: true\nb: 0012\nc: 2026-10-12\nd: ~\ne: 1e3\nf: no\n"

    fields = read(text).fields or {}

    assert [value.text for value in fields.values()] == [
        "true",
        "0012",
        "2026-10-12",
        "~",
        "1e3",
        "no",
    ]


def test_values_and_keys_know_their_lines_and_columns() -> None:
    text = "a: 甲\nb:\n  c: [丙, 丁]\n  d: >\n    很长的\n"

    found = read(text)

    inner = found.get("b")
    assert inner is not None
    assert (inner.line, inner.key_line) == (3, 2)
    items = inner.get("c")
    assert items is not None
    assert items.items is not None
    assert [(item.line, item.column, item.text) for item in items.items] == [
        (3, 7, "丙"),
        (3, 10, "丁"),
    ]


def test_first_line_is_counted_from_where_the_text_begins() -> None:
    assert marks("a: 1\nb: [\n", 10) == ["front-matter-not-yaml:12"]


def test_plain_and_quoted_are_told_apart() -> None:
    fields = read("a: 甲\nb: '甲'\nc: \"甲\"\n").fields or {}

    assert [value.quoted for value in fields.values()] == [False, True, True]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("a: 1\na: 2\n", "key-duplicate:2"),
        ("m: {x: 1, x: 2}\n", "key-duplicate:1"),
        ("a: &one 1\n", "yaml-anchor:1"),
        ("a: 1\nb: *one\n", "yaml-anchor:2"),
        ("a: !!python/object:os.system 1\n", "yaml-anchor:1"),
        ("a: !local [1]\n", "yaml-anchor:1"),
        ("&all\na: 1\n", "yaml-anchor:1"),
        ("a: {a: {a: {a: {a: {a: {a: 1}}}}}}\n", "yaml-too-deep:1"),
        ("a: [[[[[[[1]]]]]]]\n", "yaml-too-deep:1"),
        ("a: b: c\n", "front-matter-not-yaml:1"),
        ("a: 1\n--- \nb: 2\n", "front-matter-not-yaml:2"),
        ("a: 1\nb: '甲\nc: 2\n", "front-matter-not-yaml:2"),
        ("a: 1\nb: 甲\x07乙\n", "front-matter-not-yaml:2"),
        ("a: `甲`\n", "front-matter-not-yaml:1"),
        ("%YAML 9.9\n---\na: 1\n", "front-matter-not-yaml:1"),
    ],
)
def test_what_is_refused(text: str, mark: str) -> None:
    assert marks(text) == [mark]


def test_all_problems_are_found_in_one_reading() -> None:
    assert marks("a: &x 1\nb: 1\nb: 2\nc: !t 3\n") == [
        "yaml-anchor:1",
        "key-duplicate:3",
        "yaml-anchor:4",
    ]


def test_first_of_two_equal_keys_is_kept() -> None:
    found, _ = read_marked("a: 1\na: 2\n", "a.yml")

    assert found is not None
    assert found.text_of("a") == "1"


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n"])
def test_empty_document_is_none(text: str) -> None:
    assert read_marked(text, "a.yml") == (None, [])


def test_deep_nesting_does_not_exhaust_the_stack() -> None:
    text = "a: " + "[" * 50_000

    assert marks(text) == ["yaml-too-deep:1"]


def test_blank_is_known_for_texts_lists_and_maps() -> None:
    fields = read("a:\nb: ' '\nc: []\nd: {}\ne: x\n").fields or {}

    assert [value.is_blank for value in fields.values()] == [True, True, True, True, False]


def test_walk_yields_every_text_in_order() -> None:
    found = read("a: 1\nb: [2, {c: 3}]\nd: {e: 4}\n")

    assert [given_.text for given_ in found.walk()] == ["1", "2", "3", "4"]


def test_single_text_counts_as_a_list_of_one() -> None:
    found = read("a: 甲\nb: [甲, 乙]\n")

    a, b = found.get("a"), found.get("b")
    assert a is not None
    assert b is not None
    assert (a.texts(), b.texts()) == (("甲",), ("甲", "乙"))


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,12}", fullmatch=True), TEXTS, max_size=6))
def test_what_is_printed_is_read_back(values: dict[str, str]) -> None:
    text = "".join(f"{name}: {quoted(value)}\n" for name, value in values.items())

    found, problems = read_marked(text, "a.yml")

    assert problems == []
    fields = (found.fields or {}) if found else {}
    assert {name: value.text for name, value in fields.items()} == values
    assert [value.line for value in fields.values()] == list(range(1, len(values) + 1))


@given(st.text(max_size=80))
def test_any_text_gives_a_value_or_a_problem_and_never_an_exception(text: str) -> None:
    found, problems = read_marked(text, "a.yml")

    assert (
        found is not None
        or problems
        or not text.strip()
        or text.lstrip().startswith(("#", "\ufeff", "-", "."))
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (None, "yaml-unreadable"),
        (b"", "yaml-unreadable"),
        ("标题: 甲".encode("gbk"), "yaml-unreadable"),
        (b"a: [", "front-matter-not-yaml"),
    ],
)
def test_file_of_the_standard_that_cannot_be_read(
    tmp_path: Path, data: bytes | None, code: str
) -> None:
    path = tmp_path / "keys.yml"
    if data is not None:
        path.write_bytes(data)

    with pytest.raises(DisclosureError) as caught:
        load_marked(path, "catalogue/keys.yml")

    assert [(one.code, one.file) for one in caught.value.problems] == [(code, "catalogue/keys.yml")]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a: 1\ntitle: 公告: 甲村\n", "第 2 行改为：title: '公告: 甲村'"),
        ("title: [公示]甲村\n", "第 1 行改为：title: '[公示]甲村'"),
        ("title: @甲村's\n", "第 1 行改为：title: '@甲村''s'"),
        ("title: 甲\x07村\n", "这一行有看不见的控制字符：请删去整行，重新输入"),
    ],
)
def test_line_that_is_no_yaml_is_told_as_it_should_be(text: str, hint: str) -> None:
    _, problems = read_marked(text, "a.md")

    assert [problem.hint_zh for problem in problems] == [hint]
