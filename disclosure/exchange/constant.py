"""Fills the columns a sheet does not have: from the command, the sheet's own words, an answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from disclosure.catalogue.headings import fold
from disclosure.catalogue.table import Column, Table
from disclosure.dataset.explain import Sentences
from disclosure.exchange.around import ALIASES, Said
from disclosure.exchange.cell import DIVISION, PERIOD, YEARS, Context, read_cell
from disclosure.exchange.change import DoubtError
from disclosure.exchange.entries import Entries
from disclosure.exchange.sight import Sight
from disclosure.exchange.words import choices_of
from disclosure.problem import Code, DisclosureError, Problem

COLUMN_MISSING = Code(
    "import-column-missing",
    zh="表里没有“{title}”这一列",
    en="the sheet has no column {field}",
    hint_zh="请在 Excel 里补上“{title}”列，逐行填写，再重新导入",
    hint_en="add the column {field} to the sheet, fill every row and import again",
)
ANSWER_WRONG = Code(
    "import-answer-wrong",
    zh="“{title}”填的“{value}”：{reason_zh}",
    en="{field} is given as {value!r}: {reason_en}",
    hint_zh="请改正 --set {title}=… 里的值",
    hint_en="correct the value of --set {field}=…",
)
ANSWER_UNKNOWN = Code(
    "import-answer-unknown",
    zh="“{table}”没有“{value}”这一列",
    en="{table} has no column {value!r}",
    hint_zh="--set 后面写“列名=值”，列名用：{allowed}",
    hint_en="write --set COLUMN=VALUE with one of its columns",
)


class Question(Struct, frozen=True):
    """A column the sheet does not have: what should stand in all its rows?"""

    column: Column

    @property
    def text(self) -> str:
        """The question in words."""
        choices = choices_of(self.column)
        hint = f"，可填：{'、'.join(choices)}" if choices else ""
        note = f"（{self.column.description.rstrip('。')}）" if self.column.description else ""
        return f"表里没有“{self.column.title}”这一列{note}。各行都填什么{hint}"


class Constant(Struct, frozen=True):
    """A column filled alike in all rows, and where the value comes from."""

    column: Column
    text: str
    source: str


def answers_by_column(
    table: Table, columns: Mapping[str, Column], answers: Mapping[str, str]
) -> dict[str, str]:
    """Return what was given with `--set`, by column name; titles are names too."""
    names = {fold(column.title): name for name, column in columns.items()}
    names |= {fold(name): name for name in columns}
    found = {}
    for given, value in answers.items():
        name = names.get(fold(given))
        if name is None:
            allowed = Sentences(tuple(column.title for column in columns.values()), "、")
            raise DisclosureError(
                ANSWER_UNKNOWN.at("", 0, value=given, table=table.title, allowed=allowed)
            )
        found[name] = value
    return found


def constants(
    missing: Sequence[Column],
    context: Context,
    said: Mapping[str, Said],
    labels: Mapping[str, str],
    answers: Mapping[str, str],
) -> Iterator[Constant]:
    """Yield the missing columns whose value is known, by the command first.

    `labels` are the columns of the words that stand before a colon beside the table.
    """
    for column in missing:
        given = given_by_command(column, context)
        if column.name in answers:
            yield Constant(column, answered(column, answers[column.name], context), "另行填写")
        elif given:
            yield Constant(column, given, "命令里写明")
        elif beside := said_of(column, said, labels):
            try:
                cast = read_cell(beside.text, column, context)
            except DoubtError:
                continue  # asked for, then
            yield Constant(column, cast.text, f"{beside.place} 写明")


def given_by_command(column: Column, context: Context) -> str:
    """Return what the command says of a column: division, period, year."""
    if column.name == DIVISION:
        return context.division.full_code
    if context.period and column.name == PERIOD:
        return str(context.period)
    return str(context.period.first.year) if context.period and column.name in YEARS else ""


def said_of(column: Column, said: Mapping[str, Said], labels: Mapping[str, str]) -> Said | None:
    """Return what stands beside the table for a column."""
    for label, one in said.items():
        if labels.get(label) == column.name or label in ALIASES.get(column.name, ()):
            return one
    return None


def answered(column: Column, text: str, context: Context) -> str:
    """Return an answer as it is written; raise where it is no value of the column."""
    try:
        return read_cell(text, column, context).text
    except DoubtError as doubt:
        raise DisclosureError(
            ANSWER_WRONG.at(
                "",
                0,
                column.name,
                value=text,
                title=column.title,
                reason_zh=doubt.zh,
                reason_en=doubt.en,
            )
        ) from None


def is_numbering(column: Column) -> bool:
    """Tell whether a column numbers the rows without gaps."""
    return column.type == "integer" and any(rule.endswith("-gapless") for rule in column.rules)


def is_askable(column: Column) -> bool:
    """Tell whether one value may hold for all rows: never a number, never a key, never a sum."""
    return column.type in ("string", "date", "boolean") and not column.limits.is_unique


def fill_missing(
    sight: Sight,
    entries: Entries,
    said: Mapping[str, Said],
    answers: Mapping[str, str],
    problems: list[Problem],
) -> tuple[list[Constant], list[Question]]:
    """Fill the columns that the sheet does not have; return them, and what has to be asked."""
    there = {
        name
        for heading in sight.header.headings.values()
        for name in (heading.column, *((heading.sets[0],) if heading.sets else ()))
    }
    given = answers_by_column(sight.table, sight.columns, answers)
    missing = [
        column
        for name, column in sight.columns.items()
        if name not in there and (column.is_required or name in given)
    ]
    labels = {label: heading.column for label, heading in sight.known.items()}
    filled = list(constants(missing, sight.context, said, labels, given))
    for constant in filled:
        for row in entries.rows:
            row[constant.column.name] = constant.text
    done = {constant.column.name for constant in filled}
    questions = []
    for column in missing:
        if column.name in done:
            continue
        if is_numbering(column):
            number_rows(entries, column, sight.table.primary_key)
            filled.append(Constant(column, "从 1 起", "表里没有，按行的次序编号"))
        elif is_askable(column):
            questions.append(Question(column))
        else:
            problems.append(missing_column(column, sight.file))
    return filled, questions


def number_rows(entries: Entries, column: Column, key: Sequence[str]) -> None:
    """Number the rows from 1 in their order, each group of the other key columns by itself."""
    counts: dict[tuple[str, ...], int] = {}
    for row in entries.rows:
        group = tuple(row.get(name, "") for name in key if name != column.name)
        counts[group] = counts.get(group, 0) + 1
        row[column.name] = str(counts[group])


def missing_column(column: Column, file: str) -> Problem:
    """Return the problem of a column that nothing can fill."""
    return COLUMN_MISSING.at(file, 0, column.name, title=column.title)
