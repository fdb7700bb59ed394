"""A gate saves asking in vain: no rule that it keeps from an entry would have found anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from disclosure.catalogue import Binding, Catalogue, Category, Kind
from disclosure.entry import Entry, Folder, elements, find_folders, read_folder
from disclosure.entry.fences import split
from disclosure.entry.header import Names
from disclosure.entry.read import read_meant
from disclosure.problem import DisclosureError, Problem
from disclosure.rules import (
    element_missing,
    individual_ballot,
    key_missing,
    minor_identity,
    notice_missing,
    trigger_key_missing,
)
from disclosure.rules.all import all_rules
from disclosure.rules.facts import Facts, load_facts
from disclosure.rules.plan import checks_of
from tests.rules.samples import DRAIN, JOIN, LETTER, MEETING, TALKS, WITHDRAWN
from tests.rules.test_broken import BROKEN
from tests.rules.verbs import GOOD, TODAY, VILLAGE, small_facts

DATA = Path(__file__).parents[1] / "data"
ROOTS = [DATA / "real", *sorted(root for root in BROKEN.iterdir() if (root / "content").exists())]
SAMPLES = (GOOD, TALKS, MEETING, DRAIN, JOIN, LETTER, WITHDRAWN)
# Lines that a front matter may gain, and pieces of a body: each is what some gate waits for.
LINES = (
    *("category: E0203", "category: S0201", "category: Z9999", "category:", "period: 2026-09"),
    *("withdrawn: {date: 2026-10-13, reason: 有误}", "draft: true", "nil: true", "data: [ledger]"),
    *("notice: {from: 2026-10-20, to: 2026-10-12}", "notice: {from: 2026-10-12}", "notice:"),
    *("images: [{file: files/a.jpg}]", "attachments: [{file: ../a.pdf}]", "letter: {number: ''}"),
    *("event_on: 2026-09-01", "formed_on: 2026-12-01", "colour: red", "date: 2027-02-30 09:00"),
    *("review: {by: 村文书}", "review:", "vote: {eligible: 12}", "publisher: 乙村村民委员会"),
    *(
        "elements: {弃权: 王五}",
        "elements: {地点: ''}",
        "category: E0105",
        "title: ''",
        "place: 公开栏",
        "publisher: 没有登记的单位",
    ),
)
PIECES = (
    *("张三投反对票", "弃权：王五", "初三（2）班", "王小明，12周岁", "同意者：赵六"),
    *("# 一级", "## 二级\n\n有字", "## 空的", "标题\n===", "正文", "\u202e", "[" * 60),
    *("![](files/a.jpg)", "![图](files/b.jpg)", "<b>粗", "<img src=x>"),
    *("[别处](../x.md)", "[甲](javascript:x)", "## 地点\n\n村委会", "## 议题\n\n### 一\n\n有字"),
    *("## 参加人员\n\n## 召开时间\n有字", "```\n## 议题\n\n有字\n```", "## 工程位置 ##\n\n三组"),
)


@pytest.mark.parametrize("root", ROOTS, ids=lambda root: root.name)
def test_no_gate_hides_what_is_wrong_with_a_sample(root: Path) -> None:
    has_registers = (root / "catalogue" / "divisions.csv").exists()
    try:
        facts = load_facts(root, TODAY) if has_registers else replace(small_facts(), root=root)
    except DisclosureError:
        return  # its registers are what is wrong with it

    hidden = [
        problem
        for division in find_folders(root, facts.register)[0]
        for problem in hidden_in(read_folder(root, division, facts.catalogue.keys), facts)
    ]

    assert hidden == []


@st.composite
def changed_entries(draw: st.DrawFn) -> Entry:
    """Return a good entry after somebody changed, added and deleted a few lines."""
    lines = draw(st.sampled_from(SAMPLES)).split("---\n")[1].splitlines()
    for line in draw(st.lists(st.sampled_from(LINES), max_size=4)):
        name = line.partition(":")[0]
        lines = [one for one in lines if not one.startswith(f"{name}:")] + [line]
    for _ in range(draw(st.integers(0, 2))):
        del lines[draw(st.integers(0, len(lines) - 1))]
    body = "\n\n".join(draw(st.lists(st.sampled_from(PIECES), max_size=5)))
    kind = draw(st.sampled_from([kind for kind in Kind if kind is not Kind.DATA]))
    code = draw(st.sampled_from([VILLAGE, "9901"]))
    return entry_of("---\n" + "\n".join(lines) + "\n---\n" + body, kind, code, small_facts())


@given(changed_entries())
def test_no_gate_hides_what_is_wrong_with_an_entry_somebody_changed(entry: Entry) -> None:
    folder = Folder(entry.division, (entry,), frozenset())

    assert list(hidden_in(folder, small_facts())) == []


def entry_of(text: str, kind: Kind, code: str, facts: Facts) -> Entry:
    """Return the entry of a text."""
    division = facts.register.resolve(code)
    parts = split(text, "a.md")
    header, _ = read_meant(parts.above, "a.md", parts.first_line, facts.catalogue.keys, kind)
    return Entry("a.md", division, kind, "a", header, parts.body, parts.body_line)


def hidden_in(folder: Folder, facts: Facts) -> Iterator[Problem]:
    """Yield what is found in a folder by rules its entries are not asked.

    Privacy rules bind categories: those an entry's category does not have are not meant.
    """
    around = facts.at(folder)
    for entry in folder.entries:
        if entry.header.is_readable:
            category, asked = facts.category(entry), set(checks_of(entry, around))
            protected = category.privacy_rules if category else frozenset()
            for rule in all_rules():
                is_bound = not rule.privacy or rule.privacy in protected
                if rule.entry and is_bound and rule.entry not in asked:
                    yield from rule.entry(entry, around)


@given(st.data())
def test_a_first_look_at_the_keys_hides_nothing_that_is_missing(data: st.DataObject) -> None:
    facts = small_facts()
    entry = data.draw(changed_entries())

    with pytest.MonkeyPatch.context() as patch:
        looked = missing_in(entry, facts)
        patch.setattr(key_missing, "has_all", lambda *_: False)
        patch.setattr(elements, "is_told_below", lambda *_: False)
        patch.setattr(elements, "open_bindings", all_bindings)
        asked = missing_in(entry, facts)

    assert looked == asked


def all_bindings(category: Category, names: Names, catalogue: Catalogue) -> tuple[Binding, ...]:
    return catalogue.bindings.get(category.code, ())


def missing_in(entry: Entry, facts: Facts) -> list[Problem]:
    """Return what is said to be missing in an entry."""
    around = facts.at(Folder(entry.division, (entry,), frozenset()))
    rules = (key_missing, element_missing, notice_missing, trigger_key_missing)
    return [problem for rule in rules for problem in rule.check(entry, around)]


@given(changed_entries())
def test_a_first_look_at_words_hides_nobody(entry: Entry) -> None:
    around = small_facts().at(Folder(entry.division, (entry,), frozenset()))
    rules = (individual_ballot, minor_identity)

    with pytest.MonkeyPatch.context() as patch:
        looked = [list(rule.check(entry, around)) for rule in rules]
        patch.setattr(Entry, "may_say", lambda *_: True)
        asked = [list(rule.check(entry, around)) for rule in rules]

    assert looked == asked
