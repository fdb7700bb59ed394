"""Which values of the front matter a correction changed, under the names people know them by."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalogue import Key, KeyType
from disclosure.entry import Entry
from disclosure.marked import Given
from disclosure.period import parse_period
from disclosure.rules.facts import Facts
from disclosure.sites.pages.corrections.change import Change, change_of
from disclosure.sites.pages.table_view import cell_words, text_of

# What no page shows: who typed it, how it is put together, what is kept on file.
UNSHOWN = frozenset({"author", "draft", "share", "data", "review.basis", "images.consent"})
DESCRIPTION = "description"  # the one word of a package's descriptor that its page shows


def field_changes(before: Entry, after: Entry, facts: Facts) -> Iterator[Change]:
    """Yield the values that changed, in the order they were given."""
    old, new = dict(named_values(before, facts)), dict(named_values(after, facts))
    for label in (*old, *(label for label in new if label not in old)):
        change = change_of(label, old.get(label, ""), new.get(label, ""))
        if change:
            yield change


def named_values(entry: Entry, facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the name and the words of every value a page may show."""
    keys = facts.catalogue.keys
    for name, given in (entry.header.given.fields or {}).items():
        key = keys.get(name)
        if name in UNSHOWN:
            continue
        if key:
            yield from parts(name, key, given, facts)
        elif name == DESCRIPTION:
            yield "说明", text_of(given)


def parts(name: str, key: Key, given: Given, facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the names and words of a key's value: of each part where it is a map or a list."""
    if given.fields is not None:
        for part, value in given.fields.items():
            if f"{name}.{part}" not in UNSHOWN:
                yield from part_values(key, key.title, part, value, facts)
    elif any(item.fields for item in given.items or ()):
        for number, item in enumerate(given.items or (), 1):
            for part, value in (item.fields or {}).items():
                if f"{name}.{part}" not in UNSHOWN:
                    title = f"{key.title}第 {number} 项"
                    yield from part_values(key, title, part, value, facts)
    else:
        yield key.title, words(key, given, facts)


def part_values(
    key: Key, title: str, part: str, value: Given, facts: Facts
) -> Iterator[tuple[str, str]]:
    """Yield the name and words of one part of a map; a list of maps in it, such as options, too."""
    field = key.fields.get(part)
    table = facts.catalogue.tables.get(key.table)
    column = table.columns.get(part) if table else None
    if field and any(item.fields for item in value.items or ()):
        yield from parts(part, field, value, facts)
        return
    label = (field.title if field else "") or part
    if column and column.unit:
        label += f"（{column.unit}）"
    is_plain = key.type is KeyType.LABELS or key.title in label  # it says itself what it is about
    if title != key.title or not is_plain:
        label = f"{title}“{label}”"
    yield label, cell_words(words(field, value, facts), column)


def words(key: Key | None, given: Given, facts: Facts) -> str:
    """Return a value as a page says it: a category and a period by name."""
    text = given.text.strip()
    if key and key.type is KeyType.CATEGORY:
        category = facts.catalogue.get(text)
        return f"{text} {category.name}" if category else text
    if key and key.type is KeyType.PERIOD:
        period = parse_period(text)
        return period.zh if period else text
    return text_of(given)
