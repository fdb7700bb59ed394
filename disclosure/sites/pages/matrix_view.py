"""The disclosure matrix (公开目录) as its page and `api/v1/matrix.json` show it, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import groupby

from msgspec import Struct

from disclosure.catalogue import Category
from disclosure.catalogue.words import limit_words, public_words
from disclosure.coverage import Row, Tally, matrix_of, tally_of
from disclosure.deadline import Due, Reckoning, State, day_zh, presences, skipped_zh
from disclosure.sites.site import Site
from disclosure.workdays import Workdays

WORDS = {
    State.PUBLISHED: "已公开",
    State.PUBLISHED_LATE: "逾期公开",
    State.NIL: "本期无事项",
    State.NOT_DUE: "未到期",
    State.OVERDUE: "已逾期",
    State.NOT_COMPUTABLE: "期限待定",
    State.NONE_RECORDED: "未见记录",
}
SOON = "临近到期"
NOT_APPLICABLE = "本级不适用"
# What one looks for first stands first: in counts, in filters, and beside the name of a group.
ORDER = (
    WORDS[State.OVERDUE],
    SOON,
    WORDS[State.PUBLISHED_LATE],
    WORDS[State.PUBLISHED],
    WORDS[State.NIL],
    WORDS[State.NOT_DUE],
    WORDS[State.NOT_COMPUTABLE],
    WORDS[State.NONE_RECORDED],
    NOT_APPLICABLE,
)
SEVERAL = 6  # periods named one by one; of more only the first, the last and the number


class Line(Struct, frozen=True):
    """One category: its state in words, the rule, and how its date was reckoned.

    `word` is the state shown, `value` the one the data file gives; `days` is what stands beside the
    state ("逾期 31 天").
    """

    code: str
    name: str
    word: str
    value: str
    days: str
    url: str
    rule: str
    stay: str
    basis: tuple[str, ...]
    is_read: bool
    body: str
    reckoned: tuple[str, ...]
    missing: tuple[str, ...]
    recent: tuple[str, ...]
    newest: str
    due: str
    following: str

    @property
    def is_late(self) -> bool:
        return self.word == WORDS[State.OVERDUE]

    @property
    def applies(self) -> bool:
        return self.word != NOT_APPLICABLE

    @property
    def basis_words(self) -> str:
        return "；".join(self.basis)


class Count(Struct, frozen=True):
    """How many categories show a state."""

    word: str
    number: int


class GroupOfLines(Struct, frozen=True):
    """A group of categories: the lines that apply, and how many of them show each state."""

    code: str
    name: str
    part: str
    lines: tuple[Line, ...]
    counts: tuple[Count, ...]

    @property
    def is_open(self) -> bool:
        """True where something is late: such a group opens by itself."""
        return any(line.is_late for line in self.lines)


class Part(Struct, frozen=True):
    """One of the two parts of the catalogue; `total` categories of it apply."""

    name: str
    groups: tuple[GroupOfLines, ...]
    total: int


class MatrixView(Struct, frozen=True):
    """The matrix of a division on a day.

    `lines` are all categories with the code of their group, `parts` those that apply, `late` the
    overdue ones, `others` those of other levels.
    """

    lines: tuple[tuple[str, Line], ...]
    parts: tuple[Part, ...]
    late: tuple[Line, ...]
    others: tuple[Line, ...]
    counts: tuple[Count, ...]
    tally: Tally


def view_matrix(site: Site) -> MatrixView:
    """Return the matrix of a site's division on its day."""
    facts = site.facts
    published = presences(site.folder.entries, facts.catalogue)
    rows = matrix_of(site.division, published, facts)
    listed = {entry.category for entry in site.visible()}
    lines = [
        (row.category, line_of(row, row.category.code in listed, site.as_of, facts.workdays))
        for row in rows
    ]
    applying = [pair for pair in lines if pair[1].applies]
    return MatrixView(
        tuple((category.group, line) for category, line in lines),
        tuple(parts_of(applying)),
        tuple(line for _, line in applying if line.is_late),
        tuple(line for _, line in lines if not line.applies),
        counts_of(line for _, line in applying),
        tally_of(rows),
    )


