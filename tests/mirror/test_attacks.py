"""Bundles by people who mean harm: some hold keys, some a stick; nothing of theirs is shown."""

from __future__ import annotations

import io
import json
import random
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from tuf.api.metadata import Metadata

from disclosure.bundle.canonical import hash_of
from disclosure.bundle.delta import delta_file
from disclosure.bundle.making.compress import compress_against
from disclosure.bundle.pack import ALONE
from disclosure.bundle.tar import LARGEST, Member, write_tar
from disclosure.bundle.version import Pack
from disclosure.mirror.telling import said
from disclosure.problem import DisclosureError
from disclosure.trust.keys import KeyFolder, Keys
from disclosure.trust.pledge import Archive, Pledge
from tests.mirror.network import COUNTY, VILLAGE, Publisher, make_keys
from tests.mirror.point import BIG, FILES, HELD, INDEX, NEW, NOON, home_of, shown, update

DAY = NOON.date()
ROOT = Path(__file__).parents[2]
PAGE = b"<p>false</p>"


class Field:
    """A publisher whose keys may be misused, and a village that holds the first release."""

    def __init__(self, folder: Path, keys: Keys) -> None:
        self.publisher = Publisher(folder / "bundle", keys)
        self.publisher.publish(FILES, BIG)
        self.home = home_of(folder / "home", self.publisher)
        update(self.home, self.publisher)

    @property
    def bundle(self) -> Path:
        return self.publisher.folder

    def sign(self, tar: bytes, packed: bytes, size: int | None = None) -> None:
        """Sign any archive as the village's pages, as one does who has the county's key."""
        archive = Archive(hash_of(tar), len(tar) if size is None else size, len(packed))
        self.publisher.write(Pack(archive.sha256, 0).file, packed)
        before = self.publisher.repository.pledges()[VILLAGE]
        pledge = Pledge(VILLAGE, before.version + 1, DAY, "0" * 64, 0, {"pages": (archive,)})
        self.publisher.repository.publish([pledge], (), DAY)

    def told(self) -> str:
        """Return what people are told; what is shown has stayed."""
        with pytest.raises(DisclosureError) as raised:
            update(self.home, self.publisher)
        assert shown(self.home) == HELD
        assert self.home.current().number == 1
        return "\n".join(said(raised.value.problems))


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    return make_keys(tmp_path_factory.mktemp("attacks") / "keys")


@pytest.fixture
def field(tmp_path: Path, keys: Keys) -> Field:
    own = KeyFolder(tmp_path / "keys", keys.folders[0].password)
    shutil.copytree(keys.folders[0].folder, own.folder)
    return Field(tmp_path, Keys((own,)))


def packed(tar: bytes) -> bytes:
    return zstandard.compress(tar, 3)


