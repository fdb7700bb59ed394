"""A tree whose results rest on much: places above, overrides, links, registers, the day."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from disclosure.results.keeping import open_results
from disclosure.rules.check import Findings, check_content
from disclosure.rules.facts import load_facts
from tests.catalogue.mended import copy_standard
from tests.rules.test_broken import BROKEN
from tests.rules.verbs import GOOD, SMALL, TODAY

COUNTY = "content/9901/990101"
TOWNSHIP = f"{COUNTY}/990101100"
VILLAGE = f"{TOWNSHIP}/990101100201"
LINKING = f"{VILLAGE}/articles/linking.md"
OVERRIDES = "catalogue/overrides/990101.yml"
OVERRIDE = """\
- category: E0202
  period: quarterly
  reason: 区里统一要求
  document: 东区民发〔2026〕3号
  valid_from: {day}
"""
# Packages of a village that are held against what its county publishes.
SAMPLES = ("fund-grant-agrees", "case-promise-within-law", "service-promise-and-fee")


def make_tree(root: Path) -> Path:
    """Return a root with a standard of its own and content at four levels."""
    copy_standard(root)
    shutil.rmtree(root / "catalogue" / "overrides")  # of places that are not in the small register
    shutil.copytree(SMALL, root, dirs_exist_ok=True)
    for sample in SAMPLES:
        shutil.copytree(BROKEN / sample / "content", root / "content", dirs_exist_ok=True)
    write(root, LINKING, GOOD + "\n见[镇上](division:990101100/articles/canal-repaired)。\n")
    return root


def write(root: Path, file: str, text: str) -> None:
    """Write a file of a root, and the folders it lies in."""
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def both(root: Path, day: date = TODAY) -> tuple[Findings, Findings, list[str]]:
    """Check with what was kept, then everything; also return the divisions the first checked."""
    results = open_results(root)
    facts = load_facts(root, day)
    everything = check_content(facts)
    if results is None:
        return everything, everything, [division.code for division in facts.register]
    # Facts keep what they have read of the places above: those of a run are its own.
    findings = check_content(replace(facts, above={}), check=results.check)
    results.save()
    return findings, everything, results.anew
