"""A draft of the annual report is filled with what is on record, and with nothing else."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace
from python_calamine import CalamineWorkbook

from disclosure.annual_report.draft import MISSING, Draft, draft_report
from disclosure.annual_report.files import already_there, files_of, put
from disclosure.problem import DisclosureError, Severity
from disclosure.rules.check import check_content
from disclosure.rules.facts import Facts
from tasks import program
from tests.rules.verbs import SMALL, small_facts

TOWNSHIP = "9901/990101/990101100"
COUNTY = "9901/990101"
ENTRY = """\
---
title: {title}
category: {category}
date: {formed} 09:00
publisher: {publisher}
formed_on: {formed}
{more}---
正文。
"""
PACKAGE = """\
title: {title}
category: {category}
date: {date} 09:00
publisher: 南镇人民政府
period: {year}
resources: [{{name: t, path: t.csv, schema: 'table:{table}'}}]
"""
REPORT = "division_code,body,report_year,part,row_code,column_code,value\n"
SERIES = (
    "division_code,series_code,indicator,parent_indicator,period,value,unit,value_status,revision,"
    "source_body,additive\n"
)


def entry(number: int, category: str, formed: str, more: str = "") -> dict[str, str]:
    text = ENTRY.format(
        title=f"第{number}件", category=category, formed=formed, more=more, publisher="南镇人民政府"
    )
    return {f"content/{TOWNSHIP}/articles/e{number}.md": text}


def package(name: str, table: str, year: int, rows: str, category: str) -> dict[str, str]:
    base = f"content/{TOWNSHIP}/data/{name}"
    text = PACKAGE.format(
        title=name, category=category, date=f"{year + 1}-01-10", year=year, table=table
    )
    return {f"{base}/datapackage.yaml": text, f"{base}/t.csv": rows}


RECORDS = {
    **entry(1, "S0201", "2025-03-01", "supersedes: articles/e9\n"),
    **entry(2, "S0201", "2025-12-31"),
    **entry(3, "S0201", "2024-12-31"),
    **entry(4, "S0404", "2025-05-06"),
    **entry(5, "S0404", "2025-06-06", "draft: true\n"),
    **entry(6, "S0404", "2025-07-06", "withdrawn: {date: 2025-08-01, reason: 决定已撤销}\n"),
    **package(
        "last",
        "annual_report",
        2024,
        REPORT
        + "990101100000,南镇人民政府,2024,T2,4,natural,2\n"
        + "990101100000,南镇人民政府,2024,T2,4,total,2\n"
        + "990101100000,南镇人民政府,2024,T1,a1.norm,in_force,7\n",
        "S0303",
    ),
    **package(
        "figures",
        "stat_series",
        2025,
        SERIES
        + "990101100000,E0103-01,行政事业性收费金额,,2025,51250.5,元,初步,0,南镇财政所,否\n"
        + "990101100000,E0103-01,行政事业性收费金额,,2025,51250,元,修订,1,南镇财政所,否\n"
        + "990101100000,E0103-02,行政强制处理决定数量,,2024,3,件,正式,0,南镇执法队,否\n",
        "E0103",
    ),
}


@pytest.fixture
def facts(tmp_path: Path) -> Facts:
    """Return the small register over a township with some records."""
    for file, text in RECORDS.items():
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return replace(small_facts(date(2026, 1, 15)), root=tmp_path)


def made(facts: Facts, year: int = 2025, body: str | None = None) -> Draft:
    return draft_report(facts, facts.register.resolve("990101100"), year, body)


def test_only_what_is_on_record_is_filled(facts: Facts) -> None:
    records = made(facts).records

    assert {place: record.value for place, record in records.items()} == {
        ("N0", "n0", "total"): 4,
        ("T1", "a1.norm", "made"): 2,
        ("T1", "a1.norm", "repealed"): 1,
        ("T1", "a1.norm", "in_force"): 7 + 2 - 1,
        ("T1", "a6.pun", "decisions"): 1,
        ("T1", "a8.fee", "amount_wan"): Decimal("5.125"),
        ("T2", "2", "natural"): 2,
        ("T2", "2", "total"): 2,
    }
    assert records["T1", "a8.fee", "amount_wan"].source.endswith("指标“行政事业性收费金额”")


def test_year_without_records_has_no_noughts(facts: Facts) -> None:
    draft = made(facts, 2023)
    table = files_of(draft, facts.catalogue)[f"content/{TOWNSHIP}/data/{draft.name}/report.csv"]

    assert draft.records == {}
    lines = table.decode().splitlines()
    assert {line.split(",")[-2] for line in lines[1:] if ",META," not in line} == {""}
    assert sum(line.endswith(f",,{MISSING}") for line in lines) == 200


def test_draft_is_checked_with_blanks_named_and_never_built(facts: Facts) -> None:
    draft = made(facts)
    put(facts.root, files_of(draft, facts.catalogue))

    found = [problem for problem in check_content(facts).problems if draft.name in problem.file]

    assert {problem.code for problem in found if problem.severity is Severity.ERROR} == {
        "key-missing"
    }
    assert {problem.code for problem in found if problem.severity is Severity.WARNING} == {
        "report-cell-blank"
    }


def test_filled_draft_is_clean(facts: Facts) -> None:
    draft = made(facts)
    files = files_of(draft, facts.catalogue)
    for file, content in files.items():
        if file.endswith((".md", ".yaml")):
            text = content.decode().replace("date:  # 发布时间", "date: 2026-01-12 09:00  #")
            text = text.replace("by:  #", "by: 镇党政办  #")
            files[file] = text.replace("date:  # 审查", "date: 2026-01-11  #").encode()
    put(facts.root, files)

    found = {one.code for one in check_content(facts).problems if draft.name in one.file}

    assert found == {"report-cell-blank"}


def test_text_has_the_six_parts_and_tells_sources(facts: Facts) -> None:
    draft = made(facts)
    text = files_of(draft, facts.catalogue)[f"content/{TOWNSHIP}/articles/{draft.name}.md"].decode()

    assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]
    assert "行政规范性文件，本年制发件数：2（来源：2025年形成的 S0201 类公开内容）" in text
    assert "表三另有 15 格未登记" in text


def test_workbook_shows_the_form_and_no_noughts(facts: Facts) -> None:
    draft = made(facts)
    content = files_of(draft, facts.catalogue)[f"drafts/990101100-{draft.name}.xlsx"]
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))

    first, second, third, sources = map(book.get_sheet_by_name, book.sheet_names)
    assert book.sheet_names == ["表一", "表二", "表三", "来源"]
    assert ["行政规范性文件", 2, 1, 8] in first.to_python()
    rows = second.to_python()
    assert rows[4][-7:] == [2, *[MISSING] * 5, 2]
    assert len(rows) == 3 + 25
    assert (5, 0) in {start for start, _ in second.merged_cell_ranges or ()}
    assert third.to_python()[3] == [MISSING] * 15
    assert sources.to_python()[1][3] == "2025年形成的 S0201 类公开内容"
    cells = [cell for sheet in (first, second, third) for row in sheet.to_python() for cell in row]
    assert 0 not in cells


def test_same_records_give_the_same_bytes(facts: Facts) -> None:
    assert files_of(made(facts), facts.catalogue) == files_of(made(facts), facts.catalogue)


def test_department_reports_for_itself_under_a_name_of_its_own(facts: Facts) -> None:
    division = facts.register.resolve("990101")
    draft = draft_report(facts, division, 2025, "东区教育局")

    assert draft.name == f"annual-report-2025-{draft.body.number}"
    assert draft.records == {}


def test_body_that_is_not_there_is_named_with_those_that_are(facts: Facts) -> None:
    with pytest.raises(DisclosureError) as caught:
        made(facts, body="北镇人民政府")

    (problem,) = caught.value.problems
    assert problem.code == "report-body-unknown"
    assert "南镇人民政府" in problem.hint_zh


def test_link_in_the_way_is_refused(facts: Facts, tmp_path: Path) -> None:
    files = files_of(made(facts), facts.catalogue)
    (tmp_path / "drafts").symlink_to(tmp_path / "content")

    with pytest.raises(DisclosureError) as caught:
        already_there(facts.root, files)

    assert caught.value.problems[0].code == "link-or-special-file"


def test_interrupted_writing_leaves_the_old_files(
    facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = files_of(made(facts), facts.catalogue)
    put(facts.root, dict.fromkeys(files, b"old"))
    monkeypatch.setattr(Path, "write_bytes", interrupt_third(Path.write_bytes))

    with pytest.raises(KeyboardInterrupt):
        put(facts.root, files)

    assert {(facts.root / file).read_bytes() for file in files} == {b"old"}
    assert list(facts.root.rglob(".*.new")) == []


def interrupt_third(write: object) -> object:
    """Return a writer that is interrupted at the third file."""
    calls = []

    def write_bytes(path: Path, content: bytes) -> int:
        calls.append(path)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return write(path, content)  # type: ignore[operator, no-any-return]

    return write_bytes


def command(root: Path, output: Path, answer: str = "") -> tuple[int, str]:
    result = CliRunner().invoke(
        program,
        ["annual-report", "draft", "--division", "990101100", "--year", "2025",
         "--root", str(root), "--output", str(output)],
        input=answer,
    )  # fmt: skip
    return result.exit_code, result.output


def test_command_writes_below_the_output_alone_and_asks_before_it_overwrites(
    tmp_path: Path,
) -> None:
    before = sorted(SMALL.rglob("*"))

    assert command(SMALL, tmp_path)[0] == 0
    written = sorted(path.name for path in tmp_path.rglob("*") if path.is_file())
    assert written == [
        "990101100-annual-report-2025.xlsx", "annual-report-2025.md", "datapackage.yaml",
        "report.csv",
    ]  # fmt: skip
    assert sorted(SMALL.rglob("*")) == before
    entry_file = next(tmp_path.rglob("*.md"))
    entry_file.write_text("mine", "utf-8")

    code, told = command(SMALL, tmp_path, "n\n")
    assert code == 1
    assert "要覆盖吗" in told
    assert entry_file.read_text("utf-8") == "mine"

    assert command(SMALL, tmp_path, "y\n")[0] == 0
    assert entry_file.read_text("utf-8") != "mine"
