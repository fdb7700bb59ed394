"""review-not-separate: the one who drafted an entry also reviewed it.

条例 art. 17 asks for a review with named responsibility; that two persons share it is this
project's way to secure it (figure review-separation)."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalogue.binding import fold
from disclosure.division import PublisherKind
from disclosure.entry import Entry
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "review-not-separate",
    zh="审查人与拟稿人同为“{value}”",
    en="author and reviewer are the same: {value}",
    hint_zh="请由另一人或另一科室审查，并改写 review 的 by",
    hint_en="let somebody else review it, and name them in review.by",
)
FIGURE = "review-separation"
GOVERNMENT = frozenset({PublisherKind.GOVERNMENT, PublisherKind.DEPARTMENT})


@rule(CODE, keys=("review",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem: as the figure says for government bodies, a warning for all others."""
    author, reviewer = entry.header.text("author"), entry.header.text("review.by")
    if not author or not reviewer or entry.is_withdrawn or fold(author) != fold(reviewer):
        return
    publisher = facts.publisher(entry)
    is_government = publisher is not None and publisher.kind in GOVERNMENT
    figure = facts.catalogue.figure(FIGURE)
    yield CODE.at(
        entry.file,
        entry.header.line("review.by"),
        "review.by",
        value=reviewer,
        severity=figure.severity if is_government else Severity.WARNING,
    )
