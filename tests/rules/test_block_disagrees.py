from __future__ import annotations

from disclosure.dataset import DataTable
from disclosure.marked import read_marked
from disclosure.rules.block_disagrees import compare
from tests.rules.packages import GUIDE, ITEMS, ITEMS_CSV, article, found_in, package
from tests.rules.verbs import small_facts


def test_block_and_table_that_agree_are_clean() -> None:
    files = article(GUIDE, kind="guides")

    found = found_in(files, package(ITEMS, ITEMS_CSV, "service-items"))

    assert found == []


def test_number_is_compared_by_value() -> None:
    table = ITEMS_CSV.replace(",20,5,", ",020,05,")

    found = found_in(article(GUIDE, kind="guides"), package(ITEMS, table, "service-items"))

    assert found == []


def test_differing_cell_is_found_on_the_line_of_the_block() -> None:
    table = ITEMS_CSV.replace("不收费", "不收费（限本村户籍）")

    found = found_in(article(GUIDE, kind="guides"), package(ITEMS, table, "service-items"))

    assert found == ["block-disagrees:17:guide.fee"]


def test_item_the_table_lacks_is_found() -> None:
    text = GUIDE.replace("JC-MZ-001", "JC-MZ-009")

    found = found_in(article(text, kind="guides"), package(ITEMS, ITEMS_CSV, "service-items"))

    assert found == ["block-not-in-table:10:guide.item_code"]


def test_each_option_of_a_vote_is_compared_with_its_row() -> None:
    text = (
        "ballot_id: 2026-03\n"
        "eligible: 30\n"
        "options:\n"
        "  - {option_no: 1, votes: 26}\n"
        "  - {option_no: 2, votes: 2}\n"
    )
    block, _ = read_marked(text, "x.md")
    rows = (("2026-03", "30", "1", "26"), ("2026-03", "30", "2", "3"))
    columns = ("ballot_id", "eligible", "option_no", "votes")
    table = DataTable("v", "v.csv", 1, "ballot_result", columns, rows)
    catalogue = small_facts().catalogue

    assert block is not None
    found = list(
        compare("x.md", catalogue.keys["vote"], block, table, catalogue.tables["ballot_result"])
    )

    assert [(one.line, one.field, one.value) for one in found] == [(5, "vote.votes", "2")]
