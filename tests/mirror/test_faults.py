"""Lines, sticks and servers that fail: the old release is shown, and people are told what to do."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from disclosure.mirror.checking import differences
from disclosure.mirror.home import Home
from disclosure.mirror.patience import Patience
from disclosure.mirror.source import FolderSource, LineSource
from disclosure.mirror.sync import Synced, sync
from disclosure.mirror.telling import said
from disclosure.problem import DisclosureError
from tests.mirror.line import Answer, Line, Trick, served, without_ranges
from tests.mirror.network import VILLAGE, Publisher, make_keys
from tests.mirror.point import BIG, FILES, HELD, HELD_NEW, INDEX, NEW, NOON, home_of, shown, update

BLOBS = "blobs/"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A mirror that holds the first release, an empty one, and a bundle with three more."""
    folder = tmp_path_factory.mktemp("faults")
    publisher = Publisher(folder / "bundle", make_keys(folder / "keys"))
    publisher.publish(FILES, BIG)
    home_of(folder / "empty", publisher)
    update(home_of(folder / "home", publisher), publisher)
    for number in range(2):
        publisher.publish(NEW | {INDEX: b"<p>%d</p>" % number}, BIG)
    publisher.publish(NEW, BIG)
    return folder


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "place"))


@pytest.fixture
def line(place: Path) -> Iterator[Line]:
    with served(place / "bundle") as found:
        yield found


def fetch(home: Home, line: Line, now: datetime = NOON) -> Synced:
    return sync(home, LineSource(line.address), now)


def told(home: Home, line: Line, now: datetime = NOON) -> str:
    """Return what people are told of an update that was refused."""
    with pytest.raises(DisclosureError) as raised:
        fetch(home, line, now)
    return "\n".join(said(raised.value.problems))


def of(start: str, change: Trick) -> Trick:
    """Return a trick for the files whose names begin so."""
    return lambda name, answer: change(name, answer) if name.startswith(start) else answer


@pytest.mark.parametrize("name", ["home", "empty"])
def test_line_brings_what_was_signed(place: Path, line: Line, name: str) -> None:
    fetch(Home(place / name), line)

    assert shown(Home(place / name)) == HELD_NEW


@settings(max_examples=60)
@given(data=st.data())
def test_byte_flipped_on_the_line_is_refused_or_harmless(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory, made: Path
) -> None:
    folder = tmp_path_factory.mktemp("flip")
    shutil.copytree(made / "home", folder / "home")
    home = Home(folder / "home")
    files = [path for path in (made / "bundle").rglob("*") if path.is_file()]
    flipped = data.draw(st.sampled_from(sorted(files))).relative_to(made / "bundle").as_posix()

    def flip(_name: str, answer: Answer) -> Answer:
        body = bytearray(answer.body)
        if body:
            body[data.draw(st.integers(0, len(body) - 1))] ^= data.draw(st.integers(1, 255))
        return replace(answer, body=bytes(body))

    with served(made / "bundle", of(flipped, flip)) as line:
        try:
            fetch(home, line)
        except DisclosureError:
            assert shown(home) == HELD
        else:
            assert shown(home) == HELD_NEW
    assert not differences(home, home.current())
    shutil.rmtree(folder)


@pytest.mark.parametrize("start", ["metadata/timestamp", "metadata/", "packs/", BLOBS])
def test_file_that_breaks_off_is_fetched_to_its_end_the_next_time(
    place: Path, line: Line, start: str
) -> None:
    line.trick = of(start, lambda _, answer: replace(answer, claimed=len(answer.body) + 99))
    home = Home(place / "empty")

    assert "下载中断。请检查网络或U盘，稍后再试；本机继续显示原来的内容" in told(home, line)
    assert home.current().number == 0
    line.trick = lambda _, answer: answer
    fetch(home, line)

    assert shown(home) == HELD_NEW


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("metadata/timestamp", "签名清单损坏或不完整，没有采用。请重新拷贝或下载"),
        ("packs/", "还没有读完就断了。请检查网络或U盘"),
        (BLOBS, "还没有读完就断了。请检查网络或U盘"),
    ],
)
def test_length_that_is_said_too_short_is_survived(
    place: Path, line: Line, start: str, words: str
) -> None:
    def cut(_: str, answer: Answer) -> Answer:
        half = len(answer.body) // 2
        return replace(answer, body=answer.body[:half], claimed=half)

    line.trick = of(start, cut)
    home = Home(place / "empty")

    assert words in told(home, line)
    assert home.current().number == 0
    line.trick = lambda _, answer: answer
    fetch(home, line)

    assert shown(home) == HELD_NEW


