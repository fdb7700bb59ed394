"""A site shows of others what they share, what is new below, and how they disclose."""

from __future__ import annotations

import json
from pathlib import Path

from disclosure.coverage import Tally
from disclosure.deadline import State
from disclosure.division import load_register
from disclosure.sites.around import Around, Corpus, gather
from disclosure.sites.survey import Item, Survey
from tests.sites.trees import SMALL, build, content_of, copy_small

REGISTER = load_register(SMALL)


VILLAGE, TOWN, COUNTY, CITY = "990101100201", "990101100", "990101", "9901"


def item(code: str, number: int, *share: str) -> Item:
    moment = f"2026-10-{number:02} 09:00"
    return Item(code, code, f"articles/n{number}", f"第{number}件", moment, share)


def survey(code: str, *items: Item, overdue: int = 0) -> Survey:
    counts = ((State.PUBLISHED, 3), (State.OVERDUE, overdue))
    return Survey(code, Tally(counts), items, tuple(one for one in items if one.share))


def corpus_of(*some: Survey) -> Corpus:
    """Return the corpus of a whole branch; what is not given publishes nothing."""
    given = {one.division: one for one in some}
    return gather(given.get(code, survey(code)) for code in (CITY, COUNTY, TOWN, VILLAGE))


def around(corpus: Corpus, code: str) -> Around:
    return corpus.around(REGISTER.resolve(code), REGISTER)


def test_what_is_shared_upwards_reaches_all_ancestors_and_no_one_else() -> None:
    corpus = corpus_of(survey(VILLAGE, item(VILLAGE, 5, "up")))

    reached = [code for code in (CITY, COUNTY, TOWN, VILLAGE) if around(corpus, code).from_below]

    assert reached == [CITY, COUNTY, TOWN]


def test_what_is_shared_downwards_reaches_all_descendants() -> None:
    corpus = corpus_of(survey(CITY, item(CITY, 3, "down"), item(CITY, 4, "up")))

    assert [one.title for one in around(corpus, VILLAGE).from_above] == ["第3件"]


def test_news_from_below_are_the_newest_of_all_levels() -> None:
    corpus = corpus_of(
        survey(COUNTY, item(COUNTY, 9)),
        survey(TOWN, item(TOWN, 11)),
        survey(VILLAGE, item(VILLAGE, 10)),
    )

    assert [one.title for one in around(corpus, CITY).news] == ["第11件", "第10件", "第9件"]


def test_a_child_is_counted_with_everything_below_it() -> None:
    corpus = corpus_of(survey(TOWN, overdue=1), survey(VILLAGE, overdue=2))

    (county,) = around(corpus, CITY).children

    assert (county.own.overdue, county.whole.overdue, county.whole.divisions) == (0, 3, 3)


def test_a_site_outside_the_build_gets_a_page_that_says_where_to_look(tmp_path: Path) -> None:
    root, output = copy_small(tmp_path), tmp_path / "out"

    built = build(root, output, codes=("990101100201",))

    assert not built.failed
    page = (output / "990101100201/elsewhere/9901.html").read_text("utf-8")
    assert "不在这一份网站里" in page
    assert "../9901/" not in (output / "990101100201/index.html").read_text("utf-8")


def test_the_matrix_is_written_as_data_too(tmp_path: Path) -> None:
    root, output = copy_small(tmp_path), tmp_path / "out"

    build(root, output, codes=("990101100201",))

    told = json.loads((output / "990101100201/api/v1/matrix.json").read_text("utf-8"))
    assert len(told["categories"]) == 169
    assert told["division"] == "990101100201"
    states = {one["category"]: one["state"] for one in told["categories"]}
    assert states["E0106"] == "not_applicable"


def test_the_sites_are_the_same_however_many_workers_build_them(tmp_path: Path) -> None:
    root = copy_small(tmp_path)
    build(root, tmp_path / "one", jobs=1)
    build(root, tmp_path / "two", jobs=2)

    assert content_of(tmp_path / "one") == content_of(tmp_path / "two")
