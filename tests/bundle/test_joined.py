"""Deltas that travel together come out as they went in, or are refused."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.bundle.delta import apply_delta, delta_file
from disclosure.bundle.joined import Piece, read_joined, state_of, write_joined
from disclosure.bundle.making import cut
from disclosure.bundle.making.deltas import pairs_of
from disclosure.bundle.making.folder import BundleFolder
from disclosure.bundle.making.forgetting import load_version
from disclosure.bundle.making.releasing import newest
from disclosure.bundle.pack import open_pack
from disclosure.bundle.parts import Part
from disclosure.bundle.version import Pack
from disclosure.problem import DisclosureError
from tests.bundle.sites import DAY, VILLAGE, bundle, page, write_files, write_output

PLACES = st.integers(0, 99)
PIECES = st.lists(st.builds(Piece, PLACES, PLACES, st.binary(max_size=99)), max_size=9)


@given(PIECES)
def test_pieces_come_out_as_they_went_in(pieces: list[Piece]) -> None:
    assert list(read_joined(write_joined(pieces), "x")) == pieces


@given(PIECES, st.data())
def test_file_that_was_cut_or_altered_is_refused_or_has_pieces(
    pieces: list[Piece], data: st.DataObject
) -> None:
    whole = write_joined(pieces)
    place = data.draw(st.integers(0, len(whole) - 1))

    with pytest.raises(DisclosureError):
        list(read_joined(whole[:place], "x"))
    with suppress(DisclosureError):
        altered = bytes([*whole[:place], whole[place] ^ 1, *whole[place + 1 :]])
        assert all(isinstance(piece.delta, bytes) for piece in read_joined(altered, "x"))


@pytest.mark.parametrize(
    "line",
    [
        "{}",
        "[1]",
        "[[0,0]]",
        "[[0,0,-1]]",
        "[[0,0,true]]",
        "[[0,0,1]]",
        "[[-1,0,0]]",
        "[[0,0,1e9]]",
    ],
)
def test_line_in_another_form_is_refused(line: str) -> None:
    with pytest.raises(DisclosureError):
        list(read_joined(f"{line}\n".encode(), "x"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BundleFolder:
    """A bundle of sites of several packs each, two of which a new article has changed."""
    monkeypatch.setattr(cut, "LEAST", 20_000)
    monkeypatch.setattr(cut, "OFTEN", 1)
    articles = {
        f"{VILLAGE}/articles/{number:02}.html": page(f"第{number}篇") for number in range(40)
    }
    output = write_output(tmp_path / "out", articles)
    bundle(output, tmp_path / "b")
    changed = {f"{VILLAGE}/articles/03.html": page("改了"), f"{VILLAGE}/index.html": page("多一篇")}
    write_files(output, changed)
    bundle(output, tmp_path / "b", day=DAY + timedelta(1))
    return BundleFolder(tmp_path / "b")


def test_pack_whose_border_moved_is_patched_from_the_one_at_its_place() -> None:
    old = [Pack("a", 1), Pack("b", 1, "m"), Pack("c", 1, "t")]
    new = [Pack("A", 1), Pack("B", 1, "n"), Pack("c", 1, "t"), Pack("D", 1, "x")]

    assert list(pairs_of(old, new)) == [(0, 0), (1, 1)]


def test_pack_that_another_was_put_before_is_patched_from_its_own_beginning() -> None:
    old = [Pack("a", 1), Pack("b", 1, "m")]
    new = [Pack("a", 1), Pack("X", 1, "g"), Pack("B", 1, "m")]

    assert list(pairs_of(old, new)) == [(1, 1), (1, 2)]


def packs_of(folder: BundleFolder) -> tuple[tuple[Pack, ...], tuple[Pack, ...]]:
    """Return the packs of the village's pages, before and now."""
    line = newest(folder).lines[VILLAGE]
    names = (line.earlier[0].version, line.version)
    old, new = (load_version(folder, name).parts[Part.PAGES].packs for name in names)
    return old, new


def test_a_site_of_several_packs_is_patched_by_one_file(folder: BundleFolder) -> None:
    old, new = packs_of(folder)
    name = delta_file(*(state_of(pack.tar for pack in packs) for packs in (old, new)))

    pieces = list(read_joined(folder.read(name), name))

    assert len(pieces) == 2
    assert {piece.new for piece in pieces} == {
        place for place, pack in enumerate(new) if pack not in old
    }
    for piece in pieces:
        before = open_pack(folder.read(old[piece.old].file), old[piece.old])
        apply_delta(piece.delta, before, new[piece.new])


def test_its_file_goes_when_its_start_does(folder: BundleFolder, tmp_path: Path) -> None:
    old, new = packs_of(folder)
    name = delta_file(*(state_of(pack.tar for pack in packs) for packs in (old, new)))
    write_files(tmp_path / "out", {f"{VILLAGE}/index.html": page("再改")})

    bundle(tmp_path / "out", folder.root, day=DAY + timedelta(2))

    assert not folder.has(name)
    assert folder.has(
        delta_file(state_of(p.tar for p in old), state_of(p.tar for p in packs_of(folder)[1]))
    )
