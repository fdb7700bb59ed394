"""Data packages to take away: every form holds the same rows, and nothing that is gone."""

from __future__ import annotations

import csv
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.sites.opendata.places import CODE, LEDGER, read
from tests.sites.trees import VILLAGE, build, content_of, copy_small


def test_derived_descriptor_is_opened_by_frictionless_and_its_tables_are_valid(
    output: Path,
) -> None:
    from frictionless import Package

    package = Package(str(output / LEDGER / "datapackage.json"))
    report = package.validate()

    assert report.valid, report.flatten(["type", "note"])
    fields = package.resources[0].schema.fields
    assert (fields[9].name, fields[9].title, fields[9].type) == ("amount", "金额", "number")
    assert package.resources[0].schema.primary_key[-1] == "entry_no"
    assert package.title == "甲村2026年9月财务收支明细"


def test_derived_descriptor_finds_a_spoilt_table(output: Path, tmp_path: Path) -> None:
    from frictionless import Package

    folder = Path(shutil.copytree(output / LEDGER, tmp_path / "spoilt"))
    table = (folder / "ledger.csv").read_text("utf-8")
    (folder / "ledger.csv").write_text(table.replace("1200.00", "一千二"), "utf-8")

    report = Package(str(folder / "datapackage.json")).validate()

    assert "type-error" in {kind for (kind,) in report.flatten(["type"])}


def test_who_drafted_a_package_stands_in_the_committed_descriptor_alone(output: Path) -> None:
    texts = {name: data.decode() for name, data in content_of(output / LEDGER).items()}

    assert "村报账员" in texts["datapackage.yaml"]
    assert "村报账员" not in texts["datapackage.json"]


def test_table_for_excel_is_the_table_after_a_mark(output: Path) -> None:
    files = content_of(output / LEDGER)

    assert files["ledger.excel.csv"] == b"\xef\xbb\xbf" + files["ledger.csv"]


def test_rows_as_json_are_the_rows_of_the_table(output: Path) -> None:
    with (output / LEDGER / "ledger.csv").open(encoding="utf-8", newline="") as lines:
        expected = list(csv.DictReader(lines))

    rows = read(output / LEDGER / "ledger.json")

    assert [one["amount"] for one in rows] == [Decimal("1200.00"), Decimal("680.00")]
    assert [{**one, "amount": "", "balance": "", "entry_no": ""} for one in expected] == [
        {
            name: "" if name in ("amount", "balance", "entry_no") else cell or ""
            for name, cell in one.items()
        }
        for one in rows
    ]


def test_workbook_of_a_year_holds_every_table_of_it(output: Path) -> None:
    book = CalamineWorkbook.from_path(output / CODE / "data" / "2026.xlsx")

    assert book.sheet_names == ["目录", "2026-09 财务收支明细账", "2026-Q3 财务收支汇总表"]
    assert book.get_sheet_by_index(1).to_python()[1][9] == 1200


def test_files_of_a_package_that_is_gone_are_not_made(tmp_path: Path) -> None:
    root = copy_small(tmp_path)
    descriptor = root / VILLAGE / "data/ledger-2026-09/datapackage.yaml"
    text = descriptor.read_text("utf-8") + "draft: true\n"
    descriptor.write_text(text, "utf-8")

    built = build(root, tmp_path / "output", codes=(CODE,))

    assert built.failed == ()
    names = {path.name for path in (tmp_path / "output" / CODE).rglob("*")}
    assert names.isdisjoint({"ledger.csv", "ledger.json", "datapackage.json", "2026.xlsx", "data"})


def test_table_of_a_package_that_is_gone_stays_out_though_another_page_links_to_it(
    tmp_path: Path,
) -> None:
    root = copy_small(tmp_path)
    descriptor = root / VILLAGE / "data/ledger-2026-09/datapackage.yaml"
    descriptor.write_text(descriptor.read_text("utf-8") + "draft: true\n", "utf-8")
    notice = root / VILLAGE / "notices/pond-lease.md"
    link = "\n见[账]({static}../data/ledger-2026-09/ledger.csv)。\n"
    notice.write_text(notice.read_text("utf-8") + link, "utf-8")

    built = build(root, tmp_path / "output", codes=(CODE,))

    assert built.failed == ()
    assert not list((tmp_path / "output").rglob("ledger.*"))


def test_table_called_like_the_descriptor_does_not_take_its_place(tmp_path: Path) -> None:
    root = copy_small(tmp_path)
    folder = root / VILLAGE / "data/ledger-2026-09"
    (folder / "ledger.csv").rename(folder / "datapackage.csv")
    descriptor = (folder / "datapackage.yaml").read_text("utf-8")
    text = descriptor.replace("path: ledger.csv", "path: datapackage.csv")
    (folder / "datapackage.yaml").write_text(text, "utf-8")

    build(root, tmp_path / "output", codes=(CODE,))

    files = tmp_path / "output" / LEDGER
    assert read(files / "datapackage.json")["name"] == "ledger-2026-09"
    assert len(read(files / "datapackage.rows.json")) == 2
    page = (files.parent / "ledger-2026-09.html").read_text("utf-8")
    assert "ledger-2026-09/datapackage.rows.json" in page


def test_every_download_of_a_page_is_there(output: Path) -> None:
    page = (output / f"{LEDGER}.html").read_text("utf-8")
    block = page.partition('<h2 id="downloads">')[2].partition("</ul>")[0]

    links = [part.partition('"')[0] for part in block.split('href="')[1:]]

    assert len(links) == 6
    assert all((output / CODE / "data" / link).resolve().is_file() for link in links)


@pytest.mark.slow
def test_every_package_of_the_demonstration_is_valid_by_its_derived_descriptor(city: Path) -> None:
    from frictionless import Package

    files = sorted(city.glob("*/data/*/datapackage.json"))
    wrong = {
        file.parent.name: report.flatten(["type", "note"])
        for file in files
        if not (report := Package(str(file)).validate()).valid
    }

    assert files
    assert wrong == {}
