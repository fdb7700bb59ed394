"""The commands that hand on one finished site as one file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from commands.build import PUBLIC_URL
from commands.chinese import Command, Group
from commands.options import as_of_option, root_option

if TYPE_CHECKING:
    from disclosure.division import Division

F = TypeVar("F", bound=Callable[..., None])
Files = dict[str, "Path | bytes"]


def of_one_site(command: F) -> F:
    """Add the options that say which site, where it lies and where it is to go."""
    for option in (
        root_option,
        click.option("--sites", type=click.Path(path_type=Path), metavar="DIR",
                     help="网站在哪个文件夹（默认：--root 下的 output）。"),
        click.option("--output", "target", type=click.Path(dir_okay=False, path_type=Path),
                     metavar="FILE",
                     help="写成哪个文件（默认：当前文件夹下，以区划代码为名）。"),
        click.option("--division", "name", required=True, metavar="CODE",
                     help="哪个区划的网站，代码或名称。"),
    ):  # fmt: skip
        command = option(command)
    return command


@click.group("export", cls=Group)
def export() -> None:
    """把一个已经生成的网站导出成一个文件，供拷贝和离线阅读。"""


@export.command("zip", cls=Command)
@of_one_site
def to_zip(name: str, target: Path | None, sites: Path | None, root: Path) -> None:
    """导出成 zip 文件：解压后打开 index.html，不用装任何程序。

    内容没有变化的，每次导出的文件完全相同。其他区划的网站不在其中，指向它们的链接会写明地址。
    """
    from disclosure.sites.preview.pack import pack_files

    division, files, file = asked(name, target, sites, root, "zip")
    pack_files(files, file)
    click.echo(f"已导出{division.name}的网站，共 {len(files)} 个文件：{file}", err=True)


@export.command("zim", cls=Command)
@of_one_site
@as_of_option("内容或目录最近一次提交的日期")
def to_zim(
    name: str, target: Path | None, sites: Path | None, root: Path, as_of: date | None
) -> None:
    """导出成 ZIM 文件，供手机上的 Kiwix 离线阅读，可以全文检索。

    需要 libzim：pip install ".[zim]"。
    """
    from disclosure.sites.as_of import default_day
    from disclosure.sites.export.zim import Label, is_available, write_zim

    if not is_available():
        raise click.UsageError('没有安装 libzim，请先运行 pip install ".[zim]"')
    division, files, file = asked(name, target, sites, root, "zim")
    title = f"{division.name}政务公开"
    described = f"{division.name}公开的信息，可以离线查阅"
    label = Label(f"disclosure_{division.code}", title, described,
                  division.office or division.name, as_of or default_day(root))  # fmt: skip
    write_zim(files, f"{division.code}/index.html", label, file)
    click.echo(f"已导出{division.name}的网站，共 {len(files)} 个文件：{file}", err=True)


def asked(
    name: str, target: Path | None, sites: Path | None, root: Path, kind: str
) -> tuple[Division, Files, Path]:
    """Return whose site is asked for, its files, and the file it is to become."""
    from disclosure.division import load_register
    from disclosure.sites.bundled import places_in, require_built
    from disclosure.sites.export.held import held_files

    register = load_register(root)
    division = register.resolve(name)
    output = (sites or root / "output").absolute()
    places = places_in(output, register)
    require_built(output, places, [division.code])
    file = target or Path(f"{division.code}.{kind}")
    if file.resolve().is_relative_to(output.resolve()):
        raise click.UsageError(f"{file} 在网站的文件夹里，会一起公开；请写到别处")
    address = environ.get(PUBLIC_URL, "").rstrip("/")
    return division, held_files(output, places, division.code, address), file
