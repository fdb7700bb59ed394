"""A folder is held by one process at a time, and by none that it has forked."""

from __future__ import annotations

import sys
from multiprocessing import get_context
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


@pytest.mark.skipif(sys.platform != "linux", reason="builds fork on Linux alone")
def test_a_process_forked_meanwhile_does_not_go_on_holding(tmp_path: Path) -> None:
    context = get_context("fork")
    end = context.Event()
    with hold(tmp_path, BUSY):
        forked = context.Process(target=end.wait)
        forked.start()
    try:
        with hold(tmp_path, BUSY):
            assert forked.is_alive()
    finally:
        end.set()
        forked.join()
