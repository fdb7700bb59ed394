"""Sites that are built again while people edit: what `tasks.py serve` does."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial

from commands.live.board import Board
from commands.live.editor import Editor, ProgramChangedError
from commands.live.handler import LiveHandler
from commands.live.watching import watching
from commands.server import serving
from disclosure.division import Register
from disclosure.rules.check import Progress
from disclosure.sites.build import Request, build_sites
from disclosure.sites.editing.changes import watched
from disclosure.sites.output import require_usable

QUICK = 0.0005  # seconds after which a thread that builds lets those that answer have their turn


def serve(
    request: Request,
    register: Register,
    port: int,
    tell: Callable[[str], None],
    progress: Progress,
) -> None:
    """Build, serve and build again whatever changes, until interrupted.

    `tell` is told the address first, then what is built.
    """
    require_usable(request.output, request.root, [one.code for one in request.divisions])
    request.output.mkdir(parents=True, exist_ok=True)
    sys.setswitchinterval(QUICK)
    board = Board()
    handler = partial(LiveHandler, board=board, directory=str(request.output))
    paths = watched(request.root, register, request.divisions)
    try:
        with serving(handler, port) as address, watching(paths) as inbox:
            first = f"{request.divisions[0].code}/" if request.divisions else ""
            tell(f"{address}/{first}  （按 Ctrl+C 结束）")
            with closing(board), suppress(KeyboardInterrupt):  # the way to end it
                if not request.divisions:  # there may be many: other processes help once
                    build_sites(request, progress)
                Editor(request, board, tell).work(inbox)
    except ProgramChangedError:
        tell("程序改动了，重新启动。")
        port = int(address.rpartition(":")[2])
        os.execv(sys.executable, [*sys.orig_argv, f"--port={port}"])  # noqa: S606 - ourselves
