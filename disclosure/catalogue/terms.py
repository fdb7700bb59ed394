"""Reads the words of the privacy rules (`catalogue/privacy_terms.yml`): data, not code."""

from __future__ import annotations

from pathlib import Path

from disclosure.marked import load_marked
from disclosure.personal import LISTS, Lexicon
from disclosure.problem import Code, DisclosureError

FILE = "catalogue/privacy_terms.yml"
TERMS_WRONG = Code(
    "privacy-terms-wrong",
    zh="隐私词表第 {line} 行的词表“{value}”{expected_zh}",
    en="privacy terms line {line}: the list {value!r} {expected_en}",
    hint_zh="每个词表写明 name、note、words；words 是用方括号括起的词，不能为空",
    hint_en="each list has name, note and words; words is a list and not empty",
)


def load_terms(standard: Path) -> Lexicon:
    """Read the word lists of a standard; raise lists that are unknown, missing, double or empty."""
    given = load_marked(standard / "catalogue" / "privacy_terms.yml", FILE)
    words: dict[str, tuple[str, ...]] = {}
    problems = []
    for item in given.items or ():
        name = item.text_of("name")
        listed = item.get("words")
        found = listed.texts() if listed else ()
        if name not in LISTS:
            wrong = ("不是隐私规则使用的词表", "is used by no rule")
        elif name in words:
            wrong = ("重复", "is given twice")
        elif not found or not all(word.strip() for word in found):
            wrong = ("没有词，或有空词", "is empty or holds an empty word")
        else:
            words[name] = found
            continue
        problems.append(
            TERMS_WRONG.at(FILE, item.line, value=name, expected_zh=wrong[0], expected_en=wrong[1])
        )
    named = {item.text_of("name") for item in given.items or ()}
    problems += [
        TERMS_WRONG.at(FILE, given.line, value=name, expected_zh="缺少", expected_en="is missing")
        for name in LISTS
        if name not in named
    ]
    if problems:
        raise DisclosureError(*problems)
    return Lexicon(words)
