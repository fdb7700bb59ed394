from __future__ import annotations

import csv
import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.wording import FILLERS, GROUPS, ITEMS, RECIPES, ROADS, THINGS
from disclosure.search import tokens
from disclosure.search.folding import FOLDED, load_folding
from disclosure.search.tokens import NO_LETTER, RECENT, RUNS, cut, normal
from tests.node import run_node

ROOT = Path(__file__).parents[2]
SOURCE = (ROOT / "theme" / "scripts" / "search" / "tokens.js").read_text("utf-8")
MADE = (ROOT / "theme" / "static" / "js" / "search.js").read_text("utf-8")
ENOUGH = 40_000
EDGES = (
    "", " ", "，。", "村", "村a", "a村", "村 务", "村务公开", "２０２４年第３组", "2024年第3组",
    "１３８－ＡＢ", "ｶﾞｽ料金", "㈱甲乙", "①②㊣㎡", "℃№™", "½升", "x²", "ﬁle", "٣٤٥ 年", "۱۲۳",
    "\ue000\uf8ff", "\U000f0000村\U0010fffd", "𠮷野家𡈽", "𠀀", "村𠮷",
    "土地確權與農民專業合作社", "髮發乾幹", "İstanbul", "ΟΔΟΣ Σ ΣΑΣ", "ὈΔΥΣΣΕΎΣ", "e\u0301té",
    "ñ n\u0303", "가각 ㄱㅏ", "が か\u3099", "👨‍👩‍👧‍👦村务", "🇨🇳", "1.5", "2026-11-21",
    "0904-1234560", "99010110020112345X", "a1b22c333d4444", "12345", "1234", "123", "12",
    "第12345号", "ⅣⅤ", "〇一二三", "々〆", "ཀ༠༡", "ᠮᠣᠩᠭᠣᠯ", "ئۇيغۇر", "ꀀꀁ", "straße STRASSE",
    "\u2028村\u2029务", "\0村", "\ufeff村务", "__proto__", "constructor", "ﷺ", "村\u200b务",
    "村\u00ad务", "\ua7dc\U0001ccf5\U0001e030", "ς", "Ǆ", "ŉ", "́村", "村́务",
)  # fmt: skip
HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
SIGNS = st.one_of(HAN, HAN, st.sampled_from("，。 12345678.-aZ（）㎡𠮷０９髮"), st.characters())
MIXED = st.text(SIGNS, max_size=40)


def texts() -> Iterator[str]:
    """Yield lines of the demonstration, sentences of made-up entries, signs of every kind."""
    yield from EDGES
    for file in sorted((ROOT / "content").rglob("*.md")):
        yield from file.read_text("utf-8").splitlines()
    for file in sorted((ROOT / "content").rglob("*.csv")):
        with file.open(encoding="utf-8", newline="") as rows:
            yield from (" ".join(row) for row in csv.reader(rows))
    for start in range(0, 0x110000, 128):
        signs = [chr(sign) for sign in range(start, start + 128) if not 0xD800 <= sign < 0xE000]
        yield " ".join(signs)
        yield "村".join(signs)
    yield from made_up(Random(1))


def made_up(rng: Random) -> Iterator[str]:
    """Yield sentences without end, some with traditional characters or full-width digits."""
    forms = [*FILLERS, *ITEMS, *(text for recipe in RECIPES for _, text in recipe.headings)]
    traditional = {simplified: chr(code) for code, simplified in load_folding().items()}
    wide = {ord("0") + digit: 0xFF10 + digit for digit in range(10)}
    while True:
        text = rng.choice(forms).format_map(words(rng)) + rng.choice(EDGES)
        chance = rng.random()
        if chance < 0.2:
            text = "".join(traditional.get(sign, sign) for sign in text)
        elif chance < 0.4:
            text = text.translate(wide)
        elif chance < 0.5:
            text = "".join(rng.sample(text, len(text)))
        yield text


def words(rng: Random) -> dict[str, object]:
    number = rng.randrange
    return {
        "p": f"{rng.choice('甲乙丙丁')}{rng.choice('子丑寅卯')}镇", "people": "村民",
        "body": "甲子村村民委员会", "phone": f"0904-{number(10**7):07}",
        "y": number(2000, 2027), "m": number(1, 13), "d": number(1, 32),
        "per": f"{number(2000, 2027)}年第{number(1, 5)}季度", "event": f"{number(1, 13)}月1日",
        "group": rng.choice(GROUPS), "road": rng.choice(ROADS), "thing": rng.choice(THINGS),
        "a": number(2, 10), "b": number(11, 99), "c": number(103, 990), "f": number(1200, 9801),
    }  # fmt: skip


