"""The commands about annual disclosure reports."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from commands.chinese import Group
from commands.options import NumberType, root_option


@click.group("annual-report", cls=Group)
def annual_report() -> None:
    """政府信息公开工作年度报告。"""


@annual_report.command()
@click.option("--division", required=True, metavar="CODE", help="区划代码或名称。")
@click.option("--year", type=NumberType(2019, 2099), required=True, metavar="YEAR",
              help="报告年度，如 2025。")  # fmt: skip
@click.option("--body", metavar="NAME", help="报告机关（默认：本级人民政府）。")
@root_option
@click.option("--output", type=click.Path(path_type=Path), metavar="DIR",
              help="写到哪个文件夹（默认：--root 所指的文件夹）。")  # fmt: skip
def draft(division: str, year: int, body: str | None, root: Path, output: Path | None) -> None:
    """起草年度报告：已有记录的填好，没有记录的写“未登记”，不写0。

    写出一条图文信息、一个数据包（都是草稿，不上网）和 drafts/ 下的一个 Excel 文件。
    """
    from disclosure.annual_report.draft import draft_report
    from disclosure.annual_report.files import already_there, files_of, put
    from disclosure.rules.facts import load_facts

    facts = load_facts(root, date(year, 12, 31))
    made = draft_report(facts, facts.register.resolve(division), year, body)
    files = files_of(made, facts.catalogue)
    there = already_there(output or root, files)
    if there and not click.confirm(f"已有 {'、'.join(there)}，要覆盖吗", err=True):
        raise click.ClickException("没有写入，原有的文件保留不变。")
    put(output or root, files)
    click.echo("\n".join(files))
    known = sum(record is not None for _, _, record in made.cells())
    click.echo(f"填好 {known} 格，{len(list(made.cells())) - known} 格未登记。", err=True)
