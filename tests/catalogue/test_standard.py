from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from disclosure.catalogue import PRODUCT, Trigger
from disclosure.catalogue.binding import load_aliases, load_bindings
from disclosure.catalogue.category import load_categories
from disclosure.catalogue.figure import load_figures
from disclosure.catalogue.table import load_tables
from disclosure.problem import DisclosureError, Severity
from tests.rules.verbs import small_facts


def write(root: Path, name: str, text: str) -> Path:
    path = root / "catalogue" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return root


def marks(load: Callable[[Path], object], root: Path) -> list[str]:
    with pytest.raises(DisclosureError) as caught:
        load(root)
    return [f"{one.code}:{one.line}:{one.field}" for one in caught.value.problems]


def categories_with(column: str, value: str) -> str:
    """Return the head and the first row of the product's categories, one cell changed."""
    import csv
    import io

    text = (PRODUCT / "catalogue" / "categories.csv").read_text("utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))[:1]
    rows[0][column] = value
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("trigger", "偶尔"),
        ("trigger", ""),
        ("levels", "county|hamlet"),
        ("levels", ""),
        ("web_scope", "private"),
        ("time_limit_days", "二十"),
        ("time_limit_basis", "business"),
        ("period", "每月"),
        ("min_public_days", "15天"),
        ("law_period", "每月"),
        ("max_public_days", "1.5"),
    ],
)
def test_cell_of_a_category_that_cannot_be_read_is_named(
    tmp_path: Path, column: str, value: str
) -> None:
    write(tmp_path, "categories.csv", categories_with(column, value))

    assert marks(load_categories, tmp_path) == [f"category-row-wrong:2:{column}"]


def test_every_trigger_names_the_key_it_is_reckoned_from() -> None:
    keys = small_facts().catalogue.keys

    assert {trigger.key for trigger in Trigger} <= set(keys)


def test_binding_of_an_unknown_place_is_named(tmp_path: Path) -> None:
    text = "code,seq,element,binding,target,type\nS1102,1,正文,somewhere,,\n"

    write(tmp_path, "element_bindings.csv", text)

    assert marks(load_bindings, tmp_path) == ["binding-row-wrong:2:binding"]


def test_target_of_a_binding_may_need_several_columns(tmp_path: Path) -> None:
    text = "code,seq,element,binding,target,type\nE0202,1,收支,column,income+expense,\n"
    write(tmp_path, "element_bindings.csv", text)

    (binding,) = load_bindings(tmp_path)["E0202"]

    assert binding.columns == ("income", "expense")


def test_alias_may_need_several_keys_or_offer_a_choice(tmp_path: Path) -> None:
    text = "element,code,target\n公示起止日期,,notice.from+notice.to\n内容,,summary|title\n"
    write(tmp_path, "element_aliases.csv", text)

    aliases = load_aliases(tmp_path)

    assert aliases["", "公示起止日期"].keys == (("notice.from",), ("notice.to",))
    assert aliases["", "内容"].keys == (("summary", "title"),)


@pytest.mark.parametrize("text", ["name: officials\n", "fields: 甲\n", "- 甲\n"])
def test_table_without_fields_is_refused(tmp_path: Path, text: str) -> None:
    write(tmp_path, "tables/officials.yaml", text)

    assert marks(load_tables, tmp_path) == ["table-schema-wrong:1:fields"]


FIGURE = (
    "- {id: a, value: 15, unit: 日, title: 公示天数, source: 村民委员会组织法,"
    " valid_from: 2026-01-01, jurisdiction: 全国, trust: V}\n"
)


def test_figure_is_read_with_its_validity(tmp_path: Path) -> None:
    write(tmp_path, "rules/village.yml", FIGURE)

    figure = load_figures(tmp_path)["a"]

    assert (figure.number, figure.severity) == (15, Severity.ERROR)
    assert [figure.is_in_force(day) for day in (date(2025, 12, 31), date(2026, 1, 1))] == [
        False,
        True,
    ]


def test_unverified_figure_only_warns(tmp_path: Path) -> None:
    write(tmp_path, "rules/village.yml", FIGURE.replace("trust: V", "trust: G"))

    assert load_figures(tmp_path)["a"].severity is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        (FIGURE.replace("id: a, ", ""), "legal-figure-wrong:1:id"),
        (FIGURE.replace("source: 村民委员会组织法,", ""), "legal-figure-wrong:1:source"),
        (FIGURE.replace("2026-01-01", "2026/1/1"), "legal-figure-wrong:1:valid_from"),
        (FIGURE * 2, "legal-figure-wrong:2:id"),
        ("- [\n", "front-matter-not-yaml:2:"),
    ],
)
def test_wrong_figure_is_named(tmp_path: Path, text: str, mark: str) -> None:
    write(tmp_path, "rules/village.yml", text)

    assert marks(load_figures, tmp_path) == [mark]


def test_figure_that_the_standard_lacks_is_a_problem() -> None:
    catalogue = small_facts().catalogue

    assert marks(lambda _: catalogue.figure("no-such-figure"), Path()) == [
        "legal-figure-missing:0:"
    ]
