"""Sites in a folder or on a web server are what was signed, or every file that is not is named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from msgspec.structs import replace

from disclosure.bundle.verify import Differences
from disclosure.mirror.notes import AGED, NOTE
from disclosure.mirror.proof import Proof, Signed, prove_folder, read_signed
from disclosure.mirror.proof_on_line import prove_line
from disclosure.mirror.server import make_server
from disclosure.mirror.source import FolderSource, LineSource
from disclosure.mirror.standing import Last, write_last
from disclosure.problem import DisclosureError
from disclosure.sites.output import THEME
from disclosure.trust.keys import Keys
from tests.mirror.line import served
from tests.mirror.network import COUNTY, VILLAGE, Publisher, make_keys
from tests.mirror.point import BIG, FILES, INDEX, NEW, NOON, home_of, update
from tests.mirror.test_stick import LINKING, OUTSIDE, filled

PLAN = f"{VILLAGE}/files/plan.pdf"
ALL = len(FILES) + len(BIG)


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    return make_keys(tmp_path_factory.mktemp("keys") / "keys")


@pytest.fixture
def publisher(tmp_path: Path, keys: Keys) -> Publisher:
    made = Publisher(tmp_path / "county", keys)
    made.publish(FILES, BIG)
    return made


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """The sites as they were built: the list of places is made for the bundle alone."""
    for path, data in (FILES | BIG).items():
        if path != "places.json":
            write(tmp_path / "output" / path, data)
    return tmp_path / "output"


def write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def signed_by(publisher: Publisher, folder: Path, tmp_path: Path) -> Signed:
    root = (publisher.folder / "metadata/1.root.json").read_bytes()
    work = tmp_path / "work"
    work.mkdir(exist_ok=True)
    return read_signed(FolderSource(folder), root, NOON, work)


def proof_of(output: Path, publisher: Publisher, tmp_path: Path) -> Proof:
    return prove_folder(output, signed_by(publisher, publisher.folder, tmp_path))


def test_output_that_was_signed_is_proven(
    output: Path, publisher: Publisher, tmp_path: Path
) -> None:
    signed = signed_by(publisher, publisher.folder, tmp_path)

    assert prove_folder(output, signed) == Proof(Differences((), (), ()))
    assert len(signed.lines) == ALL


def test_every_file_that_differs_is_named(
    output: Path, publisher: Publisher, tmp_path: Path
) -> None:
    write(output / INDEX, FILES[INDEX][::-1])
    (output / PLAN).unlink()
    strange = (f"{COUNTY}/x.html", "990199/index.html", "setup.exe", f"{THEME}/evil.js")
    for path in strange:
        write(output / path, b"x")

    found = proof_of(output, publisher, tmp_path)

    assert found.differences == Differences(tuple(sorted(strange)), (PLAN,), (INDEX,))
    assert not found


def test_site_that_is_gone_as_a_whole_is_missed(
    output: Path, publisher: Publisher, tmp_path: Path
) -> None:
    (output / f"{COUNTY}/search/index/terms.js").unlink()
    (output / f"{COUNTY}/index.html").unlink()

    missing = proof_of(output, publisher, tmp_path).differences.missing

    assert missing == (f"{COUNTY}/index.html", f"{COUNTY}/search/index/terms.js")


def test_link_in_place_of_a_file_is_no_such_file(
    output: Path, publisher: Publisher, tmp_path: Path
) -> None:
    (output / INDEX).rename(tmp_path / "elsewhere.html")
    (output / INDEX).symlink_to(tmp_path / "elsewhere.html")

    assert proof_of(output, publisher, tmp_path).differences.changed == (INDEX,)


def test_opened_stick_is_proven_by_the_bundle_on_it(publisher: Publisher, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    filled(stick, publisher, is_open=True)
    signed = signed_by(publisher, stick, tmp_path)

    assert prove_folder(stick, signed)
    (stick / "照片").mkdir()
    write(stick / "照片/a.jpg", b"own")
    assert prove_folder(stick, signed)


def test_front_page_of_a_stick_cannot_be_altered(publisher: Publisher, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    filled(stick, publisher, is_open=True)
    front = stick / "index.html"
    front.write_bytes(front.read_bytes().replace("甲村".encode(), "乙村".encode()))

    found = prove_folder(stick, signed_by(publisher, stick, tmp_path))

    assert found.differences.added == ("index.html",)


def test_pages_for_what_a_stick_lacks_are_proven_and_cannot_be_altered(
    publisher: Publisher, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    publisher.publish(FILES | {INDEX: LINKING}, BIG)
    filled(stick, publisher, is_open=True)
    signed = signed_by(publisher, stick, tmp_path)
    stub = stick / OUTSIDE

    proven = prove_folder(stick, signed)
    stub.write_bytes(stub.read_bytes().replace(b"gk.example", b"gk.evil"))

    assert proven
    assert prove_folder(stick, signed).differences.added == (OUTSIDE,)


def test_what_the_bundle_does_not_carry_is_not_called_proven(
    output: Path, publisher: Publisher, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    filled(stick, publisher)

    found = prove_folder(output, signed_by(publisher, stick, tmp_path))

    assert not found
    assert found.unproven == (f"{COUNTY}/search/index/terms.js",)
    assert not found.differences


def test_altered_bundle_proves_nothing(output: Path, publisher: Publisher, tmp_path: Path) -> None:
    for path in (publisher.folder / "packs").iterdir():
        path.write_bytes(path.read_bytes()[::-1])

    with pytest.raises(DisclosureError):
        proof_of(output, publisher, tmp_path)


def test_bundle_without_the_list_of_places_is_refused(
    output: Path, publisher: Publisher, tmp_path: Path
) -> None:
    publisher.publish({path: data for path, data in FILES.items() if path != "places.json"}, BIG)

    with pytest.raises(DisclosureError) as caught:
        proof_of(output, publisher, tmp_path)

    assert caught.value.problems[0].code == "bundle-bare"


def test_lists_of_other_keys_are_refused(
    output: Path, publisher: Publisher, tmp_path: Path
) -> None:
    other = Publisher(tmp_path / "other", make_keys(tmp_path / "other-keys"))
    other.publish(FILES, BIG)
    signed_root = (publisher.folder / "metadata/1.root.json").read_bytes()
    (tmp_path / "work").mkdir()

    with pytest.raises(DisclosureError) as caught:
        read_signed(FolderSource(other.folder), signed_root, NOON, tmp_path / "work")

    assert caught.value.problems[0].code == "list-unsigned"
    assert output.is_dir()


def test_sites_on_a_web_server_are_fetched_and_compared(
    output: Path, publisher: Publisher, tmp_path: Path
) -> None:
    signed = signed_by(publisher, publisher.folder, tmp_path)
    (output / PLAN).unlink()
    write(output / INDEX, NEW[INDEX])
    seen: list[tuple[int, int]] = []

    with served(output) as line:
        found = prove_line(LineSource(line.address), signed, lambda *one: seen.append(one))

    assert found.differences == Differences((), (PLAN,), (INDEX,))
    assert seen[-1] == (ALL, ALL)


PLAIN_PAGE = b"<!doctype html><html><body class='x'><h1>v</h1></body></html>"
ABOUT_COPY = f"{VILLAGE}/about-copy.html"


@pytest.fixture
def kiosk(publisher: Publisher, tmp_path: Path) -> Iterator[ThreadingHTTPServer]:
    """A terminal in the village that has not been up to date for two months."""
    publisher.publish(FILES | {ABOUT_COPY: PLAIN_PAGE, INDEX: PLAIN_PAGE}, BIG)
    home = home_of(tmp_path / "home", publisher)
    synced = update(home, publisher)
    write_last(home, Last(NOON.isoformat(), synced.until.isoformat(), "U盘"))
    later = NOON + timedelta(days=60)
    with make_server(home, lambda: later, "127.0.0.1", 0, kiosk=True) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


def proof_of_kiosk(server: ThreadingHTTPServer, signed: Signed) -> Proof:
    return prove_line(LineSource(f"http://127.0.0.1:{server.server_port}"), signed, lambda *_: None)


def test_words_of_a_terminal_above_its_pages_are_told_from_changes(
    kiosk: ThreadingHTTPServer, publisher: Publisher, tmp_path: Path
) -> None:
    signed = signed_by(publisher, publisher.folder, tmp_path)

    proof = proof_of_kiosk(kiosk, signed)

    assert proof.differences == Differences((), (f"{COUNTY}/search/index/terms.js",), ())
    assert proof.noted == (ABOUT_COPY, INDEX)


def test_terminal_that_tells_a_version_it_does_not_hold_is_found(
    kiosk: ThreadingHTTPServer, publisher: Publisher, tmp_path: Path
) -> None:
    publisher.publish(FILES | {ABOUT_COPY: PLAIN_PAGE, INDEX: PLAIN_PAGE, PLAN: b"%PDF"}, BIG)

    proof = proof_of_kiosk(kiosk, signed_by(publisher, publisher.folder, tmp_path))

    assert ABOUT_COPY in proof.differences.changed
    assert INDEX in proof.noted


@pytest.mark.parametrize(
    "words",
    [
        "<p class='x'>本站点数据截至 2026-11-22，已有 60 天没有更新</p>",
        NOTE.format("本站点数据截至 2026-11-22，已有 60 天没有更新<b>假</b>"),
        NOTE.format("请把钱汇到新账户"),
        NOTE.format(AGED.format(day="2026-11-22", days=60)) * 2,
        "<script>1</script>",
    ],
)
def test_other_words_above_a_page_are_a_change(
    output: Path, publisher: Publisher, tmp_path: Path, words: str
) -> None:
    publisher.publish(FILES | {INDEX: PLAIN_PAGE}, BIG)
    write(output / INDEX, PLAIN_PAGE.replace(b"<h1>", words.encode() + b"<h1>"))

    with served(output) as line:
        signed = signed_by(publisher, publisher.folder, tmp_path)
        found = prove_line(LineSource(line.address), signed, lambda *_: None)

    assert found.differences.changed == (INDEX,)


def test_server_that_never_ends_is_not_read_to_the_end(
    output: Path, publisher: Publisher, tmp_path: Path
) -> None:
    signed = signed_by(publisher, publisher.folder, tmp_path)

    with served(output, lambda _, answer: replace(answer, is_endless=True)) as line:
        found = prove_line(LineSource(line.address), signed, lambda *_: None)

    assert INDEX in found.differences.changed
