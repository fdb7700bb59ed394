"""Linked data: both writers say the same, and no text can break out of either."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph
from rdflib.compare import isomorphic

from disclosure.opendata.dcat import describe
from disclosure.opendata.json_ld import write_json_ld
from disclosure.opendata.node import address
from disclosure.opendata.record import Body, Dataset, Distribution, Holding, Licence
from disclosure.opendata.schema_org import write_block
from disclosure.opendata.turtle import write_turtle
from disclosure.period import parse_period

HERE = "https://example.gov.cn/gk/990101/"
LICENCE = Licence("署名", "https://creativecommons.org/licenses/by/4.0/")


def dataset(title: str = "九月账", url: str = "data/a/a.csv") -> Dataset:
    return Dataset(
        page="data/a.html",
        identifier="990101/2026-1",
        title=title,
        description=f"{title}的说明",
        publisher=Body("甲村村民委员会"),
        issued="2026-10-09",
        keywords=(title,),
        theme="财务收支明细",
        theme_code="E0202",
        period=parse_period("2026-09"),
        licence=LICENCE,
        distributions=(Distribution(title, url, "text/csv", 12),),
    )


def holding(*datasets: Dataset, base: str = "") -> Holding:
    parts = ("../990101100/catalog.ttl",)
    return Holding(base, "990101000000", "甲县", "目录", "说明", Body("办公室"), datasets, parts)


def graph(text: str, form: str) -> Graph:
    """Read a text as if it had been fetched from the site."""
    return Graph().parse(data=text, format=form, publicID=HERE)


def graphs(given: Holding) -> tuple[Graph, Graph]:
    node = describe(given)
    return (
        graph(write_turtle(node, given.base), "turtle"),
        graph(write_json_ld(node, given.base), "json-ld"),
    )


def test_both_forms_say_the_same() -> None:
    turtle, json_ld = graphs(holding(dataset(), dataset("十月账", "data/b/b.csv")))

    assert len(turtle) > 30
    assert isomorphic(turtle, json_ld)


def test_addresses_are_absolute_where_the_public_one_is_known_and_the_same_things() -> None:
    relative, _ = graphs(holding(dataset()))
    absolute, _ = graphs(holding(dataset(), base=HERE))
    text = write_turtle(describe(holding(dataset(), base=HERE)), HERE)

    assert isomorphic(relative, absolute)
    assert "<data/" not in text
    assert "<https://example.gov.cn/gk/990101100/catalog.ttl#catalog>" in text


@pytest.mark.parametrize(
    ("url", "expected"),
    [("data/a.html", f"{HERE}data/a.html"), ("../9901/x", "https://example.gov.cn/gk/9901/x")],
)
def test_way_up_is_taken_out_of_an_absolute_address(url: str, expected: str) -> None:
    assert address(url, HERE) == expected
    assert address(url, "") == url


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1))
def test_any_title_is_read_back(title: str) -> None:
    turtle, _ = graphs(holding(dataset(title)))

    titles = [str(found) for found in turtle.objects() if str(found) == title]

    assert titles


def test_no_text_ends_the_data_block() -> None:
    block = write_block(dataset("</script><script>alert(1)//<!--&amp;"), "甲村", "..", "")

    assert not set("<>&") & set(block)


def test_data_block_names_files_as_seen_from_the_page() -> None:
    relative, absolute = (write_block(dataset(), "甲村", "..", base) for base in ("", HERE))

    assert '"contentUrl":"../data/a/a.csv"' in relative
    assert f'"contentUrl":"{HERE}data/a/a.csv"' in absolute
