"""The commands with which something begins: a root for a county, an entry."""

from __future__ import annotations

from pathlib import Path

import click

from commands.chinese import Command
from commands.clock import today
from commands.options import ChoiceType, root_option
from disclosure.catalogue import Kind

NEW_KINDS = [kind.value for kind in Kind if kind is not Kind.PAGES]


@click.command(cls=Command)
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


@click.command(cls=Command)
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
