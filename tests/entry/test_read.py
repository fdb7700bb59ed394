from __future__ import annotations

import pytest

from tests.rules.verbs import GOOD, check_clean, check_files, check_found, problems_of

VILLAGE = "content/9901/990101/990101100/990101100201"


def test_good_entry_is_clean() -> None:
    check_clean(GOOD)


def test_error_of_yaml_is_the_only_problem_of_its_entry() -> None:
    text = GOOD.replace("title: 甲村", "title: 通知: 甲村")

    check_found(text, ["front-matter-not-yaml:2:"])


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("author: &clerk 村文书", "yaml-anchor:7:"),
        ("author: !!str 村文书", "yaml-anchor:7:"),
        ("author: 村文书\nauthor: 村文书", "key-duplicate:8:author"),
        ("author: '村文书", "front-matter-not-yaml:7:"),
        ("author: {a: {b: {c: {d: {e: {f: 1}}}}}}", "yaml-too-deep:7:"),
    ],
)
def test_yaml_that_is_refused(line: str, mark: str) -> None:
    text = GOOD.replace("author: 村文书", line)

    assert f"{mark}" in [f"{one.code}:{one.line}:{one.field}" for one in problems_of(text)]


@pytest.mark.parametrize("above", ["", "一段话\n", "- 甲\n- 乙\n", "# 只有注释\n"])
def test_front_matter_must_be_a_map(above: str) -> None:
    text = f"---\n{above}---\n正文。\n"

    assert [problem.code for problem in problems_of(text)] == ["front-matter-not-a-map"]


def test_unreadable_package_is_one_problem() -> None:
    files = {f"{VILLAGE}/data/members/datapackage.yaml": "title: [\n"}

    codes = [problem.code for problem in check_files(files)]

    assert codes == ["front-matter-not-yaml"]


def test_slips_are_explained_in_descriptors_too() -> None:
    files = {f"{VILLAGE}/data/members/datapackage.yaml": "标题：甲\nname: members\n"}

    problems = check_files(files)

    assert "key-in-chinese:1:title" in [f"{one.code}:{one.line}:{one.field}" for one in problems]
    assert "key-missing:title" not in [f"{one.code}:{one.field}" for one in problems]