def odd(name: str, **about: object) -> bytes:
    """Return an archive as other programs write it."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        info = tarfile.TarInfo(name)
        for key, value in about.items():
            setattr(info, key, value)
        archive.addfile(info)
    return target.getvalue()


@pytest.mark.parametrize(
    "tar",
    [
        pytest.param(write_tar([Member("../evil.html", PAGE)]), id="../"),
        pytest.param(write_tar([Member(f"{VILLAGE}/../../x", PAGE)]), id="../ within"),
        pytest.param(write_tar([Member("/tmp/evil.html", PAGE)]), id="absolute"),
        pytest.param(write_tar([Member("C:/evil.html", PAGE)]), id="drive"),
        pytest.param(write_tar([Member("..\\evil.html", PAGE)]), id="backslash"),
        pytest.param(write_tar([Member(f"{VILLAGE}/nul.html", PAGE)]), id="device of Windows"),
        pytest.param(write_tar([Member(f"{VILLAGE}/x:y", PAGE)]), id="stream of NTFS"),
        pytest.param(write_tar([Member(f"{COUNTY}/index.html", PAGE)]), id="another site"),
        pytest.param(
            write_tar([Member(f"{VILLAGE}/A", PAGE), Member(f"{VILLAGE}/a", PAGE)]), id="twins"
        ),
        pytest.param(
            write_tar([Member(f"{VILLAGE}/a", PAGE), Member(f"{VILLAGE}/a/b", PAGE)]),
            id="file and folder",
        ),
        pytest.param(
            write_tar(Member(f"{VILLAGE}/{number:05}", b"") for number in range(16_385)),
            id="too many entries",
        ),
        pytest.param(
            odd(f"{VILLAGE}/x", type=tarfile.SYMTYPE, linkname="/etc/passwd"), id="symbolic link"
        ),
        pytest.param(odd(f"{VILLAGE}/x", type=tarfile.LNKTYPE, linkname=INDEX), id="hard link"),
        pytest.param(odd(f"{VILLAGE}/x", type=tarfile.CHRTYPE, devmajor=1), id="device"),
        pytest.param(odd(f"{VILLAGE}/x", type=tarfile.BLKTYPE, devmajor=8), id="disk"),
        pytest.param(odd(f"{VILLAGE}/x", type=tarfile.FIFOTYPE), id="pipe"),
        pytest.param(odd(f"{VILLAGE}/x", mode=0o4755), id="setuid"),
        pytest.param(
            write_tar([Member(ALONE, b'{"path":"../x","sha256":"' + b"0" * 64 + b'","size":1}\n')]),
            id="../ beside",
        ),
    ],
)
def test_archive_of_an_office_that_was_robbed_is_refused(field: Field, tar: bytes) -> None:
    """Whoever has a county's key may sign any archive; what is in it is still looked at."""
    field.sign(tar, packed(tar))
    before = sorted(path for path in field.home.folder.parent.iterdir())

    assert "不能使用：" in field.told()

    assert sorted(path for path in field.home.folder.parent.iterdir()) == before
    assert not Path("/tmp/evil.html").exists()


def test_65536_entries_are_refused(field: Field) -> None:
    """They do not fit into an archive as large as they may be, either."""
    tar = write_tar(Member(f"{VILLAGE}/{number:05}", b"") for number in range(65_536))
    assert len(tar) > LARGEST
    field.sign(tar, packed(tar))

    assert "没有采用" in field.told()


def frame(window: int, size: int) -> bytes:
    """Return a frame that wants a window of 2 to the power of `window`."""
    return b"\x28\xb5\x2f\xfd\x80" + bytes([(window - 10) << 3]) + size.to_bytes(4, "little")


@pytest.mark.parametrize(
    ("tar", "data"),
    [
        pytest.param(bytes(LARGEST), zstandard.compress(bytes(LARGEST), 19), id="1:1000 bomb"),
        pytest.param(b"x" * 4096, frame(33, 4096) + b"\1\0\0", id="window of 8 GiB"),
        pytest.param(b"x" * 4096, b"\x28\xb5\x2f\xfd\xe0" + b"\xff" * 8, id="16 EiB"),
        pytest.param(b"x" * 4096, b"", id="nothing"),
    ],
)
def test_frame_that_wants_more_than_there_is_is_refused(
    field: Field, tar: bytes, data: bytes
) -> None:
    field.sign(tar, data)

    assert "没有采用" in field.told()


@pytest.mark.parametrize(("size", "length"), [(1 << 60, 100), (100, 1 << 60), (1 << 31, 1 << 31)])
def test_archive_that_is_signed_as_larger_than_any_may_be_is_not_fetched(
    field: Field, size: int, length: int
) -> None:
    archive = Archive("a" * 64, size, length)
    pledge = Pledge(VILLAGE, 2, DAY, "0" * 64, 0, {"pages": (archive,)})
    field.publisher.repository.publish([pledge], (), DAY)

    assert "签名清单损坏" in field.told()


def test_lists_of_two_releases_do_not_go_together(field: Field, tmp_path: Path) -> None:
    """The old timestamp with new lists, the new one with each of the old ones under its name."""
    old = Path(shutil.copytree(field.bundle, tmp_path / "old"))
    field.publisher.publish(NEW, BIG)
    new = Path(shutil.copytree(field.bundle, tmp_path / "new"))
    mixes = [
        ("2.snapshot.json", "3.snapshot.json"),
        (f"2.{VILLAGE[:9]}.json", f"3.{VILLAGE[:9]}.json"),
    ]

    for before, after in mixes:
        shutil.rmtree(field.bundle)
        shutil.copytree(new, field.bundle)
        shutil.copy(old / "metadata" / before, field.bundle / "metadata" / after)
        assert "没有采用" in field.told()

    shutil.rmtree(field.bundle)
    shutil.copytree(new, field.bundle)
    shutil.copy(old / "metadata/timestamp.json", field.bundle / "metadata/timestamp.json")
    assert "比本机已有的旧，没有采用" in field.told()


