"""The accept path and libyaml read the same: every value, line and column."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.marked import read_yaml
from disclosure.plain import read_plain
from tests.strategies import TEXTS, headers, print_header

ROOT = Path(__file__).parents[1]
USUAL = (
    "title: 竹隐村2026年7月财务收支明细\ndate: 2026-08-07 09:20\n",
    "review: {by: 村务监督委员会, date: 2026-10-10, basis: 《条例》第十七条}\n",
    "vote:\n  options:\n    - {option_no: 1, votes: 31}\n    - {option_no: 2, votes: 5}\n",
    "resources:\n  - name: ledger\n    path: ledger.csv\n    schema: 'table:ledger'\n",
    "share:\n  - up\n  - down\nkeywords: [财务公开, 收支]\n",
    "elements:\n  公示起止日期: 2026年8月10日至8月26日\n  举报电话: 0904-6500417\n",
    "# 公开时限，一项一条\n\n- id: limit\n  valid_to:\n  trust: V\n# 未读\n- id: due\n  basis:\n",
    "elements:\n  举报电话:\n# 电话待补\n  公示起止日期:\nsource: 《条例》\n",
    "- a\n- b\n",
    "a:\n",
)
# Pieces that decide how YAML is read, put together at random.
PIECES = st.sampled_from(
    [
        *("a", "b1", "标题", "键", "2026-10-12", "09:00", "《法》", "a: 1", "😀"),
        *("a:\n", "  b:\n", "- c:\n", "\n# 注", "# a: 1\n"),
        *(":", ": ", " ", "\n", "\n  ", "\n    ", "- ", "[", "]", "{", "}", ", ", "，"),
        *("'", '"', "#", " #", "&", "*", "!", "|", ">", "%", "@", "`", "?", "-", "..."),
        *("---", "\\", "=", "<", "~", "\u3000", "\ufeff", "\t", "\r", "\x85"),
    ]
)
LINES = st.lists(
    st.tuples(
        st.sampled_from(["", "  ", "    ", "  - ", "- ", "# "]),
        TEXTS,
        TEXTS.map(lambda text: f": {text}") | st.just(":"),
    ),
    max_size=8,
).map(lambda lines: "".join(f"{start}{key}{value}\n" for start, key, value in lines))


def check_same(text: str, first_line: int = 2) -> bool:
    """Assert that what the accept path takes libyaml reads alike; tell whether it took it."""
    quick = read_plain(text, first_line)
    if quick is None:
        return False
    slow, problems = read_yaml(text, "a.md", first_line)
    assert problems == []
    assert quick == slow
    return True


@given(st.lists(PIECES, max_size=25).map("".join))
def test_no_mixture_of_signs_is_read_differently(text: str) -> None:
    check_same(text)


@given(LINES)
def test_no_lines_of_keys_and_values_are_read_differently(text: str) -> None:
    check_same(text)


@given(st.data())
def test_no_slip_in_good_front_matter_is_read_differently(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(USUAL))
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(text)))
        lost = data.draw(st.integers(0, 3))
        text = text[:place] + data.draw(PIECES) + text[place + lost :]

    check_same(text)


@given(headers())
def test_quoted_front_matter_is_read_alike(header: dict[str, str]) -> None:
    check_same(print_header(header))


@pytest.mark.parametrize("folder", ["content", "catalogue"])
def test_what_is_committed_is_read_alike(folder: str) -> None:
    taken = 0
    for path in sorted((ROOT / folder).rglob("*")):
        if path.suffix == ".md" and path.read_text("utf-8").startswith("---\n"):
            taken += check_same(path.read_text("utf-8").split("---\n")[1])
        elif path.suffix in (".yaml", ".yml"):
            taken += check_same(path.read_text("utf-8"), 1)

    assert taken > 15


@pytest.mark.parametrize("text", USUAL)
def test_usual_front_matter_is_taken(text: str) -> None:
    assert check_same(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\na: 2\n",
        "a: &x 1\n",
        "a: 1 # why\n",
        "a: \n",
        "a:\n- b\n",
        "a:\n  # why\n  b: 1\n",
        "a: |\n  text\n",
        "a: one\n  two\n",
        "a: b: c\n",
        "a: 'it''s'\n",
        "-\n",
        "a: {b: c,}\n",
        "a: {b: }\n",
        "",
    ],
)
def test_anything_else_is_left_to_libyaml(text: str) -> None:
    assert read_plain(text, 1) is None


@pytest.mark.parametrize("depth", range(1, 9))
def test_depth_is_bounded_like_libyaml(depth: int) -> None:
    text = "".join("  " * step + "a:\n" for step in range(depth)) + "  " * depth + "b: 1\n"

    slow, _ = read_yaml(text, "a.md", 1)

    assert read_plain(text, 1) == slow
