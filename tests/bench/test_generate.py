from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from bench.entries import MARK
from bench.generate import Made, generate
from bench.places import make_places, read_places
from bench.timing import AS_OF
from disclosure.catalogue import Kind
from disclosure.division import Level
from disclosure.entry import read_folder
from disclosure.rules.check import Findings, check_content
from disclosure.rules.facts import load_facts

SHAPE = (1, 1, 2, 5)
ENTRIES = 50
REAL_LIST = """\
code,short_code,name,level,parent
870100000000,8701,某某市,city,
870101000000,870101,某某区,county,870100000000
870101001000,870101001,某某街道,township,870101000000
870101001001,870101001001,某某社区居委会,village,870101001000
"""


def digest(root: Path) -> str:
    """Return a digest of every file under a folder, with its path."""
    found = hashlib.sha256()
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        found.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("generated")
    generate(folder, make_places(SHAPE), ENTRIES, seed=1)
    return folder


@pytest.fixture(scope="module")
def findings(root: Path) -> Findings:
    return check_content(load_facts(root, AS_OF))


def test_generated_content_has_neither_errors_nor_warnings(findings: Findings) -> None:
    found = [(problem.file, problem.line, problem.code) for problem in findings.problems]

    assert found == []


def test_every_division_gets_the_entries_asked_for(findings: Findings) -> None:
    codes = [file.split("/")[-4 if file.endswith(".yaml") else -3] for file in findings.files]

    assert {code: codes.count(code) for code in codes} == dict.fromkeys(
        (place.code for place in make_places(SHAPE)), ENTRIES
    )


def test_every_kind_but_albums_and_pages_is_made(findings: Findings) -> None:
    folders = {file.split("/")[-3 if file.endswith(".yaml") else -2] for file in findings.files}

    assert folders == {kind.value for kind in set(Kind) - {Kind.ALBUMS, Kind.PAGES}}


def test_bodies_have_the_length_of_real_ones(root: Path) -> None:
    texts = [path.read_text("utf-8") for path in (root / "content").rglob("*.md")]
    lengths = [len(text.split("---\n", 2)[2]) for text in texts if "\nwithdrawn:" not in text]

    assert min(lengths) > 100
    assert max(lengths) < 700
    assert 150 < sum(lengths) / len(lengths) < 600


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        generate(tmp_path / name, make_places(SHAPE), 6, seed=7)

    assert digest(tmp_path / "one") == digest(tmp_path / "two")


def test_another_seed_gives_other_bytes(tmp_path: Path) -> None:
    for seed in (7, 8):
        generate(tmp_path / str(seed), make_places(SHAPE), 6, seed=seed)

    assert digest(tmp_path / "7") != digest(tmp_path / "8")


def test_a_division_is_the_same_whoever_its_neighbours_are(tmp_path: Path) -> None:
    small, large = make_places((1, 1, 1, 3)), make_places((1, 1, 2, 6))
    village = small[-1]

    generate(tmp_path / "small", small, 6, seed=7)
    generate(tmp_path / "large", large, 6, seed=7)

    assert village.code in {place.code for place in large}
    assert digest(tmp_path / "small" / village.folder / "articles") == digest(
        tmp_path / "large" / village.folder / "articles"
    )


def test_what_stands_under_a_real_name_says_it_is_made_up(tmp_path: Path) -> None:
    listing = tmp_path / "divisions.csv"
    listing.write_text(REAL_LIST, "utf-8")

    made = generate(tmp_path / "root", read_places(listing), 40, seed=1)
    facts = load_facts(tmp_path / "root", AS_OF)
    folders = [read_folder(facts.root, place, facts.catalogue.keys) for place in facts.register]
    titles = [entry.title for folder in folders for entry in folder.entries]

    assert made == Made(4, 160, made.packages, made.characters)
    assert len(titles) == 160
    assert [title for title in titles if MARK not in title] == []


def test_a_list_of_real_places_is_clean_too(tmp_path: Path) -> None:
    listing = tmp_path / "divisions.csv"
    listing.write_text(REAL_LIST, "utf-8")

    generate(tmp_path / "root", read_places(listing), 40, seed=1)
    problems = check_content(load_facts(tmp_path / "root", AS_OF)).problems

    assert [(problem.file, problem.line, problem.code) for problem in problems] == []


def test_a_made_up_register_has_the_shape_asked_for() -> None:
    places = make_places((1, 20, 316, 3338))
    counts = {level: sum(place.level is level for place in places) for level in Level}

    assert list(counts.values()) == [1, 20, 316, 3338]
    assert len({place.code for place in places}) == 3675
    assert all(place.code.startswith("99") for place in places)
