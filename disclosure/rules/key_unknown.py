"""key-unknown: a key outside the closed list of front-matter keys (`catalogue/keys.yml`)."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from disclosure.catalogue import Key, KeyType
from disclosure.entry import Entry
from disclosure.entry.misfit import Misfit, Reason
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.gate import is_unfit
from disclosure.rules.rule import rule

CODE = Code(
    "key-unknown",
    zh="没有名为“{value}”的键",
    en="there is no key {value!r}",
    hint_zh="{advice_zh}",
    hint_en="{advice_en}",
)


@rule(CODE, gate=is_unfit)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield each key unknown where it stands; a block may hold its category's own columns."""
    for misfit in entry.header.misfits:
        if misfit.reason is not Reason.KEY_UNKNOWN or is_extra_column(misfit, entry, facts):
            continue
        name = misfit.path.rpartition(".")[2]
        advice_zh, advice_en = advise(name, misfit, facts)
        yield CODE.at(
            entry.file,
            misfit.line,
            misfit.path,
            value=name,
            advice_zh=advice_zh,
            advice_en=advice_en,
        )


def is_extra_column(misfit: Misfit, entry: Entry, facts: Facts) -> bool:
    """Tell whether a key is a column the category adds to the standard table of a block."""
    parent, _, name = misfit.path.partition(".")
    key = facts.catalogue.keys.get(parent)
    if key is None or not key.table:
        return False
    bindings = facts.catalogue.bindings.get(entry.category, ())
    return any(name.rpartition(".")[2] in binding.columns for binding in bindings)


def advise(name: str, misfit: Misfit, facts: Facts) -> tuple[str, str]:
    """Return what to type instead, in both languages."""
    near = nearest(name, misfit)
    if near:
        return f"是否应为 {near.name}（{near.title}）？", f"did you mean {near.name}?"
    if "." in misfit.path and misfit.given.is_blank and not name.isascii():
        # In {a: 甲,乙} an ASCII comma begins a new key.
        return (
            f"“{name}”前的英文逗号把一句话断成了两项，请改用中文逗号“，”",
            f"an ASCII comma cuts the sentence before {name!r}; quote the value",
        )
    if "." in misfit.path:
        names = "、".join(misfit.allowed)
        return f"这里可用的键：{names}", f"keys allowed here: {', '.join(misfit.allowed)}"
    for parent in facts.catalogue.keys.values():
        for field in parent.fields.values():
            if name in (field.name, field.title) and parent.type is KeyType.MAP:
                return (
                    f"应缩进写在 {parent.name}: 的下面，键名为 {field.name}",
                    f"write it below {parent.name}: as {field.name}",
                )
    if not name.isascii():
        return (
            f"如果是公开要素，请缩进写在 elements: 的下面：“  {name}: ……”；否则请删去",
            f"if it is a required element, write it below elements: as {name}; else delete it",
        )
    return "请删去这一行；可用的键见 docs/formats.md", "delete the line; see docs/formats.md"


def nearest(name: str, misfit: Misfit) -> Key | None:
    """Return the known key whose name or Chinese name is closest to a typed one, or None."""
    key_by_name = {key.name: key for key in misfit.allowed.values()}
    for key in misfit.allowed.values():
        for synonym in (key.title, *key.synonyms):
            key_by_name.setdefault(synonym, key)
    found = get_close_matches(name.lower().replace("-", "_"), key_by_name, 1, 0.7)
    return key_by_name[found[0]] if found else None
