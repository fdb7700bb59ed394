from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from disclosure.problem import DisclosureError
from disclosure.search.document import Document
from disclosure.search.tokens import cut, normal
from tests.search.documents import documents, numbered
from tests.search.opened import Found, OpenedIndex, read_lexicon
from tests.search.trees import COUNTY, OTHER, TODAY, TOWNSHIP, VILLAGE, Sites, Tree, content_of


def truth(sites: Sites, lexicon: list[str], before: str) -> Found:
    """Return what an index must hold, of documents before a day, looked up one by one."""
    found: Found = {"title": {}, "body": {}}
    for code, site in sites.items():
        for one in site:
            if one.withdrawn or one.date >= before:
                continue
            for field, text in (("title", normal(one.title)), ("body", normal(one.body))):
                places: dict[str, list[int]] = defaultdict(list)
                for token, place in cut(text, singles=field == "title"):
                    places[token].append(place)
                for phrase in lexicon:
                    where = [at for at in range(len(text)) if text.startswith(phrase, at)]
                    if where:
                        places[phrase] = where
                for token, where in places.items():
                    found[field].setdefault(token, {})[code, one.address] = where
    return found


def lexicon_of(opened: OpenedIndex) -> list[str]:
    base = opened.layout["segments"][0]
    return read_lexicon(opened.folder, base["build"])


def check_whole(tree: Tree, place: str = "index") -> OpenedIndex:
    """Compare every posting of an index with the texts; return the index."""
    opened = OpenedIndex(tree.folder / place)
    as_of = opened.manifest["as_of"]
    assert opened.postings() == truth(tree.sites, lexicon_of(opened), as_of)
    live = [one for site in tree.sites.values() for one in site if not one.withdrawn]
    assert opened.manifest["documents"] == len(live)
    return opened


def test_every_term_of_every_division_is_in_the_index(tmp_path: Path) -> None:
    tree = Tree(tmp_path, {COUNTY: numbered(3), VILLAGE: numbered(60), OTHER: numbered(5)})

    tree.index()

    opened = check_whole(tree)
    assert "村务公开" in opened.postings()["title"]
    assert [code for code, _ in opened.layout["divisions"]] == [COUNTY, VILLAGE, OTHER]


@settings(max_examples=40, deadline=None)
@given(drawn=st.lists(documents(), min_size=1, max_size=4))
def test_any_texts_are_found_again(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[list[Document]]
) -> None:
    codes = (COUNTY, TOWNSHIP, VILLAGE, OTHER)
    tree = Tree(tmp_path_factory.mktemp("sites"), dict(zip(codes, drawn, strict=False)))

    tree.index(TODAY.replace(year=2023))

    check_whole(tree)


def test_a_term_larger_than_a_leaf_has_its_places_apart(tmp_path: Path) -> None:
    often = numbered(400, body="村务" + "公开村务" * 120)
    tree = Tree(tmp_path, {VILLAGE: often, OTHER: numbered(10)})

    tree.index()

    opened = check_whole(tree)
    assert list((tmp_path / "index/base/p").rglob("*.js"))
    assert opened.layout["segments"][0]["documents"] == 410


def test_the_index_is_in_three_parts_by_day(tmp_path: Path) -> None:
    days = ("2026-11-15", "2026-11-16", "2026-11-21", "2026-11-22", "2026-11-30")
    dated = [replace(one, date=day) for one, day in zip(numbered(5), days, strict=True)]
    tree = Tree(tmp_path, {VILLAGE: dated})

    tree.index()

    opened = check_whole(tree)
    manifest = opened.manifest
    assert [(one["name"], one["documents"]) for one in opened.layout["segments"]] == [
        ("base", 1),
        ("week", 2),
    ]
    assert manifest["day"] == {"blocks": 1, "documents": 2}
    assert (manifest["cut"], manifest["as_of"]) == ("2026-11-16", "2026-11-22")


