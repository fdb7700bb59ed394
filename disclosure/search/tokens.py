"""Cuts text into the tokens of the search index; `theme/static/js/search.js` does exactly the same.

Chinese is written without spaces, and cutting it into words is a guess that the browser and the
build would make differently. Pairs of neighbouring characters are no guess: whoever looks for
村务公开 finds every text that has 村务, 务公 and 公开 at three places in a row, and no other.
A pair reaches over to a digit or letter that touches a Chinese character, so that 2024年 is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import is_normalized, normalize

from disclosure.search.folding import FOLDED, FOLDS

Token = tuple[str, int]  # what stands there, and at which code point of the normal text

# Written the same in search.js (a test holds them together): code points, not classes such as \w,
# whose meaning changes with the version of Unicode. Paired: Han with rare and private ones, kana,
# hangul, Yi. In words: digits and the letters of other scripts.
PAIRED = (
    "3005 3007 3041-3096 30a1-30fa 30fc 3400-4dbf 4e00-9fff a000-a48c ac00-d7a3 e000-f8ff f900-faff"
    " 20000-323af f0000-ffffd 100000-10fffd"
)
WORDED = (
    "30-39 61-7a df-f6 f8-24f 370-3ff 400-52f 5d0-5ea 620-64a 660-669 66e-6d3 6f0-6f9 f00 f20-f29"
    " f40-fbc 1820-1878"
)

# Signs that Unicode 15 to 17 made capitals or forms of other letters and digits: whether they are
# known depends on the version of Python or of the browser, so they are no letters here.
NEWER = (
    "1c89 a7cb-a7cc a7ce a7d2 a7d4 a7da a7dc a7f1 10d50-10d65 16ea0-16eb8 1ccd6-1ccf9 1e030-1e06d"
)
NO_LETTER = "\ufffd"
# Signs of every Chinese text, in the form that NFKC gives them: where there is nothing else to do,
# a text is normal ten times faster.
WIDE = tuple(zip("，：；！？（）％", ",:;!?()%", strict=True))


def ranges(text: str) -> str:
    """Return the inside of a character class: 61-7a 370 become a-z and U+0370."""
    return re.sub("[0-9a-f]+", lambda match: chr(int(match[0], 16)), text).replace(" ", "")


RUNS = re.compile(f"([{ranges(PAIRED)}]+)|([{ranges(WORDED)}]+)")
RECENT = re.compile(f"[{ranges(NEWER)}]")
PARTS = re.compile("[0-9]+|[^0-9]+")
DIGITS = 4  # a longer number is also cut into every four of its digits in a row
TAIL = 3  # and its last three, so that three digits anywhere begin some token


def normal(text: str) -> str:
    """Return text as it is searched: one form of each character, lower case, simplified."""
    if text.isascii():
        return text.lower()
    whole = RECENT.sub(NO_LETTER, text)
    if not is_normalized("NFKC", whole):
        for wide, narrow in WIDE:
            whole = whole.replace(wide, narrow)
        whole = whole if is_normalized("NFKC", whole) else normalize("NFKC", whole)
    lower = whole.lower()
    return lower.translate(FOLDED) if FOLDS.search(lower) else lower


def cut(text: str, *, singles: bool = False) -> Iterator[Token]:
    """Yield the tokens of a normal text; with `singles` every Chinese character alone as well."""
    end = -1
    for match in RUNS.finditer(text):
        start, stop = match.span()
        touches = start == end
        if touches:
            yield text[start - 1 : start + 1], start - 1
        if match[1] is None:
            yield from cut_word(match[2], start)
        else:
            for place in range(start, stop - 1):
                yield text[place : place + 2], place
            if singles:
                for place in range(start, stop):
                    yield text[place], place
            elif stop - start == 1 and not touches and not touched(text, stop):
                yield text[start], start
        end = stop


def touched(text: str, stop: int) -> bool:
    """Tell whether a run that ends here is followed by one of the other kind."""
    return RUNS.match(text, stop) is not None


def cut_word(word: str, start: int) -> Iterator[Token]:
    """Yield a run of digits and letters, its parts, and the pieces of its long numbers."""
    yield word, start
    for part in PARTS.finditer(word):
        number = part[0]
        first = start + part.start()
        if number != word:
            yield number, first
        if len(number) >= DIGITS and number.isascii() and number.isdigit():
            if len(number) > DIGITS:
                for place in range(len(number) - DIGITS + 1):
                    yield number[place : place + DIGITS], first + place
            yield number[-TAIL:], first + len(number) - TAIL
