"""A small network signs, a mirror believes it, and forgeries of all kinds are refused."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from tuf.api.metadata import Metadata

from disclosure.problem import DisclosureError
from disclosure.trust.client import fetch_lists, fetch_pledge
from disclosure.trust.keys import KeyFolder, Keys
from disclosure.trust.pledge import Archive, Pledge, chained
from disclosure.trust.repository import Repository
from disclosure.trust.roles import QUORUMS

CITY, COUNTY, OTHER, TOWNSHIP, VILLAGE = "9901", "990121", "990122", "990121100", "990121100201"
CODES = (CITY, COUNTY, OTHER, TOWNSHIP, VILLAGE, "990122001", "990122001001")
DAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def pledge(code: str, version: int = 1, sha256: str = "b" * 64) -> Pledge:
    parts = {"pages": (Archive(sha256, 10_240, 2_000),)}
    return Pledge(code, version, DAY, chained("", sha256), 1, parts)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Keys and first lists of a city, made once."""
    folder = tmp_path_factory.mktemp("network")
    keys = KeyFolder(folder / "keys", "一句很长的话")
    keys.folder.mkdir()
    for role, quorum in QUORUMS.items():
        for _ in range(quorum.keys):
            keys.make(role)
    for office in (CITY, COUNTY, OTHER):
        keys.make(office)
    network = Repository(folder / "bundle/metadata", CITY, Keys((keys,)))
    network.create(CODES, DAY)
    network.publish([pledge(code) for code in CODES], (), DAY)
    return folder


class Network:
    """A copy of the network, and a mirror of it."""

    def __init__(self, folder: Path) -> None:
        self.bundle = folder / "bundle"
        self.keys = KeyFolder(folder / "keys", "一句很长的话")
        self.repository = Repository(self.bundle / "metadata", CITY, Keys((self.keys,)))
        self.known = folder / "known"
        self.root = (self.bundle / "metadata/1.root.json").read_bytes()
        self.asked: list[str] = []

    def fetch(self, name: str) -> Iterator[bytes]:
        self.asked.append(name)
        yield (self.bundle / name).read_bytes()

    def hear(self, code: str = VILLAGE, now: datetime = NOON) -> Pledge | None:
        """Return what the mirror believes of a site."""
        lists = fetch_lists(self.known, self.fetch, self.root, now, "U盘")
        return fetch_pledge(lists, code, "U盘")

    def refused(self, code: str = VILLAGE, now: datetime = NOON) -> str:
        """Return why the mirror believes nothing."""
        with pytest.raises(DisclosureError) as raised:
            self.hear(code, now)
        return raised.value.problems[0].code


@pytest.fixture
def network(made: Path, tmp_path: Path) -> Network:
    shutil.copytree(made, tmp_path / "copy")
    return Network(tmp_path / "copy")


def test_mirror_hears_what_was_signed(network: Network) -> None:
    assert network.hear() == pledge(VILLAGE)
    assert network.hear("990121100999") is None


def test_village_fetches_the_lists_of_its_own_way_up_and_nothing_else(network: Network) -> None:
    network.hear()

    names = {name.rpartition("/")[2].partition(".")[2] for name in network.asked}
    assert names == {"root.json", "json", "snapshot.json", "targets.json", f"{COUNTY}.json",
                     f"{TOWNSHIP}.json"}  # fmt: skip


def test_nothing_new_is_two_requests(network: Network) -> None:
    network.hear()
    network.asked.clear()

    fetch_lists(network.known, network.fetch, network.root, NOON, "U盘")

    assert network.asked == ["metadata/2.root.json", "metadata/timestamp.json"]


def test_new_version_is_heard_and_the_old_lists_are_refused_then(network: Network) -> None:
    network.hear()
    old = network.bundle.with_name("old")
    shutil.copytree(network.bundle, old)
    network.repository.publish([pledge(VILLAGE, 2)], (), DAY)

    heard = network.hear()
    network.bundle = old

    assert heard == pledge(VILLAGE, 2)
    assert network.refused() == "list-older"


def test_site_struck_off_is_heard_of_no_more(network: Network) -> None:
    network.repository.publish((), (VILLAGE,), DAY)

    assert network.hear() is None
    assert network.hear(TOWNSHIP) == pledge(TOWNSHIP)


def test_new_place_gets_a_list_of_its_own(network: Network) -> None:
    network.repository.publish([pledge("990121104003")], (), DAY)

    assert network.hear("990121104003") == pledge("990121104003")


def test_county_signs_for_its_own_codes_only(network: Network) -> None:
    """The key of one county signs a list in the place of another's."""
    folder = network.repository.folder
    stolen = json.loads((folder / "2.990122.json").read_text())
    targets = stolen["signed"]["targets"]
    targets[f"{VILLAGE}/site"] = targets.pop(f"{OTHER}/site")
    forged = Metadata.from_dict(stolen)
    forged.sign(Keys((network.keys,)).signers(OTHER)[0])
    forged.to_file(str(folder / "2.990122.json"))

    assert network.hear() == pledge(VILLAGE)
    assert network.hear(OTHER) is None


@pytest.mark.parametrize("days", [46, 2000])
def test_lists_that_have_expired_are_refused(network: Network, days: int) -> None:
    assert network.refused(now=NOON + timedelta(days)) == "list-expired"