def enough_texts() -> list[str]:
    """Return ENOUGH different texts."""
    found: dict[str, None] = {}
    for text in texts():
        found[text] = None
        if len(found) == ENOUGH + 500:
            break
    return list(found)


def told(text: str, *, singles: bool) -> str:
    whole = normal(text)
    found = [whole, list(cut(whole, singles=singles))]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize("name", ["PAIRED", "WORDED", "NEWER"])
def test_ranges_are_written_alike_in_both_sources_and_in_what_is_published(name: str) -> None:
    written = f'"{getattr(tokens, name)}"'

    assert f"  const {name} = {written};\n" in SOURCE
    assert MADE.count(written) == 1


@pytest.mark.slow
@pytest.mark.node
def test_browser_cuts_forty_thousand_texts_as_the_build_does() -> None:
    some = [(text, index % 3 == 0) for index, text in enumerate(enough_texts())]

    hashes = run_node("tokens.js", some)

    expected = [sha256(told(text, singles=singles).encode()).hexdigest() for text, singles in some]
    assert len(some) >= ENOUGH
    assert [
        text
        for (text, _), one, other in zip(some, hashes, expected, strict=True)
        if one != other
    ] == []  # fmt: skip


@pytest.mark.node
def test_halves_of_a_surrogate_pair_are_no_letters_and_stop_nothing() -> None:
    ((whole, found),) = run_node("tokens.js", [("村务\ud800公开\udc00a", False)], "whole")

    assert [token for token, _ in found] == ["村务", "公开", "a"]
    assert len(whole) == 7


@given(MIXED)
def test_places_rise_for_each_token_and_tell_where_it_stands(text: str) -> None:
    whole = normal(text)

    places: dict[str, list[int]] = defaultdict(list)
    for token, place in cut(whole, singles=True):
        assert whole.startswith(token, place)
        places[token].append(place)

    assert all(some == sorted(set(some)) for some in places.values())


@given(MIXED, st.data())
def test_every_part_of_a_chinese_run_is_found_by_its_pairs_in_a_row(
    text: str, data: st.DataObject
) -> None:
    whole = normal("办事" + text)
    runs = [match[1] for match in RUNS.finditer(whole) if match[1] and len(match[1]) > 1]
    run = data.draw(st.sampled_from(runs))
    first = data.draw(st.integers(0, len(run) - 2))
    part = run[first : first + data.draw(st.integers(2, len(run) - first))]

    found = set(cut(whole))

    starts = [place for place in range(len(whole)) if whole.startswith(part, place)]
    assert starts == [
        place
        for place in range(len(whole))
        if all((part[i : i + 2], place + i) in found for i in range(len(part) - 1))
    ]


@given(MIXED, st.from_regex(r"[0-9]{3,18}", fullmatch=True), MIXED, st.data())
def test_three_or_more_digits_of_a_number_begin_a_token_or_are_covered_by_fours(
    before: str, number: str, after: str, data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(number) - 3))
    part = number[first : first + data.draw(st.integers(3, len(number) - first))]

    found = {token for token, _ in cut(normal(f"{before} {number} {after}"))}

    assert any(token.startswith(part) for token in found) or all(
        part[i : i + 4] in found for i in range(len(part) - 3)
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("村务公开", ["村务", "务公", "公开"]),
        ("2024年", ["4年", "2024", "024"]),
        ("第3组", ["第3", "3组", "3"]),
        ("共 村 户", ["共", "村", "户"]),
        ("確權", ["确权"]),
        ("ＡＢ１２", ["ab12", "ab", "12"]),
        ("123456", ["123456", "1234", "2345", "3456", "456"]),
        ("，。！", []),
    ],
)
def test_tokens_of_a_text(text: str, found: list[str]) -> None:
    assert sorted(token for token, _ in cut(normal(text))) == sorted(found)


def test_characters_of_a_title_are_tokens_too() -> None:
    found = [token for token, _ in cut("村务", singles=True)]

    assert found == ["村务", "村", "务"]


@given(MIXED)
def test_normal_text_stays_as_it_is(text: str) -> None:
    whole = normal(text)

    assert [one for one, _ in cut(normal(whole))] == [one for one, _ in cut(whole)]


def test_no_simplified_character_is_searched_as_another() -> None:
    assert {simplified for simplified in FOLDED.values() if ord(simplified) in FOLDED} == set()


@given(
    st.text(
        st.one_of(st.sampled_from("，：；！？（）％村ａé\u0301\u0338\u3099㈠"), st.characters())
    )
)
def test_signs_of_double_width_are_narrowed_as_nfkc_does(text: str) -> None:
    known = RECENT.sub(NO_LETTER, text)
    assert normal(text) == unicodedata.normalize("NFKC", known).lower().translate(FOLDED)
