"""The engine where files or queries are not what they should be: a plain word, never an error."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree, rmtree
from typing import Any

import pytest

from disclosure.search import plan
from disclosure.search.document import Document
from disclosure.search.script import write_call
from disclosure.search.segments import BASE, WEEK
from tests.node import run_node
from tests.search.asking import COUNTY, Place, ask, ask_all, names, put_county, put_site
from tests.search.corpus import make_documents
from tests.search.documents import VILLAGE

pytestmark = pytest.mark.node

DAMAGED = "检索文件已损坏："
OTHER_VERSION = "检索文件的版本与本页不符，请刷新页面，或者重新取得整个网站："
OTHER_BUILD = "检索文件不是同一次生成的，请刷新页面，或者重新取得整个网站："
ROUNDS = 60
MISSING = "没有这个检索文件，或者没能读出："


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Place:
    sites = {COUNTY: make_documents(70, 1), VILLAGE: make_documents(70, 2)}
    return put_county(tmp_path_factory.mktemp("whole"), sites)


@pytest.fixture
def county(whole: Place, tmp_path: Path) -> Place:
    """An index that a test may spoil."""
    copytree(whole.root, tmp_path / "site")
    return Place(tmp_path / "site", whole.opened, whole.sites)


@pytest.fixture
def village(county: Place) -> Place:
    opened = {"folder": f"{VILLAGE}/search/", "site": VILLAGE}
    return Place(county.root, opened, {VILLAGE: county.sites[VILLAGE]})


def path_of(place: Place, name: str) -> Path:
    return place.root / place.opened["folder"] / name


def spoil(place: Place, name: str, change: Callable[[str], str]) -> None:
    """Change a file of a place."""
    path = path_of(place, name)
    path.write_text(change(path.read_text("utf-8")), "utf-8")


def said(place: Place, query: str = "村务公开") -> list[str]:
    """Return what is said to a query that finds nothing."""
    [answer] = ask(place, query)
    assert (answer["total"], answer["results"]) == (0, [])
    return list(answer["said"])


ODD = {
    "nothing": "",
    "blanks": "  \n　",
    "punctuation only": "，。？！“”——……!?#$%^&()[]{}",
    "stars": "** * ＊",
    "a tag": "<img src=x onerror=alert(1)>",
    "line separators": "村务\u2028\u2029公开",
    "half a character": "村务\ud800公开\udc00",
    "very long": "村务公开" * 2500,
    "very many words": "村 务 公 开 " * 2500,
    "names of objects": "__proto__ constructor toString hasOwnProperty",
    "signs of queries": "+村务 -公开 title:村务 ~2 ^10 村*务 \\",
    "nulls": "\0村务\0",
}


@pytest.mark.parametrize("place", ["county", "village"])
def test_odd_queries_are_answered(place: str, request: pytest.FixtureRequest) -> None:
    answers = dict(zip(ODD, ask(request.getfixturevalue(place), *ODD.values()), strict=True))

    assert answers["nothing"]["said"] == answers["blanks"]["said"] == ["请输入要检索的内容"]
    for name in ("punctuation only", "stars"):
        assert answers[name]["said"] == ["检索词里没有可以检索的文字"]
    assert answers["line separators"]["pieces"] == ["村务", "公开"]
    assert answers["half a character"]["mode"] == "and"
    assert answers["very long"]["said"][0].startswith("检索词太长，只按“村务公开村务公开")
    assert len(answers["very long"]["said"][0]) < 100
    assert answers["signs of queries"]["pieces"] == ["10", "村", "务"]


def test_requests_of_odd_kinds_are_answered(county: Place) -> None:
    values = ["__proto__", "constructor", "", 0, [], {}, 10**40, None, "\ud800"]
    fields = ("q", "category", "group", "year", "kind", "division", "sort", "page", "counts")

    answers = ask_all(
        county, [{"q": "公开", field: value} for field in fields for value in values]
    )["answers"]

    assert len(answers) == len(fields) * len(values)
    assert all(isinstance(answer["total"], int) for answer in answers)
    assert ask(county, "公开", category="__proto__")[0]["total"] == 0


def test_words_that_objects_know_are_words(tmp_path: Path) -> None:
    words = ["__proto__", "constructor", "tostring", "valueof"]
    documents = [Document("articles/a", " ".join(words), "2026-01-01")]

    answers = ask(put_site(tmp_path, VILLAGE, documents), *words, "hasownproperty")

    assert [answer["mode"] for answer in answers] == ["and"] * 4 + ["none"]


@pytest.mark.parametrize(
    ("name", "place"), [("manifest.js", "county"), ("layout.js", "county"), ("docs.js", "village")]
)
def test_what_this_copy_does_not_hold_is_said(
    name: str, place: str, request: pytest.FixtureRequest
) -> None:
    opened: Place = request.getfixturevalue(place)
    path_of(opened, name).unlink()

    found = ask_all(opened, [{"q": "公开"}])

    assert found["isMissing"] is True
    assert found["said"] == [f"{MISSING}{opened.opened['folder']}{name}"]
    assert found["answers"][0]["said"] == found["said"]


@pytest.mark.parametrize(
    ("place", "name", "old", "new", "message"),
    [
        ("county", "manifest.js", '"version":3', '"version":1', OTHER_VERSION),
        ("county", "manifest.js", '"version":3', '"version":"1"', OTHER_VERSION),
        ("county", "manifest.js", f'"scope":"{COUNTY}"', '"scope":"9902"', DAMAGED),
        ("county", "manifest.js", "DISCLOSURE.index", "DISCLOSURE.shard", DAMAGED),
        ("county", "layout.js", '"segments":[', '"segments":null,"x":[', DAMAGED),
        ("county", "layout.js", '"divisions":[', '"divisions":[7,', DAMAGED),
        ("county", "layout.js", '"numbers":', '"numbers":1e12,"n":', DAMAGED),
        ("county", "layout.js", '"starts":[0', '"starts":[-5', DAMAGED),
        ("county", "layout.js", '"counts":[', '"counts":["__proto__",', DAMAGED),
        ("county", "layout.js", '"leaves":"', '"leaves":"!', DAMAGED),
        ("county", "manifest.js", '"blocks":', '"blocks":-1e9,"b":', DAMAGED),
        ("county", "layout.js", '"build":"', '"build":"f', OTHER_BUILD),
        ("county", "manifest.js", ");", "", DAMAGED),
        ("county", "manifest.js", '"layout":"', '"layout":"f', OTHER_BUILD),
        ("county", "layout.js", '"layout"', '"lay-out"', DAMAGED),
        ("county", "lexicon.js", '"lexicon"', '"lexikon"', DAMAGED),
        ("county", "base/dates.js", ',"', ',"!', DAMAGED),
        ("village", "docs.js", '"version":1', '"version":0', OTHER_VERSION),
        ("village", "docs.js", '"block":0', '"block":1', DAMAGED),
        ("village", "docs.js", '"blocks":2', '"blocks":"1"', DAMAGED),
        ("village", "docs.js", f'"site":"{VILLAGE}"', '"site":"990101100202"', DAMAGED),
        ("village", "docs.js", '"texts":[', '"texts":[7,', DAMAGED),
        ("village", "docs.js", '"texts":[', '"texts":{},"x":[', DAMAGED),
        ("village", "docs-1.js", '"block":1', '"block":2', DAMAGED),
        ("village", "docs-1.js", "DISCLOSURE.", "alert.", DAMAGED),
    ],
)
def test_file_that_does_not_fit_is_named(
    place: str, name: str, old: str, new: str, message: str, request: pytest.FixtureRequest
) -> None:
    opened: Place = request.getfixturevalue(place)
    assert old in path_of(opened, name).read_text("utf-8")
    spoil(opened, name, lambda text: text.replace(old, new))

    [found] = ask_all(opened, [])["said"]

    assert found.startswith(message)
    assert "?" not in found


@pytest.mark.parametrize("folder", ["base/t", "base/s"])
@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda text: "", DAMAGED),
        (lambda text: text[: len(text) // 2], DAMAGED),
        (lambda text: text.replace('("', '("f', 1), OTHER_BUILD),
        (lambda text: text.replace('","', '","x', 1), DAMAGED),
        (lambda text: write_call("shard", *read_build(text), 5), DAMAGED),
        (lambda text: write_call("shard", *read_build(text), "公开,A"), DAMAGED),
        (lambda text: write_call("index", {}), DAMAGED),
    ],
)
def test_shard_that_does_not_fit_is_named(
    county: Place, folder: str, change: Callable[[str], str], message: str
) -> None:
    for path in path_of(county, folder).rglob("*.js"):
        path.write_text(change(path.read_text("utf-8")), "utf-8")

    [answer] = ask(county, "公开")

    assert answer["said"][-1].startswith(message)
    assert folder in answer["said"][-1]


@pytest.mark.parametrize("places", ["", "B", "B,B,B", "é,é", "//////,//////"])
def test_places_that_do_not_fit_are_named(
    places: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of nearly every term lie apart in a small index whose leaves are tiny."""
    monkeypatch.setattr(plan, "TARGETS", {BASE: 60, WEEK: 60})  # bytes
    place = put_county(tmp_path, {COUNTY: make_documents(60, 1)})
    files = sorted(path_of(place, "base/p").rglob("*.js"))
    for path in files:
        call = write_call("shard", *read_build(path.read_text("utf-8")), places)
        path.write_text(call, "utf-8")

    [answer] = ask(place, "村务公开")

    assert files
    assert answer["said"][-1].startswith(DAMAGED)
    assert "base/p" in answer["said"][-1]


