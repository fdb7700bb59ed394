from __future__ import annotations

from disclosure.report.github import write
from tests.report.samples import HOSTILE, PLAIN


def test_errors_come_first_with_file_line_and_title() -> None:
    assert write(PLAIN, checked=3).splitlines() == [
        (
            "::error file=content/9901/articles/a.md,line=7,col=11,title=错误 sample-wrong"
            "::键 category 的值“e0202”不可用。改法：请改为 E0202"
        ),
        (
            "::error file=content/9901/data/b/ledger.csv,line=5,title=错误 sample-wrong"
            "::键 amount 的值“一百”不可用。改法：请改为 100.00"
        ),
        (
            "::warning file=content/9901/articles/a.md,line=4,title=提示 sample-late"
            "::公开日期 2026-11-19 晚于规定时限。改法：请核实日期"
        ),
        "共检查 3 条，发现错误 2 处、提示 1 处。有错误的内容不能发布，请改正后重新检查。",
    ]


def test_hostile_text_starts_no_command_and_ends_no_property() -> None:
    lines = write(HOSTILE, checked=3).splitlines()

    assert len(lines) == len(HOSTILE) + 1
    assert all(line.startswith("::error file=content/") for line in lines[:-1])
    # Between the opening and the message stand four properties and nothing else.
    assert all(line.split("::")[1].count(",") == 3 for line in lines[:-1])
    assert "%25" in lines[2]
    assert "%0A" not in lines[2].replace("%250A", "")
