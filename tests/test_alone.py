"""A folder is held by one process at a time, and by none that it has forked."""

from __future__ import annotations

import sys
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from disclosure.alone import hold
from disclosure.problem import DisclosureError
from disclosure.sites.output import OUTPUT_BUSY as BUSY


def test_what_is_held_is_busy_until_it_is_let_go(tmp_path: Path) -> None:
    with hold(tmp_path, BUSY), pytest.raises(DisclosureError), hold(tmp_path, BUSY):
        pass
    with hold(tmp_path, BUSY):
        pass


def wait(begun: Event, end: Event) -> None:
    """Say that the process has begun, and wait until it is to end."""
    begun.set()
    end.wait()


@pytest.mark.skipif(sys.platform != "linux", reason="builds fork on Linux alone")
def test_a_process_forked_meanwhile_does_not_go_on_holding(tmp_path: Path) -> None:
    context = get_context("fork")
    begun, end = context.Event(), context.Event()
    with hold(tmp_path, BUSY):
        forked = context.Process(target=wait, args=(begun, end))
        forked.start()
        begun.wait()
    try:
        with hold(tmp_path, BUSY):
            assert forked.is_alive()
    finally:
        end.set()
        forked.join()
