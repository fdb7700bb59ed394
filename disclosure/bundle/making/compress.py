"""Makes the frames that readers open: as small as zstd can, within the memory they allow."""

from __future__ import annotations

import zstandard

from disclosure.bundle.frame import raw_dictionary

LEVEL = 19
FEW_LEVEL = 12  # of what few fetch: a twentieth larger, tables a fifth, in a seventh of the time
DELTA_LEVEL = 12  # a third larger than at 19, in a fifteenth of the time
SHARED_LEVEL = 22  # of what many fetch: packed a few times in more than twice the time, smaller
LEAST_WINDOW = 10  # binary logarithm


def compress(data: bytes, level: int = LEVEL) -> bytes:
    """Return an archive as one frame."""
    return zstandard.ZstdCompressor(compression_params=parameters(len(data), level)).compress(data)


def compress_against(data: bytes, before: bytes) -> bytes:
    """Return an archive as one frame that only who has the one before can open.

    There is a place to remember every byte of it. Without long distance matching: at this level
    that breaks up what the window would find whole.
    """
    wanted = parameters(len(data) + len(before), DELTA_LEVEL, hash_log=log_of(len(before)))
    against = raw_dictionary(before)
    return zstandard.ZstdCompressor(dict_data=against, compression_params=wanted).compress(data)


def parameters(size: int, level: int, **further: int) -> zstandard.ZstdCompressionParameters:
    """Return what zstd is told: a window over all of it, its length in the head, one thread."""
    return zstandard.ZstdCompressionParameters.from_level(
        level, source_size=size, window_log=log_of(size), write_checksum=False, **further
    )


def log_of(size: int) -> int:
    """Return the binary logarithm of a window over so many bytes."""
    return max(LEAST_WINDOW, (size - 1).bit_length())
