"""A site of several archives is brought up to date in one request more than its lists."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import zstandard

from disclosure.bundle.canonical import hash_of
from disclosure.bundle.delta import delta_file
from disclosure.bundle.joined import Piece, state_of, write_joined
from disclosure.bundle.making.compress import compress_against
from disclosure.bundle.tar import Member, write_tar
from disclosure.bundle.version import Pack
from disclosure.mirror.home import Home
from disclosure.trust.keys import Keys
from disclosure.trust.pledge import Archive, Pledge
from tests.mirror.network import VILLAGE, Publisher, make_keys
from tests.mirror.point import FILES, NOON, home_of, shown, update

NOISE = random.Random(1).randbytes(2000)
OLD = (b"one", b"two", b"three")
NEW = (b"ONE", b"two", b"THREE")


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    return make_keys(tmp_path_factory.mktemp("joined") / "keys")


@pytest.fixture
def publisher(tmp_path: Path, keys: Keys) -> Publisher:
    made = Publisher(tmp_path / "bundle", keys)
    made.publish(FILES)
    sign(made, OLD)
    return made


@pytest.fixture
def home(tmp_path: Path, publisher: Publisher) -> Home:
    made = home_of(tmp_path / "home", publisher)
    update(made, publisher)
    return made


def tars_of(words: tuple[bytes, ...]) -> list[bytes]:
    """Return an archive of one page for each word."""
    return [
        write_tar([Member(f"{VILLAGE}/{place}.html", NOISE + word)])
        for place, word in enumerate(words)
    ]


def sign(publisher: Publisher, words: tuple[bytes, ...]) -> None:
    """Sign some archives as the pages of the village."""
    archives = []
    for tar in tars_of(words):
        packed = zstandard.compress(tar)
        publisher.write(Pack(hash_of(tar), 0).file, packed)
        archives.append(Archive(hash_of(tar), len(tar), len(packed)))
    before = publisher.repository.pledges()[VILLAGE]
    pledge = Pledge(
        VILLAGE, before.version + 1, NOON.date(), "0" * 64, 0, {"pages": tuple(archives)}
    )
    publisher.repository.publish([pledge], (), NOON.date())


def offer(publisher: Publisher, data: bytes) -> None:
    """Lay a file of deltas between the two states into the bundle."""
    ends = [state_of(map(hash_of, tars_of(words))) for words in (OLD, NEW)]
    publisher.write(delta_file(*ends), data)


def pieces() -> list[Piece]:
    """Return the deltas of the archives that changed."""
    pairs = zip(tars_of(OLD), tars_of(NEW), strict=True)
    deltas = [compress_against(new, old) for old, new in pairs]
    return [Piece(place, place, deltas[place]) for place in (0, 2)]


def has_new(home: Home) -> bool:
    files = shown(home)
    return all(files[f"{VILLAGE}/{place}.html"] == NOISE + word for place, word in enumerate(NEW))


def test_deltas_of_two_archives_are_one_request(home: Home, publisher: Publisher) -> None:
    sign(publisher, NEW)
    offer(publisher, write_joined(pieces()))

    synced = update(home, publisher)

    assert has_new(home)
    assert synced.requests == 5  # root, timestamp, snapshot, the township's list, all deltas


def test_bundle_that_has_no_such_file_is_taken_as_ever(home: Home, publisher: Publisher) -> None:
    sign(publisher, NEW)
    for piece, old, new in zip(pieces(), tars_of(OLD)[::2], tars_of(NEW)[::2], strict=True):
        publisher.write(delta_file(hash_of(old), hash_of(new)), piece.delta)

    synced = update(home, publisher)

    assert has_new(home)
    assert synced.requests == 7


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"[[0,0,9]]\n", id="cut"),
        pytest.param(write_joined([Piece(9, 0, b"x")]), id="from an archive that is not there"),
        pytest.param(write_joined([Piece(0, 9, b"x")]), id="to an archive that is not there"),
        pytest.param(write_joined([Piece(0, 0, b"x"), Piece(1, 2, b"y")]), id="not deltas"),
        pytest.param(bytes(2 << 20), id="too long"),
    ],
)
def test_wrong_file_of_deltas_is_not_believed(
    home: Home, publisher: Publisher, data: bytes
) -> None:
    sign(publisher, NEW)
    offer(publisher, data)

    update(home, publisher)

    assert has_new(home)
