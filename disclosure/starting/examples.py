"""Writes one draft of each kind: the blanks of `tasks.py new`, filled in as an editor would."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta

from disclosure.catalogue import PRODUCT, Kind
from disclosure.division import Division, Register
from disclosure.entry.blank import write_page
from disclosure.given import Given
from disclosure.marked import load_marked
from disclosure.rules.creation import blank_files
from disclosure.rules.facts import Facts

SAMPLES = "samples"
FILE = "examples.yml"
NAME = "example"
BLANK = re.compile(r"(?P<indent> *)(?P<item>- )?(?P<key>[^\s#:][^:]*):(?P<label>  #.*)?")
DRAFT = "draft: true  # 草稿：照常检查，不上网；改成真实内容后删去这一行"
NOTICE_DAYS = 30  # longer than any notice must run
LETTER_DAYS = 3  # how long the letter of the example took
DUE_DAY = 10  # of the month that follows, for what is reported by month


def example_files(facts: Facts) -> dict[str, bytes]:
    """Return the files of the examples by path; they stand in the lowest division in force."""
    division = lowest(facts.register)
    words = fillings(division, facts)
    found: dict[str, bytes] = {}
    taken: set[str] = set()
    for given in load_marked(PRODUCT / SAMPLES / FILE, FILE).items or ():
        kind = given.text_of("kind")
        if kind not in taken and is_published(given, division, facts):
            taken.add(kind)
            found |= write_example(given, Kind(kind), division, facts, words)
    return found


def lowest(register: Register) -> Division:
    """Return the first division of the lowest level: every kind is published there."""
    in_force = [division for division in register if not division.replaced_by]
    return max(in_force, key=lambda division: division.level.digits)


def fillings(division: Division, facts: Facts) -> dict[str, str]:
    """Return what takes the place of each 〈…〉."""
    today = facts.today
    month = today.replace(day=1)
    before = month - timedelta(days=1)
    due = min(today, month.replace(day=DUE_DAY))
    return {
        "〈区划〉": division.name,
        "〈代码〉": division.full_code,
        "〈公开主体〉": next(one.name for one in facts.publishers if one.division == division.code),
        "〈今天〉": today.isoformat(),
        "〈来信日〉": (today - timedelta(days=LETTER_DAYS)).isoformat(),
        "〈公示止〉": (today + timedelta(days=NOTICE_DAYS)).isoformat(),
        "〈上月〉": before.isoformat()[:7],
        "〈上月末〉": before.isoformat(),
        "〈上月公开日〉": due.isoformat(),
    }


def is_published(given: Given, division: Division, facts: Facts) -> bool:
    """Tell whether the division's level publishes the example's category; pages have none."""
    category = facts.catalogue.get(given.text_of("category"))
    return category is None or division.level in category.levels


def write_example(
    given: Given, kind: Kind, division: Division, facts: Facts, words: Mapping[str, str]
) -> dict[str, bytes]:
    """Return the files of one example."""
    texts = blanks(given, kind, division, facts)
    first, *others = texts
    values = {
        "date": "〈今天〉 09:00",
        "publisher": "〈公开主体〉",
        "review.by": "〈公开主体〉信息公开审查人",
        "review.date": "〈今天〉",
    }
    named = given.get("values")
    values |= {name: value.text for name, value in ((named.fields or {}) if named else {}).items()}
    texts[first] = fill(texts[first], values) + given.text_of("body")
    for other in others:
        texts[other] += given.text_of("rows")
    found = {path: replace_words(text, words).encode() for path, text in texts.items()}
    return found | pictures(given, division)


def blanks(given: Given, kind: Kind, division: Division, facts: Facts) -> dict[str, str]:
    """Return the files as `tasks.py new` writes them."""
    if kind is Kind.PAGES:
        text = write_page(division, facts.catalogue, facts.publishers, facts.today)
        return {f"{division.folder}/{kind.value}/{NAME}.md": text}
    return blank_files(facts, kind, division, given.text_of("category"), NAME)


def fill(text: str, values: Mapping[str, str]) -> str:
    """Return the text with each blank filled whose dotted key has a value, marked as a draft."""
    lines = []
    above: list[tuple[int, str]] = []  # the maps a line stands in, and how far each is indented
    is_marked = False
    for line in text.split("\n"):
        match = BLANK.fullmatch(line)
        if match is None:
            lines.append(line)
            continue
        depth = len(match["indent"]) + len(match["item"] or "")
        above = [(indent, key) for indent, key in above if indent < depth]
        dotted = ".".join([*(key for _, key in above), match["key"]])
        above.append((depth, match["key"]))
        if not is_marked:
            lines.append(DRAFT)
            is_marked = True
        value = values.get(dotted.replace("'", ""))
        label = match["label"] or ""
        lines.append(f"{line.removesuffix(label)} {value}{label}" if value else line)
    return "\n".join(lines)


def replace_words(text: str, words: Mapping[str, str]) -> str:
    """Return the text with what stands for each 〈…〉."""
    for mark, word in words.items():
        text = text.replace(mark, word)
    return text


def pictures(given: Given, division: Division) -> dict[str, bytes]:
    """Return the files that go with an example by path; their sources lie among the samples."""
    named = given.get("files")
    return {
        f"{division.folder}/{target}": (PRODUCT / SAMPLES / source.text).read_bytes()
        for target, source in ((named.fields or {}) if named else {}).items()
    }
