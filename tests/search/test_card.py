from __future__ import annotations

from msgspec.structs import replace

from disclosure.search.card import Stretch, card_of, summary_of
from disclosure.search.columns import dates_of, facets_of
from disclosure.search.document import Document, Table
from disclosure.search.shelf import shelve
from disclosure.search.tokens import normal
from disclosure.search.vlq import decode_all, encode_all

ONE = Document("data/a", "收支表", "2026-03-05", "E0203", "table", "说明\n收入 甲\n支出 乙乙")


def test_a_summary_is_the_beginning_on_one_line() -> None:
    assert summary_of("第一行\n  第二行 \t完") == "第一行 第二行 完"
    assert summary_of("村" * 100) == "村" * 60


def test_a_summary_tears_no_word_and_no_number() -> None:
    assert summary_of("村" * 55 + "123456789元") == "村" * 55
    assert summary_of("村" * 54 + "ABcd12，后面") == "村" * 54 + "ABcd12"
    assert summary_of("a" * 100) == "a" * 60


def test_a_card_tells_where_the_rows_of_a_table_stand_in_the_normal_body() -> None:
    one = replace(ONE, tables=(Table("rows", 1, 2),), body="㈠说明\n收入 甲\n支出 乙乙")
    body = normal(one.body)

    card = card_of(one, body)

    assert card is not None
    assert card.tables == (Stretch("rows", len("(一)说明\n"), encode_all([5, 6])),)
    assert body[card.tables[0].start :].startswith("收入")


def test_a_withdrawn_document_has_no_card() -> None:
    assert card_of(replace(ONE, withdrawn=True), "") is None


def test_days_are_told_from_one_document_to_the_next() -> None:
    cards = [card_of(replace(ONE, date=day), "") for day in ("1900-01-02", "1900-01-09")]

    assert decode_all(dates_of([cards[0], None, cards[1]])) == [1, 0, 7]
    assert decode_all(dates_of([card_of(replace(ONE, date="1850-01-01"), "")])) == [0]


def test_categories_and_kinds_are_numbers_of_the_manifest() -> None:
    cards = [card_of(ONE, ""), None, card_of(replace(ONE, category="", kind="page"), "")]

    assert decode_all(facets_of(cards, {"E0101": 0, "E0203": 1})) == [2, 6, 0, 0, 0, 7]


def test_cards_lie_sixteen_to_a_file() -> None:
    card = card_of(ONE, normal(ONE.body))

    files = dict(shelve([(0, card), (2, card), (15, None), (4100, card)], {"E0203": 3}))

    assert list(files) == ["s/0/0", "s/1/256"]
    shown = ["data/a", "收支表", "2026-03-05", 3, 6, "说明 收入 甲 支出 乙乙", []]
    assert files["s/0/0"] == [shown, None, shown]
    assert files["s/1/256"] == [None, None, None, None, shown]


def test_the_rows_of_a_long_table_lie_apart() -> None:
    tables = (Table("short", 0, 3), Table("long", 3, 101))
    one = replace(ONE, body="行\n" * 103 + "行", tables=tables)

    files = dict(shelve([(300, card_of(one, one.body))], {"E0203": 0}))

    assert [[anchor, start] for anchor, start, _ in files["s/0/18"][12][6]] == [  # type: ignore[index]
        ["short", 0],
        ["long", 6],
    ]
    assert [table[2] for table in files["s/0/18"][12][6]] == ["CCC", None]  # type: ignore[index]
    assert [len(lengths) for lengths in files["r/1/300"]] == [3, 101]  # type: ignore[attr-defined]
