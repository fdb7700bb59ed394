"""The subset of Markdown that its dialects read alike, as one regular expression: headings,
paragraphs, lists, tables, emphasis, links and images, with blank lines between them.

It is narrow on purpose. What stands outside it is no mistake, it only takes the long way.
"""

from __future__ import annotations

import re

# Characters that a dialect or the cleaning changes.
CHANGED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff\ufffe\uffff]")
# The expression meets one sign for each run of Chinese characters and for each address behind a
# link or an image: they are slow to compile, and would stand in a hundred places.
CHINESE = "[\u3400-\u9fff]"
RUNS_OF_CHINESE = re.compile(f"{CHINESE}+")
STAND_IN = "\x01"
LEADS, ACROSS = "\x02", "\x03"

SIGNS = r"`\\\[\]!<&*_|\n"  # of Markdown and HTML, and the end of a line
RUN = rf"[^{SIGNS}]++"
WORD = f"[0-9A-Za-z{STAND_IN}]"

# An asterisk between two Chinese characters hides part of a name (罗*清);
# taken as a sign of emphasis it would vanish, and the mask with it.
MASK = rf"\*(?<={CHINESE}\*)(?={CHINESE})"
MASKED = MASK.replace(CHINESE, STAND_IN)
# One at the end of a name (罗*，) stays as long as it is the only one beside masks.
LONE = rf"\*(?<={STAND_IN}\*)(?!\*)"

# Dialects differ where asterisks have punctuation inside and text outside.
INNER = rf"(?:{RUN}|{MASKED})++"
EMPHASIS = rf"(?<![{STAND_IN}*])\*(?={WORD}){INNER}(?<={WORD})\*(?![{STAND_IN}*])"
STRONG = rf"\*\*(?={WORD}){INNER}(?<!\s)\*\*(?!\*)(?:(?<={WORD}\*\*)|(?![^ \n]))"

# Addresses that no cleaning takes away: of a plain host, or without a scheme.
ANCHOR = "(?:#[a-z0-9-]+)?"
PLACE = rf"division:[0-9]{{4,12}}(?:/[a-z]+/[a-z0-9-]+)?{ANCHOR}"
FILE = rf"(?:\{{(?:filename|static)\}})?[a-z0-9.][a-z0-9/.-]*{ANCHOR}"
WEB = r"https?://(?:[a-z0-9]+\.)+[a-z]{2,}(?:/[A-Za-z0-9/.~?=#:-]*)?"
ADDRESS = re.compile(rf"(?<=\])\((?:(?P<across>{PLACE})|{FILE}|{WEB})\)")
LINK = rf"\[{INNER}\][{LEADS}{ACROSS}]"
IMAGE = rf"!\[[^'{SIGNS}]++\]{LEADS}"

BARE = rf"{RUN}|{LINK}|{IMAGE}|{MASKED}"
WITH_EMPHASIS = rf"(?:{BARE}|{STRONG}|{EMPHASIS})"
WITH_LONE = rf"(?:{BARE})*+{LONE}(?:{BARE})*+"

# No white space and no sign of another block where a line begins, no white space where it ends.
BEGIN = r"(?![\s#=:~+>|-]|\d+[.)](?!\S))"
END = r"(?<!\s)(?![^\n])"
INDENT = "\u3000*+"  # two full-width spaces, as Chinese paragraphs begin
TEXT = rf"(?:{WITH_EMPHASIS}++|{WITH_LONE}){END}"  # all that an element holds
CELL = rf"(?:{WITH_EMPHASIS}*+|{WITH_LONE})\|"
BULLET = "- "
NUMBER = r"[1-9][0-9]{0,8}\. "


def lines(line: str, end: str, more: str) -> str:
    """Return the pattern of lines, as long as behind the end of one there is more.

    That of a line stands in it once: it is long, and takes long to compile.
    """
    return rf"(?:{line}(?:{end}(?={more}))?+)++"


def items(mark: str) -> str:
    """Return the pattern of a list with that mark before its items."""
    item = rf"{mark}[^\n]*+"
    # Where only some have a blank line between them, dialects differ in which are paragraphs.
    alike = rf"{item}(?:(?:\n\n++{item})++|(?:\n{item})*+)(?!\n+{mark})"
    return rf"(?={alike})" + lines(rf"{mark}{BEGIN}{TEXT}", r"\n++", mark)


HEADING = rf"#{{1,6}} (?!\s){TEXT}(?<!#)"
LINES = lines(rf"{INDENT}{BEGIN}{WITH_EMPHASIS}++{END}", r"\n", r"[^\n]")
PARAGRAPH = rf"(?:{LINES}|{INDENT}{BEGIN}{WITH_LONE}{END})"
RULE = r"\|(?: *+:?-++:? *+\|)++"  # the second row
ROWS = lines(rf"\|(?:{CELL})++", r"\n", r"\|")
TABLE = rf"(?=[^\n]++\n{RULE}\n\|){ROWS}"
BLOCK = rf"(?:{PARAGRAPH}|{items(BULLET)}|{items(NUMBER)}|{TABLE})"

SUBSET = re.compile(rf"\n*+(?:{HEADING}(?:\n++|\Z)|{BLOCK}(?:\n\n++|\n?\Z))*+")
HEAD = re.compile(r"^(\|.*)\n(\|[ :|-]*\|)$", re.MULTILINE)


def in_subset(text: str) -> bool:
    """Tell whether a body is written in the subset."""
    if CHANGED.search(text):
        return False
    signs = ADDRESS.sub(sign_of, RUNS_OF_CHINESE.sub(STAND_IN, text))
    if not SUBSET.fullmatch(signs):
        return False
    return "|" not in text or all(
        head.count("|") == rule.count("|") for head, rule in HEAD.findall(text)
    )


def sign_of(address: re.Match[str]) -> str:
    """Return what stands for an address; an image lies in no other division."""
    return ACROSS if address["across"] else LEADS
