"""ledger-line-changed, ledger-table-gone: a published account is other than it was, without a why.

An account is put right by a line that reverses another (红字冲销), or by a commit whose message has
a line `更正:<reason>`: so that whoever read the one before can see what happened. Design.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from disclosure.catalogue import Table
from disclosure.division import Division
from disclosure.entry import DESCRIPTOR, Entry, read_folder
from disclosure.history import Past, past_of
from disclosure.period import parse_period
from disclosure.problem import Code, Problem
from disclosure.published.line import Line, changed_columns, fates, lines_of, negative
from disclosure.published.package import (
    Ledger,
    Step,
    last_step,
    ledgers_of,
    nameless,
    step_of_descriptor,
    tables_today,
    touched_by,
)
from disclosure.rules.facts import Facts
from disclosure.rules.selection import Selection, own_folder, publication

TABLE = "village_ledger"
Reversed = tuple[str, str, str, str]  # account, voucher, direction and amount of what is undone
CHANGED = Code(
    "ledger-line-changed",
    zh="已公开的凭证 {value}（{where}）{what_zh}，既没有红字冲销，也没有写明更正理由",
    en="the published voucher {value} {what_en}, with neither a reversal nor a reason",
    hint_zh="请恢复原来的一行，另记一行红字冲销（“冲销凭证”写 {value}，金额为负数）；"
    "原来的登记有误的，{how_zh}",
    hint_en="restore the line and reverse it (reversal_of: {value}, a negative amount); "
    "or, where it was wrong, {how_en}",
)
GONE = Code(
    "ledger-table-gone",
    zh="已公开的账目表 {value}（{count} 行）不见了，没有写明更正理由",
    en="the published ledger {value} ({count} rows) is gone without a reason",
    hint_zh="请恢复这张表；要撤回的，在 datapackage.yaml 写明 withdrawn；确须删去的，{how_zh}",
    hint_en="restore it; or withdraw the package (withdrawn: ...); or {how_en}",
)
HOW = {  # by whether it is committed
    False: (
        "提交时写明理由：git commit -m 改正账目 -m 更正:理由",
        "say why: git commit -m 'mend the ledger' -m '更正:<reason>'",
    ),
    True: (
        "在提交说明里另起一行补写“更正:理由”（git commit --amend，较早的提交用 git rebase -i）",
        "add a line 更正:<reason> to the commit (git commit --amend, or git rebase -i)",
    ),
}


def check_published(
    facts: Facts, revision: str | None, selection: Selection | None = None
) -> Iterator[Problem]:
    """Yield what of the selection was published at a revision and changed without a reason.

    Nothing where there is no revision to compare with.
    """
    for problem in find_changed(facts, revision) if revision is not None else ():
        if selection is None or selection.holds(problem.file):
            yield problem


def find_changed(facts: Facts, revision: str) -> Iterator[Problem]:
    """Yield the lines and ledgers published at a revision that are no more the same."""
    if TABLE not in facts.catalogue.tables:
        return  # the catalogue changed, and check says so
    by_division: dict[str, dict[str, list[Past]]] = defaultdict(lambda: defaultdict(list))
    for past in past_of(facts.root, revision, is_part_of_package):
        package = publication(past.file)
        by_division[own_folder(package)][package].append(past)
    for folder, packages in sorted(by_division.items()):
        division = facts.register.get(folder.rpartition("/")[2])
        if division:
            yield from check_division(division, packages, facts)


def is_part_of_package(file: str) -> bool:
    """Tell whether a file is a table or the descriptor of a package."""
    folder, _, name = file.rpartition("/")
    return publication(file) == folder and (name.endswith(".csv") or name == DESCRIPTOR)


def check_division(
    division: Division, packages: Mapping[str, Sequence[Past]], facts: Facts
) -> Iterator[Problem]:
    """Yield what changed in the packages of a division; `packages` are by folder."""
    schema = facts.catalogue.tables[TABLE]
    folder = read_folder(facts.root, division, facts.catalogue.keys)
    tables = tables_today(folder.entries, TABLE)
    today = {file: lines_of(table, schema) for file, table in tables.items()}
    there = {table.file: table for entry in folder.entries for table in entry.tables}
    undone = frozenset(undone_in([line for lines in today.values() for line in lines]))
    for name, pasts in packages.items():
        package = folder.package(name.rpartition("/")[2])
        for ledger in ledgers_of(name, pasts, division, TABLE, facts):
            if not is_told_elsewhere(ledger, package, facts):
                by_package = step_of_descriptor(name, pasts, facts.root)
                entry = nameless(name, division)
                own = last_step(ledger.past, there.get(ledger.past.name), entry, schema)
                steps = (by_package, *ledger.steps, own)
                yield from check_ledger(ledger, today, steps, undone, schema)


def undone_in(lines: Sequence[Line]) -> Iterator[Reversed]:
    """Yield what the reversals among some lines undo."""
    for line in lines:
        voucher = line.get("reversal_of")
        if voucher:
            amount = negative(line.get("amount"))
            yield line.get("account_id"), voucher, line.get("direction"), amount


def is_told_elsewhere(ledger: Ledger, package: Entry | None, facts: Facts) -> bool:
    """Tell whether a ledger's package was withdrawn, or what is there now cannot be read."""
    is_there = (facts.root / ledger.past.name).exists()
    if package is None:
        return is_there
    is_read = any(table.file == ledger.past.name for table in package.tables)
    return package.is_withdrawn or not package.header.is_readable or (is_there and not is_read)


