from __future__ import annotations

import json

from disclosure.search.day import Dated, write_day
from disclosure.search.document import Document
from tests.search.documents import SUBJECTS

COUNTY = "990101"


def dated(count: int) -> list[Dated]:
    return [
        Dated(3, "990101100201", Document(f"articles/{number}", "今天", "2026-11-22", "E0203"))
        for number in range(count)
    ]


def blocks(found: list[Dated]) -> dict[str, str]:
    return dict(write_day(COUNTY, found, SUBJECTS))


def test_a_block_names_the_division_of_each_document() -> None:
    [(name, text)] = blocks(dated(1)).items()

    value = json.loads(text.removeprefix("DISCLOSURE.texts(").removesuffix(");\n"))
    assert name == "texts/1.js"
    assert value["texts"] == [["articles/0", "今天", "2026-11-22", 0, "article", "", [], 3]]
    assert (value["site"], value["block"]) == (COUNTY, 1)


def test_nothing_today_no_block() -> None:
    assert blocks([]) == {}


def test_one_more_changes_one_block() -> None:
    many = dated(170)
    before, after = blocks(many[:-1]), blocks(many)

    assert len(after) > 3
    assert len([name for name in after if before.get(name) != after[name]]) == 1