def parts_of(lines: Iterable[tuple[Category, Line]]) -> Iterator[Part]:
    """Yield the parts, with the groups of which any category applies."""
    groups = [
        group_of([category for category, _ in some], tuple(line for _, line in some))
        for some in (list(same) for _, same in groupby(lines, key=lambda pair: pair[0].group))
    ]
    for name, same in groupby(sorted(groups, key=lambda group: group.part), lambda one: one.part):
        some = tuple(same)
        yield Part(name, some, sum(len(group.lines) for group in some))


def group_of(categories: list[Category], lines: tuple[Line, ...]) -> GroupOfLines:
    """Return the lines of one group."""
    first = categories[0]
    return GroupOfLines(first.group, first.group_name, first.part, lines, counts_of(lines))


def counts_of(lines: Iterable[Line]) -> tuple[Count, ...]:
    """Return how many lines show each state."""
    counts = Counter(line.word for line in lines)
    return tuple(Count(word, counts[word]) for word in ORDER if counts[word])


def line_of(row: Row, is_listed: bool, today: date, workdays: Workdays) -> Line:
    """Return one category in words; `is_listed` tells whether it has a page of entries."""
    category, due = row.category, row.due
    rule, stay, basis, body = words_of(category)
    return Line(
        code=category.code,
        name=category.name,
        word=word_of(row, today),
        value=row.state.value if row.state else "not_applicable",
        days=days_of(row, today),
        url=f"category/{category.code}.html" if is_listed else "",
        rule=rule,
        stay=stay,
        basis=basis,
        is_read=category.is_certain,
        body=body,
        reckoned=tuple(reckoned(row, workdays)) if row.state else (),
        missing=periods(row.missing),
        recent=tuple(runs(row.recent)),
        newest=str(row.newest) if row.newest else "",
        due=str(due.due) if due and due.due else "",
        following=str(row.following.due) if row.following and row.following.due else "",
    )


@lru_cache(maxsize=512)
def words_of(category: Category) -> tuple[str, str, tuple[str, ...], str]:
    """Return the limit of a category, how long it stays, its basis and its body in words."""
    return (
        limit_words(category),
        public_words(category),
        tuple(clause.strip() for clause in category.legal_basis.split(";")),
        category.responsible_body.replace(";", "、"),
    )


def word_of(row: Row, today: date) -> str:
    """Return the state a reader sees."""
    if row.state is None:
        return NOT_APPLICABLE
    return SOON if row.is_soon(today) else WORDS[row.state]


def days_of(row: Row, today: date) -> str:
    """Return how long something is late, or how soon it is due."""
    if row.due is None or row.due.due is None:
        return ""
    if row.state is State.OVERDUE:
        late = f"逾期 {(today - row.due.due).days} 天"
        return f"欠 {len(row.missing)} 期，最早{late}" if len(row.missing) > 1 else late
    return ""


def periods(missing: tuple[Due, ...]) -> tuple[str, ...]:
    """Return the periods that are overdue in words."""
    names = [due.period.zh for due in missing if due.period]
    if len(names) > SEVERAL:
        return (f"{names[0]}至{names[-1]}，共 {len(names)} 期",)
    return tuple(names)


def runs(duties: Iterable[Due]) -> Iterator[str]:
    """Yield daily or weekly duties in words, those next to one another in one state together."""
    for state, some in groupby((due for due in duties if due.period), key=lambda due: due.state):
        names = [due.period.zh for due in some if due.period]
        stretch = names[0] if len(names) == 1 else f"{names[0]}至{names[-1]}"
        yield f"{stretch}{WORDS[state]}"


def reckoned(row: Row, workdays: Workdays) -> Iterator[str]:
    """Yield how the date of a state was reckoned, and that of the duty that follows."""
    for due in (row.due, row.following if row.following is not row.due else None):
        if due is not None and due.reckoning is not None:
            yield sentence_of(due.reckoning, workdays)


@lru_cache(maxsize=1024)
def sentence_of(limit: Reckoning, workdays: Workdays) -> str:
    """Return how a limit was reckoned; many divisions share it."""
    missing = limit.missing_year(workdays)
    if missing:
        return f"{limit.rule_zh}；{missing}年的放假安排尚未公布，到期日无法推算。"
    rest = skipped_zh(limit.skipped(workdays))
    skipped = f"；{rest}休息，不计或顺延" if rest else ""
    day = day_zh(limit.due) if limit.due else ""
    if day in limit.rule_zh:
        return f"{limit.rule_zh}{skipped}。"
    return f"{limit.rule_zh}，即{day}前{skipped}。"
