"""interpretation-missing: a policy document (S0201) stands without its interpretation (S0202) after
the limit of the figure policy-interpretation-limit (国办发〔2016〕80号, unread: a warning).

Asked of documents of governments and departments; counted in working days from publication. An
interpretation is an S0202 entry of the same division, published by now, that `interprets` it.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry, Folder
from disclosure.entry.target import read_target
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.review_not_separate import GOVERNMENT
from disclosure.rules.rule import folder_rule

CODE = Code(
    "interpretation-missing",
    zh="规范性文件于 {published} 公布，应在 {due} 前发布解读，至今没有",
    en="published on {published}, the document should have been interpreted by {due}",
    hint_zh="发布一条类目为 {reading} 的解读，并写 interprets: {value}",
    hint_en="publish an entry of {reading} with interprets: {value}",
)
DOCUMENT, READING = "S0201", "S0202"
FIGURE = "policy-interpretation-limit"


@folder_rule(CODE)
def check(folder: Folder, facts: Facts) -> Iterator[Problem]:
    """Yield a problem for each document of the folder whose limit has passed."""
    documents = [entry for entry in folder.entries if is_document(entry, facts)]
    if not documents:
        return
    figure = facts.catalogue.figure(FIGURE)
    interpreted = set(read_documents(folder, facts))
    for entry in documents:
        if entry.address in interpreted or entry.published is None:
            continue
        day = entry.published.date()
        due = facts.workdays.add_workdays(day, figure.number)
        if due is None or facts.today <= due or not figure.is_in_force(day):
            continue
        yield CODE.at(
            entry.file,
            entry.header.line("category"),
            "category",
            value=entry.address,
            published=day.isoformat(),
            due=due.isoformat(),
            reading=READING,
            severity=figure.severity,
        )


def is_document(entry: Entry, facts: Facts) -> bool:
    """Tell whether an entry is a live policy document of a government body."""
    if entry.category != DOCUMENT or entry.is_withdrawn or entry.is_draft or entry.is_nil:
        return False
    publisher = facts.publisher(entry)
    return publisher is not None and publisher.kind in GOVERNMENT


def read_documents(folder: Folder, facts: Facts) -> Iterator[str]:
    """Yield the addresses of the folder's documents that an interpretation out by now reads."""
    for entry in folder.entries:
        if entry.category != READING or entry.is_withdrawn or entry.is_draft:
            continue
        if entry.published is None or entry.published.date() > facts.today:
            continue
        target = read_target(entry.header.text("interprets"), entry)
        if target and target.division == folder.division.code:
            yield target.address
