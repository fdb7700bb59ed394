"""Documents taken out of the base and put in one by one: the bytes of an index from nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from disclosure.problem import DisclosureError
from disclosure.search import stock
from disclosure.search.document import Document, Table
from disclosure.search.folder import IndexFolder
from tests.search.corpus import make_documents
from tests.search.documents import numbered
from tests.search.trees import COUNTY, OTHER, VILLAGE, Tree, content_of

SECRET = "褚遂良犀牛角"
LONG = "\n".join(f"第{row}户" for row in range(300))  # more rows than a card holds
Edit = Callable[[Document], Document]
EDITS: dict[str, Edit] = {
    "a sentence": lambda one: replace(one, body=f"{one.body}\n补充说明一点。"),
    "a word in front": lambda one: replace(one, body=f"更正：{one.body}"),
    "another text": lambda one: replace(one, body="珠穆朗玛峰\n𠮷野组 2345678"),
    "no text": lambda one: replace(one, body=""),
    "a title": lambda one: replace(one, title=f"{one.title}（更正）"),
    "a kind": lambda one: replace(one, kind="letter", category="E0202"),
    "a long table": lambda one: replace(one, body=LONG, tables=(Table("rows", 0, 300),)),
    "a withdrawal": lambda one: replace(one, withdrawn=True),
}


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tree:
    """Return sites whose index has many leaves, terms larger than one, and stock phrases."""
    monkeypatch.setattr(stock, "LEAST", 1)
    often = numbered(150, body="村务" + "公开村务" * 300)
    sites = {COUNTY: often, VILLAGE: make_documents(200, 1), OTHER: make_documents(60, 2)}
    tree = Tree(tmp_path, sites)
    tree.index()
    return tree


def check_equal(tree: Tree, place: str = "index", code: str = COUNTY) -> None:
    """Compare an index with one from nothing."""
    tree.index(place="clean", state="nothing kept", code=code)
    assert content_of(tree.folder / place) == content_of(tree.folder / "clean")


def edit(tree: Tree, code: str, place: int, how: str) -> None:
    site = list(tree.sites[code])
    site[place] = EDITS[how](site[place])
    tree.put(code, site)


@pytest.mark.parametrize("how", EDITS)
def test_an_edited_document_is_put_in_the_place_of_the_old_one(tree: Tree, how: str) -> None:
    edit(tree, VILLAGE, 20, how)
    edit(tree, COUNTY, 70, how)

    written = tree.index()

    check_equal(tree)
    assert 0 < len(written.written) < len(content_of(tree.folder / "clean")) * 2 / 3


@pytest.mark.parametrize(
    "pattern", ["base/t/**/*.js", "base/p/**/*.js", "base/s/**/*.js", "base/dates.js"]
)
def test_files_that_somebody_changed_are_not_built_upon(tree: Tree, pattern: str) -> None:
    files = list((tree.folder / "index").glob(pattern))
    for path in files:
        with path.open("a", encoding="utf-8") as file:
            file.write("//")
    edit(tree, VILLAGE, 20, "another text")
    edit(tree, COUNTY, 70, "a title")

    tree.index()

    assert files
    check_equal(tree)


def test_edits_one_after_the_other_come_to_the_same(tree: Tree) -> None:
    random = Random(5)
    for _ in range(6):
        for _ in range(random.randrange(1, 3)):
            code = random.choice((COUNTY, VILLAGE, OTHER))
            edit(tree, code, random.randrange(50), random.choice(list(EDITS)))

        tree.index()

        check_equal(tree)


def test_a_document_that_is_deleted_moves_those_after_it(tree: Tree) -> None:
    tree.put(OTHER, [*tree.sites[OTHER][:40], *tree.sites[OTHER][41:]])

    tree.index()

    check_equal(tree)


def test_a_term_may_become_hot_and_cool_again(tmp_path: Path) -> None:
    site = numbered(60)
    tree = Tree(tmp_path, {VILLAGE: site, OTHER: numbered(5)})
    for body in ("很热" * 20_000, "很冷" * 20_000, "很热" * 16_500):
        tree.put(VILLAGE, [*site[:30], replace(site[30], body=body), *site[31:]])

        tree.index()

        check_equal(tree)


def test_a_phrase_comes_and_goes_with_its_titles(tree: Tree) -> None:
    site = list(tree.sites[OTHER])
    lexicons = set()
    for place in range(5, 12):
        site[place] = replace(site[place], title=f"{place}珠峰登山队{place}", withdrawn=False)
        tree.put(OTHER, site)

        tree.index()

        check_equal(tree)
        lexicon = (tree.folder / "index" / "lexicon.js").read_text("utf-8")
        lexicons.add("珠峰登山队" in lexicon)
    assert lexicons == {False, True}


def test_what_is_withdrawn_is_gone_from_both_indexes_and_from_what_is_kept(tree: Tree) -> None:
    site = list(tree.sites[OTHER])
    site[7] = replace(site[7], title=f"关于{SECRET}的公示", body=SECRET, tables=(), withdrawn=False)
    tree.put(OTHER, site)
    for place, code in (("index", COUNTY), ("city", "9901")):
        tree.index(place=place, code=code)

    site[7] = replace(site[7], withdrawn=True)
    tree.put(OTHER, site)
    for place, code in (("index", COUNTY), ("city", "9901")):
        tree.index(place=place, code=code)

    files = content_of(tree.folder)
    assert [name for name, data in files.items() if "犀牛".encode() in data] == []
    check_equal(tree, "city", "9901")


def test_the_city_takes_out_what_its_county_has_taken_out(tree: Tree) -> None:
    tree.index(place="city", code="9901")
    edit(tree, OTHER, 9, "a sentence")

    tree.index()
    written = tree.index(place="city", code="9901")

    check_equal(tree, "city", "9901")
    assert len(written.written) < len(content_of(tree.folder / "city")) / 2


def test_what_was_set_aside_goes_when_nobody_asks_for_it(tree: Tree) -> None:
    edit(tree, OTHER, 9, "a sentence")

    tree.index()

    assert content_of(tree.folder / "state" / "aside") == {}


@pytest.mark.parametrize("files", [0, 1, 3, 8])
def test_what_is_stopped_half_way_is_made_whole_again(
    tree: Tree, monkeypatch: pytest.MonkeyPatch, files: int
) -> None:
    put, left = IndexFolder.put, [files]

    def refuse(folder: IndexFolder, name: str, text: str) -> None:
        if not left[0]:
            raise OSError(28, "No space left on device")
        left[0] -= 1
        put(folder, name, text)

    edit(tree, VILLAGE, 20, "another text")
    with monkeypatch.context() as patched:
        patched.setattr(IndexFolder, "put", refuse)
        with pytest.raises(DisclosureError):
            tree.index()

    tree.index()

    check_equal(tree)
