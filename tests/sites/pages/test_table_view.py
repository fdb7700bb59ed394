"""A table shows amounts as money, and no column that says row by row which page one is on."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.catalogue import Column
from disclosure.sites.pages.table_view import cell_words, package_tables
from tests.rules.packages import SUMMARY, SUMMARY_CSV
from tests.rules.verbs import small_facts
from tests.sites.small_site import entry_of, village_site

COLUMNS = small_facts().catalogue.tables["village_summary"].columns


@pytest.mark.parametrize(
    ("cell", "words"),
    [("1200.00", "1,200.00"), ("-874", "−874.00"), ("", ""), ("约1200", "约1200")],
)
def test_amounts_of_yuan_are_shown_as_money(cell: str, words: str) -> None:
    assert cell_words(cell, COLUMNS["closing"]) == words


def test_a_number_without_a_unit_stays_as_it_is() -> None:
    column: Column = COLUMNS["period"]

    assert cell_words("202609", column) == "202609"


def test_the_code_of_the_own_division_is_no_column(tmp_path: Path) -> None:
    files = {"data/summary/datapackage.yaml": SUMMARY, "data/summary/summary.csv": SUMMARY_CSV}
    site = village_site(tmp_path, files)

    (own,) = package_tables(entry_of(site, "data/summary"), site)
    files["data/summary/summary.csv"] = SUMMARY_CSV.replace(
        "990101100201,2026-Q3,ALL", "990101,2026-Q3,ALL"
    )
    other_site = village_site(tmp_path / "other", files)
    (mixed,) = package_tables(entry_of(other_site, "data/summary"), other_site)

    assert [column.name for column in own.columns][:1] == ["period"]
    assert [column.name for column in mixed.columns][:1] == ["division_code"]
