"""The commands that make sites: all of them, a share of them, and one output of the parts."""

from __future__ import annotations

from datetime import date
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands.built import told_of, told_of_merged, told_of_whole
from commands.chinese import Group, finish
from commands.options import (
    FolderType,
    ShardType,
    as_of_option,
    build_key,
    jobs_option,
    output_option,
    require_nothing_typed,
    root_option,
)
from commands.progress import show_progress

if TYPE_CHECKING:
    from disclosure.sites.shards.shard import Shard

PUBLIC_URL = "DISCLOSURE_PUBLIC_URL"


@click.group(cls=Group, invoke_without_command=True, subcommand_metavar="[命令 ...]")
@output_option
@click.option("--division", "divisions", multiple=True, metavar="CODE",
              help="只生成这个区划，代码或名称，可重复（默认：全部区划）。")  # fmt: skip
@click.option("--subtree", is_flag=True, help="连同所辖的下级区划（默认：只生成写明的区划）。")
@jobs_option
@click.option("--executor", default="local", metavar="NAME",
              help="在哪里生成：local 或 dask://主机:端口（默认：local，本机）。")  # fmt: skip
@click.option("--shard", type=ShardType(), metavar="I/N",
              help="只生成 N 份中的第 I 份，如 2/3，再用 merge 合并（默认：全部）。")  # fmt: skip
@click.option("--no-cache", is_flag=True,
              help="全部重新生成（默认：没有改动的网站原样保留）。")  # fmt: skip
@click.option("--by-git", is_flag=True,
              help="只看 git 提交过的改动，须没有未提交的改动（默认：逐个文件看）。")  # fmt: skip
@click.option("--verify", is_flag=True,
              help="生成后另外从头生成一遍，逐个文件核对，列出不一致的。")  # fmt: skip
@root_option
@as_of_option("内容或目录最近一次提交的日期")
@click.pass_context
def build(
    context: click.Context,
    root: Path,
    output: Path | None,
    divisions: tuple[str, ...],
    subtree: bool,
    jobs: int,
    executor: str,
    shard: Shard | None,
    no_cache: bool,
    by_git: bool,
    verify: bool,
    as_of: date | None,
) -> None:
    """生成网站，每个区划一个；有错误的区划保留上一次的网站，不影响其他区划。

    上次生成时的情况记在 .build/ 中，内容、目录、模板和日期都没有变的网站不再生成；
    .build/ 可以随时删除，删除后全部重新生成，结果一样。

    一台机器不够时，可以交给集群（--executor），或分成几份各自生成（--shard），见 docs/scale.md。

    环境变量 DISCLOSURE_PUBLIC_URL 写明网站的公开网址时，每页注明自己的规范网址。
    """
    if context.invoked_subcommand:
        require_nothing_typed(context)
        return
    if shard and divisions:
        raise click.UsageError("--shard 是全部区划中的一份，不能与 --division 同时使用", context)
    from disclosure.sites.as_of import default_day
    from disclosure.sites.kept.whole import outset_of

    day, target = as_of or default_day(root), output or root / "output"
    place = (root, target, settings_file(), day)
    is_whole = not (divisions or shard)
    outset = outset_of(*place, build_key(), is_vouched=by_git) if is_whole else None
    whole = outset.before() if outset and not (no_cache or verify) else None
    if whole:
        click.echo("\n".join(told_of_whole(whole, day, target)), err=True)
        return
    from disclosure.division import load_register
    from disclosure.sites.build import Request, build_sites
    from disclosure.sites.verify import verify_output

    places = tuple(map(load_register(root).resolve, divisions))
    request = Request(
        root, target, day, places, subtree, jobs, settings_file(),
        is_kept=True, is_fresh=no_cache, is_vouched=by_git, shard=shard, executor=executor,
        secret=build_key(),
    )  # fmt: skip
    built = build_sites(request, show_progress("生成"), outset)
    click.echo("\n".join(told_of(built, day, target)), err=True)
    differing = verify_output(request, show_progress("核对")) if verify else ()
    if verify and not differing:
        click.echo("核对完毕：与从头生成的逐字节一致。", err=True)
    if built.problems or differing:
        finish((*built.problems, *differing), 0)


@build.command()
@click.argument("parts", nargs=-1, required=True, type=FolderType(), metavar="PART...")
@output_option
@jobs_option
@root_option
def merge(parts: tuple[Path, ...], output: Path | None, jobs: int, root: Path) -> None:
    """把分份生成的各份合并，结果与一次全部生成的逐字节一致。

    PART 是 build --shard 写到的文件夹，每一份都要写上；检索索引和各网站共用的文件在合并时生成。
    """
    from disclosure.sites.shards.merge import merge_parts

    target = output or root / "output"
    built = merge_parts(parts, root, target, settings_file(), jobs, show_progress("合并"))
    click.echo("\n".join(told_of_merged(built, target)), err=True)
    if built.problems:
        finish(built.problems, 0)


def settings_file() -> Path:
    """Return the settings to build with: those with public addresses where one is known."""
    from disclosure.product import PRODUCT

    return PRODUCT / ("publishconf.py" if environ.get(PUBLIC_URL) else "pelicanconf.py")
