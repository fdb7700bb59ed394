"""One zstd frame, opened with limits: what it claims is looked at before any of it is unpacked."""

from __future__ import annotations

import zstandard

from disclosure.bundle.refused import refusal
from disclosure.bundle.tar import LARGEST

WINDOW = 2 * LARGEST  # bytes a reader must be able to hold: the old archive and the new one
RATIO = 1000  # times its size that a frame may unpack to; pages come to some 10 or 20


def unpack_frame(data: bytes, size: int, name: str, before: bytes = b"") -> bytes:
    """Return what a frame holds, which is to be of some size; refuse it else.

    `before` is what it was made against, b"" = nothing.
    """
    try:
        about = zstandard.get_frame_parameters(data)
        claimed, window = about.content_size, about.window_size
        is_usual = claimed == size <= LARGEST and window <= WINDOW and not about.dict_id
    except zstandard.ZstdError:
        is_usual = False
    if not is_usual or (not before and size > RATIO * len(data)):
        raise refusal(name, "压缩包的大小与记录不符，或者解压后过大", "its size is not as recorded")
    against = raw_dictionary(before) if before else None
    try:
        opener = zstandard.ZstdDecompressor(against, max_window_size=WINDOW)
        found = opener.decompress(data, allow_extra_data=False)
    except zstandard.ZstdError:
        found = b""
    if len(found) != size:
        raise refusal(name, "压缩包已损坏", "it is damaged")
    return found


def raw_dictionary(data: bytes) -> zstandard.ZstdCompressionDict:
    """Return bytes as something a frame may be made against."""
    return zstandard.ZstdCompressionDict(data, zstandard.DICT_TYPE_RAWCONTENT)