@pytest.mark.parametrize("name", ["timestamp", "2.snapshot", "1.targets", f"2.{TOWNSHIP}"])
def test_altered_list_is_refused(network: Network, name: str) -> None:
    path = network.repository.folder / f"{name}.json"
    about = json.loads(path.read_text())
    about["signed"]["expires"] = "2031-01-01T00:00:00Z"
    path.write_text(json.dumps(about))

    assert network.refused() == "list-unsigned"


@pytest.mark.parametrize("name", ["timestamp", "2.snapshot", "1.targets", f"2.{TOWNSHIP}"])
def test_list_cut_short_is_refused(network: Network, name: str) -> None:
    path = network.repository.folder / f"{name}.json"
    path.write_bytes(path.read_bytes()[:-20])

    assert network.refused() == "list-damaged"


def test_list_without_end_is_refused(network: Network) -> None:
    def endless(name: str) -> Iterator[bytes]:
        while True:
            yield b" " * 65_536

    network.fetch = endless  # type: ignore[method-assign]

    assert network.refused() == "list-damaged"


def test_source_that_is_gone_is_told(network: Network) -> None:
    (network.repository.folder / "timestamp.json").unlink()

    assert network.refused() == "source-unreachable"


def test_publisher_signs_nothing_that_rests_on_a_list_others_have_changed(network: Network) -> None:
    path = network.repository.folder / f"2.{TOWNSHIP}.json"
    path.write_text(path.read_text().replace('"oldest":1', '"oldest":0', 1))

    with pytest.raises(DisclosureError) as raised:
        network.repository.publish((), (), DAY)

    assert raised.value.problems[0].code == "list-not-ours"


def test_fewer_keys_than_the_quorum_do_not_sign(network: Network) -> None:
    for path in network.keys.files("root", ".pem")[:3]:
        path.unlink()

    with pytest.raises(DisclosureError, match="takes the signatures of 3 keys; 2 are") as raised:
        Repository(network.bundle / "new", CITY, Keys((network.keys,))).create(CODES, DAY)

    assert raised.value.problems[0].code == "keys-missing"


def test_network_is_not_founded_before_all_keys_are_known(network: Network) -> None:
    network.keys.files("root", ".pub.json")[0].unlink()

    with pytest.raises(DisclosureError) as raised:
        Repository(network.bundle / "new", CITY, Keys((network.keys,))).create(CODES, DAY)

    assert raised.value.problems[0].code == "keys-unknown"


def test_holders_who_are_not_there_keep_their_keys(network: Network, tmp_path: Path) -> None:
    """Three of five holders come to replace the key of one of them."""
    network.hear()
    there = KeyFolder(tmp_path / "there", network.keys.password)
    shutil.copytree(network.keys.folder, there.folder)
    names = [path.name.partition(".")[0] for path in there.files("root", ".pem")]
    for name in names[3:]:
        for kind in (".pem", ".pub.json"):
            (there.folder / f"{name}{kind}").unlink()
    one = KeyFolder(tmp_path / "one", network.keys.password)
    one.folder.mkdir()
    for kind in (".pem", ".pub.json"):
        (there.folder / f"{names[0]}{kind}").replace(one.folder / f"{names[0]}{kind}")
    one.retire("root")
    one.make("root")
    repository = Repository(network.repository.folder, CITY, Keys((there, one)))

    repository.rekey(DAY)

    before = {key.keyid for key in Keys((network.keys,)).public("root").values()}
    after = set(repository.files.root().roles["root"].keyids)
    assert len(after) == 5
    assert len(before & after) == 4
    assert network.hear() == pledge(VILLAGE)


def test_lists_are_the_same_bytes_for_the_same_versions(network: Network, tmp_path: Path) -> None:
    again = Repository(tmp_path / "again", CITY, network.repository.keys)
    again.create(CODES, DAY)
    again.publish([pledge(code) for code in reversed(CODES)], (), DAY)

    one, other = network.repository.folder, again.folder
    assert {path.name: path.read_bytes() for path in one.iterdir()} == {
        path.name: path.read_bytes() for path in other.iterdir()
    }


@pytest.mark.parametrize("role", ["root", "targets", "snapshot", "timestamp", CITY, COUNTY])
def test_mirror_follows_from_old_keys_to_new_ones(network: Network, role: str) -> None:
    network.hear()
    count = network.keys.retire(role)
    for _ in range(count):
        network.keys.make(role)

    offices = network.repository.rekey(DAY)
    network.repository.publish([pledge(VILLAGE, 2)], (), DAY)

    assert role in offices
    assert network.hear() == pledge(VILLAGE, 2)
    assert network.repository.rekey(DAY) == ()


@pytest.mark.parametrize("role", ["timestamp", COUNTY])
def test_key_that_was_revoked_signs_nothing_any_more(network: Network, role: str) -> None:
    """Whoever stole it signs the list as it stands, after others have taken its place."""
    thief = Keys((network.keys,)).signers(role)[0]
    network.keys.retire(role)
    network.keys.make(role)
    network.repository.rekey(DAY)
    name = "timestamp.json" if role == "timestamp" else f"3.{role}.json"
    forged = Metadata.from_file(str(network.repository.folder / name))
    forged.sign(thief)
    forged.to_file(str(network.repository.folder / name))

    assert network.refused(COUNTY) == "list-unsigned"


def test_wrong_password_opens_no_key(network: Network) -> None:
    wrong = Keys((KeyFolder(network.keys.folder, "别的话"),))

    with pytest.raises(DisclosureError, match="wrong password or damaged"):
        wrong.signers(COUNTY)
