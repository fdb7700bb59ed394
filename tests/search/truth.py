"""What a query ought to find: the documents in whose title or body each of its pieces stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from disclosure.search.document import Document
from disclosure.search.tokens import PAIRED, WORDED, cut, normal, ranges

WORD = re.compile(f"[{ranges(WORDED)}]+")
HAN = f"[{ranges(PAIRED)}]"
SHORT = 2  # a letter and `*`: too little for a beginning
LONG = 3  # digits of a number that are found inside a longer one

known = lru_cache(None)(normal)


def find_true(documents: Mapping[str, Document], query: str) -> set[str]:
    """Return the names of the documents that a query of pieces between blanks ought to find."""
    tests = [test_of(piece) for piece in known(query).split()]
    return {
        name
        for name, one in documents.items()
        if all(test(known(one.title), known(one.body)) for test in tests)
    }


def test_of(piece: str) -> Callable[[str, str], bool]:
    """Return whether a title or a body has a piece."""
    piece = piece.removesuffix("*") if len(piece) <= SHORT else piece
    if re.fullmatch(HAN, piece):
        return lambda title, body: piece in title or (piece in {token for token, _ in cut(body)})
    pattern = re.compile(before(piece) + re.escape(piece.removesuffix("*")) + after(piece))
    return lambda title, body: bool(pattern.search(title) or pattern.search(body))


def before(piece: str) -> str:
    """Return what must not stand before a piece: it begins with a whole word or a short number."""
    word = WORD.match(piece)
    if not word or is_covered(piece, word):
        return ""
    return f"(?<!{same_kind(word[0])})"


def after(piece: str) -> str:
    """Return what must not stand behind a piece."""
    words = list(WORD.finditer(piece))
    if not words or words[-1].end() < len(piece) or is_covered(piece, words[-1]):
        return ""
    return f"(?!{same_kind(words[-1][0])})"


def is_covered(piece: str, word: re.Match[str]) -> bool:
    """Tell whether a word needs no bounds: a long number, or all of it in pairs with Han."""
    if word[0].isascii() and word[0].isdigit() and len(word[0]) >= LONG:
        return True
    touching = (word.start() > 0) + (word.end() < len(piece))
    return len(word[0]) <= touching


def same_kind(word: str) -> str:
    """Return the signs that would make a word a longer one."""
    if word.isascii() and word.isdigit():
        return "[0-9]"
    if re.search("[0-9]", word):
        return f"[{ranges(WORDED)}]"
    return f"(?![0-9])[{ranges(WORDED)}]"
