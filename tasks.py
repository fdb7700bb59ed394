"""The program: each command reads its options, calls the domain, prints, and exits."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import click

from commands.annual_report import annual_report
from commands.build import build
from commands.chinese import Group, finish
from commands.editing import preview, serve_command
from commands.excel import import_group, template
from commands.options import (
    ChoiceType,
    DayType,
    as_of_option,
    build_key,
    format_option,
    report_option,
    root_option,
)
from commands.progress import show_progress
from disclosure.catalogue import Kind
from disclosure.report.plain import plain_lines

NEW_KINDS = [kind.value for kind in Kind if kind is not Kind.PAGES]
BEIJING = timezone(timedelta(hours=8))


def today() -> date:
    """Return the day it is in Beijing: the one place where the clock is read."""
    return datetime.now(BEIJING).date()


@click.group(cls=Group)
def program() -> None:
    """检查政务公开、村务公开的内容，为每一级生成网站。"""


@program.command()
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


@program.group()
def catalogue() -> None:
    """查看和核对标准目录（169 个类目，按公开报道的形制重新编制）。"""


@catalogue.command("check")
@root_option
@report_option
@click.option("--strict", is_flag=True, help="有提示也算不通过（默认：只有错误才算）。")
def check_standard(root: Path, format_: str, strict: bool) -> None:
    """核对标准目录、标准表和登记表：格式、个数、引用关系、法定底线。"""
    from disclosure.catalogue import load_catalogue
    from disclosure.catalogue.check import check_catalogue
    from disclosure.division import load_register

    problems = check_catalogue(root)
    # A broken catalogue may not be countable.
    checked = 0 if problems else len(load_catalogue(root, load_register(root)).categories)
    finish(problems, checked, format_, strict=strict)


@catalogue.command()
@click.argument("code", metavar="CODE")
@root_option
def show(code: str, root: Path) -> None:
    """说明一个类目：谁公开、公开什么、何时公开、放在哪里。CODE 是类目代码，如 E0203。"""
    from disclosure.catalogue import load_catalogue
    from disclosure.catalogue.show import describe
    from disclosure.division import load_register
    from disclosure.rules.category_unknown import find_category

    standard = load_catalogue(root, load_register(root))
    category = find_category(code, standard.categories)
    click.echo("\n".join(describe(category, standard)))


@program.command()
@click.argument("kind", type=ChoiceType(NEW_KINDS), metavar="KIND")
@click.option("--division", required=True, metavar="CODE", help="区划代码或名称。")
@click.option("--category", required=True, metavar="CODE", help="类目代码，如 E0202。")
@click.option("--name", metavar="NAME", help="文件名，不带扩展名（默认：类目代码加今天的日期）。")
@root_option
def new(kind: str, division: str, category: str, name: str | None, root: Path) -> None:
    """新建一条内容，必填的键和公开要素都已留好空。

    KIND 是栏目文件夹：articles、notices、guides、letters、votes、albums、data。
    """
    from disclosure.rules.creation import create
    from disclosure.rules.facts import load_facts

    facts = load_facts(root, today())
    place = facts.register.resolve(division)
    files = create(facts, Kind(kind), place, category, name)
    click.echo("\n".join(files))
    click.echo(f"请填好后检查：tasks.py check {files[0]}", err=True)


@program.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--register", "list_file", type=click.Path(path_type=Path), required=True,
              metavar="FILE", help="区划名单（CSV），至少有 12 位区划代码和名称两列。")  # fmt: skip
def init(folder: Path, list_file: Path) -> None:
    """为一个真实的县（市、区）建立空的内容库：登记表、设置、每个栏目一份示例草稿。

    DIR 是还不存在的或者空的文件夹；中途出错时，什么也不会留下。
    """
    from disclosure.starting import start

    started = start(folder, list_file, today())
    click.echo("\n".join(started.examples))
    if started.unused:
        click.echo(f"名单中没有用到的列：{'、'.join(started.unused)}。", err=True)
    click.echo(
        f"已在 {folder} 建立内容库，登记区划 {len(started.register)} 个，"
        f"其中 {started.lacking} 个还缺联系方式，见 {folder / 'TODO.md'}。\n"
        f"上面列出的是示例草稿，不会上网。下一步：tasks.py check --root {folder}",
        err=True,
    )


@program.command()
@root_option
@click.option("--division", required=True, metavar="CODE", help="区划代码或名称。")
@click.option("--until", type=DayType(), metavar="DATE",
              help="列到哪一天为止，如 2026-12-31（默认：今天起 30 天）。")  # fmt: skip
@format_option("text", "json")
def due(root: Path, division: str, until: date | None, format_: str) -> None:
    """列出一个区划应公开而未公开的定期事项，以及每个期限是怎样推算的。"""
    from disclosure.deadline.listing import open_duties, write_json, write_text
    from disclosure.rules.facts import load_facts

    facts = load_facts(root, today())
    place = facts.register.resolve(division)
    last = until or today() + timedelta(days=30)
    duties = open_duties(root, place, last, facts)
    if format_ == "json":
        click.echo(write_json(duties, facts.workdays).encode(), nl=False)
    else:
        click.echo(write_text(duties, place, last, facts.workdays), nl=False)


program.add_command(build)
program.add_command(serve_command(today))
program.add_command(preview)
program.add_command(import_group(today))
program.add_command(template)
program.add_command(annual_report)


@program.command(hidden=True)
def docs() -> None:
    """重新生成 docs/cli.md、docs/fields.zh.md、docs/problems.md 和 theme/static/js/folding.js。"""
    from commands.reference import documents
    from disclosure.catalogue import PRODUCT

    for name, text in documents(program).items():
        (PRODUCT / name).write_text(text, "utf-8")
        click.echo(name)


if __name__ == "__main__":
    program()