def test_packs_of_two_releases_do_not_go_together(field: Field, tmp_path: Path) -> None:
    """The old pack stands under the name of the new one; then a right bundle is taken at once."""
    before = field.publisher.repository.pledges()[VILLAGE].parts["pages"][0]
    field.publisher.publish(NEW, BIG)
    after = field.publisher.repository.pledges()[VILLAGE].parts["pages"][0]
    shutil.rmtree(field.bundle / "deltas")
    old, new = (Pack(one.sha256, one.size).file for one in (before, after))
    good = (field.bundle / new).read_bytes()
    shutil.copy(field.bundle / old, field.bundle / new)

    assert "本机继续显示原来的内容" in field.told()
    field.publisher.write(new, good)
    update(field.home, field.publisher)
    assert shown(field.home)[INDEX] == NEW[INDEX]


def test_bundle_of_another_network_is_refused(field: Field, tmp_path: Path) -> None:
    other = Publisher(tmp_path / "other", make_keys(tmp_path / "others"))
    for _ in range(3):
        other.publish(NEW | {INDEX: PAGE}, BIG)
        other.publish(NEW, BIG)
    field.publisher.folder = other.folder

    assert "签名不对，内容可能被改动过，没有采用。请不要使用这份离线包" in field.told()


def forge(
    field: Field, name: str, role: str, change: Callable[[dict[str, object]], object]
) -> None:
    """Change a list and sign it with the keys of another role."""
    path = field.bundle / "metadata" / name
    about = json.loads(path.read_text())
    change(about["signed"])
    forged = Metadata.from_dict(about)
    forged.sign(field.publisher.repository.keys.signers(role)[0])
    forged.to_file(str(path))


@pytest.mark.parametrize("name", ["timestamp.json", "3.snapshot.json", f"3.{VILLAGE[:9]}.json"])
def test_county_key_signs_no_list_of_another_role(field: Field, name: str) -> None:
    field.publisher.publish(NEW, BIG)
    forge(field, name, "9901", lambda signed: signed.update(version=9))

    words = field.told()

    assert "签名不对" in words or "没有采用" in words


def test_key_that_was_revoked_signs_no_release(field: Field) -> None:
    own = field.publisher.repository.keys.folders[0]
    thief = KeyFolder(field.home.folder / "stolen", own.password)
    thief.folder.mkdir()
    for path in own.folder.glob("timestamp-*"):
        shutil.copy(path, thief.folder / path.name)
    own.retire("timestamp")
    own.make("timestamp")
    field.publisher.repository.rekey(DAY)
    path = field.bundle / "metadata/timestamp.json"
    forged = Metadata.from_file(str(path))
    forged.signed.version += 1
    forged.sign(Keys((thief,)).signers("timestamp")[0])
    forged.to_file(str(path))

    assert "签名不对，内容可能被改动过，没有采用" in field.told()


def test_rolled_back_stick_is_refused_though_what_was_known_of_it_was_damaged(
    field: Field, tmp_path: Path
) -> None:
    """Then it is told that the version does not descend from the one held."""
    old = Path(shutil.copytree(field.bundle, tmp_path / "old"))
    field.publisher.publish(NEW, BIG)
    update(field.home, field.publisher)
    field.publisher.folder = old

    with pytest.raises(DisclosureError) as raised:
        update(field.home, field.publisher)
    assert raised.value.problems[0].code == "list-older"
    for path in field.home.known.rglob("*.json"):
        path.write_bytes(b"{")
    warnings = update(field.home, field.publisher).warnings

    assert [one.code for one in warnings] == ["history-changed"]


def test_device_in_place_of_a_list_is_not_read(field: Field) -> None:
    stamp = field.bundle / "metadata/timestamp.json"
    stamp.unlink()
    stamp.symlink_to("/dev/zero")

    assert "缺少签名清单" in field.told()


