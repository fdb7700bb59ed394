"""What a publisher signs: the network made once, then one version after another, and other keys.

Every list is a file of its own version that is never written again; `timestamp.json`, written
last, says which hold. So whoever reads meanwhile, or after an interruption, reads one whole state.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from datetime import date
from pathlib import Path

from msgspec import Struct
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    MetaFile,
    Root,
    Snapshot,
    Targets,
    Timestamp,
)

from disclosure.problem import Code, DisclosureError
from disclosure.trust.client import DEVELOPMENT
from disclosure.trust.keys import Keys
from disclosure.trust.lists import (
    ListFolder,
    State,
    end_of,
    ends_soon,
    giver_of,
    keys_in,
    rank,
)
from disclosure.trust.pledge import Pledge, pledge_in
from disclosure.trust.roles import (
    OFFICE,
    QUORUMS,
    ROOT,
    SNAPSHOT,
    TARGETS,
    TIMESTAMP,
    above,
    code_in,
    office_of,
    path_of,
    patterns_of,
    role_of,
)

KEYS_UNKNOWN = Code(
    "keys-unknown",
    zh="{value} 应登记 {wanted} 把密钥，这里有 {count} 把的公钥",
    en="{value} is to have {wanted} keys; the public halves of {count} are here",
    hint_zh="请把各保管人的公钥文件（.pub.json）放进同一个文件夹，用 --keys 一并写上",
    hint_en="put the public halves (.pub.json) of all holders in a folder and name it with --keys",
)


class Repository(Struct, frozen=True):
    """The folder of the signed lists, whose city it is, and the keys at hand."""

    folder: Path
    city: str
    keys: Keys

    @property
    def files(self) -> ListFolder:
        """The lists as files."""
        return ListFolder(self.folder, self.keys)

    def create(self, codes: Iterable[str], day: date) -> None:
        """Sign the first, empty lists of all who will sign for the divisions of the city."""
        self.folder.mkdir(parents=True, exist_ok=True)
        root = self.root_of(day)
        self.files.sign(ROOT, root, root)
        lists = {TARGETS: Targets(expires=end_of(TARGETS, day))}
        for code in sorted({self.city, *codes}):
            self.open_list(role_of(code, self.city), lists, day)
        for role, targets in lists.items():
            self.files.sign(role, targets, giver_of(role, lists, root))
        meta = {f"{role}.json": MetaFile() for role in lists}
        self.files.sign(SNAPSHOT, Snapshot(expires=end_of(SNAPSHOT, day), meta=meta), root)
        self.files.sign(TIMESTAMP, Timestamp(expires=end_of(TIMESTAMP, day)), root)

    def publish(self, pledges: Iterable[Pledge], gone: Iterable[str], day: date) -> None:
        """Sign the new versions of some sites, strike others off, and make the time longer."""
        state = self.files.read_all()
        lists = state.lists
        changed = {role for role, targets in lists.items() if ends_soon(role, targets, day)}
        for path, pledge in [
            *((path_of(pledge.code), pledge) for pledge in pledges),
            *((path_of(code), None) for code in gone),
        ]:
            role = role_of(code_in(path), self.city)
            changed |= self.open_list(role, lists, day) | {role}
            if pledge is None:
                lists[role].targets.pop(path, None)
            else:
                lists[role].targets[path] = pledge.target()
        self.renew(changed, state, day)

    def rekey(self, day: date) -> tuple[str, ...]:
        """Let the keys that count now take the place of those before; return whose they are.

        The old keys of the root must be at hand too, as many as it took of them.
        """
        state = self.files.read_all()
        root, new = state.root, self.root_of(day, state.root)
        new.version = root.version
        changed = {
            role for role in QUORUMS if set(new.roles[role].keyids) != set(root.roles[role].keyids)
        }
        if changed:
            self.files.renew(ROOT, new, day, root, new)  # so mirrors follow from one to the other
        for role in sorted(state.lists.keys() - {TARGETS}, key=rank):
            giver = state.lists[above(role)]
            before = keys_in(giver, role)
            self.hand_on(giver, role)
            if keys_in(giver, role) != before:
                changed |= {role, above(role)}
        if changed:
            self.renew(changed, state._replace(root=new), day)
        return tuple(sorted({office_of(role) for role in changed}))

    def renew(self, changed: Set[str], state: State, day: date) -> None:
        """Sign the lists of some roles anew, then what says which lists hold."""
        root, stamp, snapshot, lists = state
        for role in sorted(changed & lists.keys(), key=rank):
            self.files.renew(role, lists[role], day, giver_of(role, lists, root))
            snapshot.meta[f"{role}.json"] = MetaFile(lists[role].version)
        if changed or ends_soon(SNAPSHOT, snapshot, day):
            self.files.renew(SNAPSHOT, snapshot, day, root)
        stamp.snapshot_meta = MetaFile(snapshot.version)
        self.files.renew(TIMESTAMP, stamp, day, root)

    def pledges(self) -> dict[str, Pledge]:
        """Return what is signed now of every site, by code."""
        lists = self.files.read_all().lists
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
