"""The signed lists in a folder, as publishers keep them: made once, then one version after another.

Every list is a file of its own version that is never written again; `timestamp.json`, written
last, says which hold. So whoever reads meanwhile, or after an interruption, reads one whole state.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TypeVar

from tuf.api.exceptions import RepositoryError, StorageError
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Key,
    Metadata,
    MetaFile,
    Root,
    Signed,
    Snapshot,
    Targets,
    Timestamp,
)
from tuf.api.serialization import DeserializationError
from tuf.api.serialization.json import JSONSerializer

from disclosure.problem import Code, DisclosureError
from disclosure.trust.client import DEVELOPMENT
from disclosure.trust.keys import Keys
from disclosure.trust.pledge import Pledge, pledge_in
from disclosure.trust.roles import (
    OFFICE,
    QUORUMS,
    ROOT,
    SNAPSHOT,
    TARGETS,
    TIMESTAMP,
    above,
    office_of,
    path_of,
    patterns_of,
    quorum_of,
    role_of,
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
KEYS_UNKNOWN = Code(
    "keys-unknown",
    zh="{value} 应登记 {wanted} 把密钥，这里有 {count} 把的公钥",
    en="{value} is to have {wanted} keys; the public halves of {count} are here",
    hint_zh="请把各保管人的公钥文件（.pub.json）放进同一个文件夹，用 --keys 一并写上",
    hint_en="put the public halves (.pub.json) of all holders in a folder and name it with --keys",
)
LIST_NOT_OURS = Code(
    "list-not-ours",
    zh="清单 {file} 不是用登记的密钥签的，或者已经损坏，没有在它上面续签",
    en="the list {file} was not signed with the registered keys, or is damaged; it was not renewed",
    hint_zh="请从备份中恢复 metadata 文件夹，并查明是谁改动的",
    hint_en="restore the folder metadata from a backup, and find out who changed it",
)


@dataclass(frozen=True, slots=True)
class Repository:
    """The folder of the signed lists, whose city it is, and the keys at hand."""

    folder: Path
    city: str
    keys: Keys

    def create(self, codes: Iterable[str], day: date) -> None:
        """Sign the first, empty lists of all who will sign for the divisions of the city."""
        self.folder.mkdir(parents=True, exist_ok=True)
        root = self.root_of(day)
        self.sign(ROOT, root, root)
        lists = {TARGETS: Targets(expires=end_of(TARGETS, day))}
        for code in sorted({self.city, *codes}):
            self.open_list(role_of(code, self.city), lists, day)
        for role, targets in lists.items():
            self.sign(role, targets, giver_of(role, lists, root))
        meta = {f"{role}.json": MetaFile() for role in lists}
        self.sign(SNAPSHOT, Snapshot(expires=end_of(SNAPSHOT, day), meta=meta), root)
        self.sign(TIMESTAMP, Timestamp(expires=end_of(TIMESTAMP, day)), root)

    def publish(self, pledges: Iterable[Pledge], gone: Iterable[str], day: date) -> None:
        """Sign the new versions of some sites, strike others off, and make the time longer."""
        root, stamp, snapshot, lists = self.read_all()
        changed = {role for role, targets in lists.items() if ends_soon(role, targets, day)}
        for path, pledge in [
            *((path_of(pledge.code), pledge) for pledge in pledges),
            *((path_of(code), None) for code in gone),
        ]:
            role = role_of(path.partition("/")[0], self.city)
            changed |= self.open_list(role, lists, day) | {role}
            if pledge is None:
                lists[role].targets.pop(path, None)
            else:
                lists[role].targets[path] = pledge.target()
        for role in sorted(changed, key=rank):
            self.renew(role, lists[role], day, giver_of(role, lists, root))
            snapshot.meta[f"{role}.json"] = MetaFile(lists[role].version)
        if changed or ends_soon(SNAPSHOT, snapshot, day):
            self.renew(SNAPSHOT, snapshot, day, root)
        stamp.snapshot_meta = MetaFile(snapshot.version)
        self.renew(TIMESTAMP, stamp, day, root)

    def rekey(self, day: date) -> tuple[str, ...]:
        """Let the keys that count now take the place of those before; return whose they are.

        The old keys of the root must be at hand too, as many as it took of them.
        """
        root, stamp, snapshot, lists = self.read_all()
        new = self.root_of(day, root)
        new.version = root.version
        changed = {
            role for role in QUORUMS if set(new.roles[role].keyids) != set(root.roles[role].keyids)
        }
        if changed:
            self.renew(ROOT, new, day, root, new)  # so mirrors follow from one to the other
        for role in sorted(lists, key=rank):
            if role == TARGETS:
                continue
            giver = lists[above(role)]
            before = keys_in(giver, role)
            self.hand_on(giver, role)
            if keys_in(giver, role) != before:
                changed |= {role, above(role)}
        for role in sorted(changed & lists.keys(), key=rank):
            self.renew(role, lists[role], day, giver_of(role, lists, new))
            snapshot.meta[f"{role}.json"] = MetaFile(lists[role].version)
        if changed:
            self.renew(SNAPSHOT, snapshot, day, new)
            stamp.snapshot_meta = MetaFile(snapshot.version)
            self.renew(TIMESTAMP, stamp, day, new)
        return tuple(sorted({office_of(role) for role in changed}))

    def pledges(self) -> dict[str, Pledge]:
        """Return what is signed now of every site, by code."""
        lists = self.read_all()[-1]
        pledges = (pledge_in(one) for targets in lists.values() for one in targets.targets.values())
        return {pledge.code: pledge for pledge in pledges}

    def root_of(self, day: date, before: Root | None = None) -> Root:
        """Return who signs for the whole network; it says so where the keys are everybody's.

        `before` is the root that it follows: keys of people who are not here go on counting.
        """
        known = {DEVELOPMENT: True} if self.keys.are_for_development else {}
        root = Root(expires=end_of(ROOT, day), unrecognized_fields=known)
        for role, quorum in QUORUMS.items():
            root.roles[role].threshold = quorum.threshold
            keys = self.keys.public(role, keys_in(before, role) if before else ())
            if len(keys) != quorum.keys:
                problem = KEYS_UNKNOWN.at("", value=role, wanted=quorum.keys, count=len(keys))
                raise DisclosureError(problem)
            for key in keys.values():
                root.add_key(key, role)
        return root

    def open_list(self, role: str, lists: dict[str, Targets], day: date) -> set[str]:
        """See that a role has a list, and that the one above hands its paths on; return both."""
        if role in lists:
            return set()
        opened = self.open_list(above(role), lists, day)
        lists[role] = Targets(expires=end_of(role, day))
        self.hand_on(lists[above(role)], role)
        return opened | {role, above(role)}

    def hand_on(self, giver: Targets, role: str) -> None:
        """Let the list of a role be signed by its office, with the keys it has now."""
        keys = self.keys.public(office_of(role), keys_in(giver, role))
        if not keys:
            problem = KEYS_UNKNOWN.at("", value=role, wanted=OFFICE.keys, count=0)
            raise DisclosureError(problem)
        given = giver.delegations or Delegations({}, {})
        assert given.roles is not None
        used = {keyid for one in given.roles.values() if one.name != role for keyid in one.keyids}
        given.keys = {id_: key for id_, key in given.keys.items() if id_ in used} | keys
        given.roles[role] = DelegatedRole(
            role, list(keys), OFFICE.threshold, terminating=True, paths=patterns_of(role)
        )
        giver.delegations = given

    def read_all(self) -> tuple[Root, Timestamp, Snapshot, dict[str, Targets]]:
        """Return all that holds now; nothing is taken that our keys have not signed."""
        root = self.root()
        stamp = self.read(TIMESTAMP, Timestamp, 0, root)
        snapshot = self.read(SNAPSHOT, Snapshot, stamp.snapshot_meta.version, root)
        versions = {name.removesuffix(".json"): one.version for name, one in snapshot.meta.items()}
        lists: dict[str, Targets] = {}
        for role in sorted(versions, key=rank):
            lists[role] = self.read(role, Targets, versions[role], giver_of(role, lists, root))
        return root, stamp, snapshot, lists

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
