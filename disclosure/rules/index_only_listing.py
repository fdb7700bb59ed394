"""index-only-listing: a list that may only hang on the village board stands on the web.

Catalogue column `web_scope` = index_only: the site carries title, dates, place and row count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.catalogue import Category, WebScope
from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.gate import Shape
from disclosure.rules.rule import rule

CODE = Code(
    "index-only-listing",
    zh="类目 {category}（{title}）的名单只在村（社区）公开栏张贴，网上不得登载{what}",
    en="the list of category {category} may hang on the board only, not stand on the web: {field}",
    hint_zh="请删除{what}，只写张贴地点（place）、名单行数（rows）和起止日期",
    hint_en="delete it; give place, rows and the dates",
)
LIST_LINE = re.compile(r"\s*(?:\||[-*+]\s|\d{1,4}[.、)\uff09]|[(\uff08]\d{1,4}[)\uff09])")
MAX_LINES = 8  # a list of what to bring or whom to ask is shorter than any list of villagers
SPREADSHEETS = (".csv", ".xlsx", ".ods")


def hangs_on_board(shape: Shape) -> bool:
    """Tell whether the category's list hangs on the board only."""
    category = shape.category
    return category is not None and category.web_scope is WebScope.INDEX_ONLY


@rule(CODE, gate=hangs_on_board)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield a problem for each way in which such an entry carries its list."""
    category = facts.category(entry)
    if category is None or category.web_scope is not WebScope.INDEX_ONLY or entry.is_withdrawn:
        return
    for table in facts.tables(entry):
        if table.rows:
            line = table.line if table in entry.tables else entry.header.line("data")
            yield found(entry, category, line, "data", "数据表")
            break
    line = list_line(entry.body)
    if line:
        yield found(entry, category, entry.body_line + line - 1, "body", "正文中的名单")
    attachments = entry.header.get("attachments")
    for item in (attachments.items or ()) if attachments else ():
        if item.text_of("file").lower().endswith(SPREADSHEETS):
            yield found(entry, category, item.line, "attachments", "名单附件")


def found(entry: Entry, category: Category, line: int, field: str, what: str) -> Problem:
    """Return the problem of one carrier of the list."""
    return CODE.at(entry.file, line, field, category=category.code, title=category.name, what=what)


def list_line(body: str) -> int:
    """Return the line of a body where a long list or table begins (from 1), 0 = nowhere."""
    run = 0
    for number, line in enumerate(body.split("\n"), 1):
        if LIST_LINE.match(line):
            run += 1
            if run > MAX_LINES:
                return number - MAX_LINES
        elif line.strip():
            run = 0
    return 0
