from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from disclosure.catalogue import Kind, Table
from disclosure.catalogue.kind import KINDS_BY_CONTENT_TYPE
from disclosure.catalogue.table import Column
from disclosure.dataset import DataTable, read_values
from disclosure.division import Division
from disclosure.exchange.around import KEYS, SIGNERS
from disclosure.exchange.cell import YEARS, fits_period, takes_period
from disclosure.exchange.described import asked_in_form, key_of
from disclosure.exchange.form import write_form
from disclosure.exchange.guide import FORM, GUIDE, example_of
from disclosure.exchange.plan import Request, plan_import
from disclosure.exchange.words import choices_of
from disclosure.period import parse_period
from disclosure.workbook import read_workbook
from tests.exchange.sheets import TODAY, write_xlsx
from tests.rules.verbs import small_facts

CATALOGUE = small_facts(TODAY).catalogue
TABLES = CATALOGUE.tables
PERIODS = ("2026-09", "2026-Q3", "2026")


@pytest.fixture(params=TABLES.values(), ids=list(TABLES))
def table(request: pytest.FixtureRequest) -> Table:
    return request.param  # type: ignore[no-any-return]


def form_of(table: Table) -> bytes:
    """Return the form of a table as the command writes it."""
    return write_form(table, asked_in_form(table, CATALOGUE))


def form_rows(table: Table, folder: Path) -> list[tuple[object, ...]]:
    """Return the rows of a form, read as its user reads them."""
    path = folder / "表.xlsx"
    path.write_bytes(form_of(table))
    form = read_workbook(path).sheets[0]
    assert form.name == FORM
    return [tuple(row) for row in form.rows]


def filled_above(labels: Sequence[object], publisher: str) -> list[object]:
    """Return the row above the table with a text or a day behind each label."""
    texts = {"公开主体：": publisher, "审查人：": "甲村村务监督委员会"}
    cells: list[object] = list(labels)
    for place, label in enumerate(labels):
        if label is not None:
            cells[place + 1 : place + 2] = [texts.get(str(label), date(2026, 10, 8))]
    return cells


def filled(column: Column, number: int) -> object:
    """Return what a person types into a cell of a form."""
    if choices_of(column):
        return example_of(column)  # from the list that drops down
    match column.type:
        case "date":
            return date(2026, 9, number)
        case "integer" if column.name not in YEARS:
            return number
        case "integer":
            return 2026
        case "number":
            return 1234.5 + number
    if column.name in ("division_code", "period"):
        return None  # the command says them
    if takes_period(column):
        return "2026-09"
    if column.name == "account_id":
        return f"账户{number}"
    if column.limits.pattern or column.limits.format:
        return example_of(column)
    return f"{column.title}-{number:04}"


def publisher_of(division: Division) -> str:
    """Return somebody who publishes for a division."""
    publishers = small_facts(TODAY).publishers
    return next(one.name for one in publishers if one.division == division.code)


def place_of(table: Table) -> tuple[Division, str]:
    """Return a division and a category of its level that publish the table."""
    facts = small_facts(TODAY)
    for category in facts.catalogue.categories.values():
        if category.data_table != table.name or category.view_of:
            continue
        if Kind.DATA not in KINDS_BY_CONTENT_TYPE.get(category.content_type, ()):
            continue
        for division in facts.register:
            if division.level in category.levels:
                return division, category.code
    raise AssertionError(f"nobody publishes {table.name}")


def test_a_filled_form_is_imported_without_a_question(table: Table, tmp_path: Path) -> None:
    columns = list(table.columns.values())
    labels, titles = form_rows(table, tmp_path)
    rows = [[filled(column, number) for column in columns] for number in (1, 2)]
    division, category = place_of(table)
    above = filled_above(labels, publisher_of(division))
    path = write_xlsx(tmp_path / "填好.xlsx", [above, titles, *rows], name=FORM)
    period = next(
        (one for one in PERIODS if "period" in table.columns
         and fits_period(table.columns["period"], parse_period(one))), None  # type: ignore[arg-type]
    )  # fmt: skip
    facts = replace(small_facts(TODAY), root=tmp_path)

    request = Request(path, division.code, table.name, period, category=category)
    plan = plan_import(facts, request, {})

    assert (plan.intake.questions, plan.blanks) == ((), ())
    assert plan.beside["公开主体"].text == publisher_of(division)
    assert plan.beside["审查日期"].text == "2026-10-08"
    assert len(plan.intake.rows) == 2
    written = DataTable("", "", 0, table.name, plan.intake.columns, plan.intake.rows)
    assert read_values(written, table, {}) is not None, plan.intake.rows


def test_the_form_has_the_titles_of_the_table_and_no_example(table: Table, tmp_path: Path) -> None:
    labels, titles = form_rows(table, tmp_path)

    _, guide, *_ = read_workbook(tmp_path / "表.xlsx").sheets
    keys = [key.title for key in asked_in_form(table, CATALOGUE)]
    assert [one for one in labels if one] == [f"{title}：" for title in keys]
    assert [one for one in titles if one] == [column.title for column in table.columns.values()]
    assert guide.name == GUIDE
    explained = [row[0] for row in guide.rows]
    assert explained[-len(keys) - len(table.columns) :] == [*keys, *(one for one in titles if one)]


def test_every_example_is_one_the_column_takes(table: Table) -> None:
    from disclosure.dataset.cells import reader_of

    for column in table.columns.values():
        example = example_of(column)
        if example != "—" and not column.labels:
            reader_of(column)(example)  # raises where it does not


def test_a_form_has_the_same_bytes_every_time() -> None:
    table = TABLES["village_ledger"]

    assert form_of(table) == form_of(table)


def test_a_form_offers_lists_and_locks_its_header() -> None:
    with zipfile.ZipFile(io.BytesIO(form_of(TABLES["village_ledger"]))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()

    assert '"收入,支出,转入,转出"' in sheet
    assert "<sheetProtection" in sheet
    assert 'type="date"' in sheet
    assert "像是身份证号" in sheet


def test_a_list_too_long_for_excel_stands_on_a_hidden_sheet(tmp_path: Path) -> None:
    from disclosure.exchange.form import LISTS

    table = TABLES["officials"]
    path = tmp_path / "表.xlsx"
    path.write_bytes(form_of(table))

    longest = max(len(",".join(column.enum)) for column in table.columns.values())
    hidden = [sheet.name for sheet in read_workbook(path).sheets if sheet.is_hidden]
    assert hidden == ([LISTS] if longest > 250 else [])


def test_every_key_a_form_asks_for_is_read_beside_a_table() -> None:
    for table in TABLES.values():
        for key in asked_in_form(table, CATALOGUE):
            assert any(key.title in words for words in KEYS.values()), key.title
    assert all(key_of(name, CATALOGUE).title in words for name, words in KEYS.items())
    assert {word for words in KEYS.values() for word in words} <= set(SIGNERS)
