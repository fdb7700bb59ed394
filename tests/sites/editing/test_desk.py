from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from disclosure.problem import DisclosureError
from disclosure.sites.build import Request, build_sites
from disclosure.sites.editing.desk import Desk, open_desk
from tests.sites.trees import DAY, VILLAGE, content_of, copy_small

CODE, TOWNSHIP = "990101100201", "990101100"
LEASE = f"{VILLAGE}/notices/pond-lease.md"


def finish(desk: Desk) -> list[str]:
    """Build all that is stale, and what sites share; return the sites that were built."""
    built = []
    while desk.stale:
        outcome = desk.build_next()
        if outcome and outcome.is_built:
            built.append(outcome.division.code)
    desk.share()
    return built


def edit(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), "utf-8")


def pages_of(output: Path) -> dict[str, bytes]:
    """Return what stands in an output, without the indexes of search: a desk writes none."""
    return {name: data for name, data in content_of(output).items() if "/search/index/" not in name}


def clean(request: Request, folder: Path) -> dict[str, bytes]:
    """Return what a build from nothing makes of the same."""
    build_sites(replace(request, output=folder, is_kept=False, jobs=1))
    return pages_of(folder)


@pytest.fixture
def request_for_all(tmp_path: Path) -> Request:
    return Request(copy_small(tmp_path), tmp_path / "output", DAY, is_kept=True)


@pytest.fixture
def desk(request_for_all: Request) -> Desk:
    """A desk at which every site of the small tree stands."""
    request_for_all.output.mkdir()
    desk = open_desk(request_for_all)
    finish(desk)
    return desk


def test_it_builds_what_a_build_makes(desk: Desk, tmp_path: Path) -> None:
    assert pages_of(desk.request.output) == clean(desk.request, tmp_path / "clean")


def test_a_changed_entry_is_built_first_then_the_lists_above(desk: Desk, tmp_path: Path) -> None:
    edit(desk.request.root, LEASE, "title: ", "title: 新")

    desk.take([VILLAGE])
    built = finish(desk)

    assert built[0] == CODE
    assert pages_of(desk.request.output) == clean(desk.request, tmp_path / "clean")


def test_what_shows_nothing_of_a_change_is_not_built(desk: Desk) -> None:
    edit(desk.request.root, LEASE, "\n---\n", "\n---\n另有说明。\n\n")

    desk.take([VILLAGE])

    assert finish(desk) == [CODE]


def test_new_and_removed_entries_come_and_go(desk: Desk, tmp_path: Path) -> None:
    lease = desk.request.root / LEASE
    lease.rename(lease.with_name("pond.md"))

    desk.take([VILLAGE])
    finish(desk)

    notices = desk.request.output / CODE / "notices"
    assert (notices / "pond.html").is_file()
    assert not (notices / "pond-lease.html").exists()
    assert pages_of(desk.request.output) == clean(desk.request, tmp_path / "clean")


def test_an_error_leaves_the_site_as_it_was_until_it_is_mended(desk: Desk) -> None:
    before = pages_of(desk.request.output)
    edit(desk.request.root, LEASE, "category: ", "category: X")
    desk.take([VILLAGE])

    outcome = desk.build_next()
    assert outcome
    assert not outcome.is_built
    assert {one.file for one in desk.check(CODE)} == {LEASE}
    finish(desk)
    assert pages_of(desk.request.output)[f"{CODE}/index.html"] == before[f"{CODE}/index.html"]

    edit(desk.request.root, LEASE, "category: X", "category: ")
    desk.take([VILLAGE])
    finish(desk)

    assert desk.check(CODE) == ()
    assert pages_of(desk.request.output) == before


def test_registers_are_read_again_by_another_desk(desk: Desk, tmp_path: Path) -> None:
    edit(desk.request.root, "catalogue/divisions.csv", "0999-1002011", "0999-1002099")

    finish(open_desk(desk.request))

    assert pages_of(desk.request.output) == clean(desk.request, tmp_path / "clean")


def test_registers_that_are_broken_are_told(desk: Desk) -> None:
    edit(desk.request.root, "catalogue/divisions.csv", "990101100201,", "990101100201x,")

    with pytest.raises(DisclosureError):
        open_desk(desk.request)


def test_where_all_stands_nothing_is_built(desk: Desk) -> None:
    desk.keep()

    assert finish(open_desk(desk.request)) == []


def test_for_some_divisions_nothing_takes_the_place_of_what_is_known_of_all(desk: Desk) -> None:
    desk.keep()
    root = desk.request.root
    kept = {path: path.read_bytes() for path in (root / ".build").glob("s*/kept")}
    some = (desk.register.resolve(CODE),)

    day = DAY.replace(day=21)
    alone = open_desk(replace(desk.request, divisions=some, as_of=day, is_kept=False))
    built = finish(alone)
    alone.keep()

    assert built == [CODE]
    assert {path: path.read_bytes() for path in (root / ".build").glob("s*/kept")} == kept
    assert len(kept) == 2


def test_what_somebody_looks_at_comes_first(desk: Desk) -> None:
    anew = open_desk(desk.request)

    anew.hurry({CODE})

    assert anew.stale[0] == CODE
    assert anew.stale[1:] == sorted(anew.stale[1:])


def test_what_belongs_to_no_division_is_told(desk: Desk) -> None:
    (desk.request.root / "content" / "note.txt").write_text("x")

    assert [one.code for one in desk.astray()] == ["file-stray"]


def test_what_is_saved_between_taking_notice_and_building_is_built_the_next_time(
    desk: Desk, tmp_path: Path
) -> None:
    edit(desk.request.root, LEASE, "\n---\n", "\n---\n另有说明。\n\n")
    desk.take([VILLAGE])
    edit(desk.request.root, LEASE, "另有说明", "再作说明")

    finish(desk)
    desk.take([VILLAGE])
    finish(desk)

    assert pages_of(desk.request.output) == clean(desk.request, tmp_path / "clean")
