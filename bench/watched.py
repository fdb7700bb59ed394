"""Runs a program, looks how much memory it and all it starts hold together, and may stop it."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Event, Thread

from msgspec import Struct

from bench.measure import REPOSITORY

OFTEN = 0.2  # seconds from look to look; one takes 3 ms
PAGE = os.sysconf("SC_PAGE_SIZE") / 2**20  # MiB
SESSION, RESIDENT = 3, 21  # where they stand in /proc/PID/stat, counted from after the name


class Limits(Struct, frozen=True):
    """Where a program is stopped: MiB of all its processes together, seconds."""

    memory: float
    seconds: float


class Watched(Struct, frozen=True):
    """One run of a program with all it started; `stopped` says why it was not let end.

    Memory that processes share is counted for each of them. CPU seconds are those of processes
    that have ended, so of a program that was stopped they are too few.
    """

    wall: float
    cpu: float
    peak: float
    stopped: str = ""


def run_watched(
    command: Sequence[str], folder: Path = REPOSITORY, limits: Limits | None = None
) -> Watched:
    """Run a command in a session of its own; raise SystemExit with what it said if it fails."""
    with tempfile.TemporaryFile("w+", errors="replace") as said:
        start = time.perf_counter()
        with subprocess.Popen(
            command, stdout=said, stderr=said, cwd=folder, start_new_session=True
        ) as process:
            look = Look(process.pid, start, limits)
            look.start()
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            look.end()
        if process.returncode and not look.stopped:
            said.seek(0)
            raise SystemExit(f"{' '.join(command)} failed\n{said.read()[-2000:]}")
    return Watched(wall, usage.ru_utime + usage.ru_stime, look.peak, look.stopped)


class Look(Thread):
    """Looks at the processes of a session again and again until told to end."""

    def __init__(self, session: int, start: float, limits: Limits | None) -> None:
        super().__init__(daemon=True)
        self.session = session
        self.begun = start
        self.limits = limits
        self.peak = 0.0
        self.stopped = ""
        self.over = Event()

    def run(self) -> None:
        """Note the most memory seen; stop the session where it passes its limits."""
        while not self.over.wait(OFTEN):
            held = memory_of(self.session)
            self.peak = max(self.peak, held)
            seconds = time.perf_counter() - self.begun
            if self.limits and held > self.limits.memory:
                self.stop(f"stopped at {held / 1024:.1f} GiB after {seconds:.0f} s")
            elif self.limits and seconds > self.limits.seconds:
                self.stop(f"stopped after {seconds:.0f} s at {held / 1024:.1f} GiB")

    def stop(self, reason: str) -> None:
        """End all processes of the session."""
        self.stopped = self.stopped or reason
        os.killpg(self.session, signal.SIGKILL)

    def end(self) -> None:
        """Look no more."""
        self.over.set()
        self.join()


def memory_of(session: int) -> float:
    """Return the resident memory of all processes of a session, in MiB."""
    pages = 0
    for process in Path("/proc").glob("[1-9]*"):
        try:
            fields = (process / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has just ended
        if int(fields[SESSION]) == session:
            pages += int(fields[RESIDENT])
    return pages * PAGE
