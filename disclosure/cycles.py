"""Python looks for cycles among all that is kept, again and again; much of it holds none."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


def seek_cycles_rarely() -> None:
    """Let Python look for cycles less often than it does: most of what a program of ours makes
    stays until it ends, and to look at all of it costs a tenth of what a start takes."""
    gc.set_threshold(150_000, 20, 20)


def leave_cycles_in_the_end() -> None:
    """Let Python look for none when the program ends: the system takes all of it back at once,
    and to look costs a build of a large tree a tenth of a second."""
    atexit.register(gc.freeze)


def sweep_cycles() -> None:
    """Let go of what came and went and nothing leads to any more, unless that is to wait."""
    if gc.isenabled():
        gc.collect()


def free_cycles() -> None:
    """Let go of all that nothing leads to any more, even of what was to stay for good."""
    gc.unfreeze()
    gc.collect()


@contextmanager
def cycles_unsought() -> Iterator[None]:
    """Let Python look for no cycles in the meantime: what is kept holds none, and looking for them
    costs a sixth of the time of a large tree."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
