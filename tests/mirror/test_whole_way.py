"""From content to a village: built, signed, fetched, changed, carried, pulled out, shown."""

from __future__ import annotations

import os
import signal
import sys
import threading
import urllib.request
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from disclosure.mirror.__main__ import main as mirror
from disclosure.mirror.checking import differences
from disclosure.mirror.home import Home
from disclosure.mirror.server import make_server
from tasks import program
from tests.mirror.line import served
from tests.mirror.test_interruptions import in_child
from tests.sites.trees import copy_small

VILLAGE = "990101100201"
ENTRY = f"content/9901/990101/990101100/{VILLAGE}/notices/pond-lease.md"
PAGE = f"{VILLAGE}/notices/pond-lease.html"
NEWS = "承包期满后由村民小组重新公示"
TODAY = datetime.now(UTC).date().isoformat()  # the mirror's program reads the clock
WELL, KILLED = 0, signal.SIGKILL


class Office:
    """The county's machine: content, sites, keys and a bundle, each made by a command."""

    def __init__(self, folder: Path) -> None:
        self.root, self.bundle = copy_small(folder), folder / "bundle"
        self.keys = folder / "keys"
        self.run("keys", "make", "--development", "--keys", str(self.keys))

    def run(self, *command: str) -> None:
        done = CliRunner().invoke(program, [*command, "--root", str(self.root)])
        assert done.exit_code == 0, done.output

    def publish(self) -> None:
        self.run("build", "--as-of", TODAY, "--jobs", "1")
        out, keys = ("--out", str(self.bundle)), ("--keys", str(self.keys))
        self.run("bundle", *out, *keys, "--as-of", TODAY)

    def change(self) -> None:
        entry = self.root / ENTRY
        entry.write_text(f"{entry.read_text('utf-8').rstrip()}\n\n{NEWS}。\n", "utf-8")


def page_of(home: Home) -> str:
    """Return the page of the entry as the village's own server shows it."""
    server = make_server(home, lambda: datetime.now(UTC), "127.0.0.1", 0, kiosk=False)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_port}/{PAGE}"
        with urllib.request.urlopen(address, timeout=10) as answer:
            return str(answer.read().decode())
    finally:
        server.shutdown()
        server.server_close()


def pull_the_plug_during(*command: str) -> int:
    """Run a command of the mirror and kill it when it gives a new folder its name."""

    def run() -> None:
        def hook(event: str, about: tuple[object, ...]) -> None:
            if event == "os.rename" and str(about[0]).endswith(".new"):
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        mirror(command)

    return os.WTERMSIG(in_child(run))


@pytest.mark.slow
def test_entry_goes_its_whole_way_from_the_county_to_a_village(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office, home, stick = Office(tmp_path), Home(tmp_path / "village"), tmp_path / "stick"
    village = ("--home", str(home.folder))

    # The county builds, packs and signs; the village fetches over the line into an empty folder.
    office.publish()
    with served(office.bundle) as line:
        assert mirror(["init", *village, "--division", VILLAGE, "--source", line.address]) == WELL
        assert mirror(["sync", *village]) == WELL
    assert mirror(["verify", *village]) == WELL
    old = page_of(home)
    assert old == (office.root / "output" / PAGE).read_text("utf-8")
    assert NEWS not in old

    # An entry changes; a clerk fills a stick, and the village takes it. The plug is pulled.
    office.change()
    office.publish()
    fill = ("stick", "--division", VILLAGE, "--source", str(office.bundle), str(stick))
    assert mirror(fill) == WELL
    assert pull_the_plug_during("sync", *village, str(stick)) == KILLED
    assert page_of(home) == old
    assert mirror(["verify", *village]) == WELL

    # The next time it comes to its end.
    capsys.readouterr()
    assert mirror(["sync", *village, str(stick)]) == WELL
    assert f"已更新到第 2 版，数据截至 {TODAY}" in capsys.readouterr().out
    assert mirror(["verify", *village]) == WELL
    assert not differences(home, home.current())
    assert NEWS in page_of(home)
    assert page_of(home) == (office.root / "output" / PAGE).read_text("utf-8")
    assert mirror(["status", *village]) == WELL
