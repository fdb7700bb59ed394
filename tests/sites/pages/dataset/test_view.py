"""The page of a data package: totals by schema, fields in words, rules that were kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.sites.pages.dataset import DatasetView, view_dataset
from disclosure.sites.pages.table_view import TableView
from tests.rules.packages import ROSTER, ROSTER_CSV, SUMMARY, SUMMARY_CSV
from tests.sites.pages.ledgers import ledger, nil_ledger, package
from tests.sites.small_site import entry_of, village_site

NOTHING_WARNED: frozenset[tuple[str, str]] = frozenset()


def dataset(
    folder: Path,
    files: dict[str, str],
    name: str,
    warned: frozenset[tuple[str, str]] | None = NOTHING_WARNED,
) -> DatasetView:
    site = village_site(folder, files)
    return view_dataset(entry_of(site, f"data/{name}"), site, warned)


def cells(table: TableView) -> list[tuple[str, ...]]:
    return [(row.head.text, *(cell.text for cell in row.rest)) for row in table.rows]


LEDGER = ledger(
    "2026-10",
    "基本户,1,收入,收塘租一季,200.10,20720.10",
    "基本户,2,支出,更换水泵一台,90.05,20630.05",
    "基本户,3,支出,冲销更换水泵一台,-90.05,20720.10,基本户-2026-10-2",
    "基本户,4,支出,更换水泵一台,80.05,20640.05",
)


def test_income_and_expense_are_summed_apart_and_the_balance_not_at_all(tmp_path: Path) -> None:
    (table,) = dataset(tmp_path, LEDGER, "ledger-2026-10").tables

    (totals,) = table.totals
    assert [column.label for column in totals.columns] == ["收支方向", "金额（元）"]
    assert cells(totals) == [("收入", "200.10"), ("支出", "80.05")]


def test_quantities_are_summed_by_unit(tmp_path: Path) -> None:
    files = {"data/roster/datapackage.yaml": ROSTER, "data/roster/roster.csv": ROSTER_CSV}

    (table,) = dataset(tmp_path, files, "roster").tables

    quantities, amounts = table.totals
    assert cells(quantities) == [("发放", "工日", "8")]
    assert cells(amounts) == [("发放", "0.00", "900.30", "900.30")]


def test_a_table_whose_rows_do_not_add_up_has_no_totals(tmp_path: Path) -> None:
    files = {"data/summary/datapackage.yaml": SUMMARY, "data/summary/summary.csv": SUMMARY_CSV}

    (table,) = dataset(tmp_path, files, "summary").tables

    assert table.totals == ()


def test_fields_are_told_in_words(tmp_path: Path) -> None:
    (table,) = dataset(tmp_path, LEDGER, "ledger-2026-10").tables

    fields = {field.name: field for field in table.fields}
    assert "division_code" not in fields  # the same in every row: it is no column of the page
    assert (fields["amount"].type, fields["amount"].unit) == ("数字，至多 2 位小数", "元")
    assert fields["direction"].allowed == "收入、支出、转入、转出"
    assert fields["period"].allowed == "应写成 2026-09 这样的月份"
    assert fields["entry_no"].allowed == "不小于 1"
    assert (fields["summary"].is_required, fields["reversal_of"].is_required) == (True, False)


def test_rules_that_were_kept_are_told_and_one_that_warned_is_not(tmp_path: Path) -> None:
    file = "content/9901/990101/990101100/990101100201/data/ledger-2026-10/rows.csv"

    (kept,) = dataset(tmp_path / "kept", LEDGER, "ledger-2026-10").tables
    warned = frozenset({(file, "ledger-summary-specific")})
    (broken,) = dataset(tmp_path / "broken", LEDGER, "ledger-2026-10", warned).tables

    assert len(kept.rules) > 5
    assert len(kept.rules) - len(broken.rules) == 1
    (missing,) = set(kept.rules) - set(broken.rules)
    assert "摘要" in missing


def test_nothing_is_claimed_where_nothing_was_checked(tmp_path: Path) -> None:
    (table,) = dataset(tmp_path, LEDGER, "ledger-2026-10", None).tables

    assert (table.is_checked, table.rules) == (False, ())


def test_a_package_is_cited_with_its_number_and_day(tmp_path: Path) -> None:
    view = dataset(tmp_path, {}, "ledger-2026-09")

    assert view.citation.startswith("甲村村民委员会. 甲村2026年9月财务收支明细：990101100201/2026-")
    assert view.citation.endswith("[DS]. 2026-10-09.")
    assert view.period == "2026年9月"


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", True),
        ("javascript:alert(1)", False),
        ("http://example.org/", False),
        ("licence.txt", False),
    ],
)
def test_only_a_secure_address_of_a_licence_is_led_to(tmp_path: Path, path: str, url: bool) -> None:
    files = dict(LEDGER)
    name = "data/ledger-2026-10/datapackage.yaml"
    files[name] += f"licenses:\n  - {{name: CC-BY-4.0, path: '{path}', title: 署名 4.0}}\n"

    (licence,) = dataset(tmp_path, files, "ledger-2026-10").licences

    assert licence.url == (path if url else "")
    assert "注明来源" in licence.words


def test_a_table_the_package_describes_itself_has_its_own_titles(tmp_path: Path) -> None:
    files = package("stock", "S1102", "x", "item,number\n桌子,4\n椅子,12\n")
    schema = (
        "schema: {fields: [{name: item, type: string, title: 物品}, "
        "{name: number, type: integer, title: 数量, unit: 件}]}"
    )
    name = "data/stock/datapackage.yaml"
    files[name] = files[name].replace("schema: 'table:x'", schema)

    (table,) = dataset(tmp_path, files, "stock").tables

    assert [(field.title, field.type, field.unit) for field in table.fields] == [
        ("物品", "文字", ""),
        ("数量", "整数", "件"),
    ]
    assert (table.standard, table.rules, table.totals) == ("", (), ())


def test_a_report_without_rows_claims_no_rules(tmp_path: Path) -> None:
    (table,) = dataset(tmp_path, nil_ledger("2026-10"), "ledger-2026-10").tables

    assert (table.is_checked, table.rules, table.totals) == (False, (), ())
