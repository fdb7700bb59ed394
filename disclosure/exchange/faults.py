"""What is wrong with a sheet as a whole: columns told twice, its period, balances as income."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from disclosure.catalogue.table import Column
from disclosure.exchange.cell import PERIOD, fits_period
from disclosure.exchange.lines import Kind, Line
from disclosure.exchange.money import YUAN, amount
from disclosure.exchange.plain import squeezed
from disclosure.exchange.sight import Sight
from disclosure.exchange.sums import BALANCE
from disclosure.period import parse_period
from disclosure.problem import Code, Problem
from disclosure.workbook import column_letters

COLUMN_TWICE = Code(
    "import-column-twice",
    zh="{places} 列的表头都是“{title}”，不知道用哪一列",
    en="the columns {places} are both {field}",
    hint_zh="请在 Excel 里只留一列，或者改清楚其中一列的列名",
    hint_en="leave one of them, or give the other a heading of its own",
)
ROW_UNCLEAR = Code(
    "import-row-unclear",
    zh="“{value}”一行{reason_zh}",
    en="Excel row {row} ({value!r}) is not clear",
    hint_zh="请在 Excel 里改正这一行，再重新导入",
    hint_en="correct the row in Excel and import again",
)
PERIOD_UNFIT = Code(
    "import-period-unfit",
    zh="“{table}”的{title}{reason_zh}",
    en="{table}: the period {value!r} does not fit",
    hint_zh="请改正 --period，如 {expected}",
    hint_en="correct --period, such as {expected}",
)
YEAR = re.compile(r"(20[0-9]{2})\s*年")
EXAMPLES = ("2026-09", "2026-Q3", "2026")


def twice(sight: Sight) -> Iterator[Problem]:
    """Yield headings that stand above two columns."""
    header = sight.header
    by_column: dict[str, list[int]] = defaultdict(list)
    for place, heading in sorted(header.headings.items()):
        by_column[heading.column].append(place)
    for name, places in by_column.items():
        meant = [header.headings[place] for place in places]
        is_split = all(heading.sets or heading.part for heading in meant)
        if len(places) > 1 and not (is_split and len(set(meant)) == len(meant)):
            yield COLUMN_TWICE.at(
                sight.file,
                0,
                name,
                row=header.bottom + 1,
                title=sight.columns[name].title,
                places="、".join(map(column_letters, places)),
            )


def period_faults(sight: Sight) -> Iterator[Problem]:
    """Yield a period that the table does not take, or that nobody gave."""
    column = sight.columns.get(PERIOD)
    period = sight.context.period
    if column is None:
        return
    example = next((one for one in EXAMPLES if fits(column, one)), EXAMPLES[0])
    if period is None:
        is_given = any(one.column == PERIOD for one in sight.header.headings.values())
        reason = "" if is_given else "没有写明"
    else:
        reason = "" if fits_period(column, period) else f"不能写 {period}"
    if reason:
        yield PERIOD_UNFIT.at(
            "",
            0,
            PERIOD,
            value=str(period or ""),
            table=sight.table.title,
            title=column.title,
            reason_zh=reason,
            expected=example,
        )


def year_faults(sight: Sight) -> Iterator[Problem]:
    """Yield a header that names another year above its columns of months and days."""
    period = sight.context.period
    for place, heading in sight.header.headings.items():
        found = YEAR.search(sight.header.texts[place]) if heading.part else None
        if found and period and int(found[1]) != period.first.year:
            yield PERIOD_UNFIT.at(
                "",
                0,
                PERIOD,
                value=str(period),
                table=sight.table.title,
                title="表头",
                reason_zh=f"写的是 {found[1]} 年，不是 {period.first.year} 年",
                expected=f"{found[1]}-{str(period).partition('-')[2]}",
            )
            return


def fits(column: Column, text: str) -> bool:
    """Tell whether a column of periods takes one written so."""
    period = parse_period(text)
    return period is not None and fits_period(column, period)


def opening_faults(
    sight: Sight, columns: Mapping[int, Column], lines: Sequence[Line]
) -> Iterator[Problem]:
    """Yield rows of an opening balance that stand in a column of amounts: no income of the period.

    Where nothing runs on, such a row would be lost: it is named too.
    """
    runs_on = any(column.name == BALANCE for column in columns.values())
    for line in lines:
        if line.kind is not Kind.OPENING:
            continue
        for place, column in columns.items():
            value = amount(sight.sheet.at(line.row, place))
            if column.unit == YUAN and column.name != BALANCE and value and runs_on:
                title = squeezed(sight.header.texts[place])
                yield ROW_UNCLEAR.at(
                    sight.file,
                    0,
                    column.name,
                    row=line.row + 1,
                    value=line.word,
                    reason_zh=f"填在“{title}”栏：结转不是本期发生额，只填余额",
                )
