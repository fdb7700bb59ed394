"""Catalogues of data sets: what DCAT-AP demands, the same in every form."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import RDF, Graph, Namespace
from rdflib.compare import isomorphic

from tests.sites.opendata.places import CODE, read
from tests.sites.trees import build, copy_small

SHAPES = Path(__file__).parents[2] / "data" / "shapes" / "dcat-ap.ttl"
DCAT = Namespace("http://www.w3.org/ns/dcat#")


def conforms(folder: Path) -> list[str]:
    """Return what is wrong with the catalogues of some sites by DCAT-AP."""
    wrong = []
    files = sorted(folder.glob("*/catalog.ttl"))
    assert files
    for file in files:
        graph = Graph().parse(
            file, format="turtle", publicID=f"https://x.example/{file.parent.name}/"
        )
        passed, _, told = validate(graph, shacl_graph=str(SHAPES), advanced=False)
        if not passed:
            wrong.append(f"{file.parent.name}: {told}")
    return wrong


def test_catalogues_hold_what_dcat_ap_demands(output: Path) -> None:
    assert conforms(output) == []


def test_shapes_find_a_data_set_without_a_title(output: Path) -> None:
    text = (output / CODE / "catalog.ttl").read_text("utf-8")
    spoilt = text.replace('  dct:title "甲村2026年9月财务收支明细"@zh ;\n', "")
    graph = Graph().parse(data=spoilt, format="turtle", publicID="https://x.example/")

    passed, _, _ = validate(graph, shacl_graph=str(SHAPES))

    assert spoilt != text
    assert not passed


def test_both_forms_of_a_catalogue_say_the_same(output: Path) -> None:
    turtle, json_ld = (
        Graph().parse(output / CODE / name, format=form, publicID="https://x.example/")
        for name, form in (("catalog.ttl", "turtle"), ("catalog.jsonld", "json-ld"))
    )

    assert len(list(turtle.subjects(RDF.type, DCAT.Dataset))) == 2
    assert isomorphic(turtle, json_ld)


def test_catalogue_of_the_city_leads_to_those_below(output: Path) -> None:
    graph = Graph().parse(
        output / "9901/catalog.ttl", format="turtle", publicID="https://x.example/9901/"
    )

    (part,) = graph.objects(None, DCAT.catalog)

    assert str(part) == "https://x.example/990101/catalog.ttl#catalog"


def test_data_json_lists_the_same_data_sets(output: Path) -> None:
    listed = read(output / CODE / "data.json")["dataset"]

    assert [one["title"] for one in listed] == [
        "甲村2026年9月财务收支明细", "甲村2026年第三季度财务收支汇总",
    ]  # fmt: skip
    needed = {"title", "description", "keyword", "modified", "publisher", "contactPoint",
              "identifier", "accessLevel"}  # fmt: skip
    assert all(needed <= one.keys() for one in listed)


def test_addresses_are_absolute_where_the_public_one_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copy_small(tmp_path)
    (root / "pelicanconf.py").write_text('DISCLOSURE_PUBLIC_URL = "https://gk.example"\n', "utf-8")

    build(root, tmp_path / "output", codes=(CODE,))

    site = tmp_path / "output" / CODE
    base = f"https://gk.example/{CODE}"
    assert read(site / "api/v1/site.json")["public_url"] == base
    assert f"<{base}/data/ledger-2026-09/ledger.csv>" in (site / "catalog.ttl").read_text("utf-8")
    assert f"{base}/data/ledger-2026-09/ledger.csv" in (site / "data.json").read_text("utf-8")
    page = (site / "data/ledger-2026-09.html").read_text("utf-8")
    assert f'"contentUrl":"{base}/data/ledger-2026-09/ledger.csv"' in page
    entries = read(site / "api/v1/entries-0.json")["entries"]
    assert [one["url"] for one in entries] == [
        "notices/pond-lease.html",
        "data/ledger-2026-09.html",
    ]


@pytest.mark.slow
def test_catalogues_of_the_demonstration_hold_what_dcat_ap_demands(city: Path) -> None:
    assert conforms(city) == []
