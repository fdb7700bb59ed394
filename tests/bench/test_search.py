"""The documents to search in are the same each time; what is asked of them has known answers."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from bench.asked import Answer, kind_of
from bench.bench_search import is_exact, percentiles
from bench.corpus import DOMAIN, WITHDRAWN, Corpus, shape_for
from bench.generate import SHAPE_2012
from bench.measure import REPOSITORY
from bench.peer_search import sort_of, write_pages
from bench.queries import SORTS, Query, look_in, make_queries, name_of
from bench.search_tree import add_document, changed, digests, plant
from bench.timing import AS_OF
from disclosure.catalogue import PRODUCT, Category, load_catalogue
from disclosure.division import load_register
from disclosure.personal import scan
from disclosure.search.reading import read_texts

DOCUMENTS = 400


def categories() -> tuple[Category, ...]:
    return tuple(load_catalogue(PRODUCT, load_register(PRODUCT)).categories.values())


@cache
def corpus(seed: int = 1) -> Corpus:
    return Corpus(DOCUMENTS, categories(), seed)


def texts() -> list[str]:
    documents = [one for place in corpus().places for one in corpus().documents(place)]
    return [f"{one.title}\n{one.body}" for one in documents if not one.withdrawn]


def test_two_hundred_thousand_documents_are_those_of_a_city_of_2012() -> None:
    assert shape_for(200_000) == SHAPE_2012
    assert shape_for(2_000) == (1, 1, 3, 33)


def test_there_are_as_many_documents_as_asked_for_none_of_them_from_tomorrow() -> None:
    documents = [one for place in corpus().places for one in corpus().documents(place)]

    assert len(documents) == DOCUMENTS
    assert max(one.date for one in documents) <= AS_OF.isoformat()
    assert sum(one.withdrawn for one in documents) <= 5 * WITHDRAWN * DOCUMENTS


def test_texts_have_about_six_hundred_characters_and_hardly_repeat() -> None:
    lengths = [len(text) for text in texts()]

    assert 550 < sum(lengths) / len(lengths) < 750
    assert len(set(texts())) == len(lengths)


def test_no_text_holds_what_may_be_a_number_of_a_person() -> None:
    assert [found for text in texts() for found in scan(text)] == []


def test_the_same_seed_gives_the_same_documents_and_another_one_others() -> None:
    place = corpus().places[-1]

    assert corpus().documents(place) == Corpus.documents(corpus(), place)
    assert corpus().documents(place) != corpus(2).documents(place)


def test_fewer_forms_of_phrases_repeat_more() -> None:
    few = Corpus(DOCUMENTS, categories(), phrases=1)
    place = few.places[-1]

    bodies = [one.body for one in few.documents(place) if not one.withdrawn]

    assert all("根据" in body and "暂由" not in body for body in bodies)
    assert any("暂由" in one.body for one in corpus().documents(place))


def test_queries_are_two_hundred_and_of_every_sort() -> None:
    queries = make_queries(corpus())

    assert {sort: sum(one.sort == sort for one in queries) for sort in SORTS} == SORTS
    assert len({one.text for one in queries}) == 200
    assert {one.text for one in queries if one.sort == "domain"} == set(DOMAIN)
    assert [one.text for one in make_queries(corpus())] == [one.text for one in queries]


def test_true_answers_are_the_documents_that_hold_every_word() -> None:
    queries = make_queries(corpus())

    for place in corpus().places:
        look_in(queries, place, corpus().documents(place))

    for query in queries[::20]:
        assert query.true == {
            name_of(place, one)
            for place in corpus().places
            for one in corpus().documents(place)
            if not one.withdrawn
            and all(word in one.title.lower() + "\n" + one.body.lower() for word in query.words)
        }
    assert all(query.true for query in queries if query.sort != "domain")


def answer(true: set[str], names: tuple[str, ...]) -> Answer:
    return Answer(Query("title", "村", ("村",), true), 0, 0, 0, len(names), names, {})


@pytest.mark.parametrize(
    ("true", "names", "recall", "precision"),
    [
        ({"a", "b"}, ("a", "b"), 1, 1),
        ({"a", "b"}, ("a", "c"), 0.5, 0.5),
        ({"a"}, (), 0, 0),
        (set(), (), 1, 1),
        (set(), ("a",), 1, 0),
        ({str(number) for number in range(99)}, tuple(map(str, range(10))), 1, 1),
    ],
)
def test_first_page_is_held_to_the_truth(
    true: set[str], names: tuple[str, ...], recall: float, precision: float
) -> None:
    given = answer(true, names)

    assert (given.recall, given.precision) == (recall, precision)


def test_peer_is_given_the_same_texts_as_pages(tmp_path: Path) -> None:
    place = corpus().places[-1]
    documents = [one for one in corpus().documents(place) if not one.withdrawn]

    write_pages(tmp_path, place, documents)

    for one in documents:
        page = (tmp_path / f"{name_of(place, one)}.html").read_text("utf-8")
        assert (
            re.sub("<[^>]+>", "", page.partition("<main>")[2]).split()
            == (one.title + one.body.replace("\n", "")).split()
        )


def test_bytes_of_the_peer_are_told_by_what_they_are_for() -> None:
    folder = "/pagefind/"

    assert sort_of(folder + "wasm.unknown.pagefind") == sort_of(folder + "pagefind.js") == "code"
    assert sort_of(folder + "pagefind.zh-cn_0.pf_meta") == "lists"
    assert sort_of(folder + "index/zh-cn_0.pf_index") == "query"
    assert sort_of(folder + "fragment/zh-cn_0.pf_fragment") == "query"


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("index/base/t/1a/4e00-16.js", "terms"),
        ("index/base/p/1a/4e00/3.js", "terms"),
        ("index/texts/1.js", "lists"),
        ("index/week/s/0/17.js", "documents"),
        ("index/base/r/17.js", "documents"),
        ("index/manifest.js", "lists"),
        ("index/base/dates.js", "lists"),
        ("frame.html", "code"),
    ],
)
def test_bytes_of_ours_are_told_by_what_they_are_for(file: str, kind: str) -> None:
    assert kind_of(Path("/output/9901/search") / file) == kind
    assert kind_of(REPOSITORY / "theme/static/js/search.js") == "code"


def test_one_document_more_changes_its_sites_newest_texts(tmp_path: Path) -> None:
    tree = plant(tmp_path, corpus(), with_pages=False)
    before = digests(tree.output)

    add_document(tree)

    after = digests(tree.output)
    name = f"{tree.village.code}/search/docs.js"
    assert changed(before, after) == {name: after[name][1]}
    texts = read_texts(tree.output / tree.village.code / "search", tree.village.code)
    assert len(texts.documents) == corpus().counts[tree.village.code] + 1
    assert texts.documents[-1].date == AS_OF.isoformat()


def test_percentiles_are_median_and_ninety_fifth() -> None:
    assert percentiles(list(range(100, -1, -1))) == "50.0 / 95.0"
    assert percentiles([7]) == "7.0 / 7.0"


@pytest.mark.parametrize(
    ("names", "total", "exact"),
    [
        (["a", "b"], 2, True),
        (["b"], 1, False),
        (["a", "c"], 2, False),
        (["a", "b", "b"], 2, False),
        (["a", "b"], 3, False),
    ],
)
def test_results_are_exact_where_all_true_ones_and_no_others_are_listed(
    names: list[str], total: int, exact: bool
) -> None:
    query = Query("title", "村", ("村",), {"a", "b"})

    assert is_exact(query, {"names": names, "total": total, "mode": "and"}) is exact
