"""Whether what a correction changed may be told: old texts pass the rules that bind new ones.

A correction is often made because something should not have stood there. Where any privacy rule
speaks, where a name or number was masked, or where the reason says so, nothing of it is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from disclosure.catalogue import Kind
from disclosure.entry import Entry, Folder
from disclosure.entry.version import bare
from disclosure.personal import NumberKind, plain_digits, scan
from disclosure.rules import (
    bank_card,
    index_only_listing,
    mobile_number,
    resident_id,
    resident_id_old,
)
from disclosure.rules.all import all_rules
from disclosure.rules.facts import Facts
from disclosure.sites.pages.corrections.change import Change, Line, Sign

NUMBERS = (resident_id, resident_id_old, bank_card, mobile_number)
# Words of a reason by which somebody says that personal data was taken out.
WORDS = re.compile(
    "隐私|个人信息|敏感信息|脱敏|遮蔽|遮挡|打码|隐去|匿名|身份证|手机|银行卡|账号|住址|门牌"
)
# A masked name (张*、李*明、王某), and a number with its middle hidden.
MASK = re.compile(
    r"(?<![*＊])[\u4e00-\u9fff][*＊×]{1,2}(?![*＊])|[\u4e00-\u9fff]某(?![些种个一])"
    r"|[0-9][*＊×xX]{2,}"
)


def speaks_of_privacy(reason: str) -> bool:
    """Tell whether a reason says that something personal was taken out."""
    return WORDS.search(reason) is not None


def is_private(version: Entry, today: Entry, facts: Facts) -> bool:
    """Tell whether a version breaks a privacy rule of its own category or of today's."""
    if facts.category(version) is None and version.kind is not Kind.PAGES:
        return True  # nobody knows what would bind it
    protected = privacy_rules(version, facts) | privacy_rules(today, facts)
    folder = Folder(version.division, (version,), frozenset())
    around = facts.at(folder)
    if any(next(module.check(folder, around), None) for module in NUMBERS):
        return True
    if next(index_only_listing.check(version, around), None):
        return True
    return any(
        next(rule.entry(version, around), None)
        for rule in all_rules()
        if rule.entry and rule.privacy in protected
    )


def is_private_text(text: str, today: Entry, facts: Facts) -> bool:
    """Tell whether a text may not be told where an entry stands."""
    return is_private(bare(today, text), today, facts)


def holds_number(texts: Iterable[str], facts: Facts) -> bool:
    """Tell whether a text holds a personal number that is no declared office telephone."""
    declared: set[str] | None = None
    for text in texts:
        for finding in scan(text):
            if finding.kind is not NumberKind.MOBILE:
                return True
            declared = declared or set(mobile_number.declared_phones(facts))
            if plain_digits(text[finding.start : finding.end]) not in declared:
                return True
    return False


def masks_something(changes: Iterable[Change], lines: Iterable[Line]) -> bool:
    """Tell whether something was replaced by the same with a name or number masked."""
    pairs = [(change.before, change.after) for change in changes if change.before and change.after]
    pairs += replaced(lines)
    return any(count_masks(after) > count_masks(before) for before, after in pairs)


def replaced(lines: Iterable[Line]) -> Iterator[tuple[str, str]]:
    """Yield the text taken out and the text put in of each place where both happened."""
    old: list[str] = []
    new: list[str] = []
    for line in (*lines, Line(Sign.GAP, "")):
        if line.sign is Sign.REMOVED:
            old.append(line.text)
        elif line.sign is Sign.ADDED:
            new.append(line.text)
        else:
            if old and new:
                yield "\n".join(old), "\n".join(new)
            old, new = [], []


def count_masks(text: str) -> int:
    """Return how many masked names and numbers a text shows."""
    return sum(1 for _ in MASK.finditer(text))


def privacy_rules(entry: Entry, facts: Facts) -> frozenset[str]:
    """Return the privacy rules of an entry's category."""
    category = facts.category(entry)
    return category.privacy_rules if category else frozenset()
