"""A mirror is brought to what was signed; forged, old and damaged bundles leave it as it was."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclosure.bundle.canonical import hash_of
from disclosure.mirror.checking import differences, missing
from disclosure.mirror.fetch import Fetcher
from disclosure.mirror.home import Home, Settings, make_home
from disclosure.mirror.source import FolderSource, LineSource
from disclosure.mirror.sync import sync
from disclosure.mirror.taking import Start, tar_of
from disclosure.problem import DisclosureError
from disclosure.trust.keys import Keys
from disclosure.trust.pledge import Archive
from tests.mirror.line import served
from tests.mirror.network import VILLAGE, Publisher, make_keys
from tests.mirror.point import BIG, FILES, HELD, HELD_NEW, INDEX, NEW, NOON, home_of, shown, update


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    return make_keys(tmp_path_factory.mktemp("keys") / "keys")


@pytest.fixture
def publisher(tmp_path: Path, keys: Keys) -> Publisher:
    made = Publisher(tmp_path / "stick", keys)
    made.publish(FILES, BIG)
    return made


@pytest.fixture
def home(tmp_path: Path, publisher: Publisher) -> Home:
    return home_of(tmp_path / "home", publisher)


def refused(home: Home, publisher: Publisher, now: datetime = NOON) -> str:
    with pytest.raises(DisclosureError) as raised:
        update(home, publisher, now)
    return raised.value.problems[0].code


def test_mirror_holds_its_site_the_pages_above_and_the_theme(
    home: Home, publisher: Publisher
) -> None:
    synced = update(home, publisher)

    assert shown(home) == HELD
    assert synced.release.number == 1
    assert not differences(home, home.current())


def test_nothing_new_changes_nothing(home: Home, publisher: Publisher) -> None:
    update(home, publisher)

    again = update(home, publisher)

    assert (again.changed, again.release.number, again.requests) == ((), 1, 2)


def test_one_new_article_is_a_delta_and_what_did_not_change_is_not_asked_for(
    home: Home, publisher: Publisher
) -> None:
    update(home, publisher)
    new = FILES | {INDEX: b"<p>village, new</p>" * 40}
    publisher.publish(new, BIG)

    synced = update(home, publisher)

    assert synced.changed == (VILLAGE,)
    assert shown(home)[INDEX] == new[INDEX]
    assert shown(home)[f"{VILLAGE}/files/plan.pdf"] == BIG[f"{VILLAGE}/files/plan.pdf"]
    assert synced.requests == 5  # root, timestamp, snapshot, the township's list, one delta


def test_without_a_delta_the_pack_is_taken(home: Home, publisher: Publisher) -> None:
    update(home, publisher)
    publisher.publish(FILES | {INDEX: b"<p>new</p>"}, BIG)
    shutil.rmtree(publisher.folder / "deltas")

    update(home, publisher)

    assert shown(home)[INDEX] == b"<p>new</p>"


def test_archive_that_is_here_is_not_asked_for_again(home: Home, publisher: Publisher) -> None:
    update(home, publisher)
    kept = home.current().parts[0][-1][0]
    fetcher = Fetcher(FolderSource(publisher.folder), home.staged)

    tar = tar_of(home, fetcher, Archive(kept, 0, 0), Start())

    assert (hash_of(tar), fetcher.requests) == (kept, 0)


def test_wrong_delta_is_not_believed(home: Home, publisher: Publisher) -> None:
    update(home, publisher)
    publisher.publish(FILES | {INDEX: b"<p>new</p>"}, BIG)
    for path in (publisher.folder / "deltas").rglob("*.zst"):
        path.write_bytes(path.read_bytes()[::-1])

    update(home, publisher)

    assert shown(home)[INDEX] == b"<p>new</p>"


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory, keys: Keys) -> Path:
    """A mirror that holds the first release, and a stick with the second."""
    folder = tmp_path_factory.mktemp("second")
    publisher = Publisher(folder / "stick", keys)
    publisher.publish(FILES, BIG)
    update(home_of(folder / "home", publisher), publisher)
    publisher.publish(NEW, BIG)
    return folder


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_byte_flipped_in_any_file_is_refused_or_harmless(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory, second: Path
) -> None:
    folder = tmp_path_factory.mktemp("flip")
    shutil.copytree(second, folder, dirs_exist_ok=True)
    home, source = Home(folder / "home"), folder / "stick"
    old = shown(home)
    files = sorted(path for path in source.rglob("*") if path.is_file())
    path = data.draw(st.sampled_from(files))
    content = bytearray(path.read_bytes())
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(content)

    try:
        sync(home, FolderSource(source), NOON)
    except DisclosureError:
        assert shown(home) == old
    else:
        assert shown(home) == HELD_NEW
    assert not differences(home, home.current())
    shutil.rmtree(folder)


def test_older_stick_is_refused_and_the_new_content_stays(
    home: Home, publisher: Publisher, tmp_path: Path
) -> None:
    old = tmp_path / "old"
    shutil.copytree(publisher.folder, old)
    publisher.publish(FILES | {INDEX: b"<p>new</p>"}, BIG)
    update(home, publisher)

    publisher.folder = old

    assert refused(home, publisher) == "list-older"
    assert shown(home)[INDEX] == b"<p>new</p>"


def test_clock_that_has_stopped_does_not_make_an_old_bundle_new(
    home: Home, publisher: Publisher
) -> None:
    publisher.publish(FILES | {INDEX: b"<p>new</p>"}, BIG, date(2027, 3, 1))
    update(home, publisher, datetime(2027, 3, 1, tzinfo=UTC))
    stale = publisher.folder / "metadata/timestamp.json"
    assert stale.exists()

    assert update(home, publisher, datetime(1980, 1, 1, tzinfo=UTC)).changed == ()
    assert refused(home, publisher, datetime(2031, 1, 1, tzinfo=UTC)) == "list-expired"


def test_history_that_was_rewritten_is_noticed(
    home: Home, publisher: Publisher, keys: Keys, tmp_path: Path
) -> None:
    update(home, publisher)
    publisher.publish(FILES | {INDEX: b"<p>2</p>"}, BIG)
    publisher.publish(FILES | {INDEX: b"<p>3</p>"}, BIG)
    assert update(home, publisher).warnings == ()
    history = publisher.folder / f"history/{VILLAGE}.txt"
    publisher.publish(FILES | {INDEX: b"<p>4</p>"}, BIG)
    publisher.publish(FILES | {INDEX: b"<p>5</p>"}, BIG)
    lines = history.read_text().splitlines()
    lines[3] = "0" * 64
    history.write_text("\n".join(lines) + "\n")

    warnings = update(home, publisher).warnings

    assert [(one.code, one.value) for one in warnings] == [("history-changed", VILLAGE)]
    assert [one.code for one in update(home, publisher).warnings] == ["history-changed"]


def test_withdrawn_content_is_gone_from_the_old_release_too(
    home: Home, publisher: Publisher
) -> None:
    update(home, publisher)
    left = {path: data for path, data in FILES.items() if "road" not in path}
    publisher.publish(left, BIG, withdrawn=True)

    synced = update(home, publisher)

    assert synced.forgotten == (VILLAGE,)
    assert home.releases() == [2]
    texts = [path.read_bytes() for path in home.folder.rglob("*") if path.is_file()]
    assert not any(b"<p>road</p>" in text for text in texts)


def test_two_releases_are_kept(home: Home, publisher: Publisher) -> None:
    for number in range(4):
        publisher.publish(FILES | {INDEX: b"<p>%d</p>" % number}, BIG)
        update(home, publisher)

    assert home.releases() == [3, 4]
    assert not list(missing(home, home.release(3)))
    assert len(list((home.folder / "sites").glob(f"{VILLAGE}-pages-*[0-9a-f]"))) == 2


def test_update_goes_on_where_it_broke_off(home: Home, publisher: Publisher) -> None:
    source = FolderSource(publisher.folder)
    whole = source.read

    def broken(path: str, start: int = 0):  # type: ignore[no-untyped-def]
        for chunk in whole(path, start):
            if path.startswith("blobs/") and not start:
                yield chunk[:30_000]
                raise OSError(0, "拔掉了")
            yield chunk

    source.read = broken  # type: ignore[method-assign]
    with pytest.raises(DisclosureError, match="拔掉了"):
        sync(home, source, NOON)
    assert home.current().number == 0
    asked = []

    def counted(path: str, start: int = 0):  # type: ignore[no-untyped-def]
        asked.append((path.partition("/")[0], start))
        return whole(path, start)

    source.read = counted  # type: ignore[method-assign]
    sync(home, source, NOON)

    assert ("blobs", 30_000) in asked
    assert not differences(home, home.current())


def test_source_removed_half_way_leaves_the_old_release(home: Home, publisher: Publisher) -> None:
    update(home, publisher)
    old = shown(home)
    publisher.publish(FILES | {INDEX: b"<p>new</p>"}, BIG)
    shutil.rmtree(publisher.folder / "deltas")
    shutil.rmtree(publisher.folder / "packs")

    assert refused(home, publisher) == "bundle-file-missing"
    assert shown(home) == old


def test_full_disk_is_told_before_anything_is_fetched(
    home: Home, publisher: Publisher, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(home.folder)._replace(free=1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)

    assert refused(home, publisher) == "mirror-no-room"
    assert not (home.folder / "staged").exists()


def test_two_updates_at_once_are_one(home: Home, publisher: Publisher) -> None:
    with home.alone():
        assert refused(home, publisher) == "mirror-busy"


def test_unknown_site_is_told(tmp_path: Path, publisher: Publisher) -> None:
    root = (publisher.folder / "metadata/1.root.json").read_bytes()
    home = make_home(tmp_path / "other", Settings("990121100999", "x"), root)

    with pytest.raises(DisclosureError) as raised:
        update(home, publisher)

    (problem,) = raised.value.problems
    assert problem.code == "site-not-signed"
    assert problem.message_zh.endswith(
        f"里没有 990121100999 的网站；那里有 {VILLAGE}、990121100、990121、9901"
    )
    assert "--division" in problem.hint_zh


def test_line_names_the_sites_of_the_lists_that_were_fetched(
    tmp_path: Path, publisher: Publisher
) -> None:
    root = (publisher.folder / "metadata/1.root.json").read_bytes()
    home = make_home(tmp_path / "other", Settings("990121100999", "x"), root)

    with (
        served(publisher.folder) as line,
        pytest.raises(DisclosureError, match=f"those of {VILLAGE}, 990121100, 990121"),
    ):
        sync(home, LineSource(line.address), NOON)


def test_bundle_that_has_expired_is_refused_and_the_old_content_stays(
    home: Home, publisher: Publisher
) -> None:
    update(home, publisher)
    old = shown(home)

    assert refused(home, publisher, NOON + timedelta(days=60)) == "list-expired"
    assert shown(home) == old


def test_damaged_file_is_found(home: Home, publisher: Publisher) -> None:
    update(home, publisher)
    archives = home.current().sites[VILLAGE].parts["pages"]
    page = home.part(VILLAGE, "pages", archives) / INDEX
    page.write_bytes(page.read_bytes()[::-1])
    page.with_name("more.html").write_bytes(b"x")

    found = differences(home, home.current())

    assert (found.changed, found.added) == ((INDEX,), (f"{VILLAGE}/more.html",))
