"""There is one archive of some files, and every other one is refused."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.bundle.names import unfit
from disclosure.bundle.tar import MOST, Member, header, read_tar, write_tar
from disclosure.problem import DisclosureError

NAMES = st.from_regex(r"[a-z0-9]{1,50}(/[a-z0-9-]{1,50}){0,3}\.html", fullmatch=True)
FILES = st.dictionaries(NAMES.filter(lambda name: unfit(name) is None), st.binary(max_size=1500))
Alter = Callable[[tarfile.TarInfo], None]


def archive_of(files: dict[str, bytes]) -> bytes:
    return write_tar(Member(name, files[name]) for name in sorted(files))


def foreign(*names: str, alter: Alter = lambda _info: None) -> bytes:
    """Return an archive as Python writes it, each file made odd by a function."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name in names:
            info = tarfile.TarInfo(name)
            info.size = 3
            alter(info)
            archive.addfile(info, io.BytesIO(b"abc") if info.size else None)
    return target.getvalue()


def check_refused(tar: bytes) -> None:
    with pytest.raises(DisclosureError) as caught:
        list(read_tar(tar, "packs/x"))
    assert [problem.code for problem in caught.value.problems] == ["bundle-refused"]


@given(FILES)
def test_what_was_packed_comes_out(files: dict[str, bytes]) -> None:
    found = {path: bytes(data) for path, data in read_tar(archive_of(files), "x")}

    assert found == files


@given(FILES)
def test_other_programs_read_it(files: dict[str, bytes]) -> None:
    with tarfile.open(fileobj=io.BytesIO(archive_of(files))) as archive:
        members = archive.getmembers()

    assert [member.name for member in members] == sorted(files)
    assert {member.size for member in members} == {len(data) for data in files.values()}


@given(FILES.filter(bool), st.data())
def test_one_byte_of_a_header_changed_is_refused_or_names_another_file(
    files: dict[str, bytes], data: st.DataObject
) -> None:
    tar = bytearray(archive_of(files))
    place = data.draw(st.integers(0, 511))
    tar[place] ^= data.draw(st.integers(1, 255))

    check_refused(bytes(tar))


def test_a_long_path_is_cut_where_old_readers_expect_it() -> None:
    path = "990101100201/" + "a" * 20 + "/" + "b" * 80

    block = header(path, 1)

    assert block[:100].rstrip(b"\0") == b"b" * 80
    assert block[345:].rstrip(b"\0") == b"990101100201/" + b"a" * 20


def test_files_out_of_order_and_files_twice_are_refused() -> None:
    check_refused(write_tar([Member("b", b""), Member("a", b"")]))
    check_refused(write_tar([Member("a", b""), Member("a", b"")]))


def test_what_is_cut_off_or_goes_on_is_refused() -> None:
    tar = archive_of({"a": b"x" * 600})

    check_refused(tar[:-512])
    check_refused(tar + bytes(512))
    check_refused(tar[:700])
    check_refused(b"")


def test_more_files_than_a_pack_may_have_are_refused() -> None:
    check_refused(write_tar(Member(f"{number:06}", b"") for number in range(65_536)))
    assert MOST < 65_536


def to_link(info: tarfile.TarInfo) -> None:
    info.type, info.linkname, info.size = tarfile.SYMTYPE, "/etc/passwd", 0


def to_hard_link(info: tarfile.TarInfo) -> None:
    info.type, info.linkname, info.size = tarfile.LNKTYPE, "a", 0


def to_device(info: tarfile.TarInfo) -> None:
    info.type, info.size = tarfile.CHRTYPE, 0


def to_folder(info: tarfile.TarInfo) -> None:
    info.type, info.size = tarfile.DIRTYPE, 0


def to_pipe(info: tarfile.TarInfo) -> None:
    info.type, info.size = tarfile.FIFOTYPE, 0


def to_setuid(info: tarfile.TarInfo) -> None:
    info.mode = 0o4755


def to_owned(info: tarfile.TarInfo) -> None:
    info.uid = 1000


def to_dated(info: tarfile.TarInfo) -> None:
    info.mtime = 1_700_000_000


@pytest.mark.parametrize(
    "alter",
    [to_link, to_hard_link, to_device, to_folder, to_pipe, to_setuid, to_owned, to_dated],
)
def test_anything_but_plain_files_is_refused(alter: Alter) -> None:
    check_refused(foreign("990101/index.html", alter=alter))
