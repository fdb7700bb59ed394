"""A draft of an annual report: every cell of the form, filled or 未登记, and its files as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from msgspec import Struct

from disclosure.annual_report.records import ALL_PUBLISHED, Record, gather
from disclosure.catalogue import FormRow, ReportForm
from disclosure.dataset.wording import trimmed
from disclosure.division import Division, Publisher, PublisherKind
from disclosure.entry import read_folder
from disclosure.entry.blank import LICENCE, PROFILE
from disclosure.problem import Code, DisclosureError
from disclosure.rules.facts import Facts
from disclosure.table_rules.annual_reports import META, TABLE, Place, form_for

CATEGORY = "S0303"
MISSING = "未登记"  # what stands in a cell no record speaks of
BODY_UNKNOWN = Code(
    "report-body-unknown",
    zh="{division}登记的公开主体里没有可以报告的“{value}”",
    en="{division} has no publisher {value!r} that could report",
    hint_zh="请用 --body 写明报告机关：{allowed}",
    hint_en="name the reporting body with --body: {allowed}",
)
REPORTING = (PublisherKind.GOVERNMENT, PublisherKind.DEPARTMENT)


class Draft(Struct, frozen=True):
    """A draft: `records` are the cells that are on record; all others of the form are not."""

    division: Division
    body: Publisher
    year: int
    form: ReportForm
    records: Mapping[Place, Record]
    columns: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name of its entry and of its package; a department's tells which it is."""
        number = "" if self.body.kind is PublisherKind.GOVERNMENT else f"-{self.body.number}"
        return f"annual-report-{self.year}{number}"

    @property
    def title(self) -> str:
        return f"{self.body.name}{self.year}年政府信息公开工作年度报告"

    def cells(self) -> Iterator[tuple[FormRow, str, Record | None]]:
        """Yield every cell of the form in its order, with what is on record."""
        for row in self.form.rows.values():
            for column in row.columns:
                yield row, column, self.records.get((row.part, row.code, column))


def draft_report(facts: Facts, division: Division, year: int, body: str | None) -> Draft:
    """Return the draft of a body's report, from what its division publishes."""
    publisher = body_of(facts, division, body)
    form = form_for(year, facts.catalogue)
    folder = read_folder(facts.root, division, facts.catalogue.keys)
    records = gather(folder, facts.at(folder), form, publisher, year)
    columns = tuple(facts.catalogue.tables[TABLE].columns)
    return Draft(division, publisher, year, form, records, columns)


def body_of(facts: Facts, division: Division, name: str | None) -> Publisher:
    """Return the body that reports: the one named, or the division's only government."""
    own = [one for one in facts.publishers if one.division == division.code]
    able = [one for one in own if one.kind in REPORTING]
    wanted = [
        one for one in able if (one.name == name if name else one.kind is PublisherKind.GOVERNMENT)
    ]
    if len(wanted) != 1:
        raise DisclosureError(
            BODY_UNKNOWN.at(
                "",
                0,
                "body",
                value=name or PublisherKind.GOVERNMENT.value,
                division=division.name,
                allowed="、".join(one.name for one in able) or "先登记到 catalogue/publishers.csv",
            )
        )
    return wanted[0]


def write_cells(draft: Draft) -> str:
    """Return the CSV of the package: a cell without a record is blank, and says 未登记."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, draft.columns, restval="", lineterminator="\n")
    writer.writeheader()
    shared = {
        "division_code": draft.division.full_code,
        "body": draft.body.name,
        "report_year": draft.year,
    }
    for row, column, record in draft.cells():
        place = {"part": row.part, "row_code": row.code, "column_code": column}
        told = {"value": trimmed(record.value)} if record else {"printed": MISSING}
        writer.writerow(shared | place | told)
    total = draft.records.get(ALL_PUBLISHED)
    if total:
        part, code, column = ALL_PUBLISHED
        place = {"part": part, "row_code": code, "column_code": column}
        writer.writerow(shared | place | {"value": trimmed(total.value)})
    for code, value, printed in (
        ("form_printed", str(draft.form.year), ""),
        ("period", "", f"{draft.year}年1月1日至12月31日"),
    ):
        place = {"part": META, "row_code": code, "column_code": "value"}
        writer.writerow(shared | place | {"value": value, "printed": printed})
    return text.getvalue()


def write_descriptor(draft: Draft) -> str:
    """Return the package's `datapackage.yaml`: a draft whose date and review are still blank."""
    return (
        f"{PROFILE}name: {draft.name}\n{header(draft)}{LICENCE}resources:\n  - name: report\n"
        "    path: report.csv\n    type: table\n    format: csv\n    encoding: utf-8\n"
        f"    schema: table:{TABLE}\n"
    )


def header(draft: Draft) -> str:
    """Return the keys that entry and package have in common."""
    elements = (
        ("报告年度", f"{draft.year}年"),
        ("主动公开情况", "见报告第二部分和数据表表一"),
        ("申请收到和处理情况", "见报告第三部分和数据表表二"),
        ("复议诉讼情况", "见报告第四部分和数据表表三"),
        ("问题与改进", "见报告第五部分"),
    )
    return (
        f"title: {draft.title}\ncategory: {CATEGORY}\n"
        f"date:  # 发布时间，如 {draft.year + 1}-01-20 09:00\n"
        f"publisher: {draft.body.name}\nperiod: {draft.year}\n"
        "# author: 拟稿人或拟稿科室，与审查人分开\n"
        "review:\n  by:  # 审查人\n  date:  # 审查日期\nelements:\n"
        + "".join(f"  {name}: {text}\n" for name, text in elements)
        + "draft: true  # 草稿：照常检查，不上网；填好后删去这一行\n"
    )
