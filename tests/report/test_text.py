from __future__ import annotations

from disclosure.report.text import write
from tests.report.samples import HOSTILE, LATE, PLAIN


def test_report_names_file_line_finding_and_remedy_and_ends_with_the_verdict() -> None:
    assert write(PLAIN, checked=12) == (
        "content/9901/articles/a.md\n"
        "  第 4 行，提示：公开日期 2026-11-19 晚于规定时限 [sample-late]\n"
        "      改法：请核实日期\n"
        "  第 7 行，错误：键 category 的值“e0202”不可用 [sample-wrong]\n"
        "      改法：请改为 E0202\n"
        "\n"
        "content/9901/data/b/ledger.csv\n"
        "  表格第 5 行，错误：键 amount 的值“一百”不可用 [sample-wrong]\n"
        "      改法：请改为 100.00\n"
        "\n"
        "共检查 12 条，发现错误 2 处、提示 1 处。有错误的内容不能发布，请改正后重新检查。\n"
    )


def test_clean_content_is_said_to_be_clean() -> None:
    assert write((), checked=12) == "共检查 12 条，没有发现问题。\n"


def test_warnings_alone_may_be_published() -> None:
    report = write([LATE.at("content/a.md", 1, value="2026-11-19")], checked=1)

    assert report.endswith("共检查 1 条，发现提示 1 处。没有错误，可以发布；提示请逐条核实。\n")


def test_a_hostile_problem_takes_two_lines_like_any_other() -> None:
    report = write(HOSTILE, checked=1)

    assert len(report.splitlines()) == 4 * len(HOSTILE) + 1


def test_nothing_to_look_at_is_said() -> None:
    assert write((), checked=0) == "没有可检查的内容。\n"
    assert write(PLAIN, checked=0).endswith(
        "\n发现错误 2 处、提示 1 处。有错误的内容不能发布，请改正后重新检查。\n"
    )


def test_twenty_problems_of_a_file_are_shown_and_the_others_counted() -> None:
    problems = [LATE.at("content/a.md", line, value="2026-11-19") for line in range(1, 23)]

    report = write(problems, checked=1)

    assert "第 20 行" in report
    assert "第 21 行" not in report
    assert "另有 2 处未列出" in report
    assert "发现提示 22 处" in report
