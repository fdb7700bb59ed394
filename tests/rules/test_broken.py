"""Every broken sample raises exactly the code it is named after."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from disclosure.catalogue.check import check_catalogue
from disclosure.problem import DisclosureError
from disclosure.rules.check import check_content
from disclosure.rules.facts import load_facts
from tests.catalogue.mended import copy_standard, mend
from tests.rules.verbs import TODAY, small_facts

BROKEN = Path(__file__).parents[1] / "data" / "broken"


@pytest.mark.parametrize("sample", sorted(BROKEN.iterdir()), ids=lambda path: path.name)
def test_broken_sample_raises_exactly_its_code(sample: Path) -> None:
    codes = codes_of(sample)

    assert codes == {sample.name}


def codes_of(sample: Path) -> set[str]:
    """Check a sample; one with a `catalogue/` brings its own registers, `as-of.txt` its own day.

    `division.txt` holds what somebody typed to name a division; `mend.tsv` spoils a copy of the
    product's standard, which is then checked in place of content.
    """
    day = sample / "as-of.txt"
    today = date.fromisoformat(day.read_text().strip()) if day.exists() else TODAY
    if (sample / "mend.tsv").exists():
        with tempfile.TemporaryDirectory() as folder:
            root = mend(copy_standard(Path(folder)), (sample / "mend.tsv").read_text("utf-8"))
            return {problem.code for problem in check_catalogue(root)}
    try:
        if (sample / "catalogue").exists():
            facts = load_facts(sample, today)
        else:
            facts = replace(small_facts(today), root=sample)
        if (sample / "division.txt").exists():
            facts.register.resolve((sample / "division.txt").read_text("utf-8"))
        return {problem.code for problem in check_content(facts).problems}
    except DisclosureError as error:
        return {problem.code for problem in error.problems}
