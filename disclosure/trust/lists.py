"""The signed lists in a folder: read where our keys have signed them, signed where keys suffice."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple, TypeVar

from msgspec import Struct
from tuf.api.exceptions import RepositoryError, StorageError
from tuf.api.metadata import Key, Metadata, Root, Signed, Snapshot, Targets, Timestamp
from tuf.api.serialization import DeserializationError
from tuf.api.serialization.json import JSONSerializer

from disclosure.problem import Code, DisclosureError
from disclosure.trust.keys import Keys
from disclosure.trust.roles import (
    ROOT,
    SNAPSHOT,
    TARGETS,
    TIMESTAMP,
    above,
    office_of,
    quorum_of,
)
from disclosure.whole import write_whole

Kind = TypeVar("Kind", Root, Timestamp, Snapshot, Targets)
COMPACT = JSONSerializer(compact=True)

KEYS_MISSING = Code(
    "keys-missing",
    zh="{value} 的清单要 {threshold} 把密钥签名，这里只有 {count} 把",
    en="the list of {value} takes the signatures of {threshold} keys; {count} are here",
    hint_zh="请把密钥文件夹都写上（--keys 可重复）；由几个人保管的，几个人都要到场",
    hint_en="name all folders of keys (--keys may be repeated); all their holders must be there",
)
LIST_NOT_OURS = Code(
    "list-not-ours",
    zh="清单 {file} 不是用登记的密钥签的，或者已经损坏，没有在它上面续签",
    en="the list {file} was not signed with the registered keys, or is damaged; it was not renewed",
    hint_zh="请从备份中恢复 metadata 文件夹，并查明是谁改动的",
    hint_en="restore the folder metadata from a backup, and find out who changed it",
)


class State(NamedTuple):
    """All lists that hold at one time; those of sites by role."""

    root: Root
    stamp: Timestamp
    snapshot: Snapshot
    lists: dict[str, Targets]


class ListFolder(Struct, frozen=True):
    """The folder of the lists, and the keys at hand."""

    folder: Path
    keys: Keys

    def read_all(self) -> State:
        """Return all that holds now; nothing is taken that our keys have not signed."""
        root = self.root()
        stamp = self.read(TIMESTAMP, Timestamp, 0, root)
        snapshot = self.read(SNAPSHOT, Snapshot, stamp.snapshot_meta.version, root)
        versions = {name.removesuffix(".json"): one.version for name, one in snapshot.meta.items()}
        lists: dict[str, Targets] = {}
        for role in sorted(versions, key=rank):
            lists[role] = self.read(role, Targets, versions[role], giver_of(role, lists, root))
        return State(root, stamp, snapshot, lists)

    def root(self) -> Root:
        """Return the newest root."""
        names = (path.name for path in self.folder.glob(f"*.{ROOT}.json"))
        version = max((int(name.partition(".")[0]) for name in names), default=1)
        return self.read(ROOT, Root, version, self.load(ROOT, Root, version).signed)

    def read(self, role: str, kind: type[Kind], version: int, giver: Root | Targets) -> Kind:
        """Return one list, if by what its giver says the signatures are right."""
        metadata = self.load(role, kind, version)
        try:
            giver.verify_delegate(role, metadata.signed_bytes, metadata.signatures)
        except (RepositoryError, ValueError) as error:
            raise self.not_ours(role, version) from error
        return metadata.signed

    def load(self, role: str, kind: type[Kind], version: int) -> Metadata[Kind]:
        """Return one list as it lies there."""
        try:
            metadata: Metadata[Kind] = Metadata.from_file(str(self.file_of(role, version)))
        except (DeserializationError, StorageError) as error:
            raise self.not_ours(role, version) from error
        if not isinstance(metadata.signed, kind) or version not in {0, metadata.signed.version}:
            raise self.not_ours(role, version)
        return metadata

    def file_of(self, role: str, version: int) -> Path:
        """Return where a version of a list lies; `timestamp.json` alone has no number."""
        return self.folder / (f"{version}.{role}.json" if role != TIMESTAMP else f"{role}.json")

    def not_ours(self, role: str, version: int) -> DisclosureError:
        """Return the refusal of a list."""
        return DisclosureError(LIST_NOT_OURS.at(self.file_of(role, version).as_posix()))

    def renew(self, role: str, signed: Kind, day: date, *givers: Root | Targets) -> None:
        """Sign the next version of a list, good for its days from now on."""
        signed.version += 1
        signed.expires = end_of(role, day)
        self.sign(role, signed, *givers)

    def sign(self, role: str, signed: Kind, *givers: Root | Targets) -> None:
        """Sign a list with the keys at hand and put it there, if for each giver they are enough."""
        metadata = Metadata(signed)
        for signer in self.keys.signers(office_of(role), retired=role == ROOT):
            metadata.sign(signer, append=True)
        for giver in givers:
            found = giver.get_verification_result(role, metadata.signed_bytes, metadata.signatures)
            if not found:
                count = len(found.signed)
                raise DisclosureError(
                    KEYS_MISSING.at("", value=role, threshold=found.threshold, count=count)
                )
        write_whole(self.file_of(role, signed.version), metadata.to_bytes(COMPACT))


def giver_of(role: str, lists: dict[str, Targets], root: Root) -> Root | Targets:
    """Return the list that says who signs for a role."""
    return root if role == TARGETS else lists[above(role)]


def keys_in(giver: Root | Targets, role: str) -> list[Key]:
    """Return the keys of a role, as its giver says."""
    if isinstance(giver, Root):
        return [giver.keys[keyid] for keyid in giver.roles[role].keyids]
    given = giver.delegations
    known = given.roles.get(role) if given and given.roles else None
    return [given.keys[keyid] for keyid in known.keyids] if given and known else []


def rank(role: str) -> tuple[bool, int, str]:
    """Return the order in which lists are read: each after the one that hands on to it."""
    return role != TARGETS, len(role), role


def end_of(role: str, day: date) -> datetime:
    """Return until when a list signed on a day holds."""
    return datetime.combine(day + timedelta(quorum_of(role).days), time(), UTC)


def ends_soon(role: str, signed: Signed, day: date) -> bool:
    """Whether less than a third of a list's time is left."""
    left = signed.expires.date() - day
    return left < timedelta(quorum_of(role).days) / 3
