"""What is known of a site that stands: what it was made of, and which folder it is."""

from __future__ import annotations

import hashlib

from msgspec import Struct, json

from disclosure.division import Division
from disclosure.history import Corrections
from disclosure.kept.basis import Basis
from disclosure.kept.said import SIZE
from disclosure.sites.job import Job


class Record(Struct, frozen=True, array_like=True):
    """A site; `inputs` is the digest of what its build was given beside its content.

    `commit` is the one it names as its origin, "" where none is known.
    `stands` is what the system says of its folder: no other folder has the same said of it.
    """

    code: str
    inputs: str
    basis: Basis
    stands: str
    pages: int
    commit: str = ""


RECORD = json.Decoder(Record)


def write_record(record: Record) -> bytes:
    """Return a record as one line."""
    return json.encode(record)


def read_record(line: bytes) -> Record:
    """Return the record of a line."""
    return RECORD.decode(line)


def inputs_of(job: Job) -> str:
    """Return the digest of what others tell of a division, and of its corrections."""
    around = job.around
    shown = (around.total, around.children, around.news, around.from_below, around.from_above)
    found = hashlib.blake2b(repr((shown, job.corrections)).encode(), digest_size=SIZE)
    for one in around.gathered:
        found.update(f"{one.division}\n{one.table}\n{len(one.lines)}\n{one.lines}".encode())
    return found.hexdigest()


def commit_of(corrections: Corrections, division: Division) -> str:
    """Return the newest commit of a division's content, "" where none is known."""
    last = corrections.last_by_folder.get(division.folder)
    return last.id if last else ""


def digest_corrections(corrections: Corrections) -> str:
    """Return the digest of what was corrected everywhere.

    The newest commits are no part of it: each concerns one site, which is asked for it.
    """
    found = hashlib.blake2b(str(corrections.is_known).encode(), digest_size=SIZE)
    for file, some in sorted(corrections.by_file.items()):
        found.update(repr((file, some)).encode("utf-8", "surrogateescape"))
    return found.hexdigest()