def test_a_document_of_today_changes_one_block_and_the_manifest(tmp_path: Path) -> None:
    site = numbered(60)
    tree = Tree(tmp_path, {COUNTY: numbered(30), VILLAGE: site})
    tree.index()
    today = replace(numbered(1)[0], address="articles/new", date=TODAY.isoformat())

    tree.put(VILLAGE, [*site, today])
    written = tree.index()

    assert sorted(written.written) == ["manifest.js", "search.json", "texts/1.js"]
    assert written.size < 2_000
    check_whole(tree)


def test_a_withdrawn_document_is_gone_from_every_file(tmp_path: Path) -> None:
    site = numbered(60)
    secret = "褚遂良犀牛角"
    site[7] = replace(site[7], title=f"关于{secret}的公示", body=f"{secret}2345678")
    site[59] = replace(site[59], date="2026-11-21", body=f"本周{secret}")
    tree = Tree(tmp_path, {VILLAGE: site, OTHER: numbered(20)})
    tree.index()
    number = OpenedIndex(tmp_path / "index")
    before = number.documents(number.layout["segments"][0])

    site[7], site[59] = (replace(site[each], withdrawn=True) for each in (7, 59))
    tree.put(VILLAGE, site)
    tree.index()

    opened = check_whole(tree)
    after = opened.documents(opened.layout["segments"][0])
    files = content_of(tmp_path)
    assert [name for name, data in files.items() if "犀牛".encode() in data] == []
    assert [name for name, data in files.items() if b"2345678" in data] == []
    assert before.keys() - after.keys() == {7}
    assert before.items() >= after.items()


def test_what_a_division_adds_moves_no_other_division(tmp_path: Path) -> None:
    tree = Tree(tmp_path, {VILLAGE: numbered(16), OTHER: numbered(16)})
    tree.index()
    before = OpenedIndex(tmp_path / "index").layout["segments"][0]["starts"]

    tree.put(VILLAGE, numbered(18))
    tree.index()

    assert OpenedIndex(tmp_path / "index").layout["segments"][0]["starts"] == before


def test_the_day_after_the_rest_of_the_week_stays(tmp_path: Path) -> None:
    site = [*numbered(30), replace(numbered(31)[30], date="2026-11-17")]
    tree = Tree(tmp_path, {VILLAGE: site})
    tree.index(TODAY - timedelta(days=2))

    written = tree.index(TODAY - timedelta(days=1))

    assert sorted(written.written) == ["manifest.js", "search.json"]


def test_texts_that_cannot_be_used_are_all_named_and_nothing_is_written(tmp_path: Path) -> None:
    tree = Tree(tmp_path, {COUNTY: numbered(3), VILLAGE: numbered(3), OTHER: numbered(3)})
    (tmp_path / COUNTY / "search" / "docs.js").write_text("DISCLOSURE.texts({", "utf-8")
    (tmp_path / OTHER / "search" / "docs.js").unlink()

    with pytest.raises(DisclosureError) as raised:
        tree.index()

    assert [problem.file for problem in raised.value.problems] == [
        f"{COUNTY}/search/docs.js",
        f"{OTHER}/search/docs.js",
    ]
    assert not (tmp_path / "index").exists()


def test_a_disk_that_refuses_is_named(tmp_path: Path) -> None:
    tree = Tree(tmp_path, {VILLAGE: numbered(3)})
    (tmp_path / "state").write_text("in the way", "utf-8")

    with pytest.raises(DisclosureError) as raised:
        tree.index()

    assert raised.value.problems[0].code == "search-index-not-written"


def test_a_link_in_the_folder_leads_nothing_out_of_it(tmp_path: Path) -> None:
    tree = Tree(tmp_path, {VILLAGE: numbered(3)})
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / "base").symlink_to(outside)

    tree.index()

    assert list(outside.iterdir()) == []
    check_whole(tree)
