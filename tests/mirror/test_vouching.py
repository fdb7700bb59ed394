"""Whoever changes what a mirror shows, and all that is written beside it, is found out."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import zstandard

from disclosure.bundle.canonical import hash_of
from disclosure.bundle.joined import state_of
from disclosure.bundle.manifest import Line, write_manifest
from disclosure.bundle.tar import Member, read_tar, write_tar
from disclosure.mirror.checking import differences
from disclosure.mirror.home import Home
from disclosure.mirror.source import FolderSource
from disclosure.mirror.sync import sync
from disclosure.problem import DisclosureError
from tests.mirror.network import VILLAGE, Publisher, make_keys
from tests.mirror.point import BIG, FILES, INDEX, NEW, NOON, home_of, shown, update

FALSE = b"<p>false</p>" * 40


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("vouching")
    publisher = Publisher(folder / "stick", make_keys(folder / "keys"))
    publisher.publish(FILES, BIG)
    update(home_of(folder / "home", publisher), publisher)
    publisher.publish(NEW, BIG)
    return folder


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Home:
    return Home(Path(shutil.copytree(made / "home", tmp_path / "home")))


def pages(home: Home) -> Path:
    return home.part(VILLAGE, "pages", home.current().sites[VILLAGE].parts["pages"])


def alter(home: Home) -> None:
    """Put another page in place of one, and write the manifest of the part anew."""
    folder = pages(home)
    (folder / INDEX).write_bytes(FALSE)
    lines = [
        Line(path.relative_to(folder).as_posix(), path.stat().st_size, hash_of(path.read_bytes()))
        for path in folder.rglob("*")
        if path.is_file()
    ]
    folder.with_name(f"{folder.name}.jsonl").write_bytes(write_manifest(lines))


def alter_all(home: Home) -> None:
    """Do so, and make an archive, a release and a folder that agree with it."""
    alter(home)
    (old,) = home.current().sites[VILLAGE].parts["pages"]
    tar = zstandard.decompress(home.archive(old).read_bytes())
    members = [Member(path, FALSE if path == INDEX else data) for path, data in read_tar(tar, "")]
    new = write_tar(members)
    home.archive(hash_of(new)).write_bytes(zstandard.compress(new))
    record = home.folder / "releases/1.json"
    record.write_text(record.read_text().replace(old, hash_of(new)))
    for path in (home.folder / "sites").glob(f"*{state_of([old])[:16]}*"):
        path.rename(str(path).replace(state_of([old])[:16], state_of([hash_of(new)])[:16]))


def test_page_whose_manifest_agrees_with_it_is_found(home: Home) -> None:
    alter(home)

    assert INDEX in differences(home, home.current()).changed


def test_link_or_folder_in_place_of_a_page_is_found(home: Home, tmp_path: Path) -> None:
    page, road = pages(home) / INDEX, pages(home) / VILLAGE / "articles/road.html"
    page.rename(tmp_path / "elsewhere.html")
    page.symlink_to(tmp_path / "elsewhere.html")
    road.unlink()
    road.mkdir()

    found = differences(home, home.current())

    assert (found.changed, found.missing) == ((INDEX,), (f"{VILLAGE}/articles/road.html",))


def test_manifest_that_was_altered_is_found(home: Home) -> None:
    manifest = pages(home).with_name(f"{pages(home).name}.jsonl")
    manifest.write_bytes(b"x" + manifest.read_bytes())

    assert differences(home, home.current()).changed == (manifest.name,)


def test_page_whose_archive_and_release_agree_with_it_is_found(home: Home) -> None:
    alter_all(home)

    assert shown(home)[INDEX] == FALSE
    assert differences(home, home.current()).changed == ("releases/1.json",)


def test_both_are_brought_back_by_the_next_update(home: Home, made: Path) -> None:
    alter_all(home)

    sync(home, FolderSource(made / "stick"), NOON)

    assert shown(home)[INDEX] == NEW[INDEX]
    assert not differences(home, home.current())


@pytest.mark.parametrize("name", ["timestamp.json", "snapshot.json", f"{VILLAGE[:9]}.json"])
def test_list_that_is_altered_vouches_for_nothing(home: Home, name: str) -> None:
    path = home.lists(1) / name
    about = json.loads(path.read_text())
    about["signed"]["version"] += 1
    path.write_text(json.dumps(about))

    assert differences(home, home.current()).changed == ("releases/1.json",)


def test_lists_that_are_newer_than_what_is_shown_change_nothing(
    home: Home, made: Path, tmp_path: Path
) -> None:
    """An update took the lists and broke off before the packs came."""
    stick = Path(shutil.copytree(made / "stick", tmp_path / "stick"))
    for top in ("packs", "deltas"):
        shutil.rmtree(stick / top)

    with pytest.raises(DisclosureError):
        sync(home, FolderSource(stick), NOON)

    assert not differences(home, home.current())


def test_mirror_from_before_lists_were_kept_has_those_it_knows(home: Home) -> None:
    shutil.rmtree(home.lists(1))

    assert not differences(home, home.current())
    alter_all(home)
    assert differences(home, home.current())


def test_lists_go_with_their_release(home: Home, made: Path, tmp_path: Path) -> None:
    publisher = Publisher(tmp_path / "county", make_keys(tmp_path / "keys"))
    publisher.publish(FILES, BIG)
    point = home_of(tmp_path / "point", publisher)
    for number in range(4):
        publisher.publish(FILES | {INDEX: b"%d" % number}, BIG)
        update(point, publisher)

    kept = sorted(path.name for path in (point.folder / "releases").iterdir())

    assert kept == ["3", "3.json", "4", "4.json"]
    assert not differences(point, point.release(3))
