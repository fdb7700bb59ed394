"""The two verbs of rule tests: an entry is clean, or exactly these problems are found in it."""

from __future__ import annotations

import tempfile
from datetime import date
from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from disclosure.catalogue import Kind
from disclosure.problem import Problem
from disclosure.rules.check import check_content
from disclosure.rules.facts import Facts, load_facts

SMALL = Path(__file__).parents[1] / "data" / "small"
TODAY = date(2026, 11, 20)
VILLAGE = "990101100201"

# A village notice of news (S1102): every required element and key, nothing wrong.
GOOD = """\
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
十月十日,村里修补了通往三组的道路,长约四百米。
"""


@lru_cache(maxsize=4)
def small_facts(today: date = TODAY) -> Facts:
    """Return the facts of the small test register, with the product's own standard."""
    return load_facts(SMALL, today)


def check_files(files: dict[str, str | bytes], *, today: date = TODAY) -> tuple[Problem, ...]:
    """Return the problems of a content tree given as path -> content."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return check_content(replace(small_facts(today), root=root)).problems


def problems_of(
    text: str | bytes,
    *,
    division: str = VILLAGE,
    kind: Kind = Kind.ARTICLES,
    name: str = "sample",
    today: date = TODAY,
) -> tuple[Problem, ...]:
    """Return the problems of one Markdown entry standing alone in a division's folder."""
    place = small_facts(today).register.resolve(division).folder
    return check_files({f"{place}/{kind.value}/{name}.md": text}, today=today)


def check_clean(text: str | bytes, **where: object) -> None:
    """Assert that nothing is wrong with the entry."""
    assert marks(problems_of(text, **where)) == []  # type: ignore[arg-type]


def check_found(text: str | bytes, expected: list[str], **where: object) -> None:
    """Assert that exactly these problems are found, written `code:line:field`."""
    assert marks(problems_of(text, **where)) == expected  # type: ignore[arg-type]


def marks(problems: tuple[Problem, ...]) -> list[str]:
    """Return the problems as `code:line:field`, in the order of the report."""
    return [f"{problem.code}:{problem.line or problem.row}:{problem.field}" for problem in problems]
