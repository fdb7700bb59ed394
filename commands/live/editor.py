"""Builds sites again whenever their sources change, and tells the board."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from commands.live.board import Board
from commands.live.watching import Inbox
from disclosure.entry.folder import unreadable
from disclosure.kept.said import stands_at
from disclosure.problem import DisclosureError, Problem
from disclosure.sites.build import Request
from disclosure.sites.editing.changes import changes_in
from disclosure.sites.editing.desk import Desk, open_desk
from disclosure.sites.output import INDEX, alone_in
from disclosure.sites.place import restore

Tell = Callable[[str], None]
PLACES = ""  # where the board has what concerns the page of places
PAUSE = 0.3  # seconds in which browsers fetch what was built before anything else is done
GROUND = "ground"  # where it has what is wrong with what all sites rest on


class ProgramChangedError(Exception):
    """The program itself was edited: only a new process knows the new one."""


class Editor:
    """Works at a desk, from when it is open; browsers ask for checks meanwhile.

    `unseen` are the sites whose pages may look otherwise even where they need not be built.
    """

    def __init__(self, request: Request, board: Board, tell: Tell) -> None:
        self.request = request
        self.board = board
        self.tell = tell
        self.lock = Lock()
        self.desk: Desk | None = None
        self.unseen: set[str] = set()
        board.check = self.check

    def work(self, inbox: Inbox) -> None:
        """Build what is to be built, then whatever changes, until interrupted."""
        with alone_in(self.request.output):
            restore(self.request.output)
            desk = self.desk = open_desk(self.request)
            try:
                is_at_rest = False
                while True:
                    pause = None if is_at_rest else PAUSE
                    files = inbox.take(0 if desk.stale else pause)
                    if files:
                        desk = self.take(desk, files)
                        is_at_rest = False
                    elif desk.stale:
                        self.build_next(desk)
                    else:
                        self.rest(desk)
                        is_at_rest = True
            finally:
                desk.keep()

    def take(self, desk: Desk, files: set[str]) -> Desk:
        """Take notice of changed files; return the desk to work at from now on.

        Where registers or settings are broken, it is the old one.
        """
        changes = changes_in(self.request.root, files)
        if changes.program:
            raise ProgramChangedError
        self.board.tell_busy(is_busy=True)
        with self.lock:
            if changes.ground:
                with self.told(GROUND):
                    desk.keep()
                    desk = self.desk = open_desk(self.request)
                    desk.hurry(self.board.seen)
                    self.unseen = {*desk.divisions, PLACES}
                    self.board.tell(GROUND, (), is_built=False)
            desk.take(changes.folders)
        return desk

    def build_next(self, desk: Desk) -> None:
        """Build the most urgent site, and tell those who look at it."""
        code = desk.stale[0]
        with self.lock:
            outcome = desk.build_next()
        if outcome:
            name = outcome.division.name
            self.tell(f"{name}：{'已更新' if outcome.is_built else '有错误，网页保持原样'}")
            self.board.tell(code, outcome.problems, is_built=outcome.is_built)
        elif code in self.unseen:
            self.board.tell(code, (), is_built=True)
        self.unseen.discard(code)

    def rest(self, desk: Desk) -> None:
        """Bring what all sites share up to date, and tell what lies in no division's folder."""
        page = self.request.output / INDEX
        before = stands_at(page)
        with self.lock, self.told(PLACES):
            desk.share()
            is_new = PLACES in self.unseen or stands_at(page) != before
            self.board.tell(PLACES, desk.astray(), is_built=is_new)
            self.unseen.clear()
        self.board.tell_busy(is_busy=False)

    def check(self, code: str) -> tuple[Problem, ...]:
        """Return what is wrong in a division; nothing while there is no telling yet."""
        with self.lock:
            try:
                return self.desk.check(code) if self.desk else ()
            except OSError as error:  # a file went while it was read: its going is told next
                return (unreadable(code, error),)

    @contextmanager
    def told(self, where: str) -> Iterator[None]:
        """Tell what stops the block instead of ending with it."""
        try:
            yield
        except DisclosureError as error:
            self.board.tell(where, error.problems, is_built=False)
        except OSError as error:
            file = str(error.filename or self.request.root)
            self.board.tell(where, [unreadable(file, error)], is_built=False)
