"""What was patched is what was signed, or nothing."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.bundle.canonical import hash_of
from disclosure.bundle.delta import apply_delta
from disclosure.bundle.making.compress import compress_against
from disclosure.bundle.tar import LARGEST, Member, write_tar
from disclosure.bundle.version import Pack
from disclosure.problem import DisclosureError

FILES = st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.binary(max_size=3000))


def archive_of(files: dict[str, bytes]) -> bytes:
    return write_tar(Member(name, files[name]) for name in sorted(files))


def pack_of(tar: bytes) -> Pack:
    return Pack(hash_of(tar), len(tar))


@given(FILES, FILES)
def test_the_old_archive_and_the_delta_make_the_new_one(
    old: dict[str, bytes], new: dict[str, bytes]
) -> None:
    before, after = archive_of(old), archive_of(old | new)

    delta = compress_against(after, before)

    assert apply_delta(delta, before, pack_of(after)) == after


@given(st.data())
def test_a_damaged_delta_makes_the_new_archive_or_none(data: st.DataObject) -> None:
    before = archive_of({"a": b"one two three" * 99, "b": b"four" * 50})
    after = archive_of({"a": b"one two THREE" * 99, "c": b"five" * 50})
    delta = bytearray(compress_against(after, before))
    delta[data.draw(st.integers(0, len(delta) - 1))] ^= data.draw(st.integers(1, 255))

    with suppress(DisclosureError):
        assert apply_delta(bytes(delta), before, pack_of(after)) == after


def test_a_delta_against_another_archive_is_refused() -> None:
    before = archive_of({"a": bytes(range(256)) * 9})
    after = archive_of({"a": bytes(range(256)) * 9 + b"more"})
    delta = compress_against(after, before)

    with pytest.raises(DisclosureError):
        apply_delta(delta, before.replace(b"\x01\x02", b"\x09\x08"), pack_of(after))


def test_a_delta_of_a_small_change_is_small() -> None:
    pages = {f"{number:03}": b"<p>%d</p>" % number * 40 for number in range(300)}
    before, after = archive_of(pages), archive_of(pages | {"150": b"<p>new</p>" * 40})

    assert len(compress_against(after, before)) < 400


def test_a_delta_of_a_few_places_of_the_largest_archive_is_small() -> None:
    whole = random.Random(1).randbytes(LARGEST - 8192)
    before, after = (
        archive_of({"a": whole[:9_000_000], "b": whole[9_000_000:]}),
        archive_of({"a": whole[500:9_000_000], "b": whole[9_000_000:-70_000] + whole[-60_000:]}),
    )

    assert len(compress_against(after, before)) < 2000