@pytest.mark.parametrize("start", ["metadata/", "packs/", BLOBS, "deltas/", "history/", ""])
def test_data_without_end_is_refused_or_done_without(place: Path, line: Line, start: str) -> None:
    line.trick = of(start, lambda _, answer: replace(answer, is_endless=True))
    home = Home(place / "home")

    try:
        fetch(home, line)
    except DisclosureError:
        assert shown(home) == HELD
    else:
        assert shown(home) == HELD_NEW
    assert sum(path.stat().st_size for path in home.folder.rglob("*")) < 1 << 20


def test_redirect_to_another_host_is_not_followed(place: Path, line: Line) -> None:
    with served(place / "bundle") as other:
        line.trick = lambda name, _: Answer(302, headers={"Location": f"{other.address}/{name}"})

        words = told(Home(place / "home"), line)

        assert "对方要求转到别的网址，没有跟去；请核对来源的网址" in words
        assert other.asked == []
    assert shown(Home(place / "home")) == HELD


def test_server_that_says_come_back_in_a_year_is_not_waited_for(place: Path, line: Line) -> None:
    line.trick = lambda _name, _answer: Answer(503, headers={"Retry-After": "31536000"})

    assert "对方答复 503。请检查网络" in told(Home(place / "home"), line)


def test_history_is_read_where_the_server_knows_no_ranges(place: Path, line: Line) -> None:
    home = Home(place / "home")
    line.trick = without_ranges(line)

    synced = fetch(home, line)

    assert (f"history/{VILLAGE}.txt", "bytes=65-") in line.asked
    assert synced.warnings == ()
    assert shown(home) == HELD_NEW


def test_download_that_broke_off_is_begun_anew_where_the_server_knows_no_ranges(
    place: Path, line: Line
) -> None:
    home = Home(place / "empty")
    line.trick = of(BLOBS, lambda _, answer: replace(answer, claimed=99, body=answer.body[:99]))
    told(home, line)
    line.trick = without_ranges(line)

    fetch(home, line)

    assert any(name.startswith(BLOBS) and wanted == "bytes=99-" for name, wanted in line.asked)
    assert shown(home) == HELD_NEW


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("metadata/timestamp", "缺少签名清单"),
        ("metadata/5.", "缺少签名清单"),
        ("packs/", "缺少 packs/"),
        (BLOBS, "缺少 blobs/"),
    ],
)
def test_file_that_is_gone_in_the_middle_is_told(
    place: Path, line: Line, start: str, words: str
) -> None:
    line.trick = of(start, lambda _name, _answer: Answer(404))
    home = Home(place / "empty")

    said_first = told(home, line)

    assert words in said_first
    assert "Errno" not in said_first
    assert home.current().number == 0


def test_lists_may_come_packed_and_packs_as_if_they_were(place: Path, line: Line) -> None:
    """Web servers pack lists on the way, and some call a pack packed because of its name."""

    def pack(name: str, answer: Answer) -> Answer:
        if name.endswith(".json") and answer.body:
            body, headers = gzip.compress(answer.body), {"Content-Encoding": "gzip"}
            return replace(answer, body=body, headers=headers)
        if name.endswith(".zst"):
            return replace(answer, headers={"Content-Encoding": "zstd"})
        return answer

    line.trick = pack

    fetch(Home(place / "empty"), line)

    assert shown(Home(place / "empty")) == HELD_NEW


def test_list_that_unpacks_without_end_is_refused(place: Path, line: Line) -> None:
    bomb = gzip.compress(bytes(64 << 20))
    packed = {"Content-Encoding": "gzip"}
    line.trick = of(
        "metadata/timestamp", lambda _, answer: replace(answer, body=bomb, headers=packed)
    )

    assert "签名清单损坏或不完整，没有采用" in told(Home(place / "home"), line)


def test_page_that_asks_people_to_log_in_is_not_taken_for_lists(place: Path, line: Line) -> None:
    line.trick = lambda _name, _answer: Answer(200, b"<!doctype html><h1>please log in</h1>")

    assert "没有采用" in told(Home(place / "home"), line)
    assert shown(Home(place / "home")) == HELD


@pytest.mark.parametrize("start", ["metadata/timestamp", "packs/", BLOBS])
def test_server_that_sends_a_byte_now_and_then_is_not_waited_for(
    place: Path, line: Line, start: str
) -> None:
    line.trick = of(start, lambda _, answer: replace(answer, slow="body"))
    home = Home(place / "empty" if start in ("packs/", BLOBS) else place / "home")
    before = shown(home)

    with pytest.raises(DisclosureError) as raised:
        sync(home, LineSource(line.address, Patience(0.3, 4096)), NOON)

    assert re.search(r"对方发得太慢，0\.3 秒里只有 \d+ 字节", said(raised.value.problems)[0])
    assert shown(home) == before


