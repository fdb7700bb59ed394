"""Whatever happens to the texts, the index is that of a build from nothing, byte for byte."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from disclosure.search.document import Document
from tests.search.documents import documents, numbered
from tests.search.trees import COUNTY, OTHER, TODAY, TOWNSHIP, VILLAGE, Tree, content_of

CODES = (COUNTY, TOWNSHIP, VILLAGE, OTHER)
CHANGES = ("add", "edit", "withdraw", "delete", "tomorrow", "next week", "division", "nothing")
STATES = ("kept", "deleted", "damaged", "cut short", "index damaged", "index deleted")


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_an_updated_index_equals_a_clean_one(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    tree = Tree(tmp_path_factory.mktemp("sites"), {VILLAGE: data.draw(documents())})
    as_of = date(2023, 6, 14)
    for step in range(data.draw(st.integers(1, 4))):
        as_of = change(tree, as_of, step, data)
        disturb(tree.folder, data.draw(st.sampled_from(STATES)))

        tree.index(as_of)
        tree.index(as_of, "clean", "nothing kept")

        assert content_of(tree.folder / "index") == content_of(tree.folder / "clean")
        shutil.rmtree(tree.folder / "clean")
        shutil.rmtree(tree.folder / "nothing kept")


def change(tree: Tree, as_of: date, step: int, data: st.DataObject) -> date:
    """Let something happen to the sites; return the day it is then."""
    kind = data.draw(st.sampled_from(CHANGES))
    code = data.draw(st.sampled_from(sorted(tree.sites)))
    site = list(tree.sites[code])
    if kind == "tomorrow":
        return as_of + timedelta(days=1)
    if kind == "next week":
        return as_of + timedelta(days=7)
    if kind == "division":
        tree.put(data.draw(st.sampled_from(CODES)), data.draw(documents()))
    if kind == "add":
        day = as_of - timedelta(days=data.draw(st.integers(-1, 9)))
        tree.put(code, [*site, new_document(f"articles/new-{step}", day)])
    if site and kind in ("edit", "withdraw", "delete"):
        place = data.draw(st.integers(0, len(site) - 1))
        if kind == "edit":
            texts = {"title": "改过的村务公开", "body": "改过\n2026年第3组"}
            site[place] = replace(site[place], **texts, tables=())
        elif kind == "withdraw":
            site[place] = replace(site[place], withdrawn=True)
        else:
            del site[place]
        tree.put(code, site)
    return as_of


def new_document(address: str, day: date) -> Document:
    return replace(numbered(1)[0], address=address, date=day.isoformat())


def disturb(folder: Path, how: str) -> None:
    """Let something happen to what earlier builds have left."""
    state, index = folder / "state", folder / "index"
    if how == "deleted":
        shutil.rmtree(state, ignore_errors=True)
    if how == "index deleted":
        shutil.rmtree(index, ignore_errors=True)
    for path in files_below(state):
        data = path.read_bytes()
        if how == "damaged":
            path.write_bytes(data.replace(b"1", b"2").replace(b"A", b"B"))
        if how == "cut short":
            path.write_bytes(data[: len(data) // 2])
    if how == "index damaged":
        for path in files_below(index):
            path.write_bytes(path.read_bytes() + b"//")
        (index / "base" / "t" / "00").mkdir(parents=True, exist_ok=True)
        (index / "base" / "t" / "00" / "more.js").write_text("left over", "utf-8")


def files_below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    sites = {COUNTY: numbered(20), VILLAGE: numbered(70), OTHER: numbered(40)}
    return Tree(tmp_path, sites)


def test_a_second_build_writes_nothing(tree: Tree) -> None:
    tree.index()

    again = tree.index()

    assert (again.written, again.removed) == ((), ())


def test_only_the_division_that_changed_is_cut_again(tree: Tree) -> None:
    tree.index()
    before = inodes(tree.folder / "state" / "divisions")

    tree.put(VILLAGE, [*tree.sites[VILLAGE], new_document("articles/new", TODAY - timedelta(20))])
    tree.index()

    after = inodes(tree.folder / "state" / "divisions")
    changed = {name.split("/")[0] for name in after if after[name] != before.get(name)}
    assert changed == {VILLAGE}


def test_an_edit_rewrites_only_the_leaves_of_its_terms(tree: Tree) -> None:
    many = [replace(one, body=words_of(number)) for number, one in enumerate(numbered(400))]
    tree.put(VILLAGE, many)
    tree.index()
    leaves = [name for name in content_of(tree.folder / "index") if name.startswith("base/t/")]

    many[399] = replace(many[399], body="珠穆朗玛峰")
    tree.put(VILLAGE, many)
    written = tree.index()

    assert 0 < sum(name.startswith("base/t/") for name in written.written) < len(leaves) / 2


def words_of(number: int) -> str:
    """Return a body with other characters than its neighbours'."""
    return "".join(chr(0x4E00 + number * 50 + place) for place in range(200))


def test_what_is_kept_of_a_division_goes_with_it(tree: Tree) -> None:
    tree.put(OTHER, numbered(3, body="独一无二的正文"))
    tree.index()

    del tree.sites[OTHER]
    tree.index()

    kept = content_of(tree.folder / "state")
    assert [name for name, data in kept.items() if "独一".encode() in data] == []
    assert not any(OTHER in name for name in kept)


def test_the_city_uses_what_was_joined_for_its_county(tree: Tree) -> None:
    tree.index()
    before = inodes(tree.folder / "state" / "batches")

    tree.index(place="city", code="9901")
    tree.index(place="clean", state="nothing kept", code="9901")

    after = inodes(tree.folder / "state" / "batches")
    assert {name: after[name] for name in before} == before
    assert content_of(tree.folder / "city") == content_of(tree.folder / "clean")


def inodes(folder: Path) -> dict[str, int]:
    """Return the number of every file: what is written anew has another."""
    return {path.relative_to(folder).as_posix(): path.stat().st_ino for path in files_below(folder)}
