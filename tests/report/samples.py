"""Problems to report on, plain ones and hostile ones."""

from __future__ import annotations

from disclosure.problem import Code, Problem, Severity

LATE = Code(
    "sample-late",
    zh="公开日期 {value} 晚于规定时限",
    en="published on {value}, after the limit",
    hint_zh="请核实日期",
    hint_en="check the date",
    severity=Severity.WARNING,
)
WRONG = Code(
    "sample-wrong",
    zh="键 {field} 的值“{value}”不可用",
    en="{field} is {value!r}",
    hint_zh="请改为 {suggestion}",
    hint_en="write {suggestion}",
)
FILE = "content/9901/articles/a.md"
TABLE = "content/9901/data/b/ledger.csv"
PLAIN = (
    LATE.at(FILE, 4, "date", value="2026-11-19"),
    WRONG.at(FILE, 7, "category", column=11, value="e0202", suggestion="E0202"),
    WRONG.at(TABLE, 0, "amount", row=5, value="一百", suggestion="100.00"),
)
HOSTILE_TEXTS = (
    "a\x1b[31mred\x00\x07",
    "a\r\n::error file=x::y",
    "::set-output name=a::b%0A",
    "]]><!-- --></failure>",
    "<script>alert(1)</script><img src=x onerror=y>",
    "| a | `b` | **c** | [d](javascript:e) \\",
    "![x](https://example.org/x.png) www.example.org @someone #12 $x$",
    "\u202egnp.exe\u200b\u2028\ufeff",
    "\udcff\ud800\uffff\ufffe",
    "\"quotes\" & 'more' {brace} %s",
)
HOSTILE = tuple(
    Problem(
        code="sample-wrong",
        severity=Severity.ERROR,
        file=f"content/{text}.md",
        line=number,
        column=1,
        row=0,
        field=text,
        value=text,
        message_zh=f"值“{text}”不可用",
        message_en=text,
        hint_zh=text,
        hint_en=text,
    )
    for number, text in enumerate(HOSTILE_TEXTS, 1)
)