def test_server_that_never_comes_to_an_answer_is_not_waited_for(place: Path, line: Line) -> None:
    line.trick = lambda _, answer: replace(answer, slow="head")
    home = Home(place / "home")

    with pytest.raises(DisclosureError) as raised:
        sync(home, LineSource(line.address, Patience(0.3, 1)), NOON)

    assert "对方在 0.3 秒里没有答复。请检查网络" in said(raised.value.problems)[0]
    assert shown(home) == HELD


def test_slow_line_that_brings_enough_is_waited_for(place: Path, line: Line) -> None:
    line.trick = of("metadata/timestamp", lambda _, answer: replace(answer, slow="body"))
    home = Home(place / "home")

    sync(home, LineSource(line.address, Patience(0.1, 1)), NOON)

    assert shown(home) == HELD_NEW


def test_server_that_is_not_there_is_told(place: Path) -> None:
    with served(place / "bundle") as line:
        pass

    assert "网络不通，或者对方没有应答" in told(Home(place / "home"), line)


@pytest.mark.parametrize("year", [1970, 1980, 2031])
def test_wrong_clock_leaves_what_is_shown(place: Path, line: Line, year: int) -> None:
    home, now = Home(place / "home"), datetime(year, 1, 1, tzinfo=UTC)

    if year > NOON.year:
        assert "已过有效期。请换用最近制作的离线包；本机日期不对的，请先校准" in told(
            home, line, now
        )
        assert shown(home) == HELD
    else:
        fetch(home, line, now)
        assert shown(home) == HELD_NEW


def test_expired_lists_are_refused_over_the_line_too(place: Path, line: Line) -> None:
    home = Home(place / "home")

    assert "已过有效期" in told(home, line, NOON + timedelta(days=60))
    assert shown(home) == HELD


def test_stick_that_vanishes_at_any_file_leaves_a_whole_release(
    place: Path, tmp_path: Path
) -> None:
    """It is pulled out before the first file, before the second, and so on to the last."""
    outcomes, words = [], list[str]()
    for count in range(20):
        folder = Path(shutil.copytree(place, tmp_path / f"{count}"))
        home, source = Home(folder / "home"), FolderSource(folder / "bundle")
        pull_out_after(source, count, folder / "bundle")

        try:
            sync(home, source, NOON)
        except DisclosureError as error:
            words.extend(said(error.problems))
        outcomes.append(shown(home) == HELD_NEW)
        assert shown(home) in (HELD, HELD_NEW)
        assert not differences(home, home.current())

    assert (outcomes[0], outcomes[-1]) == (False, True)
    assert [one for one in words if "原来的内容" not in one] == []


def pull_out_after(source: FolderSource, count: int, folder: Path) -> None:
    """Let a stick be gone when one more file than `count` is asked for."""
    whole, left = source.read, count

    def read(path: str, start: int = 0) -> Iterator[bytes]:
        nonlocal left
        left -= 1
        if left < 0:
            shutil.rmtree(folder, ignore_errors=True)
        return whole(path, start)

    source.read = read  # type: ignore[method-assign]


def test_file_that_changes_between_fetching_and_use_is_refused_and_fetched_again(
    place: Path, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bit flips on the way to the disk: what is used is read from there."""
    home, synced_to_disk = Home(place / "empty"), os.fsync

    def flip(handle: int) -> None:
        synced_to_disk(handle)
        path = Path(f"/proc/self/fd/{handle}").readlink()
        if path.parent == home.staged:
            path.write_bytes(bytes([path.read_bytes()[0] ^ 1]) + path.read_bytes()[1:])

    monkeypatch.setattr(os, "fsync", flip)
    words = told(home, line)
    monkeypatch.undo()

    assert "损坏或被改动过，没有采用。请重新拷贝或下载" in words
    assert home.current().number == 0
    fetch(home, line)
    assert shown(home) == HELD_NEW


SYNC = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from disclosure.mirror.home import Home
from disclosure.mirror.patience import Patience
from disclosure.mirror.source import LineSource
from disclosure.mirror.sync import sync
from disclosure.problem import DisclosureError
try:
    sync(Home(Path(sys.argv[1])), LineSource(sys.argv[2]), datetime.fromisoformat(sys.argv[3]))
except DisclosureError as error:
    sys.exit(error.problems[0].code)
"""


def test_of_two_updates_at_once_the_second_is_told_to_wait(place: Path, line: Line) -> None:
    """The second comes while the first waits for a file, and in a process of its own."""
    home = Home(place / "home")
    arguments = [str(home.folder), line.address, NOON.isoformat()]
    seconds = []

    def start_second(_: str, answer: Answer) -> Answer:
        done = subprocess.run(
            [sys.executable, "-c", SYNC, *arguments], capture_output=True, text=True, check=False
        )
        seconds.append((done.returncode, done.stderr.strip()))
        return answer

    line.trick = of("metadata/timestamp", start_second)

    fetch(home, line)

    assert seconds == [(1, "mirror-busy")]
    assert shown(home) == HELD_NEW
