"""Counties and the city gather the summaries of their villages: rows, sums, files of their own."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest

from disclosure.opendata import parquet
from disclosure.sites import build as builder
from tests.sites.opendata.places import CODE, with_summary
from tests.sites.trees import VILLAGE, build


@pytest.mark.parametrize("code", ["990101", "9901"])
def test_county_and_city_gather_the_total_of_a_village(output: Path, code: str) -> None:
    text = (output / code / "gathered/village_summary.csv").read_text("utf-8")

    (line,) = csv.DictReader(io.StringIO(text))

    assert (line["division_code"], line["period"], line["closing"]) == (
        "990101100201", "2026-Q3", "20520.00",
    )  # fmt: skip
    assert line["assets_total"] == "30000.00"  # of the row ALL, not of the one account
    assert line["page"] == "../990101100201/data/summary-2026-q3.html"


def test_gathered_tables_are_valid_by_their_descriptor(output: Path) -> None:
    from frictionless import Package

    report = Package(str(output / "990101/gathered/datapackage.json")).validate()

    assert report.valid, report.flatten(["type", "note"])
    assert len(report.tasks) == 3


def test_town_and_village_gather_nothing(output: Path) -> None:
    assert not (output / "990101100" / "gathered").exists()
    assert not (output / CODE / "gathered").exists()


@pytest.mark.parametrize(
    "more", ["draft: true\n", "withdrawn: {date: 2026-10-20, reason: 数字有误}\n"]
)
def test_summary_that_is_not_shown_is_not_gathered(tmp_path: Path, more: str) -> None:
    root = with_summary(tmp_path, more)
    if "withdrawn" in more:
        (root / VILLAGE / "data/summary-2026-q3/summary.csv").unlink()

    build(root, tmp_path / "output", codes=("990101",))

    assert not (tmp_path / "output" / "990101" / "gathered").exists()


def test_parquet_of_the_city_has_the_rows_with_exact_amounts(output: Path) -> None:
    table = pytest.importorskip("pyarrow.parquet").read_table(
        output / "9901/gathered/village_summary.parquet"
    )

    assert table.num_rows == 1
    assert table.column("closing").to_pylist() == [Decimal("20520.00")]
    assert not list((output / "990101").rglob("*.parquet"))


def test_without_pyarrow_parquet_is_left_out_and_the_build_says_so_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "find_spec", lambda name: None)

    built = build(with_summary(tmp_path), tmp_path / "output", codes=("9901", "990101"))

    assert built.problems == ()
    assert built.notes == (builder.NO_PARQUET,)
    assert list((tmp_path / "output").rglob("*.parquet")) == []
    assert (tmp_path / "output/9901/gathered/village_summary.csv").is_file()
