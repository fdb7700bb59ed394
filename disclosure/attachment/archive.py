"""Reads the members of a zip without trusting it: bounded in number, size and ratio."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

MAX_MEMBERS = 5_000
MAX_MEMBER = 60_000_000  # bytes of one member, unpacked
MAX_TOTAL = 200_000_000  # bytes of all members, unpacked
MAX_RATIO = 300  # unpacked to packed; honest office files stay far below
SMALL = 1_000_000  # a member this small is harmless at any ratio
CHUNK = 1 << 20

BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,  # a compression method we do not have
    RuntimeError,  # an encrypted member
    EOFError,
    OSError,
    ValueError,
)


class UnreadableError(Exception):
    """An attachment that cannot be examined; says why, in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en


class Archive:
    """A zip whose members are read one at a time, all under one limit."""

    def __init__(self, data: bytes) -> None:
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN as error:
            raise broken(error) from None
        self.read_so_far = 0
        members = self.zip.infolist()
        if len(members) > MAX_MEMBERS:
            raise too_big()
        if any(member.flag_bits & 1 for member in members):
            raise UnreadableError("文件加了密", "it is encrypted")
        for member in members:
            is_dense = member.file_size > MAX_RATIO * max(member.compress_size, 1)
            if member.file_size > MAX_MEMBER or (is_dense and member.file_size > SMALL):
                raise too_big()
        if sum(member.file_size for member in members) > MAX_TOTAL:
            raise too_big()
        self.names = frozenset(member.filename for member in members)

    def read(self, name: str) -> bytes:
        """Return a member, never more than the limits allow whatever its header says."""
        found = bytearray()
        try:
            with self.zip.open(name) as member:
                while chunk := member.read(CHUNK):
                    found += chunk
                    self.read_so_far += len(chunk)
                    if len(found) > MAX_MEMBER or self.read_so_far > MAX_TOTAL:
                        raise too_big()
        except KeyError:
            raise UnreadableError(f"缺少 {name}", f"it lacks {name}") from None
        except BROKEN as error:
            raise broken(error) from None
        except Exception as error:  # zlib, lzma and bz2 each have an error of their own
            if isinstance(error, UnreadableError):
                raise
            raise broken(error) from None
        return bytes(found)

    def matching(self, prefix: str, suffix: str) -> Iterator[str]:
        """Yield the names of members that begin and end so, in order."""
        yield from sorted(
            name for name in self.names if name.startswith(prefix) and name.endswith(suffix)
        )


def broken(error: Exception) -> UnreadableError:
    """Return the error of a zip that does not open."""
    if isinstance(error, RuntimeError) and "encrypted" in str(error):
        return UnreadableError("文件加了密", "it is encrypted")
    return UnreadableError("文件已损坏", "it is broken")


def too_big() -> UnreadableError:
    """Return the error of a zip that unpacks to too much."""
    return UnreadableError("解压后过大，疑似压缩炸弹", "it unpacks to too much")