def check_ledger(
    ledger: Ledger,
    today: Mapping[str, Sequence[Line]],
    steps: Sequence[Step],
    undone: Collection[Reversed],
    schema: Table,
) -> Iterator[Problem]:
    """Yield what changed in one ledger; `steps` begin with what befell its whole package."""
    marks = {line.mark(schema) for line in ledger.lines}
    name = ledger.past.name
    now = [
        line
        for file, lines in today.items()
        for line in lines
        if file == name or line.mark(schema) in marks
    ]
    wrong: list[tuple[Line, Line | None, bool]] = []
    for old, new in fates(ledger.lines, now, schema):
        if old and not is_undone(old, undone):
            step = touched_by(old.mark(schema), steps[1:]) or steps[0]
            if not step.reason:
                wrong.append((old, new, step.reason is not None))
    if wrong and name not in today and len(wrong) == len(ledger.lines):
        yield whole(ledger, is_committed=wrong[0][2])
        return
    for old, new, is_committed in wrong:
        yield changed_line(old, new, schema, is_committed=is_committed)


def is_undone(line: Line, undone: Collection[Reversed]) -> bool:
    """Tell whether a reversal undoes a line."""
    cells = (line.get(name) for name in ("account_id", "voucher_no", "direction", "amount"))
    return tuple(cells) in undone


def whole(ledger: Ledger, *, is_committed: bool) -> Problem:
    """Return the problem of a ledger that is no longer published at all."""
    file = ledger.past.file
    zh, en = HOW[is_committed]
    return GONE.at(
        file, value=file.rpartition("/")[2], count=len(ledger.lines), how_zh=zh, how_en=en
    )


def changed_line(old: Line, new: Line | None, schema: Table, *, is_committed: bool) -> Problem:
    """Return the problem of one line, where it stands now or else where it stood."""
    names = changed_columns(old, new, schema) if new else ()
    titles = [column.title if (column := schema.columns.get(name)) else name for name in names]
    period = parse_period(old.get("period"))
    zh, en = HOW[is_committed]
    return CHANGED.at(
        new.file if new else old.file,
        0,
        names[0] if names else "",
        row=new.row if new else old.row,
        value=old.get("voucher_no"),
        where="，".join(filter(None, (period.zh if period else "", old.get("account_id")))),
        what_zh=f"改动了{'、'.join(titles)}" if new else "被删去了",
        what_en=f"changed ({', '.join(names)})" if new else "was removed",
        how_zh=zh,
        how_en=en,
    )
