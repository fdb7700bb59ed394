"""The generated ledgers are clean, the same each time, and what the peers are given."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import tasks
from bench.ledgers import LINES, generate_large, generate_ledgers
from bench.places import make_places
from bench.timing import AS_OF
from disclosure.rules.check import check_content
from disclosure.rules.facts import load_facts

SHAPE = (1, 1, 1, 2)


def ledgers(root: Path) -> list[Path]:
    return sorted(root.glob("content/**/rows.csv"))


def test_generated_ledgers_are_clean_and_of_the_size_asked_for(tmp_path: Path) -> None:
    made = generate_ledgers(tmp_path, make_places(SHAPE), 3, seed=1)
    findings = check_content(load_facts(tmp_path, AS_OF))

    assert [(one.file, one.row, one.code) for one in findings.problems] == []
    assert len(findings.files) == made.ledgers == len(ledgers(tmp_path)) == 6
    assert made.last in ledgers(tmp_path)
    assert {path.read_text("utf-8").count("\n") for path in ledgers(tmp_path)} == {LINES + 1}


def test_the_same_seed_gives_the_same_ledgers(tmp_path: Path) -> None:
    for name in ("one", "two"):
        generate_ledgers(tmp_path / name, make_places(SHAPE), 2, seed=7)

    one, two = ([path.read_bytes() for path in ledgers(tmp_path / name)] for name in ("one", "two"))
    assert one == two


def test_frictionless_finds_them_valid(tmp_path: Path) -> None:
    generate_ledgers(tmp_path, make_places((1, 1, 1, 1)), 2, seed=1)
    (tmp_path / "sample").write_text("\n".join(map(str, ledgers(tmp_path))), "utf-8")

    assert tasks.frictionless(str(tmp_path / "sample"))["ledgers"] == 2


def test_a_large_ledger_is_read_whole_and_by_the_peer_where_there_is_one(tmp_path: Path) -> None:
    *above, village = make_places((1, 1, 1, 1))
    path = generate_large(tmp_path, village, tuple(above), 500)

    assert tasks.large(str(path))["rows"] == 500
    assert tasks.large_peer(str(path))["rows"] in (0, 500)


def test_a_large_ledger_with_a_wrong_cell_is_not_measured(tmp_path: Path) -> None:
    *above, village = make_places((1, 1, 1, 1))
    path = generate_large(tmp_path, village, tuple(above), 50)
    path.write_text(path.read_text("utf-8").replace(",支出,", ",出,", 1), "utf-8")

    with pytest.raises(SystemExit):
        tasks.large(str(path))
