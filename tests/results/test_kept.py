"""A check that knows the results of before finds what a check of everything finds."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from disclosure.kept import looks
from disclosure.kept.looks import open_looks
from disclosure.results import keeping
from disclosure.results.keeping import open_results
from disclosure.rules.check import check_content
from disclosure.rules.facts import load_facts
from disclosure.rules.selection import check_selection, select_paths
from disclosure.sealed import key_of
from tests.results.trees import (
    COUNTY,
    LINKING,
    OVERRIDE,
    OVERRIDES,
    TOWNSHIP,
    VILLAGE,
    both,
    make_tree,
    write,
)
from tests.rules.verbs import GOOD, TODAY

STEPS = 25
SECRET = b"known to two machines"
LEDGER = f"{VILLAGE}/data/ledger-2026-09/ledger.csv"
ALLOCATION = f"{COUNTY}/data/allocation/fund-ledger.csv"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tree(tmp_path_factory.mktemp("made") / "root")


@pytest.fixture
def root(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "root"))


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system says of a file is relied on at once; no test waits for three seconds."""
    monkeypatch.setattr(looks, "SETTLED", -(10**15))


# --- whatever is edited ---------------------------------------------------------------------------


def contents(root: Path) -> list[Path]:
    return sorted(path for path in (root / "content").rglob("*") if path.is_file())


def turn_digit(root: Path, rng: Random) -> None:
    path = rng.choice([path for path in contents(root) if path.suffix != ".png"])
    data = bytearray(path.read_bytes())
    places = [at for at, sign in enumerate(data) if 48 <= sign <= 57]
    if places:
        data[rng.choice(places)] = rng.randint(48, 57)
        path.write_bytes(bytes(data))


def drop_line(root: Path, rng: Random) -> None:
    path = rng.choice([path for path in contents(root) if path.suffix in (".csv", ".md")])
    lines = path.read_bytes().splitlines(keepends=True)
    del lines[rng.randrange(len(lines)) :][:1]
    path.write_bytes(b"".join(lines[: rng.randint(1, len(lines) + 1)]))


def remove(root: Path, rng: Random) -> None:
    files = contents(root)
    if len(files) > 10:
        rng.choice(files).unlink()


def copy(root: Path, rng: Random) -> None:
    path = rng.choice(contents(root))
    shutil.copy(path, path.with_name(f"copy-{rng.randint(1, 3)}{path.suffix}"))


def move(root: Path, rng: Random) -> None:
    packages = sorted(path.parent for path in (root / "content").rglob("datapackage.yaml"))
    package = rng.choice(packages)
    target = package.with_name(f"moved-{rng.randint(1, 9)}")
    if not target.exists():
        package.rename(target)


def link(root: Path, rng: Random) -> None:
    path = rng.choice(contents(root))
    if not path.is_symlink():
        target = path.with_name("elsewhere")
        path.rename(root / "elsewhere")
        path.symlink_to(root / "elsewhere")
        assert not target.exists()


def touch(root: Path, rng: Random) -> None:
    os.utime(rng.choice(contents(root)), (1_000_000_000, 1_000_000_000))


def edit_register(root: Path, rng: Random) -> None:
    path = root / "catalogue" / "publishers.csv"
    head, *rows = path.read_text("utf-8").splitlines()
    rows = [row for row in rows if rng.random() > 0.1] or rows
    path.write_text("\n".join([head, *rows]) + "\n", "utf-8")


def edit_workdays(root: Path, rng: Random) -> None:
    path = root / "catalogue" / "workdays.csv"
    head, *rows = path.read_text("utf-8").splitlines()
    rows = rows[: len(rows) - rng.randint(0, 60)] if len(rows) > 400 else rows
    path.write_text("\n".join([head, *rows]) + "\n", "utf-8")


def override(root: Path, rng: Random) -> None:
    if rng.random() < 0.3:
        (root / OVERRIDES).unlink(missing_ok=True)
    else:
        day = TODAY + timedelta(days=rng.randint(-40, 40))
        write(root, OVERRIDES, OVERRIDE.format(day=day))


def nothing(root: Path, rng: Random) -> None:
    """Only the day changes, or not even that."""


