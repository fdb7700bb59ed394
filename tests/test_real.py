"""What was really published is judged file by file as `tests/data/real/expected.csv` lists."""

from __future__ import annotations

import csv
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from disclosure.problem import Problem
from disclosure.rules.check import check_content
from disclosure.rules.facts import load_facts

REAL = Path(__file__).parent / "data" / "real"
TODAY = date(2026, 11, 20)
ITEMS = 24


def expectations() -> dict[str, list[str]]:
    """Return the codes each file must raise."""
    with (REAL / "expected.csv").open(encoding="utf-8", newline="") as lines:
        return {row["file"]: row["codes"].split("|") for row in csv.DictReader(lines)}


@lru_cache(maxsize=1)
def problems() -> tuple[Problem, ...]:
    return check_content(load_facts(REAL, TODAY)).problems


@pytest.mark.parametrize(("file", "codes"), expectations().items(), ids=expectations())
def test_file_raises_exactly_what_is_listed(file: str, codes: list[str]) -> None:
    found = {problem.code for problem in problems() if problem.file == file}

    assert sorted(found) == list(filter(None, codes))


def test_every_file_is_listed_and_nothing_else_is_found() -> None:
    files = {
        path.relative_to(REAL).as_posix() for path in REAL.glob("content/**/*") if path.is_file()
    }

    assert files == set(expectations())
    assert {problem.file for problem in problems()} <= files


def test_every_really_published_item_is_there() -> None:
    items = list(REAL.glob("content/**/it0[0-9][0-9].md"))

    assert len(items) == ITEMS


# The verdicts stated beside the figures: rules of the form, by the letters of its own list.
LETTERS = {
    "report-carry-balance": "A1",
    "report-results-total": "A2",
    "report-applicant-total": "A3",
    "report-total-blank": "A3b",
    "report-litigation-total": "A4",
    "report-cell-blank": "B2",
    "report-prose-agrees": "C1",
    "report-prose-share": "C3",
    "report-prose-groups": "N2",
    "report-label-reworded": "Q1",
    "report-unit-in-value": "Q2",
}
VERDICTS = {
    "9921/data/annual-report-2023": "",
    "9904/990402/data/annual-report-2023": "A4",
    "9921/992101/data/annual-report-2023": "B2, Q1",
    "9922/data/annual-report-2019": "A3b, B2, C1, C3, N2, Q2",
    "9923/992301/992301100/data/annual-report-2023": "A3b, B2",
}


@pytest.mark.parametrize(("package", "verdict"), VERDICTS.items(), ids=VERDICTS)
def test_really_published_annual_report_gets_its_verdict(package: str, verdict: str) -> None:
    file = f"content/{package}/report.csv"
    codes = {problem.code for problem in problems() if problem.file == file}

    assert ", ".join(sorted(LETTERS[code] for code in codes)) == verdict


def test_verdicts_name_the_cells_they_rest_on() -> None:
    told = [
        (problem.message_zh, problem.severity.value)
        for problem in problems()
        if problem.file.endswith("/report.csv") and problem.code != "report-cell-blank"
    ]

    suits = "金湖县人民政府2023年年度报告表三“行政诉讼：未经复议直接起诉”：总计是 0"
    assert [severity for text, severity in told if text.startswith(suits)] == ["error"]
    assert len([text for text, _ in told if "总计空白，而分项至少有" in text]) == 11 + 2
    assert any("写的是 258，表二合计至少是 275（有空白）" in text for text, _ in told)
    assert any("写的是 265，表二合计至少是 337（有空白）" in text for text, _ in told)
    assert any("写的是 805 件，各类办理结果之和是 716 件" in text for text, _ in told)
    assert any("占比写的是 33.9%，258 占 805 是 32.0%" in text for text, _ in told)


def test_a_page_address_with_eleven_digits_is_no_telephone_number() -> None:
    (file,) = REAL.glob("content/**/it055.md")

    assert "/15370328635.html" in file.read_text("utf-8")
    assert not [problem for problem in problems() if problem.code == "mobile-number"]
