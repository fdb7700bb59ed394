from __future__ import annotations

from pathlib import Path

import pytest

from commands.live.board import Board
from commands.live.editor import Editor, ProgramChangedError
from disclosure.catalogue import PRODUCT
from disclosure.sites.build import Request
from disclosure.sites.editing.desk import Desk, open_desk
from tests.sites.trees import DAY, VILLAGE, copy_small

CODE = "990101100201"
LEASE = f"{VILLAGE}/notices/pond-lease.md"


class Place:
    """An editor at the desk of one village, everything built, and what was said meanwhile."""

    def __init__(self, folder: Path) -> None:
        self.root = copy_small(folder)
        request = Request(self.root, folder / "output", DAY)
        request.output.mkdir()
        self.said: list[str] = []
        self.board = Board()
        self.editor = Editor(request, self.board, self.said.append)
        desk = open_desk(request)
        village = desk.register.resolve(CODE)
        self.desk = self.editor.desk = open_desk(
            Request(self.root, request.output, DAY, (village,))
        )
        self.finish(self.desk)

    def finish(self, desk: Desk) -> None:
        while desk.stale:
            self.editor.build_next(desk)
        self.editor.rest(desk)

    def save(self, file: str, old: str, new: str) -> None:
        """Change a file, and let the editor do what follows."""
        path = self.root / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
        self.desk = self.editor.take(self.desk, {str(path)})
        self.finish(self.desk)

    def told(self, site: str = CODE) -> list[str]:
        """Return the codes of what a page is told."""
        state = self.board.state(site)
        both = [state["own"], state["others"]]
        return [one["code"] for some in both if isinstance(some, list) for one in some]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_a_saved_entry_gives_its_site_another_mark(place: Place) -> None:
    before = place.board.mark(CODE)

    place.save(LEASE, "title: ", "title: 新")

    assert place.board.mark(CODE) != before
    assert place.said == ["甲村：已更新"] * 2
    assert not place.board.is_busy


def test_an_error_is_told_and_leaves_the_mark(place: Place) -> None:
    before = place.board.mark(CODE)

    place.save(LEASE, "category: ", "category: X")

    assert place.board.mark(CODE) == before
    assert place.told() == ["category-unknown"]
    assert place.said[-1] == "甲村：有错误，网页保持原样"


def test_what_is_wrong_below_is_told_on_other_pages_too(place: Place) -> None:
    place.save(LEASE, "category: ", "category: X")

    assert place.told("") == ["category-unknown"]


def test_broken_registers_are_told_and_the_old_desk_stays(place: Place) -> None:
    desk = place.desk

    place.save("catalogue/divisions.csv", f"{CODE},", f"{CODE}x,")
    assert place.desk is desk
    assert "division-row-wrong" in place.told()

    place.save("catalogue/divisions.csv", f"{CODE}x,", f"{CODE},")
    assert place.desk is not desk
    assert place.told() == []


def test_new_registers_give_every_page_another_mark(place: Place) -> None:
    before = place.board.mark(CODE), place.board.mark("")

    place.save("catalogue/divisions.csv", "0999-1002011", "0999-1002099")

    assert place.board.mark(CODE) != before[0]
    assert place.board.mark("") != before[1]


def test_what_lies_astray_is_told(place: Place) -> None:
    (place.root / "content/note.txt").write_text("x")

    place.save(LEASE, "title: ", "title: 新")

    assert place.told() == ["file-stray"]


def test_a_changed_program_ends_the_work(place: Place) -> None:
    with pytest.raises(ProgramChangedError):
        place.editor.take(place.desk, {str(PRODUCT / "plugins/disclosure_pages/own.py")})


def test_nothing_is_told_before_there_is_a_desk(tmp_path: Path) -> None:
    board = Board()
    Editor(Request(tmp_path, tmp_path / "output", DAY), board, print)

    assert board.state(CODE)["own"] == []
