"""heading-level-one: a body has a heading of the first level, which is the title's (WCAG 1.3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

UNDERLINED = re.compile(r"^(?P<text>\S[^\n]*)\n=+[ \t]*$", re.MULTILINE)
CODE = Code(
    "heading-level-one",
    zh="正文用了一级标题“{value}”，一级标题只能是本条内容的标题",
    en="the body has a heading of the first level ({value!r}), which is the title's",
    hint_zh="请改为二级标题：## {value}",
    hint_en="make it a heading of the second level: ## {value}",
    severity=Severity.WARNING,
)


@rule(CODE, marks=("\n# ", "\n#\t", "\n="))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield each heading of the first level, written with `#` or underlined with `=`."""
    body = entry.body
    if body.startswith("#") or "\n#" in body:
        for heading in entry.outline.headings:
            if heading.level == 1:
                line = entry.body_line + heading.line - 1
                yield CODE.at(entry.file, line, value=heading.text)
    if "\n=" in body:
        for found in UNDERLINED.finditer(body):
            line = entry.body_line + body.count("\n", 0, found.start())
            yield CODE.at(entry.file, line, value=found["text"])
