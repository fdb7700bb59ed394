"""The commands about the standard catalogue."""

from __future__ import annotations

from pathlib import Path

import click

from commands.chinese import Group, finish
from commands.options import root_option
from commands.reporting import report_option


@click.group(cls=Group)
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