def test_pipes_in_place_of_packs_are_not_read(field: Field) -> None:
    """Nobody writes into them: whoever opens one waits for ever."""
    field.publisher.publish(NEW, BIG)
    shutil.rmtree(field.bundle / "deltas")
    for path in (field.bundle / "packs").iterdir():
        path.unlink()
        subprocess.run(["mkfifo", str(path)], check=True)
    assert "缺少 packs/" in field.told()


UPDATE = """
import sys
from datetime import datetime
from pathlib import Path
from disclosure.mirror.home import Home
from disclosure.mirror.source import FolderSource
from disclosure.mirror.sync import sync
sync(Home(Path(sys.argv[1])), FolderSource(Path(sys.argv[2])), datetime.fromisoformat(sys.argv[3]))
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
print(int(status["VmHWM"].split()[0]) // 1024)  # ru_maxrss would count whoever started us, too
"""
MOST_MEMORY = 256  # MiB
LARGE = 16  # archives: more in all than that memory


@pytest.mark.slow
def test_large_site_is_taken_and_patched_in_little_memory(field: Field) -> None:
    """A part of several archives as large as they may be, then a change in one of them."""
    arguments = [str(field.home.folder), str(field.bundle), NOON.isoformat()]
    noise = random.Random(1).randbytes(LARGEST - 8192)

    peaks = []
    for mark in (b"one", b"two"):
        sign_large(field, [mark + noise] + [b"%03d" % place + noise for place in range(1, LARGE)])
        done = subprocess.run(
            [sys.executable, "-c", UPDATE, *arguments],
            capture_output=True, text=True, check=True, cwd=ROOT,
        )  # fmt: skip
        peaks.append(int(done.stdout))

    assert max(peaks) <= MOST_MEMORY
    files = [path for path in shown(field.home) if path.startswith(VILLAGE)]
    assert len(files) == LARGE


FILL = """
import sys
from datetime import datetime
from pathlib import Path
from disclosure.mirror.home import Settings
from disclosure.mirror.source import FolderSource
from disclosure.mirror.stick import fill
stick, bundle, now, code = sys.argv[1:]
root = (Path(bundle) / "metadata/1.root.json").read_bytes()
fill(Path(stick), FolderSource(Path(bundle)), root, [Settings(code, "")],
     datetime.fromisoformat(now), is_open=True)
status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
print(int(status["VmHWM"].split()[0]) // 1024)
"""


@pytest.mark.slow
def test_large_site_is_laid_on_a_stick_in_little_memory(field: Field, tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(LARGEST - 8192)
    sign_large(field, [b"%03d" % place + noise for place in range(LARGE)])

    done = subprocess.run(
        [sys.executable, "-c", FILL, str(tmp_path / "stick"), str(field.bundle), NOON.isoformat(),
         VILLAGE],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip

    assert int(done.stdout) <= MOST_MEMORY
    assert len(list((tmp_path / "stick" / VILLAGE).iterdir())) == LARGE


def sign_large(field: Field, files: list[bytes]) -> None:
    """Sign an archive for each file, with deltas from those of the version before."""
    before = field.publisher.repository.pledges()[VILLAGE]
    archives = []
    for place, data in enumerate(files):
        tar = write_tar([Member(f"{VILLAGE}/{place}.html", data)])
        archives.append(Archive(hash_of(tar), len(tar), len(packed(tar))))
        field.publisher.write(Pack(hash_of(tar), 0).file, packed(tar))
        olds = before.parts["pages"]
        if (
            place < len(olds)
            and olds[place].size == len(tar)
            and olds[place].sha256 != hash_of(tar)
        ):
            path = field.bundle / Pack(olds[place].sha256, 0).file
            old = zstandard.decompress(path.read_bytes())
            delta = compress_against(tar, old)
            field.publisher.write(delta_file(hash_of(old), hash_of(tar)), delta)
            path.unlink()
    parts = {"pages": tuple(archives)}
    pledge = Pledge(VILLAGE, before.version + 1, DAY, "0" * 64, 0, parts)
    field.publisher.repository.publish([pledge], (), DAY)
