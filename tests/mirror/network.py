"""A small publisher: sites as dictionaries of files, packed and signed into a bundle."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import zstandard

from disclosure.bundle.canonical import hash_of, to_canonical
from disclosure.bundle.delta import delta_file
from disclosure.bundle.frame import raw_dictionary
from disclosure.bundle.manifest import Line
from disclosure.bundle.pack import ALONE, blob_file
from disclosure.bundle.parts import Part, part_of
from disclosure.bundle.tar import Member, write_tar
from disclosure.bundle.version import Pack
from disclosure.trust.keys import KeyFolder, Keys
from disclosure.trust.pledge import Archive, Pledge, chained
from disclosure.trust.repository import Repository
from disclosure.trust.roles import QUORUMS, history_file

CITY, COUNTY, TOWNSHIP, VILLAGE = "9901", "990121", "990121100", "990121100201"
SITES = ("common", CITY, COUNTY, TOWNSHIP, VILLAGE)
DAY = date(2026, 11, 22)
Files = Mapping[str, bytes]


def make_keys(folder: Path) -> Keys:
    """Make the keys of a network."""
    keys = KeyFolder(folder, "一句很长的话")
    folder.mkdir(parents=True)
    for role, quorum in QUORUMS.items():
        for _ in range(quorum.keys):
            keys.make(role)
    for office in (CITY, COUNTY):
        keys.make(office)
    return Keys((keys,))


class Publisher:
    """Packs and signs; `files` are those of all sites by path, as they stand now."""

    def __init__(self, folder: Path, keys: Keys, day: date = DAY) -> None:
        self.folder, self.day = folder, day
        self.repository = Repository(folder / "metadata", CITY, keys)
        self.tars: dict[tuple[str, str], bytes] = {}
        folder.mkdir()
        (folder / "BUNDLE.json").write_text("{}\n")
        self.repository.create(SITES, day)

    def write(self, name: str, data: bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def publish(
        self,
        files: Files,
        alone: Files | None = None,
        day: date | None = None,
        *,
        withdrawn: bool = False,
    ) -> None:
        """Publish what changed; `alone` are files carried beside packs."""
        day = day or self.day
        before = self.repository.pledges()
        pledges = []
        for code in sorted({part_of(path)[0] for path in files}):
            parts = {
                part: (self.pack(code, part, files, alone or {}),)
                for part in sorted({part_of(path)[1].value for path in files
                                    if part_of(path)[0] == code})
            }  # fmt: skip
            old = before.get(code)
            pledge = Pledge(code, old.version + 1 if old else 1, day, "0" * 64, 0, parts)
            if old and old.state == pledge.state:
                continue
            chain = chained(old.chain if old else "", pledge.state)
            oldest = pledge.version if withdrawn else (old.oldest if old else 0)
            pledges.append(Pledge(code, pledge.version, day, chain, oldest, parts))
            history = self.folder / history_file(code)
            listed = history.read_text() if history.exists() else ""
            self.write(history_file(code), f"{listed}{pledge.state}\n".encode())
        self.repository.publish(pledges, (), day)

    def pack(self, code: str, part: str, files: Files, alone: Files) -> Archive:
        """Pack one part."""
        mine = [path for path in sorted(files) if part_of(path) == (code, Part(part))]
        lines = [
            Line(path, len(data), hash_of(data))
            for path, data in sorted(alone.items())
            if part_of(path) == (code, Part(part))
        ]
        members = [Member(path, files[path]) for path in mine]
        if lines:
            listed = b"".join(to_canonical(line._asdict()) for line in lines)
            members.insert(0, Member(ALONE, listed))
        for line in lines:
            self.write(blob_file(line.sha256), alone[line.path])
        tar = write_tar(members)
        packed = zstandard.ZstdCompressor(3).compress(tar)
        self.write(Pack(hash_of(tar), len(tar)).file, packed)
        old = self.tars.get((code, part))
        if old and old != tar:
            against = zstandard.ZstdCompressor(3, dict_data=raw_dictionary(old))
            self.write(delta_file(hash_of(old), hash_of(tar)), against.compress(tar))
        self.tars[code, part] = tar
        return Archive(hash_of(tar), len(tar), len(packed))