def read_build(text: str) -> list[Any]:
    """Return whose a shard is and its name."""
    return list(json.loads(f"[{text.partition('(')[2].rstrip()[:-2]}]"))[:2]


@pytest.mark.parametrize("folder", ["base/t", "texts", "base/dates.js", "lexicon.js"])
def test_missing_files_are_named(county: Place, folder: str) -> None:
    path = path_of(county, folder)
    rmtree(path) if path.is_dir() else path.unlink()

    [message] = said(county)

    assert message.startswith(MISSING)
    assert folder in message


def test_missing_cards_leave_the_other_results(county: Place) -> None:
    rmtree(path_of(county, "base/s"))

    [answer] = ask(county, "公开")

    assert 0 < len(names(answer)) < answer["total"]
    assert answer["said"][-1].startswith(MISSING)


def test_places_that_a_hostile_file_tells_stay_numbers(county: Place) -> None:
    """Numbers of six digits, postings beyond the index, times without end."""
    texts = [
        "村务,////////,",
        "村务,A/////B,",
        "村务,AB,AB",
        "村务,ABAAB,",
        "村务,BA,",
        "村务,é,é",
        "村务,,,9",
        f"村务,{'|' * 5000}AB,,4",
        "村务,AB|AB,,31",
        "村务,AB|AB,,-1",
        "村务,AB|gBB,,5",
        "村务,AB|AB,,x",
    ]
    for text in texts:
        for path in path_of(county, "base/t").rglob("*.js"):
            call = write_call("shard", *read_build(path.read_text("utf-8")), text)
            path.write_text(call, "utf-8")

        [answer] = ask(county, "村务")

        assert answer["said"] or answer["mode"] in ("and", "none")


@pytest.mark.slow
@pytest.mark.parametrize("place", ["county", "village"])
def test_random_damage_never_raises(place: str, request: pytest.FixtureRequest) -> None:
    opened: Place = request.getfixturevalue(place)

    found = run_node(
        "damage.js", {"root": str(opened.root), "place": opened.opened, "rounds": ROUNDS}
    )

    assert found["rounds"] == ROUNDS
    assert found["odd"] == []
    assert found["told"] > 15
    assert found["answered"] > 15
