"""The engine over the index of a county: terms, cards and columns in files, the day as texts."""

from __future__ import annotations

import json
import re
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from disclosure.search import plan, stock
from disclosure.search.document import Document, Table
from disclosure.search.segments import BASE, WEEK
from tests.search.asking import COUNTY, Place, ask, ask_all, check_exact, names, put_county
from tests.search.corpus import make_documents, make_queries

pytestmark = pytest.mark.node

CODES = (COUNTY, "990101100", "990101100201", "990101100202", "990101101")
EACH = 60  # documents
QUERIES = 300
TINY = {BASE: 600, WEEK: 300}  # bytes: nearly every term is hot; stock phrases, too


@pytest.fixture(scope="module", params=["leaves", "tiny leaves"])
def county(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Place:
    sites = {code: make_documents(EACH, number) for number, code in enumerate(CODES)}
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "tiny leaves":
            patch.setattr(plan, "TARGETS", TINY)
            patch.setattr(stock, "LEAST", 1)
        return put_county(tmp_path_factory.mktemp("county"), sites)


def manifest_of(place: Place) -> dict[str, object]:
    path = place.root / place.opened["folder"] / "search.json"
    return dict(json.loads(path.read_text("utf-8")))


def test_the_county_has_a_base_a_week_and_a_day(county: Place) -> None:
    manifest = manifest_of(county)

    folder = county.root / county.opened["folder"]
    assert [(folder / name / "dates.js").is_file() for name in (BASE, WEEK)] == [True, True]
    assert manifest["day"]["documents"] > 0


@pytest.mark.slow
def test_finds_what_has_the_text_scored_as_in_one_whole_index(county: Place) -> None:
    queries = make_queries(list(county.live.values()), QUERIES, 3)

    assert check_exact(county, queries) > QUERIES / 4


@pytest.mark.slow
def test_a_village_finds_in_the_index_what_it_finds_in_its_texts(county: Place) -> None:
    village = CODES[2]
    own = Place(county.root, {"folder": f"{village}/search/", "site": village}, {})
    queries = make_queries(county.sites[village], QUERIES // 2, 4)

    here = ask(own, *queries)
    there = ask(county, *queries, division=village)

    for query, one, other in zip(queries, here, there, strict=True):
        if one["mode"] == "and":
            assert set(names(one)) == set(names(other)), query
        else:
            assert other["mode"] != "and", query
    assert sum(one["mode"] == "and" for one in here) > len(queries) / 2


@pytest.mark.parametrize("division", ["990101", "990101100", "990101100201", "9902"])
def test_a_place_is_searched_with_all_below_it(county: Place, division: str) -> None:
    [answer] = ask(county, "公开", division=division, counts=True)

    true = {name for name in county.find("公开") if name.startswith(division)}
    found = set(names(answer)) if answer["mode"] == "and" else set()
    assert found == true
    places = [name.split("/")[0] for name in true]
    assert dict(answer["counts"]["divisions"]) == {code: places.count(code) for code in places}


def test_filters_and_counts_are_those_of_the_documents(county: Place) -> None:
    fields = {"group": "E02", "kind": "article", "year": "2026", "counts": True}
    live = county.live

    [answer] = ask(county, "村务公开", **fields)

    found = [live[name] for name in county.find("村务公开")]
    in_group = [one for one in found if one.category in ("E0202", "E0203")]
    kinds = [one.kind for one in in_group if one.date[:4] == "2026"]
    assert dict(answer["counts"]["kinds"]) == {kind: kinds.count(kind) for kind in kinds}
    assert answer["total"] == kinds.count("article") > 0
    years = [one.date[:4] for one in in_group if one.kind == "article"]
    assert dict(answer["counts"]["years"]) == {year: years.count(year) for year in years}


def test_newest_come_first_where_sorted_by_date(county: Place) -> None:
    [answer] = ask(county, "公开", sort="date")

    true = sorted(
        sorted(county.find("公开")), key=lambda name: county.live[name].date, reverse=True
    )
    assert names(answer) == true


def test_results_say_what_the_document_is(county: Place) -> None:
    [answer] = ask(county, "土地确权")

    for name, one in zip(names(answer), answer["results"], strict=True):
        true = county.live[name]
        assert (one["title"], one["date"], one["kind"]) == (true.title, true.date, true.kind)
        assert (one["category"] or [""])[0] == true.category
        assert one["summary"]
        for start, end in one["marks"]["title"]:
            assert true.title[start:end] in ("土地確權", "土地确权")


def test_only_pages_on_view_load_cards_and_only_filters_load_facets(county: Place) -> None:
    requests = [{"q": "公开", "page": 1}, {"q": "公开", "page": 2}, {"q": "公开", "counts": True}]

    first, second, counted = (answer["read"] for answer in ask_all(county, requests)["answers"])

    assert 0 < len([name for name in first if "/s/" in name]) <= 10
    rest = [name for name in second + counted if not re.search("/[sp]/", name)]
    assert {Path(name).name for name in rest} == {"facets.js"}
    assert [name for name in second if name in rest] == []


def test_one_term_alone_needs_no_places(county: Place) -> None:
    [answer] = ask(county, "公开", year="2026", kind="article")

    assert [name for name in answer["read"] if "/p/" in name] == []


def test_phrases_of_the_lexicon_are_one_look_and_suggested(county: Place) -> None:
    known, wrong = ask(county, "危房改造", "危房改建", kind="article")

    assert len([name for name in known["read"] if "/t/" in name]) <= 2  # base and week
    assert "危房改造" in wrong["suggestions"] or wrong["mode"] == "or"


def test_nearest_phrases_are_suggested_where_nothing_is_found(county: Place) -> None:
    [answer] = ask(county, "务公", "公务村开", year="1999")[1:]

    assert (answer["mode"], answer["suggestions"][0]) == ("none", "村务公开")


@pytest.mark.parametrize("rows", [3, 150])
def test_hit_in_a_table_names_its_row(tmp_path: Path, rows: int) -> None:
    rng = Random(rows)
    words = [
        f"{rng.choice('甲乙丙丁')}{rng.choice('子丑寅卯')}户{number}号" for number in range(rows)
    ]
    body = "\n".join(["名单说明", *words, "小计"])
    one = Document("data/list", "低保名单", "2026-01-05", kind="table", body=body)
    one = replace(one, tables=(Table("rows", 1, rows),))
    place = put_county(tmp_path, {CODES[2]: [one], CODES[3]: make_documents(20, 1)})

    answers = ask(place, f"户{rows - 1}号", words[1], "名单说明")

    assert [answer["results"][0]["row"] for answer in answers] == [
        {"anchor": "rows", "row": rows},
        {"anchor": "rows", "row": 2},
        None,
    ]
