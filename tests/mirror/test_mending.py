"""Files of a mirror that are gone or damaged: found by the next update, and brought back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.mirror.__main__ import main
from disclosure.mirror.checking import differences
from disclosure.mirror.home import Home
from disclosure.mirror.source import FolderSource
from disclosure.mirror.standing import Last, write_last
from disclosure.mirror.sync import Synced, sync
from tests.mirror.network import VILLAGE, Publisher, make_keys
from tests.mirror.point import BIG, FILES, HELD, INDEX, NOON, home_of, shown, update

PLAN = next(iter(BIG))
OWN = {"mirror.json", "root.json"}  # what init was told: nothing says how they were


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mending")
    publisher = Publisher(folder / "stick", make_keys(folder / "keys"))
    publisher.publish(FILES, BIG)
    update(home_of(folder / "home", publisher), publisher)
    return folder


@pytest.fixture
def stick(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made / "stick", tmp_path / "stick"))


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Home:
    return Home(Path(shutil.copytree(made / "home", tmp_path / "home")))


def again(home: Home, stick: Path) -> Synced:
    return sync(home, FolderSource(stick), NOON, again=True)


def pages(home: Home) -> Path:
    return home.part(VILLAGE, "pages", home.current().sites[VILLAGE].parts["pages"])


def manifest(home: Home) -> Path:
    return pages(home).with_name(pages(home).name + ".jsonl")


@pytest.mark.parametrize(
    "damage",
    [
        lambda home: (pages(home) / INDEX).unlink(),
        lambda home: (pages(home) / INDEX).write_bytes(b""),
        lambda home: (pages(home) / PLAN).write_bytes(b"%PDF"),
        lambda home: shutil.rmtree(pages(home) / VILLAGE),
        lambda home: shutil.rmtree(pages(home)),
        lambda home: manifest(home).unlink(),
        lambda home: manifest(home).write_bytes(b""),
        lambda home: manifest(home).write_bytes(manifest(home).read_bytes()[9:]),
    ],
)
def test_what_is_gone_or_cut_short_is_brought_back_by_any_update(
    home: Home, stick: Path, damage: Callable[[Home], object]
) -> None:
    damage(home)

    synced = sync(home, FolderSource(stick), NOON)

    assert (synced.mended, synced.changed, synced.release.number) == ((VILLAGE,), (), 1)
    assert shown(home) == HELD
    assert not differences(home, home.current())
    assert list((home.folder / "sites").glob("*.aside")) == []


def test_page_comes_from_the_archive_that_is_kept_and_nothing_is_fetched(
    home: Home, stick: Path
) -> None:
    (pages(home) / INDEX).unlink()

    assert sync(home, FolderSource(stick), NOON).requests == 2


@pytest.mark.parametrize("data", [b"", b"\x28\xb5\x2f\xfd\xc0\0" + b"\xff" * 8])
def test_archive_that_is_damaged_too_is_fetched(home: Home, stick: Path, data: bytes) -> None:
    """One that says it unpacks to 16 EiB is not asked to."""
    (pages(home) / INDEX).unlink()
    for path in (home.folder / "archives").iterdir():
        path.write_bytes(data)

    sync(home, FolderSource(stick), NOON)

    assert shown(home) == HELD


def test_altered_page_is_brought_back_where_all_are_read_again(home: Home, stick: Path) -> None:
    page = pages(home) / INDEX
    page.write_bytes(page.read_bytes()[::-1])

    synced = again(home, stick)

    assert synced.mended == (VILLAGE,)
    assert shown(home) == HELD


def test_file_that_somebody_put_there_is_gone_where_all_are_read_again(
    home: Home, stick: Path
) -> None:
    (pages(home) / f"{VILLAGE}/more.html").write_bytes(b"x")

    again(home, stick)

    assert shown(home) == HELD


@settings(max_examples=100)
@given(data=st.data())
def test_byte_flipped_or_file_cut_short_anywhere_in_a_mirror_is_mended(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory, made: Path
) -> None:
    folder = tmp_path_factory.mktemp("rot")
    home = Home(Path(shutil.copytree(made / "home", folder / "home")))
    write_last(home, Last(NOON.isoformat(), (NOON + timedelta(45)).isoformat(), "U盘"))
    files = [path for path in home.folder.rglob("*") if path.is_file() and path.name not in OWN]
    path = data.draw(st.sampled_from(sorted(files)))
    content = bytearray(path.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    if data.draw(st.booleans()):
        del content[place:]
    else:
        content[place] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(content)

    again(home, made / "stick")

    assert shown(home) == HELD
    assert not differences(home, home.current())
    shutil.rmtree(folder)


def test_clerk_is_told_what_to_type_and_what_was_mended(
    home: Home, stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = pages(home) / INDEX
    page.write_bytes(page.read_bytes()[::-1])

    assert main(["verify", "--home", str(home.folder)]) == 1
    assert "请运行 mirror sync --again 补好" in capsys.readouterr().err
    assert sync(home, FolderSource(stick), NOON, again=True).mended == (VILLAGE,)
    assert main(["verify", "--home", str(home.folder)]) == 0


def test_content_of_a_day_far_ahead_does_not_shut_out_later_lists(
    tmp_path: Path, made: Path
) -> None:
    """A county that signs a wrong day must not silence all of its villages for ever."""
    publisher = Publisher(tmp_path / "county", make_keys(tmp_path / "keys"))
    publisher.publish(FILES, BIG)
    home = home_of(tmp_path / "village", publisher)
    before = publisher.repository.pledges()[VILLAGE]
    ahead = type(before)(VILLAGE, 2, date(9999, 12, 30), "0" * 64, 0, before.parts)
    publisher.repository.publish([ahead], (), NOON.date())
    synced = update(home, publisher)
    write_last(home, Last(NOON.isoformat(), synced.until.isoformat(), "U盘"))

    publisher.publish(FILES | {INDEX: b"<p>later</p>"}, BIG, NOON.date() + timedelta(1))
    update(home, publisher, NOON + timedelta(1))

    assert shown(home)[INDEX] == b"<p>later</p>"
