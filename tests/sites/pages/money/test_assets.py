"""集体三资: contracts that end within ninety days first, what is owed, what is owned."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from disclosure.sites.pages.money import view_money
from disclosure.sites.pages.money.assets import AssetsPage, view_assets
from disclosure.sites.pages.money.decisions import read_decisions
from tests.sites.pages.ledgers import package
from tests.sites.small_site import village_site
from tests.sites.trees import DAY

CONTRACTS = (
    "division_code,period,contract_no,contract_name,contract_type,counterparty,signed_on,start_on,"
    "end_on,total_amount,due_amount,received_amount,arrears_opening,arrears_closing,status\n"
)
ASSETS = (
    "division_code,as_of,asset_no,asset_class,name,location,quantity,quantity_unit,area,area_unit,"
    "original_value,acc_depreciation,net_value,use_status,custodian\n"
    "990101100201,2025-12-31,A-1,房屋建筑物,厂房,一组,1,栋,,,600000.00,100000.00,500000.00,出租,丁某\n"
    "990101100201,2025-12-31,A-2,房屋建筑物,旧仓库,二组,1,栋,,,80000.50,80000.50,0.00,闲置,丁某\n"
    "990101100201,2025-12-31,A-3,林地,后山,三组,,,120.50,亩,,,,自用,丁某\n"
    "990101100201,2025-12-31,A-4,林地,前山,三组,,,3,公顷,,,,自用,丁某\n"
    "990101100201,2024-12-31,A-9,机器设备,卖掉的旧泵,三组,1,台,,,900.00,0.00,900.00,自用,丁某\n"
)


def contract(number: str, last: date, status: str = "履行中", arrears: str = "0.00") -> str:
    return (
        f"990101100201,2026-Q3,{number},合同{number},租赁,某厂,2020-01-01,2020-01-01,{last},"
        f"1000.00,500.00,500.00,{arrears},{arrears},{status}\n"
    )


def register(*rows: str, category: str = "E0406") -> dict[str, str]:
    return package("contracts", category, "contract_register", CONTRACTS + "".join(rows))


def page_of(folder: Path, files: dict[str, str]) -> AssetsPage | None:
    site = village_site(folder, files)
    return view_assets(site, read_decisions(site))


@pytest.mark.parametrize(
    ("days", "status", "word"),
    [
        (90, "履行中", "临近到期"),
        (91, "履行中", ""),
        (0, "履行中", "临近到期"),
        (-1, "履行中", "已结束"),
        (-1, "已到期", ""),
        (30, "未开始", "临近到期"),
        (30, "提前终止", ""),
    ],
)
def test_a_contract_is_named_ninety_days_before_its_end(
    tmp_path: Path, days: int, status: str, word: str
) -> None:
    page = page_of(tmp_path, register(contract("HT-1", DAY + timedelta(days), status)))

    assert page
    assert page.contracts
    assert [one.word for one in page.contracts.contracts] == [word]
    assert [one.number for one in page.contracts.ending] == (["HT-1"] if word else [])


def test_arrears_are_summed_and_named(tmp_path: Path) -> None:
    far = DAY + timedelta(1000)

    page = page_of(
        tmp_path,
        register(
            contract("HT-1", far, arrears="1200.10"),
            contract("HT-2", far),
            contract("HT-3", far, arrears="0.90"),
        ),
    )

    assert page
    assert page.contracts
    assert [one.number for one in page.contracts.owing] == ["HT-1", "HT-3"]
    assert page.contracts.arrears == "1,201.00 元"


def test_only_the_newest_quarter_is_told(tmp_path: Path) -> None:
    far = DAY + timedelta(1000)
    old = contract("HT-0", far).replace("2026-Q3", "2026-Q2")

    page = page_of(tmp_path, register(old, contract("HT-1", far)))

    assert page
    assert page.contracts
    assert [one.number for one in page.contracts.contracts] == ["HT-1"]
    assert page.contracts.period == "2026年第三季度"


def test_contracts_between_others_are_not_the_collectives(tmp_path: Path) -> None:
    """E0503 lists transfers of land between households and those who till it."""
    assert page_of(tmp_path, register(contract("LZ-1", DAY), category="E0503")) is None


def test_assets_are_told_by_class_as_of_the_newest_survey(tmp_path: Path) -> None:
    page = page_of(tmp_path, package("assets", "E0403", "asset_register", ASSETS))

    assert page
    (holding,) = page.holdings
    houses, forest = holding.rows
    assert (houses.title, houses.count, houses.idle) == ("房屋建筑物", 2, "旧仓库")
    assert (houses.original, houses.net) == ("680,000.50", "500,000.00")
    assert (forest.area, forest.net) == ("120.50 亩、3 公顷", "")
    assert [fact.value for fact in page.funds] == ["20,520.00 元"]


def test_a_page_stands_only_where_its_tables_do(tmp_path: Path) -> None:
    site = village_site(tmp_path, register(contract("LZ-1", DAY), category="E0503"))

    pages = view_money(site)

    assert [door.url for door in pages.doors] == ["money.html"]
    assert pages.doors_for(["contract_register"]) == ()
    assert [door.name for door in pages.doors_for(["village_ledger"])] == ["村账一页"]


def test_a_place_without_such_tables_has_no_money_pages(tmp_path: Path) -> None:
    draft = "name: ledger-2026-09\ntitle: 甲村账目\ncategory: E0202\ndraft: true\n"
    site = village_site(tmp_path, {"data/ledger-2026-09/datapackage.yaml": draft})

    assert view_money(site).doors == ()
