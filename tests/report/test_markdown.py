from __future__ import annotations

from html.parser import HTMLParser

from markdown import markdown

from disclosure.report.markdown import MAX_LENGTH, escape, write
from tests.report.samples import HOSTILE, HOSTILE_TEXTS, PLAIN, WRONG


def test_comment_gives_verdict_then_a_table_for_each_file() -> None:
    assert write(PLAIN, checked=12) == (
        "**共检查 12 条，发现错误 2 处、提示 1 处。**\n"
        "\n"
        "有错误的内容不能发布，请改正后重新检查。\n"
        "\n"
        "**content/9901/articles/a.md**\n"
        "\n"
        "| 位置 | 级别 | 问题 | 改法 |\n"
        "|---|---|---|---|\n"
        "| 第 4 行 | 提示 | 公开日期 2026-11-19 晚于规定时限（`sample-late`） | 请核实日期 |\n"
        "| 第 7 行 | 错误 | 键 category 的值“e0202”不可用（`sample-wrong`） | 请改为 E0202 |\n"
        "\n"
        "**content/9901/data/b/ledger.csv**\n"
        "\n"
        "| 位置 | 级别 | 问题 | 改法 |\n"
        "|---|---|---|---|\n"
        "| 表格第 5 行 | 错误 | 键 amount 的值“一百”不可用（`sample-wrong`） | 请改为 100.00 |\n"
        "\n"
        "各类问题的说明见 docs/problems.md。\n"
    )


def test_clean_content_is_one_sentence() -> None:
    assert write((), checked=12) == "**共检查 12 条，没有发现问题。**\n"


class Reader(HTMLParser):
    """Notes the tags and the visible text of rendered Markdown."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_hostile_text_renders_as_the_text_it_is() -> None:
    for text in HOSTILE_TEXTS:
        shown = Reader(markdown(f"开头 {escape(text)} 结尾"))

        assert shown.tags == {"p"}, text


def test_hostile_text_stays_in_its_cell() -> None:
    shown = Reader(markdown(write(HOSTILE, checked=1), extensions=["tables"]))

    assert shown.tags == {"p", "strong", "table", "thead", "tbody", "tr", "th", "td", "code"}
    html = markdown(write(HOSTILE, checked=1), extensions=["tables"])
    assert html.count("<td>") == 4 * len(HOSTILE)


def test_nobody_is_notified_and_nothing_is_linked() -> None:
    text = escape("@someone #12 https://example.org www.example.org")

    assert text == "＠someone ＃12 https&#58;//example.org www&#46;example.org"


def test_a_long_comment_is_cut_between_rows_and_says_how_many_are_left_out() -> None:
    problems = [
        WRONG.at(f"content/{file:03}.md", line, "title", value="|" * 60, suggestion="标题")
        for file in range(100)
        for line in range(1, 31)
    ]

    report = write(problems, checked=100)

    rows = report.count("| 第 ")
    assert len(report) <= MAX_LENGTH + 100
    assert 0 < rows < len(problems)
    assert report.endswith(
        f"\n其余 {len(problems) - rows} 条未列出，改正以上各条后重新检查即可看到。\n"
    )
    # Every table has its head and at least one row.
    tables = report.split("| 位置 | 级别 | 问题 | 改法 |\n|---|---|---|---|\n")[1:]
    assert all(table.startswith("| 第 ") for table in tables)
