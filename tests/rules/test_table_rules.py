"""What a folder publishes reaches the rules of tables: packages, blocks, and the places above."""

from __future__ import annotations

from pathlib import Path

from tests.rules.packages import SUMMARY, SUMMARY_CSV, found_in, package
from tests.rules.verbs import check_files

BROKEN = Path(__file__).parents[1] / "data" / "broken"
VOTE = (
    "content/9901/990101/990101100/990101100201/votes/sample.md",
    "ballot-representatives-meeting",
)
EARLIER = (
    SUMMARY.replace("2026-Q3", "2026-Q2")
    .replace("date: 2026-10-12", "date: 2026-07-12")
    .replace("date: 2026-10-11", "date: 2026-07-11")
)
EARLIER_CSV = (
    SUMMARY_CSV.replace("2026-Q3", "2026-Q2")
    .replace("1000.00,500.00,300.00", "1400.00,100.00,300.00")
    .replace("2026-10-09", "2026-07-09")
)
CHAIN = ["summary-opening-chain:2:opening", "summary-opening-chain:3:opening"]


def files_of(code: str) -> dict[str, str]:
    """Return the files of a broken sample."""
    sample = BROKEN / code
    return {
        path.relative_to(sample).as_posix(): path.read_text("utf-8")
        for path in sorted(sample.rglob("*"))
        if path.is_file()
    }


def test_packages_of_one_division_are_held_against_each_other() -> None:
    earlier = package(EARLIER, EARLIER_CSV, "earlier")

    assert found_in(package(SUMMARY, SUMMARY_CSV), earlier) == CHAIN


def test_a_draft_is_checked_by_itself_and_held_against_nothing() -> None:
    earlier = package("draft: true\n" + EARLIER, EARLIER_CSV, "earlier")
    spoilt = package(
        "draft: true\n" + EARLIER, EARLIER_CSV.replace("1400.00", "1401.00"), "earlier"
    )

    assert found_in(package(SUMMARY, SUMMARY_CSV), earlier) == []
    assert {one.partition(":")[0] for one in found_in(package(SUMMARY, SUMMARY_CSV), spoilt)} == {
        "summary-closing-balance"
    }


def test_a_withdrawn_package_is_held_against_nothing() -> None:
    gone = EARLIER + "withdrawn: {date: 2026-08-20, reason: 数据有误，已重新发布}\n"

    assert not set(CHAIN) & set(
        found_in(package(SUMMARY, SUMMARY_CSV), package(gone, EARLIER_CSV, "earlier"))
    )


def test_a_block_is_a_table_and_its_problem_stands_on_its_line() -> None:
    path, code = VOTE
    text = files_of(code)[path]

    (problem,) = check_files({path: text})

    assert (problem.code, problem.file, problem.row) == (code, path, 0)
    assert text.splitlines()[problem.line - 1] == "  present: 19"


def test_a_block_without_all_its_figures_is_not_reckoned_with() -> None:
    path, code = VOTE
    text = files_of(code)[path].replace("  eligible: 30\n", "")

    codes = {problem.code for problem in check_files({path: text})}

    assert code not in codes


def test_a_village_is_held_against_what_the_county_published_for_it() -> None:
    files = files_of("fund-grant-agrees")
    own = {path: text for path, text in files.items() if "990101100201" in path}

    (problem,) = check_files(files)

    assert (problem.code, "990101100201" in problem.file) == ("fund-grant-agrees", True)
    assert "东区人民政府公布的拨付金额是 990.00" in problem.message_zh
    assert len(own) < len(files)
    assert check_files(own) == ()


def test_a_table_that_does_not_fit_its_schema_is_not_reckoned_with() -> None:
    table = SUMMARY_CSV.replace("1200.00,,", "一千二,,")

    codes = {one.partition(":")[0] for one in found_in(package(SUMMARY, table))}

    assert codes == {"table-row-wrong"}
