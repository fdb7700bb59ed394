from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

import pelicanconf
from disclosure.catalogue import PRODUCT, Kind
from disclosure.catalogue.check import check_catalogue
from disclosure.entry import find_folders, read_folder
from disclosure.leftovers import LEFTOVERS
from disclosure.problem import DisclosureError
from disclosure.rules.check import check_content
from disclosure.rules.facts import load_facts
from disclosure.sites.as_of import default_day
from disclosure.sites.build import Request, build_sites
from disclosure.starting import start
from disclosure.starting.start import SAMPLE_BY_WORKFLOW
from tests.starting.lists import LIST, write_list

TODAY = date(2026, 11, 20)
SAMPLES = PRODUCT / "samples" / "county"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    start(tmp_path / "root", write_list(tmp_path), TODAY)
    return tmp_path / "root"


def up_to(level: int) -> str:
    """Return the list without the divisions whose short codes are longer."""
    return "".join(line for line in LIST.splitlines(keepends=True)
                   if not line[:12].isdigit() or not line[level:12].strip("0"))  # fmt: skip


@pytest.mark.parametrize("today", [date(2026, 11, 20), date(2026, 3, 1), date(2027, 1, 3)])
@pytest.mark.parametrize("level", [4, 6, 9, 12])
def test_a_new_root_has_nothing_wrong_on_any_day_and_level(
    tmp_path: Path, today: date, level: int
) -> None:
    start(tmp_path / "root", write_list(tmp_path, up_to(level)), today)

    facts = load_facts(tmp_path / "root", today)

    assert [(one.file, one.code) for one in check_content(facts).problems] == []
    assert check_catalogue(tmp_path / "root") == ()


def test_there_is_one_draft_of_each_kind_and_nothing_else(root: Path) -> None:
    facts = load_facts(root, TODAY)
    folders, astray = find_folders(root, facts.register)

    entries = [
        entry
        for division in folders
        for entry in read_folder(root, division, facts.catalogue.keys).entries
    ]

    assert astray == ()
    assert {entry.kind for entry in entries} == set(Kind)
    assert len(entries) == len(Kind)
    assert all(entry.header.text("draft") == "true" for entry in entries)


def test_what_programs_leave_beside_files_is_not_committed(root: Path) -> None:
    ignored = (root / ".gitignore").read_text("utf-8").splitlines()

    assert set(LEFTOVERS) - {line.removeprefix("\\") for line in ignored} == {".gitkeep"}


def test_drafts_have_every_blank_filled(root: Path) -> None:
    texts = [
        path.read_text("utf-8")
        for path in sorted((root / "content").rglob("*"))
        if path.suffix in (".md", ".yaml", ".csv")
    ]

    assert texts
    assert not any("〈" in text for text in texts)


@pytest.mark.slow
def test_its_sites_can_be_built_and_show_no_draft(root: Path) -> None:
    built = build_sites(Request(root, root / "output", default_day(root)))

    pages = [path.read_text("utf-8") for path in (root / "output").rglob("*.html")]
    assert built.problems == ()
    assert len(built.outcomes) == len(LIST.splitlines()) - 1
    assert not any("示例）" in page for page in pages)
    assert not list((root / "output").rglob("example*"))


def test_nothing_of_the_demonstration_is_in_it(root: Path) -> None:
    fictional = {
        cell
        for name in ("divisions", "publishers")
        for line in (PRODUCT / f"catalogue/{name}.csv").read_text("utf-8").splitlines()[1:]
        for cell in (line.split(",")[0], line.split(",")[1])
        if len(cell) > 2
    }

    texts = [path.read_bytes().decode("utf-8", "replace")
             for path in root.rglob("*") if path.is_file()]  # fmt: skip

    assert texts
    assert not any(name in text for name in fictional for text in texts)


def test_registers_hold_the_list_and_a_body_for_each_division(root: Path) -> None:
    publishers = (root / "catalogue/publishers.csv").read_text("utf-8").splitlines()
    divisions = (root / "catalogue/divisions.csv").read_text("utf-8").splitlines()

    assert "西县人民政府,990221000000,government,0999-2000001" in publishers
    assert "河街社区居民委员会,990221100001,committee," in publishers
    assert len(publishers) == len(divisions) == len(LIST.splitlines())
    assert "990221100001,河街社区,village,社区,990221100000,,,,2026-11-20,,,," in divisions


