"""Shows how far a long command is: a bar on a terminal, elsewhere a line for every tenth."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click

WIDTH = 30


def show_progress(what: str) -> Callable[[int, int], None]:
    """Return the function that is told `done, total` and writes to stderr."""
    draw = draw_bar if sys.stderr.isatty() else write_tenths()

    def report(done: int, total: int) -> None:
        draw(what, done, total)

    return report


def draw_bar(what: str, done: int, total: int) -> None:
    """Draw the bar over itself; the last one ends the line."""
    full = WIDTH * done // total
    bar = "#" * full + "." * (WIDTH - full)
    click.echo(f"\r{what} [{bar}] {done}/{total}", nl=done == total, err=True)


def write_tenths() -> Callable[[str, int, int], None]:
    """Return a writer of one line whenever another tenth is done."""
    last = 0

    def draw(what: str, done: int, total: int) -> None:
        nonlocal last
        tenth = 10 * done // total
        if tenth > last:
            last = tenth
            click.echo(f"{what} {tenth * 10}%（{done}/{total}）", err=True)

    return draw
