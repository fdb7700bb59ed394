"""What changed between two archives: a zstd frame made against the old one."""

from __future__ import annotations

from disclosure.bundle.frame import unpack_frame
from disclosure.bundle.pack import held_to
from disclosure.bundle.version import Pack

SHORT = 16  # digits of the old archive's hash in the name; what comes out is held to the whole one


def delta_file(old: str, new: str) -> str:
    """Return where the delta between the archives of two hashes lies in a bundle, if there is one.

    So nobody needs a list: who holds an old archive asks for the file, or takes the pack.
    """
    return f"deltas/{new}/{old[:SHORT]}.zst"


def apply_delta(data: bytes, old: bytes, pack: Pack) -> bytes:
    """Return the archive of a pack, made of an old one; refuse a delta that comes to another."""
    name = delta_file("", pack.tar)
    return held_to(unpack_frame(data, pack.size, name, old), pack)
