"""fund-project-ballot: a project rests on a ballot that did not pass, or the ranks are no ranking.

The ranks of a budget year are 1, 2, 3 ... each once. Asked of the ballots the division publishes;
thresholds as in the rules of ballots. Design.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.ballots import ballots, is_carried
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.funds import PROJECTS, Year, projects
from disclosure.table_rules.sheet import count, text

CODE = Code(
    "fund-project-ballot",
    zh="项目 {project} 的{title}是“{value}”，{reason_zh}",
    en="project {project}: {value!r}, {reason_en}",
    hint_zh="请核对表决编号和排序；未依法通过的项目不得实施",
    hint_en="check ballot_id and rank; a project that did not pass must not be carried out",
)


@books_rule(CODE, PROJECTS)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield projects whose ballot failed, and the first rank of a year out of order."""
    found = ballots(books)
    by_year: dict[Year, list[Line]] = defaultdict(list)
    for (division, year, _), line in projects(books).items():
        by_year[division, year].append(line)
        for column in ("ballot_id", "second_ballot_id"):
            ballot = found.get(text(line[1], column))
            if ballot and not is_carried(ballot, known.catalogue):
                yield problem(line, column, "这次表决没有按法定比例通过", "it did not pass")
    for lines in by_year.values():
        lines.sort(key=rank_of)
        for expected, line in enumerate(lines, 1):
            if rank_of(line) != expected:
                zh = f"同一年度的排序从 1 起不重不漏，此处应为 {expected}"
                yield problem(line, "rank", zh, f"expected {expected}")
                break


def rank_of(line: Line) -> int:
    """Return the rank of a project."""
    return count(line[1], "rank") or 0


def problem(line: Line, column: str, zh: str, en: str) -> Problem:
    """Return the problem of one project."""
    sheet, row = line
    return sheet.problem(
        CODE,
        row,
        column,
        row.cells.get(column),
        project=row.cells["project_no"],
        reason_zh=zh,
        reason_en=en,
    )
