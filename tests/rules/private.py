"""Entries of categories with privacy rules, complete but for the words a test puts into them."""

from __future__ import annotations

from collections.abc import Mapping

from disclosure.problem import Code, Problem
from tests.rules.packages import PLACE, ROSTER, ROSTER_CSV, package
from tests.rules.verbs import check_files

# Twelve lines, so that a body begins on the thirteenth; more keys go in as the ninth.
HEAD = """\
---
title: 甲村修补通组道路
category: S1102
date: 2026-10-12 09:00
publisher: 甲村村民委员会
formed_on: 2026-10-10
author: 村文书
review: {by: 甲村村务监督委员会, date: 2026-10-11, basis: 《政府信息公开条例》第十七条}
elements:
  工程位置: 三组
  信息来源: 甲村村民委员会
---
"""
TOWN = "content/9901/990101/990101100"


def news(body: str, keys: str = "") -> dict[str, str | bytes]:
    """Return a village's news (S1102) with another body and more keys."""
    head = HEAD.replace("elements:", f"{keys}elements:")
    return {f"{PLACE}/articles/sample.md": f"{head}{body}\n"}


def entry(category: str, body: str, keys: str = "") -> dict[str, str | bytes]:
    """Return an entry of another category; what else that category demands is left out."""
    (text,) = news(body, keys).values()
    assert isinstance(text, str)
    return {f"{PLACE}/articles/sample.md": text.replace("S1102", category)}


def roster(category: str, name: str, **columns: str) -> dict[str, str | bytes]:
    """Return a roster of one person in a category, with more columns or other cells."""
    header, first, _ = ROSTER_CSV.splitlines()
    cells = dict(zip(header.split(","), first.split(","), strict=True))
    cells |= {"program_code": category, "person_masked": name, **columns}
    table = ",".join(cells) + "\n" + ",".join(cells.values()) + "\n"
    return dict(package(ROSTER.replace("category: E0207", f"category: {category}"), table))


def found(code: Code, *files: Mapping[str, str | bytes]) -> list[Problem]:
    """Return the problems of one code in some files together."""
    together = {path: content for some in files for path, content in some.items()}
    return [problem for problem in check_files(together) if problem.code == code.name]


def marks(code: Code, *files: Mapping[str, str | bytes]) -> list[str]:
    """Return where a code is raised and how gravely, as `severity:line or row:field:value`."""
    return [
        f"{problem.severity.value}:{problem.line or problem.row}:{problem.field}:{problem.value}"
        for problem in found(code, *files)
    ]
