"""value-wrong-type: a value that is not of its key's declared type (`type` and `values`)."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalogue import Key, KeyType
from disclosure.entry import Entry
from disclosure.entry.misfit import Reason
from disclosure.marked import Given
from disclosure.personal.hide import hide_numbers
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.gate import is_unfit
from disclosure.rules.rule import rule

CODE = Code(
    "value-wrong-type",
    zh="{title}（{field}）{found_zh}，应为：{expected_zh}",
    en="{field} is {found_en}; expected {expected_en}",
    hint_zh="写作 {name}: {example}",
    hint_en="write {name}: {example}",
)
EXPECTED = {
    KeyType.TEXT: ("一段文字", "a text", "文字"),
    KeyType.PHONE: ("电话号码", "a telephone number", "0999-1000001"),
    KeyType.TEXTS: ("文字列表，各项不能为空", "a list of texts, none blank", "[甲, 乙]"),
    KeyType.FLAG: ("true 或 false", "true or false", "true"),
    KeyType.DAY: ("日期", "a day", "2026-10-12"),
    KeyType.MOMENT: ("日期和时刻", "a day and a time", "2026-10-12 09:00"),
    KeyType.PERIOD: (
        "期间：日 2026-09-01、周 2026-W39、月 2026-09、季 2026-Q3、半年 2026-H1 或年 2026",
        "a period: 2026-09-01, 2026-W39, 2026-09, 2026-Q3, 2026-H1 or 2026",
        "2026-09",
    ),
    KeyType.CATEGORY: ("类目代码", "the code of a category", "E0202"),
    KeyType.URL: (
        "以 http:// 或 https:// 开头的网址",
        "an http or https address",
        "https://www.example.cn/a.html",
    ),
    KeyType.NUMBER: ("不带单位和千位分隔符的数", "a plain number, no unit, no commas", "10800.00"),
    KeyType.MAP: ("若干“键: 值”", "a map of keys", "{键: 值, 键: 值}"),
    KeyType.MAPS: ("列表，每项是若干“键: 值”", "a list of maps", "[{键: 值, 键: 值}]"),
    KeyType.LABELS: ("若干“要素: 内容”", "a map of elements to texts", "{要素: 内容}"),
}


@rule(CODE, gate=is_unfit)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield each value of the wrong type; days that do not exist have a code of their own."""
    for misfit in entry.header.misfits:
        if misfit.key is None or misfit.reason not in (Reason.WRONG_TYPE, Reason.NOT_ALLOWED):
            continue
        key = misfit.key
        expected_zh, expected_en, example = EXPECTED[key.type]
        if misfit.reason is Reason.NOT_ALLOWED:
            expected_zh = "、".join(key.values) + " 中的一个或几个"
            expected_en = "some of " + ", ".join(key.values)
            example = f"[{key.values[0]}]"
        found_zh, found_en = describe(misfit.given)
        yield CODE.at(
            entry.file,
            misfit.line,
            misfit.path,
            value=hide_numbers(misfit.given.text),
            title=key.title,
            name=misfit.path.rpartition(".")[2],
            found_zh=found_zh,
            found_en=found_en,
            expected_zh=expected_zh,
            expected_en=expected_en,
            example=example_of(key, example),
        )


def describe(given: Given) -> tuple[str, str]:
    """Return what was found, in both languages; personal numbers are not repeated."""
    if given.fields is not None:
        return "写成了若干“键: 值”", "a map"
    if given.items is not None:
        texts = [item.text for item in given.items if item.is_text]
        if len(texts) < len(given.items):
            return "列表中有不是文字的项", "a list with items that are no texts"
        if not all(text.strip() for text in texts):
            return "列表中有空项", "a list with blank items"
        return f"写成了列表“{hide_numbers('、'.join(texts))}”", "a list"
    text = hide_numbers(given.text)
    return f"写作“{text}”", repr(text)


def example_of(key: Key, example: str) -> str:
    """Return the key's own example where it has one, else that of its type."""
    return key.example or example
