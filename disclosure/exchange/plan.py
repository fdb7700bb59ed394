"""Plans an import: everything is gathered and worked out before anything is written."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from disclosure.catalogue import Category, Kind, Table, standard_of
from disclosure.catalogue.binding import extra_columns
from disclosure.catalogue.headings import MONTH, Heading, headings_of, load_headings
from disclosure.catalogue.table import Column, plain_column
from disclosure.division import Division
from disclosure.entry import DESCRIPTOR, read_folder
from disclosure.entry.blank import table_file, write_blank
from disclosure.entry.entry import NAME
from disclosure.entry.name import suggest
from disclosure.entry.plain_files import FILE_NAME_WRONG
from disclosure.exchange.around import Said
from disclosure.exchange.cell import Context, parse
from disclosure.exchange.choice import choose_category, choose_sheet, find_table
from disclosure.exchange.described import Blank, describe, split_answers
from disclosure.exchange.descriptor import fill_descriptor
from disclosure.exchange.faults import PERIOD_UNFIT
from disclosure.exchange.intake import Intake, take_in
from disclosure.exchange.noticed import hidden_sheets
from disclosure.exchange.place import existing_table
from disclosure.exchange.plain import tidy
from disclosure.exchange.sight import Sight
from disclosure.period import Period
from disclosure.problem import Code, DisclosureError
from disclosure.rules.creation import refuse_misfit
from disclosure.rules.facts import Facts
from disclosure.workbook import column_letters, read_workbook

ANSWERS_MISSING = Code(
    "import-answer-missing",
    zh="表里没有“{title}”这一列，命令里也没有写明",
    en="the sheet has no column {field}, and no value was given for it",
    hint_zh="请加上 --set {title}=值；各行不同的，在 Excel 里补上这一列",
    hint_en="add --set {field}=VALUE, or the column in Excel",
)
SAME_PERIOD = Code(
    "import-same-period",
    zh="{period}的{table}已经有了，在数据包 {value} 里",
    en="{value} holds the {table} of this period already",
    hint_zh="要换成这张表，请加 --write-to {value}；另建一个，请用 --write-to 另起名称",
    hint_en="replace its table with --write-to {value}, or choose another name",
)


class Request(Struct, frozen=True):
    """What somebody asked to import, as typed."""

    file: Path
    division: str
    table: str
    period: str | None = None
    sheet: str | None = None
    category: str | None = None
    name: str | None = None


class Plan(Struct, frozen=True):
    """What an import will do: `files` by path below the root; where the package `exists` already,
    only its table is replaced."""

    intake: Intake
    table: Table
    category: Category
    division: Division
    sheet: str
    headings: tuple[tuple[str, str, str], ...]  # Excel column, its heading, what it is taken for
    hidden: tuple[str, ...]
    files: Mapping[str, bytes]
    exists: bool
    blanks: tuple[Blank, ...] = ()
    beside: Mapping[str, Said] = field(default_factory=dict)  # of the descriptor, by title

    @property
    def csv(self) -> str:
        """The path of the table."""
        return next(file for file in self.files if file.endswith(".csv"))

    @property
    def folder(self) -> str:
        """The folder of the package."""
        return self.csv.rpartition("/")[0]


def plan_import(facts: Facts, request: Request, answers: Mapping[str, str]) -> Plan:
    """Work out an import; raise what is wrong with the command or has to be put right in Excel."""
    catalogue = facts.catalogue
    division = facts.register.resolve(request.division)
    table = find_table(request.table, catalogue)
    category = choose_category(request.category, table, division, catalogue)
    refuse_misfit(category, Kind.DATA, division)
    period = period_of(request, table)
    extra = {
        name: plain_column(name, binding.element, binding.type)
        for name, binding in extra_columns(catalogue.bindings.get(category.code, ())).items()
    }
    if request.name is None:
        refuse_same_period(facts, division, category, table, period)
    name = request.name or default_name(table, category, period)
    if not NAME.fullmatch(name):
        raise DisclosureError(FILE_NAME_WRONG.at("", value=name, suggestion=suggest(name)))
    known = headings_of(table, extra, load_headings(standard_of(facts.root)))
    book = read_workbook(request.file)
    sheet, header = choose_sheet(book, request.sheet, known, table, request.file.name)
    columns = {**table.columns, **extra}
    context = Context(facts.register, division, period)
    sight = Sight(sheet, header, table, columns, known, context, request.file.name)
    keys, others = split_answers(answers, table, catalogue)
    intake = take_in(sight, others)
    folder = f"{division.folder}/{Kind.DATA.value}/{name}"
    files = {f"{folder}/{table_file(category)}": write_table(intake)}
    blanks: tuple[Blank, ...] = ()
    beside: Mapping[str, Said] = {}
    there = existing_table(facts.root, folder, table)
    if there:
        files = {there: write_table(intake)}
    else:
        blank = write_blank(
            category, division, Kind.DATA, catalogue, facts.publishers, facts.today, name
        )
        described = describe(
            facts, division, category, table, period, intake.said, keys, request.file.name
        )
        blanks, beside = described.blanks, described.beside
        text = fill_descriptor(blank, described.values)
        files = {f"{folder}/{DESCRIPTOR}": text.encode(), **files}
    taken = tuple(
        (column_letters(place), tidy(header.texts[place]), taken_for(heading, columns))
        for place, heading in sorted(header.headings.items())
    )
    hidden = tuple(hidden_sheets(book))
    return Plan(
        intake=intake,
        table=table,
        category=category,
        division=division,
        sheet=sheet.name,
        headings=taken,
        hidden=hidden,
        files=files,
        exists=there is not None,
        blanks=blanks,
        beside=beside,
    )


def taken_for(heading: Heading, columns: Mapping[str, Column]) -> str:
    """Return what stands below a heading, in words."""
    title = columns[heading.column].title
    if heading.sets:
        return f"{title}，{columns[heading.sets[0]].title}为“{heading.sets[1]}”"
    return f"{title}的{'月' if heading.part == MONTH else '日'}" if heading.part else title


def require_answers(plan: Plan) -> None:
    """Raise where a question is left open."""
    open_questions = plan.intake.questions
    if open_questions:
        raise DisclosureError(
            *(
                ANSWERS_MISSING.at("", 0, one.column.name, title=one.column.title)
                for one in open_questions
            )
        )


def refuse_same_period(
    facts: Facts, division: Division, category: Category, table: Table, period: Period | None
) -> None:
    """Raise where the division has published this table for this period already."""
    if period is None:
        return
    folder = read_folder(facts.root, division, facts.catalogue.keys)
    for entry in folder.entries:
        holds = any(one.table == table.name for one in entry.tables)
        if holds and entry.category == category.code and entry.period == period:
            raise DisclosureError(
                SAME_PERIOD.at("", value=entry.name, table=table.title, period=period.zh)
            )


def period_of(request: Request, table: Table) -> Period | None:
    """Return the period typed; raise where it names none."""
    if request.period is None:
        return None
    period = parse(request.period)
    if period is None:
        raise DisclosureError(
            PERIOD_UNFIT.at(
                "",
                0,
                "period",
                value=request.period,
                table=table.title,
                title="期间",
                reason_zh=f"不能写 {request.period}",
                expected="2026-09、2026-Q3 或 2026",
            )
        )
    return period


def default_name(table: Table, category: Category, period: Period | None) -> str:
    """Return what a package is called by its table and period."""
    ending = str(period).lower() if period else category.code.lower()
    return f"{table.name.replace('_', '-')}-{ending}"


def write_table(intake: Intake) -> bytes:
    """Return the rows as CSV."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([intake.columns, *intake.rows])
    return text.getvalue().encode()
