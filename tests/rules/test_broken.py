"""Every broken sample raises exactly the code it is named after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from rules.verbs import TODAY, small_facts

from disclosure.problem import DisclosureError
from disclosure.rules.check import check_content
from disclosure.rules.facts import load_facts

BROKEN = Path(__file__).parents[1] / "data" / "broken"


@pytest.mark.parametrize("sample", sorted(BROKEN.iterdir()), ids=lambda path: path.name)
def test_broken_sample_raises_exactly_its_code(sample: Path) -> None:
    codes = codes_of(sample)

    assert codes == {sample.name}


def codes_of(sample: Path) -> set[str]:
    """Check a sample; one with a `catalogue/` brings its own registers, `as-of.txt` its own day."""
    day = sample / "as-of.txt"
    today = date.fromisoformat(day.read_text().strip()) if day.exists() else TODAY
    try:
        if (sample / "catalogue").exists():
            facts = load_facts(sample, today)
        else:
            facts = replace(small_facts(today), root=sample)
        return {problem.code for problem in check_content(facts).problems}
    except DisclosureError as error:
        return {problem.code for problem in error.problems}