EDITS: tuple[Callable[[Path, Random], None], ...] = (
    turn_digit, turn_digit, drop_line, remove, copy, move, link, touch, edit_register,
    edit_workdays, override, nothing, nothing,
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("is_settled", [True, False])
def test_after_any_edits_both_checks_find_the_same(
    made: Path, root: Path, seed: int, *, is_settled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if is_settled:
        monkeypatch.setattr(looks, "SETTLED", -(10**15))
    rng = Random(seed)
    day = TODAY
    done = []
    for _ in range(STEPS):
        edit = rng.choice(EDITS)
        done.append(edit.__name__)
        edit(root, rng)
        if rng.random() < 0.3:
            day = TODAY + timedelta(days=rng.choice([-400, -60, -5, -1, 0, 1, 20, 90, 400]))
        if rng.random() < 0.1:
            shutil.rmtree(root / "content")
            shutil.copytree(made / "content", root / "content")

        findings, everything, _ = both(root, day)
        assert findings == everything, done


# --- what is checked anew -------------------------------------------------------------------------


def anew(root: Path, day: date = TODAY) -> list[str]:
    """Check with what was kept, and return the divisions that were checked."""
    findings, everything, checked = both(root, day)
    assert findings == everything
    return checked


def test_a_second_check_checks_nothing(root: Path) -> None:
    assert len(anew(root)) == 6
    assert anew(root) == []


def test_a_changed_ledger_is_checked_with_its_division(root: Path) -> None:
    anew(root)
    text = (root / LEDGER).read_text("utf-8")
    (root / LEDGER).write_text(text.replace("680.00", "690.00"), "utf-8")

    assert anew(root) == ["990101100201"]


def test_another_time_of_the_same_content_is_no_change(root: Path, settled: None) -> None:
    anew(root)
    os.utime(root / LEDGER, (1_000_000_000, 1_000_000_000))

    assert anew(root) == []


def test_other_content_of_the_same_size_and_time_is_a_change(root: Path, settled: None) -> None:
    path = root / LEDGER
    os.utime(path, (1_000_000_000, 1_000_000_000))
    anew(root)
    path.write_text(path.read_text("utf-8").replace("680.00", "690.00"), "utf-8")
    os.utime(path, (1_000_000_000, 1_000_000_000))

    assert anew(root) == ["990101100201"]


def test_what_the_county_grants_is_a_matter_of_the_village_too(root: Path) -> None:
    anew(root)
    text = (root / ALLOCATION).read_text("utf-8")
    (root / ALLOCATION).write_text(text.replace("1", "2"), "utf-8")

    assert anew(root) == ["990101", "990101100201"]


def test_what_the_county_writes_every_day_is_no_matter_of_the_village(root: Path) -> None:
    anew(root)
    write(root, f"{COUNTY}/articles/today.md", GOOD)
    write(root, f"{COUNTY}/letters/lamp.md", GOOD)

    assert anew(root) == ["990101"]


def test_a_package_is_a_matter_of_the_village_where_it_may_hold_what_is_looked_up(
    root: Path,
) -> None:
    anew(root)
    package = root / COUNTY / "data" / "air"
    shutil.copytree((root / ALLOCATION).parent, package)
    text = (package / "datapackage.yaml").read_text("utf-8")
    other = text.replace("fund_ledger", "air_daily")
    (package / "datapackage.yaml").write_text(other, "utf-8")
    assert anew(root) == ["990101"]

    (package / "datapackage.yaml").write_text(
        other.replace("air_daily", "fund\\x5fledger"), "utf-8"
    )
    assert anew(root) == ["990101", "990101100201"]
    (package / "datapackage.yaml").write_text(other, "utf-16")
    assert anew(root) == ["990101", "990101100201"]


def test_a_guide_that_the_county_adds_is_a_matter_of_the_village_too(root: Path) -> None:
    anew(root)
    shutil.copy(root / COUNTY / "guides/school-transfer.md", root / COUNTY / "guides/another.md")

    assert anew(root) == ["990101", "990101100201"]


def test_the_target_of_a_link_is_a_matter_of_whoever_links(root: Path) -> None:
    anew(root)
    (root / TOWNSHIP / "articles" / "canal-repaired.md").unlink()

    assert anew(root) == ["990101100", "990101100201"]
    assert any(one.file == LINKING for one in both(root)[0].problems)


def test_another_day_is_a_matter_of_what_it_makes_otherwise(root: Path) -> None:
    anew(root)

    assert anew(root, TODAY + timedelta(days=1)) == []
    assert "990101100201" in anew(root, date(2026, 10, 1))  # before most of it was published


@pytest.mark.parametrize("file", ["publishers.csv", "divisions.csv", "workdays.csv", "keys.yml"])
def test_a_change_of_the_catalogue_checks_everything(root: Path, file: str) -> None:
    anew(root)
    path = root / "catalogue" / file
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")

    assert len(anew(root)) == 6


def test_another_override_checks_everything(root: Path) -> None:
    anew(root)
    write(root, OVERRIDES, OVERRIDE.format(day=TODAY))

    assert len(anew(root)) == 6


def test_a_folder_with_a_link_in_it_is_always_checked(root: Path) -> None:
    (root / VILLAGE / "articles" / "link.md").symlink_to("linking.md")
    anew(root)

    assert anew(root) == ["990101100201"]


def test_a_part_of_the_content_uses_and_keeps_the_same_results(root: Path) -> None:
    anew(root)
    write(root, f"{TOWNSHIP}/articles/new.md", GOOD)
    selection = select_paths(root, [root / LEDGER])

    with keeping.kept_results(root) as check:
        facts = load_facts(root, TODAY)
        findings = check_selection(facts, selection, check=check)

    assert findings == check_selection(facts, selection)
    assert anew(root) == ["990101100"]


def test_results_are_not_kept_where_they_are_not_wanted(root: Path) -> None:
    with keeping.kept_results(root, is_wanted=False) as check:
        check_content(load_facts(root, TODAY), check=check)

    assert not (root / ".build").exists()


def test_what_changes_while_it_is_checked_is_not_kept(root: Path, settled: None) -> None:
    text = (root / LEDGER).read_text("utf-8")
    with keeping.kept_results(root) as check:
        facts = load_facts(root, TODAY)

        def check_and_edit(*about: object) -> object:
            (root / LEDGER).write_text(text.replace("680.00", "690.00"), "utf-8")
            return real(*about)

        real = keeping.check_division
        keeping.check_division = check_and_edit
        try:
            check_content(facts, check=check)
        finally:
            keeping.check_division = real
    (root / LEDGER).write_text(text, "utf-8")

    assert "990101100201" in anew(root)


# --- the folder -----------------------------------------------------------------------------------


def store(root: Path, name: str = "kept") -> Path:
    return root / ".build" / "check" / name


def test_the_folder_may_be_deleted_at_any_time(root: Path) -> None:
    anew(root)
    shutil.rmtree(root / ".build")

    assert len(anew(root)) == 6


def test_git_is_told_to_leave_it_alone(root: Path) -> None:
    anew(root)

    assert store(root, ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-20],
        lambda data: data.replace(b"990101100201", b"990101100202", 1),
        lambda data: b"\xff" * 1000,
        lambda data: data + b"[]",
        lambda data: b"\n" + data,
    ],
)
def test_a_damaged_file_counts_as_nothing(root: Path, damage: Callable[[bytes], bytes]) -> None:
    anew(root)
    store(root).write_bytes(damage(store(root).read_bytes()))

    assert len(anew(root)) == 6
    assert anew(root) == []


