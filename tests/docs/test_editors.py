"""The examples of the editors' handbook pass the check, each where the handbook puts it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from disclosure.catalogue import Kind
from tests.rules.verbs import check_files, marks, small_facts

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "editors.zh.md").read_text("utf-8")
EXAMPLE = re.compile(r"^文件 `([^`\n]+)`：\n\n```[a-z]+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLES = dict(EXAMPLE.findall(PAGE))
PICTURE = (ROOT / "samples" / "example.png").read_bytes()


def with_pictures(files: dict[str, str]) -> dict[str, str | bytes]:
    """Return the files and a picture for each that an example names."""
    found: dict[str, str | bytes] = dict(files)
    for path, text in files.items():
        division, is_album, _ = path.partition("/albums/")
        named = re.findall(r"files/[\w.-]+", text) if is_album else ()
        found |= {f"{division}/{name}": PICTURE for name in named}
    return found


def test_nothing_is_wrong_with_any_example() -> None:
    assert EXAMPLES

    assert marks(check_files(with_pictures(EXAMPLES))) == []


def test_there_is_an_example_of_every_kind() -> None:
    kinds = {kind for kind in Kind for path in EXAMPLES if f"/{kind.value}/" in path}

    assert kinds == set(Kind)


def test_every_example_stands_in_a_division_of_the_register() -> None:
    folders = tuple(f"{division.folder}/" for division in small_facts().register)

    assert [path for path in EXAMPLES if not path.startswith(folders)] == []


@pytest.mark.parametrize("mark", ["withdrawn:", "nil: true", "nil_reason:"])
def test_withdrawal_and_nil_report_have_an_example(mark: str) -> None:
    assert [path for path, text in EXAMPLES.items() if mark in text]


def test_the_correction_of_the_page_is_one_that_is_read() -> None:
    message = re.search(r"^```text\n(修改.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)

    assert message
    assert re.search(r"^更正[:：]\S", message[1], re.MULTILINE)


def test_the_problem_shown_is_what_a_check_says() -> None:
    path = next(path for path in EXAMPLES if path.endswith("road-repair.md"))
    text = EXAMPLES[path].replace("category: S1102", "category: s1102")

    (problem,) = check_files({path: text})

    said = f"{path}\n  第 {problem.line} 行，错误：{problem.message_zh} [{problem.code}]\n"
    assert f"{said}      改法：{problem.hint_zh}\n" in PAGE


def test_every_code_named_is_one_we_have() -> None:
    problems = (ROOT / "docs" / "problems.md").read_text("utf-8")

    named = re.findall(r"problems\.md#([a-z-]+)", PAGE)

    assert named
    assert [code for code in named if f"\n### {code}\n" not in problems] == []


def test_every_heading_in_the_list_of_contents_is_there() -> None:
    own = re.sub(r"^```.*?^```$", "", PAGE, flags=re.MULTILINE | re.DOTALL)
    headings = set(re.findall(r"^## (.+)$", own, re.MULTILINE))

    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) == headings
