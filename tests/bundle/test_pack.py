"""A pack is opened with limits, and only for the part of the site it was made for."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from disclosure.bundle.canonical import hash_of
from disclosure.bundle.frame import WINDOW, unpack_frame
from disclosure.bundle.making.compress import compress
from disclosure.bundle.manifest import Line, write_manifest
from disclosure.bundle.pack import ALONE, open_pack, read_contents, require_whole, write_files
from disclosure.bundle.parts import Part
from disclosure.bundle.release import Weight
from disclosure.bundle.tar import LARGEST, Member, write_tar
from disclosure.bundle.version import Pack
from disclosure.problem import DisclosureError

PAGES = [
    Member(f"990101/articles/{number:02}.html", f"<p>第{number}篇</p>".encode() * 50)
    for number in range(20)
]
TAR = write_tar(PAGES)
DATA = compress(TAR)
PACK = Pack(hash_of(TAR), len(TAR))
WEIGHT = Weight(PACK.tar, len(DATA), hash_of(DATA))


def check_contents_refused(*members: Member) -> None:
    with pytest.raises(DisclosureError, match="refused"):
        read_contents(write_tar(members), "990101", Part.PAGES, "packs/x")


def test_a_pack_comes_out_as_it_was_packed() -> None:
    require_whole(DATA, WEIGHT)

    contents = read_contents(open_pack(DATA, PACK), "990101", Part.PAGES, PACK.file)

    assert [(path, bytes(data)) for path, data in contents.files] == PAGES


@given(st.integers(0, len(DATA) - 1), st.integers(1, 255))
def test_one_byte_changed_anywhere_is_refused(place: int, change: int) -> None:
    damaged = bytearray(DATA)
    damaged[place] ^= change

    with pytest.raises(DisclosureError):
        require_whole(bytes(damaged), WEIGHT)
    with suppress(DisclosureError):  # without the weight a change may pass that changes nothing
        assert open_pack(bytes(damaged), PACK) == TAR


@pytest.mark.parametrize("data", [b"", DATA[:-1], DATA + b"\0", DATA + DATA, b"PK\3\4" * 9])
def test_a_pack_cut_short_or_gone_on_is_refused(data: bytes) -> None:
    with pytest.raises(DisclosureError):
        open_pack(data, PACK)


def test_another_archive_than_the_one_signed_is_refused() -> None:
    other = write_tar([*PAGES[:-1], Member(PAGES[-1].path, PAGES[-1].data[::-1])])

    with pytest.raises(DisclosureError):
        open_pack(compress(other), Pack(PACK.tar, len(other)))


def test_a_thousandfold_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zstandard.ZstdCompressor(level=19).compress(bytes(LARGEST))

    with pytest.raises(DisclosureError):
        unpack_frame(bomb, LARGEST, "packs/x")
    with pytest.raises(DisclosureError):
        unpack_frame(bomb, 1000, "packs/x")


def test_a_frame_of_unknown_length_is_refused() -> None:
    stream = zstandard.ZstdCompressor(level=1, write_content_size=False).compress(TAR)

    with pytest.raises(DisclosureError):
        unpack_frame(stream, len(TAR), "packs/x")


@pytest.mark.parametrize("power", [26, 27, 31, 33, 41])
def test_a_frame_that_wants_more_memory_than_readers_give_is_refused(power: int) -> None:
    window = bytes([(power - 10) << 3])  # exponent, in the byte that follows the first
    empty_block = b"\1\0\0"
    frame = b"\x28\xb5\x2f\xfd" + b"\x80" + window + len(TAR).to_bytes(4, "little")

    assert 1 << power > WINDOW
    with pytest.raises(DisclosureError):
        unpack_frame(frame + empty_block, len(TAR), "packs/x")


@pytest.mark.parametrize(
    "path",
    [
        "../evil.html",
        "/etc/evil.html",
        "990101/../990102/index.html",
        "990102/index.html",
        "990101/api/v1/site.json",
        "theme/js/view.js",
        "990101/con.html",
        "990101/aux/x.html",
        "990101/a b.html",
        "990101/x.",
        "990101/.htaccess",
        "990101/" + "a" * 60 + "/" + "b" * 60,
    ],
)
def test_a_name_that_is_unfit_or_of_another_site_is_refused(path: str) -> None:
    check_contents_refused(Member(path, b"x"))


def test_names_alike_but_for_case_are_refused() -> None:
    check_contents_refused(Member("990101/A.html", b"x"), Member("990101/a.html", b"y"))


def test_a_file_carried_alone_is_named_and_held_to_the_same_rules() -> None:
    line = Line("990101/files/plan.pdf", 70_000, "0" * 64)
    listed = Member(ALONE, write_manifest([line]))

    contents = read_contents(write_tar([listed, *PAGES]), "990101", Part.PAGES, "packs/x")

    assert contents.alone == (line,)
    assert line in contents.lines
    check_contents_refused(Member(ALONE, write_manifest([line._replace(path="990102/x.pdf")])))


def test_files_are_written_where_none_of_them_is(tmp_path: Path) -> None:
    contents = read_contents(TAR, "990101", Part.PAGES, "packs/x")

    write_files(contents, tmp_path)

    assert (tmp_path / PAGES[3].path).read_bytes() == PAGES[3].data
    with pytest.raises(FileExistsError):
        write_files(contents, tmp_path)
