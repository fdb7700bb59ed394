from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from disclosure.history import Changed
from disclosure.problem import DisclosureError
from disclosure.rules.facts import Facts
from disclosure.rules.selection import (
    check_selection,
    publication,
    select,
    select_changed,
    select_paths,
    selected,
)
from tests.rules.verbs import small_facts

COUNTY = "content/9901/990101"
VILLAGE = f"{COUNTY}/990101100/990101100201"
BROKEN = "no front matter"


@pytest.fixture
def facts(tmp_path: Path) -> Facts:
    """A tree with one broken entry in a county and two in a village below."""
    for file in (f"{COUNTY}/articles/a.md", f"{VILLAGE}/articles/b.md", f"{VILLAGE}/pages/c.md"):
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(BROKEN)
    return replace(small_facts(), root=tmp_path.resolve())


def files(facts: Facts, *paths: str) -> list[str]:
    selection = select_paths(facts.root, [facts.root / path for path in paths])
    return [problem.file for problem in check_selection(facts, selection).problems]


def test_a_file_selects_its_own_problems(facts: Facts) -> None:
    assert files(facts, f"{VILLAGE}/articles/b.md") == [f"{VILLAGE}/articles/b.md"]


def test_a_folder_selects_everything_below_it(facts: Facts) -> None:
    assert files(facts, f"{VILLAGE}/articles") == [f"{VILLAGE}/articles/b.md"]
    assert len(files(facts, VILLAGE)) == 2
    assert len(files(facts, COUNTY)) == 3


def test_content_catalogue_and_nothing_select_everything(facts: Facts) -> None:
    (facts.root / "catalogue").mkdir()

    assert len(files(facts, "content")) == 3
    assert len(files(facts, "catalogue", f"{VILLAGE}/articles/b.md")) == 3
    assert len(check_selection(facts, None).problems) == 3


def test_only_the_divisions_touched_are_read(facts: Facts) -> None:
    selection = select_paths(facts.root, [facts.root / VILLAGE / "pages" / "c.md"])

    assert [division.code for division in selected(facts.register, selection)] == ["990101100201"]
    assert check_selection(facts, selection).divisions == 1


@pytest.mark.parametrize(
    "path", ["nowhere", "content/nowhere.md", "README.md", "..", "/etc/passwd"]
)
def test_a_path_that_is_no_content_is_a_problem(facts: Facts, path: str) -> None:
    (facts.root / "README.md").write_text("")

    with pytest.raises(DisclosureError) as error:
        select_paths(facts.root, [Path(path)])

    assert [problem.code for problem in error.value.problems] == ["path-not-content"]


def test_a_path_may_be_given_from_the_root(facts: Facts) -> None:
    selection = select_paths(facts.root, [Path(VILLAGE)])

    assert selection
    assert selection.places == {VILLAGE}


def test_what_is_called_alike_here_does_not_stand_in_the_way_of_the_root(
    facts: Facts, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path_factory.mktemp("here")
    (here / VILLAGE).mkdir(parents=True)
    monkeypatch.chdir(here)

    selection = select_paths(facts.root, [Path(VILLAGE)])

    assert selection
    assert selection.places == {VILLAGE}


def test_a_table_selects_its_package() -> None:
    package = f"{VILLAGE}/data/ledger"

    assert publication(f"{package}/ledger.csv") == package
    assert publication(f"{package}/datapackage.yaml") == package
    assert publication(f"{VILLAGE}/articles/b.md") == f"{VILLAGE}/articles/b.md"
    assert publication("content") == "content"
    assert select([f"{package}/ledger.csv"]).holds(f"{package}/datapackage.yaml")


def test_a_change_of_the_catalogue_checks_everything() -> None:
    assert select_changed(Changed(("catalogue/divisions.csv",), ())) is None
    assert select_changed(Changed((), ("catalogue/overrides/9901.yml",))) is None


def test_a_removed_file_selects_its_division_but_not_those_below() -> None:
    selection = select_changed(Changed((), (f"{COUNTY}/files/plan.pdf",)))

    assert selection
    assert selection.holds(f"{COUNTY}/articles/a.md")
    assert not selection.holds(f"{VILLAGE}/articles/b.md")
    assert [division.code for division in selected(small_facts().register, selection)] == ["990101"]


def test_changes_elsewhere_in_the_repository_select_nothing(facts: Facts) -> None:
    selection = select_changed(Changed(("README.md", "theme/base.html"), ("old.py",)))

    findings = check_selection(facts, selection)

    assert (findings.problems, findings.files, findings.divisions) == ((), (), 0)


def test_the_problem_of_a_folder_that_holds_the_file_is_shown() -> None:
    selection = select([f"{COUNTY}/unknown/a.md"])

    assert selection.holds(f"{COUNTY}/unknown")
    assert not selection.holds(f"{COUNTY}/other")
