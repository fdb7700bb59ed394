"""What hypothesis draws: front matter, division codes, days and periods, as our files hold them."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from disclosure.division import Level
from disclosure.period import Rhythm, period_of

HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
PUNCTUATION = st.sampled_from("，。；、（）《》〔〕—·:：'\"#&*!|>%@`?-{}[],0123456789abcXYZ ")
TEXTS = st.text(st.one_of(HAN, HAN, PUNCTUATION), min_size=1, max_size=40)

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
RECENT_DAYS = st.dates(date(1901, 1, 7), date(2098, 12, 31))
RHYTHMS = st.sampled_from(list(Rhythm))
PERIODS = st.builds(period_of, RECENT_DAYS, RHYTHMS)


@st.composite
def short_codes(draw: st.DrawFn, level: Level | None = None) -> str:
    """Return a short division code of a level (default: any), none of its parts being zero."""
    level = level or draw(st.sampled_from(list(Level)))
    parts = [(1000, 9999), (1, 99), (1, 999), (1, 999)][: list(Level).index(level) + 1]
    widths = (4, 2, 3, 3)
    numbers = [draw(st.integers(low, high)) for low, high in parts]
    return "".join(f"{number:0{width}}" for number, width in zip(numbers, widths, strict=False))


def quoted(text: str) -> str:
    """Return a text as YAML's single quotes hold it."""
    return "'" + text.replace("'", "''") + "'"


@st.composite
def headers(draw: st.DrawFn) -> dict[str, str]:
    """Return the keys of a good front matter of an article, with their texts."""
    day = draw(DAYS)
    header = {
        "title": draw(TEXTS),
        "category": draw(st.sampled_from(["E0202", "S1102", "S0801"])),
        "date": f"{day.isoformat()} {draw(st.integers(0, 23)):02}:{draw(st.integers(0, 59)):02}",
        "publisher": draw(TEXTS),
    }
    if draw(st.booleans()):
        header["formed_on"] = draw(DAYS).isoformat()
    if draw(st.booleans()):
        header["period"] = str(draw(PERIODS))
    if draw(st.booleans()):
        header["summary"] = draw(TEXTS)
    return header


def print_header(header: dict[str, str]) -> str:
    """Return the front matter that holds these keys; every text is quoted."""
    return "".join(f"{name}: {quoted(text)}\n" for name, text in header.items())


@st.composite
def slipped_headers(draw: st.DrawFn) -> str:
    """Return a front matter with usual slips in some of its lines."""
    chinese = {"title": "标题", "category": "类目", "date": "日期", "publisher": "发布单位"}
    lines = []
    for name, text in draw(headers()).items():
        key = draw(st.sampled_from([name, chinese.get(name, name)]))
        colon = draw(st.sampled_from([": ", "：", ":", "： ", " : "]))
        value = quoted(text)
        if name == "formed_on":
            year, month, day = text.split("-")
            value = draw(
                st.sampled_from(
                    [
                        text,
                        f"{year}年{int(month)}月{int(day)}日",
                        f"{year}/{int(month)}/{int(day)}",
                        f"“{text}”",
                        text.translate({ord("0") + d: 0xFF10 + d for d in range(10)}),
                    ]
                )
            )
        lines.append(f"{key}{colon}{value}\n")
    return "".join(lines)