def test_what_is_missing_is_listed_in_words(root: Path) -> None:
    todo = (root / "TODO.md").read_text("utf-8")

    assert "| 990221100001 | 河街社区 | 办公机构、办公电话、办公地址、办公时间 |" in todo
    assert "| 990221100200 | 渡口村 | 办公地址、办公时间 |" in todo
    assert "| 990221100001 | 河街社区 | 河街社区居民委员会 |" in todo


def test_a_private_number_in_the_list_is_pointed_at_without_repeating_it(tmp_path: Path) -> None:
    number = "138" + "0013" + "8000"
    text = LIST.replace("0999-2000011", number)

    start(tmp_path / "root", write_list(tmp_path, text), TODAY)

    todo = (tmp_path / "root" / "TODO.md").read_text("utf-8")
    assert "渡口村 | 办公地址、办公时间、电话像是手机号" in todo
    assert number not in todo


def test_same_names_in_two_townships_are_no_fault(tmp_path: Path) -> None:
    text = LIST + "990221001200,渡口村,,\n"

    start(tmp_path / "root", write_list(tmp_path, text), TODAY)

    assert check_catalogue(tmp_path / "root") == ()


def test_a_division_that_was_merged_is_kept_without_a_body(tmp_path: Path) -> None:
    text = (
        "code,name,valid_to,replaced_by\n"
        "990200000000,试点市,,\n990221000000,西县,,\n990222000000,东县,2026-06-30,990221000000\n"
    )

    start(tmp_path / "root", write_list(tmp_path, text), TODAY)

    assert "990222000000,东县,county,县,990200000000,,2026-06-30,990221000000,," in (
        tmp_path / "root/catalogue/divisions.csv"
    ).read_text("utf-8")
    assert "东县" not in (tmp_path / "root/catalogue/publishers.csv").read_text("utf-8")


def test_a_list_that_is_refused_leaves_nothing(tmp_path: Path) -> None:
    list_file = write_list(tmp_path, "代码,名称\n1,试点市\n")

    with pytest.raises(DisclosureError):
        start(tmp_path / "root", list_file, TODAY)

    assert list(tmp_path.iterdir()) == [list_file]


def test_the_same_list_on_the_same_day_gives_the_same_bytes(root: Path, tmp_path: Path) -> None:
    start(tmp_path / "again", write_list(tmp_path), TODAY)

    def bytes_of(folder: Path) -> dict[str, bytes]:
        return {path.relative_to(folder).as_posix(): path.read_bytes()
                for path in folder.rglob("*") if path.is_file()}  # fmt: skip

    assert bytes_of(root) == bytes_of(tmp_path / "again")


def test_the_name_of_the_county_is_filled_in_everywhere(root: Path) -> None:
    files = [root / path.relative_to(SAMPLES) for path in SAMPLES.rglob("*") if path.is_file()]

    assert files
    assert (root / "pelicanconf.py").read_text("utf-8").count("西县") == 3
    assert not any("〈地名〉" in path.read_text("utf-8") for path in files)


# --- samples --------------------------------------------------------------------------------------

# Settings the build derives itself for every division, or that are our own affair.
DERIVED = {"DISCLOSURE_ROOT", "DISCLOSURE_DIVISION", "DISCLOSURE_THEME", "DISCLOSURE_HOME"}


def test_every_setting_a_county_may_change_is_mentioned() -> None:
    text = (SAMPLES / "pelicanconf.py").read_text("utf-8")

    mentioned = set(re.findall(r"^# (DISCLOSURE_[A-Z_]+) = ", text, re.MULTILINE))

    ours = {name for name in vars(pelicanconf) if name.startswith("DISCLOSURE_")}
    assert mentioned == ours - DERIVED | {"DISCLOSURE_PUBLIC_URL"}


def test_workflows_for_three_platforms_are_put_in_place(root: Path) -> None:
    for path, sample in SAMPLE_BY_WORKFLOW.items():
        assert (root / path).read_bytes() == (PRODUCT / sample).read_bytes()


def test_settings_of_the_sample_are_python_that_a_build_reads(root: Path) -> None:
    text = (root / "pelicanconf.py").read_text("utf-8")

    values: dict[str, object] = {}
    exec(compile(text, "pelicanconf.py", "exec"), values)  # as Pelican does

    assert values["SITENAME"] == "西县基层政务公开"
