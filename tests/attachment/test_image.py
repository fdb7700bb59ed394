from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.attachment import read_metadata, strip_metadata
from tests.attachment.documents import exif, jpeg, png, webp

XMP = (
    b'<x:xmpmeta><rdf:Description exif:GPSLatitude="30,1N"/>'
    b"<dc:creator><rdf:li>Wang</rdf:li></dc:creator></x:xmpmeta>"
)
ICC = b"ICC_PROFILE\0\1\1profile"


def with_exif(kind: str, block: bytes) -> bytes:
    if kind == "jpeg":
        return jpeg((0xE1, b"Exif\0\0" + block), (0xE2, ICC))
    return png((b"eXIf", block)) if kind == "png" else webp((b"EXIF", block), flags=0x08)


def with_xmp(kind: str) -> bytes:
    if kind == "jpeg":
        return jpeg((0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP))
    if kind == "png":
        return png((b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP))
    return webp((b"XMP ", XMP), flags=0x04)


KINDS = ["jpeg", "png", "webp"]


@pytest.mark.parametrize("kind", KINDS)
def test_place_and_author_are_seen_and_taken_out(kind: str) -> None:
    picture = with_exif(kind, exif(gps=True, artist="wang"))

    before, after = read_metadata(picture), read_metadata(strip_metadata(picture))

    assert before.has_gps
    assert before.fields == (("Artist", "wang"),)
    assert not after.is_personal
    assert not after.is_broken


@pytest.mark.parametrize("kind", KINDS)
def test_xmp_counts_as_well(kind: str) -> None:
    picture = with_xmp(kind)

    before, after = read_metadata(picture), read_metadata(strip_metadata(picture))

    assert before.has_gps
    assert before.fields == (("dc:creator", "Wang"),)
    assert not after.is_personal


@pytest.mark.parametrize("kind", KINDS)
def test_picture_stays_the_right_way_up(kind: str) -> None:
    picture = with_exif(kind, exif(gps=True, orientation=6))

    stripped = read_metadata(strip_metadata(picture))

    assert stripped.orientation == 6
    assert not stripped.has_gps


@pytest.mark.parametrize("kind", KINDS)
def test_stripping_twice_is_stripping_once(kind: str) -> None:
    picture = strip_metadata(with_exif(kind, exif(artist="wang", orientation=3)))

    again = strip_metadata(picture)

    assert again == picture


def test_pixels_and_colours_stay_byte_for_byte() -> None:
    plain = jpeg((0xE2, ICC))

    stripped = strip_metadata(
        jpeg(
            (0xE1, b"Exif\0\0" + exif(gps=True)),
            (0xE2, ICC),
            (0xE2, b"MPF\0second picture"),
            (0xED, b"Photoshop 3.0\0"),
            (0xFE, b"comment"),
            trailer=b"\xff\xd8 another picture behind the end",
        )
    )

    assert stripped == plain


def test_texts_of_a_png_and_what_follows_its_end_go() -> None:
    picture = png((b"tEXt", b"Author\0wang"), (b"tIME", b"\0" * 7), trailer=b"more")

    stripped = strip_metadata(picture)

    assert read_metadata(picture).fields == (("Author", "wang"),)
    assert stripped == png()


def test_flags_of_a_webp_say_what_is_left() -> None:
    picture = webp((b"EXIF", exif(gps=True)), (b"XMP ", XMP), flags=0x0C)

    stripped = strip_metadata(picture)

    assert stripped == webp()


@pytest.mark.parametrize("picture", [jpeg(), png(), webp(), png((b"tEXt", b"Software\0any"))])
def test_picture_that_tells_nothing_is_clean(picture: bytes) -> None:
    metadata = read_metadata(picture)

    assert not metadata.is_personal
    assert not metadata.is_broken


def test_orientation_alone_is_nothing_personal() -> None:
    assert not read_metadata(jpeg((0xE1, b"Exif\0\0" + exif(orientation=8)))).is_personal


@pytest.mark.parametrize("picture", [jpeg(), png(), webp()])
def test_torn_picture_is_broken_and_left_alone(picture: bytes) -> None:
    torn = picture[: len(picture) - 5]

    assert read_metadata(torn).is_broken
    assert strip_metadata(torn) == torn


@given(
    st.binary(max_size=300), st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF", b""])
)
def test_no_bytes_bring_it_down(data: bytes, beginning: bytes) -> None:
    picture = beginning + data

    read_metadata(picture)

    assert isinstance(strip_metadata(picture), bytes)


@given(st.binary(max_size=200))
def test_no_exif_block_brings_it_down(block: bytes) -> None:
    picture = jpeg((0xE1, b"Exif\0\0II*\0\x08\0\0\0" + block))

    assert not read_metadata(strip_metadata(picture)).is_personal
