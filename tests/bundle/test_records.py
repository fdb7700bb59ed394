"""Records have one form; every other one is refused."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.bundle.canonical import from_canonical, to_canonical
from disclosure.bundle.manifest import Line, read_manifest, write_manifest
from disclosure.bundle.parts import Part
from disclosure.bundle.release import (
    Current,
    Delta,
    Earlier,
    Head,
    Weight,
    read_head,
    read_lines,
    write_head,
    write_lines,
)
from disclosure.bundle.version import Pack, Packed, Version, read_version, write_version
from disclosure.problem import DisclosureError

ONE, TWO = "1" * 64, "2" * 64
VERSION = Version("990101", {Part.PAGES: Packed(ONE, 3, 900, (Pack(TWO, 4096), Pack(ONE, 9, "x")))})
HEAD = Head(2, "c1", "2026-11-22", "https://x", ONE, TWO)
LINE = Current(
    "990101", 3, ONE, "2026-11-22", (Earlier(2, TWO, "2026-11-20"),), (Weight(TWO, 9, ONE),),
    (Delta(ONE, TWO, 5, TWO),), {Part.SEARCH: 3}, ("articles/road",),
)  # fmt: skip
MANIFEST = [Line("990101/a.html", 3, ONE), Line("990101/b.html", 0, TWO)]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def read_all_lines(data: bytes, name: str) -> object:
    return list(read_manifest(data, name))


@given(JSON)
def test_every_value_has_one_form(value: object) -> None:
    assert from_canonical(to_canonical(value), "x") == value


def test_records_are_read_as_they_were_written() -> None:
    assert read_version(write_version(VERSION), "x") == VERSION
    assert read_head(write_head(HEAD), "x") == HEAD
    assert read_lines(write_lines([LINE]), "x") == (LINE,)
    assert list(read_manifest(write_manifest(MANIFEST[::-1]), "x")) == MANIFEST


RECORDS: list[tuple[bytes, Callable[[bytes, str], object]]] = [
    (write_version(VERSION), read_version),
    (write_head(HEAD), read_head),
    (write_lines([LINE]), read_lines),
    (write_manifest(MANIFEST), read_all_lines),
]


@pytest.mark.parametrize(("data", "read"), RECORDS)
def test_another_form_of_the_same_is_refused(
    data: bytes, read: Callable[[bytes, str], object]
) -> None:
    spaced = json.dumps(json.loads(data.splitlines()[0])).encode() + b"\n"

    for other in (spaced, data[:-1], data + b" \n", b"[]\n", b"{}\n", b"\xff\n", b"[" * 9999):
        with pytest.raises(DisclosureError) as caught:
            read(other, "x")
        assert caught.value.problems[0].code == "bundle-refused"


@pytest.mark.parametrize(("data", "read"), RECORDS)
@given(choice=st.data())
def test_a_value_of_another_kind_is_refused(
    data: bytes, read: Callable[[bytes, str], object], choice: st.DataObject
) -> None:
    value = json.loads(data.splitlines()[0])
    texts = {"commit", "address", "forgotten"}  # of which any will do
    key = choice.draw(st.sampled_from(sorted(set(value) - texts)))
    value[key] = choice.draw(st.sampled_from([None, -1, 1.5, ["x"], {"x": 1}, "\0"]))

    with pytest.raises(DisclosureError, match="refused"):
        read(to_canonical(value), "x")


def test_manifests_out_of_order_and_files_too_large_are_refused() -> None:
    lines = [to_canonical(line._asdict()) for line in MANIFEST]

    for data in (b"".join(lines[::-1]), lines[0] * 2, write_manifest([Line("a", 2 << 30, ONE)])):
        with pytest.raises(DisclosureError):
            list(read_manifest(data, "x"))
