"""category-unknown: `category` names none of the catalogue's categories; the nearest is suggested.

Recognised slips: lower case (`e0202`), a lost zero (`E202`), the letters O and I for digits,
full-width letters and digits, blanks or hyphens inside, and the category's Chinese name instead of
its code.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator, Mapping

from disclosure.catalogue import Category
from disclosure.entry import Entry
from disclosure.problem import Code, DisclosureError, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.gate import Shape
from disclosure.rules.rule import rule

CODE = Code(
    "category-unknown",
    zh="目录中没有类目“{value}”",
    en="the catalogue has no category {value!r}",
    hint_zh="请写 category: {best}（{title}）{other_zh}",
    hint_en="write category: {best_en}{other_en}",
)
NEAREST = 0.5  # difflib's ratio below which a suggestion would only mislead
LOOKS_LIKE = str.maketrans("OIL", "011")
LETTER = re.compile(r"[SE]", re.ASCII)


def is_unknown(shape: Shape) -> bool:
    """Tell whether the catalogue has no such category."""
    return shape.category is None


@rule(CODE, gate=is_unknown)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where a category is given and the catalogue does not know it."""
    text = entry.category
    categories = facts.catalogue.categories
    if text and text not in categories:
        yield unknown(text, categories, entry.file, entry.header.line("category"))


def find_category(text: str, categories: Mapping[str, Category]) -> Category:
    """Return the category of a code that was typed for a command; raise what is unknown."""
    category = categories.get(text)
    if category is None:
        raise DisclosureError(unknown(text, categories, "", 0))
    return category


def unknown(text: str, categories: Mapping[str, Category], file: str, line: int) -> Problem:
    """Return the problem, with the code a person most likely means."""
    best = nearest(text, categories)
    others = [code for code in lost_zeros(code_like(text)) if code in categories and best]
    other = next((code for code in others if best and code != best.code), "")
    return CODE.at(
        file,
        line,
        "category",
        value=text,
        best=best.code if best else "类目代码",
        best_en=best.code if best else "the code of a category, such as S0101",
        title=best.name if best else "如 S0101，见 catalogue/categories.csv",
        other_zh=f"，或 {other}（{categories[other].name}）" if other else "",
        other_en=f" or {other}" if other else "",
    )


def nearest(text: str, categories: Mapping[str, Category]) -> Category | None:
    """Return the category a person most likely means by `text`, or None."""
    code = code_like(text)
    if code in categories:
        return categories[code]
    for lost in lost_zeros(code):
        if lost in categories:
            return categories[lost]
    by_name = {unicodedata.normalize("NFKC", one.name): one for one in categories.values()}
    wanted = unicodedata.normalize("NFKC", text).strip()
    if wanted in by_name:
        return by_name[wanted]
    inside = [one for name, one in by_name.items() if len(wanted) > 1 and wanted in name]
    if len(inside) == 1:
        return inside[0]
    if LETTER.match(code) and code[1:].isdigit():
        # A wrong last digit is likelier than a wrong group.
        same_group = [one for one in categories if one[:3] == code[:3]]
        close = difflib.get_close_matches(code, same_group or categories, 1, NEAREST)
        return categories[close[0]] if close else None
    close = difflib.get_close_matches(wanted, by_name, 1, NEAREST)
    return by_name[close[0]] if close else None


def code_like(text: str) -> str:
    """Return what was typed in the form of a code: half-width, upper case, O and I as digits."""
    plain = re.sub(r"[^0-9A-Za-z]", "", unicodedata.normalize("NFKC", text)).upper()
    return plain[:1] + plain[1:].translate(LOOKS_LIKE)


def lost_zeros(code: str) -> Iterator[str]:
    """Yield what a code of too few digits may have been: the group's zero first (E202, E22)."""
    letter, digits = code[:1], code[1:]
    if len(digits) == 3:
        yield f"{letter}0{digits}"
        yield f"{letter}{digits[:2]}0{digits[2]}"
    elif len(digits) == 2:
        yield f"{letter}0{digits[0]}0{digits[1]}"
