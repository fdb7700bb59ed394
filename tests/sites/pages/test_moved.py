"""A division that was merged or renamed keeps a page that leads on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from disclosure.division.register import register_of
from disclosure.rules.facts import Facts
from disclosure.sites.pages.moved import Moved, moved_to
from disclosure.sites.site import prepare_site
from tests.rules.verbs import GOOD, VILLAGE, small_facts
from tests.sites.trees import DAY, build, copy_small

HEIR = "990101100202"
ROW = "990101100201,甲村,village,村,990101100000,,,"


def facts_with(ended: date | None, begun: date | None) -> Facts:
    """Return the small facts in which the village went to another that began some day."""
    facts = small_facts()
    village = facts.register.resolve(VILLAGE)
    heir = replace(village, code=HEIR, name="乙村", valid_from=begun)
    old = replace(village, valid_to=ended, replaced_by=HEIR)
    others = [one for one in facts.register if one.code != VILLAGE]
    return replace(facts, register=register_of([*others, old, heir]))


def moved(facts: Facts, code: str = VILLAGE) -> Moved | None:
    return moved_to(prepare_site(facts, facts.register.resolve(code), DAY, frozenset()))


def test_a_division_that_stands_leads_nowhere() -> None:
    assert moved(small_facts()) is None
    assert moved(facts_with(None, None), HEIR) is None


@pytest.mark.parametrize(
    ("ended", "begun", "is_renamed"),
    [
        (date(2026, 6, 30), date(2021, 3, 1), False),
        (date(2026, 6, 30), date(2026, 7, 1), True),
        (date(2026, 6, 30), None, False),
        (None, date(2026, 7, 1), False),
    ],
)
def test_what_begins_when_another_ends_is_the_same_under_a_new_name(
    ended: date | None, begun: date | None, is_renamed: bool
) -> None:
    found = moved(facts_with(ended, begun))

    assert found
    assert (found.successor.name, found.is_renamed) == ("乙村", is_renamed)
    assert found.on == (ended.isoformat() if ended else "")


@pytest.mark.slow
def test_its_home_page_leads_on_and_keeps_what_was_published(tmp_path: Path) -> None:
    root = copy_small(tmp_path)
    register = root / "catalogue" / "divisions.csv"
    text = register.read_text("utf-8")
    heir = ROW.replace("990101100201,甲村", f"{HEIR},乙村") + ",2026-07-01,,,,\n"
    ended = ROW.removesuffix(",,,") + f",,2026-06-30,{HEIR}"
    assert ROW in text
    register.write_text(text.replace(ROW, ended) + heir, "utf-8")
    place = root / "content/9901/990101/990101100" / VILLAGE / "articles"
    place.mkdir(parents=True, exist_ok=True)
    (place / "kept.md").write_text(GOOD, "utf-8")

    built = build(root, tmp_path / "output", codes=(VILLAGE, HEIR))

    home = (tmp_path / "output" / VILLAGE / "index.html").read_text("utf-8")
    assert built.problems == ()
    assert (
        f'于 <time datetime="2026-06-30">2026-06-30</time> 撤并，并入<a href="./../{HEIR}/' in home
    )
    assert "articles/kept.html" in home
    assert (tmp_path / "output" / VILLAGE / "articles" / "kept.html").is_file()
    assert "逾期" not in home
