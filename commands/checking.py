"""The command that checks what is written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from commands.chinese import Command, finish
from commands.clock import today
from commands.options import as_of_option, build_key, root_option
from commands.progress import show_progress
from commands.reporting import report_option


@click.command(cls=Command)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@root_option
@as_of_option("今天")
@click.option("--changed-since", metavar="REV", help="只报告与 git 版本 REV 相比改动过的内容。")
@report_option
@click.option("--strict", is_flag=True, help="有提示也算不通过（默认：只有错误才算）。")
@click.option("--fix", is_flag=True, help="先修好可以放心修的写法并显示改动（默认：只检查）。")
@click.option("--no-cache", is_flag=True,
              help="全部重新检查（默认：没有改动的沿用 .build/check/ 中上次的结果）。")  # fmt: skip
def check(
    paths: tuple[Path, ...],
    root: Path,
    as_of: date | None,
    changed_since: str | None,
    format_: str,
    strict: bool,
    fix: bool,
    no_cache: bool,
) -> None:
    """检查内容，逐条写明哪个文件、哪一行有什么问题、怎么改。

    PATH 是文件或文件夹，只报告其中的问题；不写则检查全部内容。

    写明 --changed-since 时，还逐行核对 REV 时已公开的账目，改动、删去而不写理由的算错误。

    没有错误时退出状态为 0，有错误为 1，命令写错为 2。
    """
    from disclosure.published import check_published
    from disclosure.report.plain import plain_lines
    from disclosure.results import kept_results
    from disclosure.rules.facts import load_facts
    from disclosure.rules.selection import check_selection, choose, fix_selection

    with kept_results(root, is_wanted=not no_cache, secret=build_key()) as check_division:
        facts = load_facts(root, as_of or today())
        selection = choose(root, paths, changed_since)
        for change in fix_selection(facts, selection) if fix else ():
            click.echo(plain_lines(change.diff), err=format_ != "text")
        findings = check_selection(facts, selection, show_progress("检查"), check_division)
    problems = (*findings.problems, *check_published(facts, changed_since, selection))
    finish(problems, len(findings.files), format_, strict=strict)
