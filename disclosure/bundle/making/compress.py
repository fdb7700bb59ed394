"""Makes the frames that readers open: as small as zstd can, within the memory they allow."""

from __future__ import annotations

import zstandard

from disclosure.bundle.frame import raw_dictionary

LEVEL = 19
FEW_LEVEL = 12  # of deltas that few fetch: several times as large, in a ninth of the time
SHARED_LEVEL = 22  # of what many fetch: packed a few times in more than twice the time, smaller
LEAST_WINDOW = 10  # binary logarithm


def compress(data: bytes, level: int = LEVEL) -> bytes:
    """Return an archive as one frame."""
    wanted = parameters(len(data), level)
    return zstandard.ZstdCompressor(compression_params=wanted).compress(data)


def compress_against(data: bytes, before: bytes, level: int = LEVEL) -> bytes:
    """Return an archive as one frame that only who has the one before can open."""
    wanted = parameters(len(data) + len(before), level, enable_ldm=True)
    against = raw_dictionary(before)
    return zstandard.ZstdCompressor(dict_data=against, compression_params=wanted).compress(data)


def parameters(
    size: int, level: int, *, enable_ldm: bool = False
) -> zstandard.ZstdCompressionParameters:
    """Return what zstd is told: a window over all of it, its length in the head, one thread."""
    window = max(LEAST_WINDOW, (size - 1).bit_length())
    return zstandard.ZstdCompressionParameters.from_level(
        level, source_size=size, window_log=window, enable_ldm=enable_ldm, write_checksum=False
    )