def test_results_brought_along_are_not_believed(root: Path, tmp_path: Path) -> None:
    """Somebody commits a forged file of results together with the seal that signed it."""
    text = (root / LINKING).read_text("utf-8")
    anew(root)
    write(root, LINKING, text.replace("S1102", "s1102"))
    other = Path(shutil.copytree(root, tmp_path / "clone"))
    assert store(other).read_bytes() == store(root).read_bytes()

    assert len(anew(other)) == 6


def checked(root: Path, secret: bytes) -> list[str]:
    """Check with what machines that share a secret have kept; return who was checked anew."""
    results = open_results(root, secret)
    assert results
    check_content(load_facts(root, TODAY), check=results.check)
    results.save()
    return results.anew


def test_results_brought_along_are_believed_by_whoever_knows_the_secret(
    root: Path, tmp_path: Path
) -> None:
    assert len(checked(root, SECRET)) == 6
    other = Path(shutil.copytree(root, tmp_path / "clone"))
    text = (other / LINKING).read_text("utf-8")
    write(other, LINKING, text.replace("S1102", "s1102"))

    (again,) = checked(other, SECRET)

    assert again in LINKING
    assert checked(other, SECRET) == []


@pytest.mark.parametrize("others", [b"", b"another secret altogether"])
def test_results_of_whoever_does_not_know_the_secret_are_not_believed(
    root: Path, others: bytes
) -> None:
    checked(root, others)

    assert len(checked(root, SECRET)) == 6


def test_what_the_system_says_of_files_is_not_handed_on(root: Path, tmp_path: Path) -> None:
    checked(root, SECRET)
    other = Path(shutil.copytree(root, tmp_path / "clone"))

    seen = open_looks(other)

    assert seen
    assert seen.kept.lines == seen.names.lines == {}


def test_each_folder_has_a_key_of_its_own() -> None:
    assert key_of(SECRET, "check") != key_of(SECRET, "surveys") != key_of(b"other", "surveys")


def test_a_seal_others_may_read_is_made_anew(root: Path) -> None:
    anew(root)
    store(root, "seal").chmod(0o644)

    assert len(anew(root)) == 6
    assert store(root, "seal").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", [".build", ".build/check", ".build/check/kept"])
def test_nothing_is_written_through_a_link(root: Path, tmp_path: Path, name: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept").write_text("theirs")
    place = root / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(elsewhere / "kept" if name.endswith("/kept") else elsewhere)

    anew(root)

    assert [path.name for path in elsewhere.iterdir()] == ["kept"]
    assert (elsewhere / "kept").read_text() == "theirs"


def test_a_file_in_the_way_only_keeps_results_from_being_kept(root: Path) -> None:
    (root / ".build").write_text("")

    assert len(anew(root)) == 6
    assert (root / ".build").is_file()


def test_what_a_stopped_run_left_is_cleared_away(root: Path) -> None:
    anew(root)
    store(root, "abc.part").write_text("half")
    write(root, LINKING, GOOD)
    anew(root)

    assert sorted(path.name for path in store(root).parent.iterdir()) == [
        ".gitignore",
        "kept",
        "seal",
    ]


def test_results_are_json_and_nothing_that_runs(root: Path) -> None:
    anew(root)

    _, grounds, *lines = store(root).read_text("ascii").splitlines()

    assert len(grounds) == 32
    assert [json.loads(line)[0] for line in lines] == sorted(json.loads(line)[0] for line in lines)
