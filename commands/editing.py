"""The commands for those who edit: to see what is written before it is accepted."""

from __future__ import annotations

from datetime import date
from os import cpu_count
from pathlib import Path

import click

from commands.chinese import Command, finish
from commands.clock import today
from commands.options import NumberType, as_of_option, build_key, root_option
from commands.progress import show_progress


@click.command("serve", cls=Command)
@click.option("--division", "divisions", multiple=True, metavar="CODE",
              help="只看这个区划，代码或名称，可重复（默认：全部区划）。")  # fmt: skip
@root_option
@click.option("--output", type=click.Path(path_type=Path), metavar="DIR",
              help="网站写到哪个文件夹（默认：--root 下的 output）。")  # fmt: skip
@click.option("--port", type=NumberType(0, 65535), default=8000, metavar="PORT",
              help="端口（默认：8000）。")  # fmt: skip
@as_of_option("今天")
def serve(
    divisions: tuple[str, ...], root: Path, output: Path | None, port: int, as_of: date | None
) -> None:
    """边改边看：生成网站，在本机浏览器里打开，保存改动后网页自动更新。

    内容、目录、模板有改动的，重新生成有关的网站；检查出的问题显示在网页右下角。
    有错误的，网页保持改动前的样子。只有本机能看，别的机器看不到。
    """
    from commands.live import serve as serve_live
    from disclosure.division import load_register
    from disclosure.sites.build import Request

    register = load_register(root)
    places = tuple(map(register.resolve, divisions))
    target = (output or root / "output").absolute()
    day, jobs = as_of or today(), cpu_count() or 1
    request = Request(root, target, day, places, jobs=jobs, is_kept=not places,
                      secret=build_key())  # fmt: skip
    serve_live(request, register, port, click.echo, show_progress("生成"))


@click.command("preview", cls=Command)
@click.option("--changed-since", "revision", required=True, metavar="REV",
              help="与 git 版本 REV 相比，如 origin/main。")  # fmt: skip
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), default="preview.zip",
              metavar="FILE.zip", help="写到哪个文件（默认：preview.zip）。")  # fmt: skip
@root_option
@as_of_option("内容或目录最近一次提交的日期")
def preview(revision: str, output: Path, root: Path, as_of: date | None) -> None:
    """生成有改动的区划，打包成一个文件，解压后打开 index.html 就能看。

    首页按区划列出新增、修改、删除的内容。有错误的区划只列出，不生成，退出状态为 1。
    """
    from disclosure.sites.as_of import default_day
    from disclosure.sites.build import Request
    from disclosure.sites.preview import make_preview

    day, jobs = as_of or default_day(root), cpu_count() or 1
    made = make_preview(
        Request(root, output, day, jobs=jobs), revision, output, show_progress("生成")
    )
    click.echo(f"有改动的区划 {len(made.divisions)} 个，预览在 {output}。", err=True)
    if made.problems:
        finish(made.problems, 0)
