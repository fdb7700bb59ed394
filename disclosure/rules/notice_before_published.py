"""notice-before-published: a public notice counted from a day before it was published here; the
board may have carried it earlier, so it warns.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "notice-before-published",
    zh="公示从 {value} 起算，{published} 才在网上发布，网上公示少了 {days} 日",
    en="the notice counts from {value} but was published on {published}",
    hint_zh="请从发布之日起算公示期：notice.from: {published}，并相应顺延 notice.to",
    hint_en="count from publication: notice.from: {published}, and move notice.to",
    severity=Severity.WARNING,
)


@rule(CODE, keys=("notice",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where `notice.from` lies before publication and the notice still ran."""
    header = entry.header
    if entry.is_withdrawn or entry.is_draft:
        return
    begun, ended, published = header.day("notice.from"), header.day("notice.to"), entry.published
    if begun is None or ended is None or published is None:
        return
    if begun < published.date() <= ended:
        yield CODE.at(
            entry.file,
            header.line("notice.from"),
            "notice.from",
            value=begun.isoformat(),
            days=(published.date() - begun).days,
            published=published.date(),
        )
