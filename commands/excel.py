"""The commands from and to Excel: a sheet is shown as it will be written, then written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands.chinese import Command, Group, finish
from commands.clock import today
from commands.options import as_of_option, root_option

if TYPE_CHECKING:  # what is imported when tasks.py starts slows every command
    from disclosure.exchange.constant import Question
    from disclosure.exchange.described import Blank
    from disclosure.exchange.plan import Plan, Request
    from disclosure.rules.facts import Facts


class AnswersType(click.ParamType[tuple[str, str]]):
    """A column and the value all its rows get: 账户代号=基本户."""

    name = "answer"

    def convert(
        self,
        value: str | tuple[str, str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[str, str]:
        if isinstance(value, tuple):
            return value
        column, sign, text = value.partition("=")
        if not (sign and column.strip() and text.strip()):
            self.fail(f"应写成“列名=值”，如 账户代号=基本户，不是“{value}”", param, ctx)
        return column.strip(), text.strip()


@click.group("import", cls=Group)
def import_group() -> None:
    """导入别处整理好的数据。"""


@import_group.command("excel")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--division", required=True, metavar="CODE", help="区划代码或名称。")
@click.option("--table", required=True, metavar="TABLE",
              help="标准数据表，如 village_ledger 或 财务收支明细账。")  # fmt: skip
@click.option("--period", metavar="PERIOD", help="期间，如 2026-09、2026-Q3、2026。")
@click.option("--sheet", metavar="NAME", help="工作表（默认：唯一像这张表的那一个）。")
@click.option("--category", metavar="CODE", help="类目代码（默认：按标准数据表认定）。")
@click.option("--set", "answers", multiple=True, type=AnswersType(), metavar="列名=值",
              help="表里没有的列，各行都填这个值，可重复（默认：逐项询问）。")  # fmt: skip
@click.option("--write-to", "name", metavar="NAME",
              help="数据包的名称（默认：表名加期间，如 village-ledger-2026-09）。")  # fmt: skip
@click.option("--all", "every", is_flag=True, help="列出全部改动（默认：多于 20 处时分类列出）。")
@click.option("--yes", is_flag=True, help="不询问，直接写入（默认：先询问）。")
@as_of_option("今天")
@root_option
def excel(
    root: Path,
    as_of: date | None,
    answers: tuple[tuple[str, str], ...],
    every: bool,
    yes: bool,
    **typed: object,
) -> None:
    """把 Excel 表（.xlsx、.xls）或 CSV 表导入为数据包，逐格列出改动，确认后写入并检查。

    合计先核对再去掉；日期、金额统一写法；拿不准的会问，或者指出是哪一行。
    """
    from disclosure.exchange.plan import Request
    from disclosure.rules.facts import load_facts

    facts = load_facts(root, as_of or today())
    request = Request(**typed)  # type: ignore[arg-type]  # the options, by their names
    plan = agree(facts, request, dict(answers), every=every, yes=yes)
    write_and_check(facts, plan)


@click.command("template", cls=Command)
@click.argument("table", metavar="TABLE")
@click.option("--output", type=click.Path(path_type=Path), metavar="FILE",
              help="写到哪个文件（默认：当前文件夹下的“表名.xlsx”）。")  # fmt: skip
@root_option
def template(table: str, output: Path | None, root: Path) -> None:
    """生成一张标准数据表的 Excel 填报模板，带下拉列表和填表说明。

    TABLE 是标准数据表，如 village_ledger 或 财务收支明细账。
    """
    from disclosure.catalogue import load_catalogue
    from disclosure.division import load_register
    from disclosure.exchange.choice import find_table
    from disclosure.exchange.described import asked_in_form
    from disclosure.exchange.form import write_form

    catalogue = load_catalogue(root, load_register(root))
    found = find_table(table, catalogue)
    path = output or Path(f"{found.name}.xlsx")
    data = write_form(found, asked_in_form(found, catalogue))
    with path.open("xb") as file:
        file.write(data)
    click.echo(path)


def agree(
    facts: Facts, request: Request, answers: Mapping[str, str], *, every: bool, yes: bool
) -> Plan:
    """Return the plan the person agrees to; questions come first, then what will be written."""
    from disclosure.exchange.plan import plan_import, require_answers
    from disclosure.exchange.told import tell_plan

    plan = plan_import(facts, request, answers)
    if not yes:
        while plan.intake.questions:
            given = ask(plan.intake.questions)
            answers = {**answers, **given}
            plan = plan_import(facts, request, answers)
        if plan.blanks:
            plan = plan_import(facts, request, {**answers, **ask_blanks(plan.blanks)})
    require_answers(plan)
    for line in tell_plan(plan, every=every):
        click.echo(line)
    if plan.exists:
        question = f"{plan.csv} 已经存在，换成这 {len(plan.intake.rows)} 行（说明文件不动）？"
    else:
        question = f"写入 {plan.folder}？"
    if not yes and not confirmed(question):
        raise click.exceptions.Exit(stopped())
    return plan


def ask(questions: Iterable[Question]) -> dict[str, str]:
    """Return the answers a person types."""
    try:
        return {
            one.column.name: click.prompt(one.text, prompt_suffix="：", err=True)
            for one in questions
        }
    except click.Abort:
        raise click.exceptions.Exit(stopped()) from None


def ask_blanks(blanks: Iterable[Blank]) -> dict[str, str]:
    """Return what a person says of the descriptor's keys; nothing is an answer too."""
    try:
        given = {
            one.name: click.prompt(
                one.text, default="", show_default=False, prompt_suffix="：", err=True
            )
            for one in blanks
        }
    except click.Abort:
        raise click.exceptions.Exit(stopped()) from None
    return {name: text.strip() for name, text in given.items() if text.strip()}


def confirmed(question: str) -> bool:
    """Ask for a yes; silence is none."""
    try:
        return click.confirm(question, prompt_suffix=" 写入按 y，不写按 n：", show_default=False,
                             err=True)  # fmt: skip
    except click.Abort:
        return False


def stopped() -> int:
    """Say that nothing was written; return the exit status."""
    click.echo("没有写入任何文件。", err=True)
    return 1


def write_and_check(facts: Facts, plan: Plan) -> None:
    """Write the package, check its division, and end with the report."""
    from disclosure.exchange.place import write_package
    from disclosure.exchange.told import with_excel_rows
    from disclosure.rules.selection import check_selection, select

    write_package(facts.root, plan.folder, plan.files, exists=plan.exists)
    for file in plan.files:
        click.echo(file)
    findings = check_selection(facts, select((plan.division.folder,)))
    own = [one for one in findings.problems if one.file.startswith(plan.folder + "/")]
    if own:
        click.echo("已经写入。检查发现下列问题，改好后再公开：", err=True)
    finish(with_excel_rows(findings.problems, plan), len(findings.files))
