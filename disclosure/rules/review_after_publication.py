"""review-after-publication: an entry was reviewed only after it was published (条例 art. 17)."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "review-after-publication",
    zh="审查日期 {value} 晚于发布日期 {published}",
    en="the review of {value} is later than the publication of {published}",
    hint_zh="公开前须先审查：请核对 review 的 date 和发布时间 date，改正写错的一个",
    hint_en="review comes before publication: correct review.date or date",
)


@rule(CODE, keys=("review",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where both days are real and in the wrong order."""
    reviewed, published = entry.header.day("review.date"), entry.published
    if reviewed and published and reviewed > published.date() and not entry.is_withdrawn:
        yield CODE.at(
            entry.file,
            entry.header.line("review.date"),
            "review.date",
            value=reviewed.isoformat(),
            published=published.date().isoformat(),
        )
