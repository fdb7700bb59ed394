"""The command that packs finished sites for village points: a folder for a stick or a server."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands.build import PUBLIC_URL
from commands.chinese import Command
from commands.keys import keys_option, open_keys
from commands.options import (
    PartType,
    as_of_option,
    build_key,
    jobs_option,
    output_option,
    root_option,
)
from commands.progress import show_progress

if TYPE_CHECKING:
    from disclosure.bundle.making import Made
    from disclosure.bundle.parts import Part
    from disclosure.bundle.places import Places
    from disclosure.bundle.subscription import Subscription
    from disclosure.trust.keys import Keys

STATE = "bundle"  # below `.build/`


@click.command("bundle", cls=Command)
@click.option("--out", "folder", type=click.Path(path_type=Path), required=True, metavar="DIR",
              help="离线包写到哪个文件夹，如 U 盘上的 bundle。")  # fmt: skip
@click.option("--division", "divisions", multiple=True, metavar="CODE",
              help="只装这个区划的网站和各上级的网页，可重复（默认：全部网站）。")  # fmt: skip
@click.option("--with", "chosen", type=PartType(), multiple=True, metavar="CODE/PART",
              help="另外再装一部分，如 990101/search（区里的检索索引），可重复。")  # fmt: skip
@click.option("--forget", "forgotten", multiple=True, metavar="CODE",
              help="不再保留这个区划以前的版本，代码或名称，可重复。")  # fmt: skip
@keys_option
@output_option
@jobs_option
@root_option
@as_of_option("内容或目录最近一次提交的日期")
def bundle(
    folder: Path,
    divisions: tuple[str, ...],
    chosen: tuple[tuple[str, Part], ...],
    forgotten: tuple[str, ...],
    keys: tuple[Path, ...],
    output: Path | None,
    jobs: int,
    root: Path,
    as_of: date | None,
) -> None:
    """把已经生成的网站打成离线包，供村级查阅点用 U 盘或者网络更新。

    同一个文件夹可以反复使用：没有改动的网站不再打包，有改动的只加一个几千字节的差量。
    以前的版本保留最近 8 个和近三个月每周一的，供隔一段时间才更新一次的查阅点使用。

    写明 --keys 时一并签名，村级站点只采用签了名的内容；密码从 DISCLOSURE_KEY_PASSWORD 读取，
    没有设置的逐个询问。做 U 盘用 mirror stick，从签了名的离线包里拷出几个村要用的。

    撤回、到期撤下和删去的内容，以前的版本随即删除；正文里改去个人信息的，请用 --forget。
    """
    if chosen and not divisions:
        raise click.UsageError("--with 与 --division 一起使用；不写 --division 时全部都装")
    from disclosure.division import load_register

    register = load_register(root)
    codes = tuple(register.resolve(one).code for one in divisions)
    further = tuple((register.resolve(one).code, part) for one, part in chosen)
    from disclosure.bundle.making import Request, make_bundle
    from disclosure.kept.store import open_store
    from disclosure.sites.as_of import default_day
    from disclosure.sites.bundled import commit_of, places_in, require_built
    from disclosure.sites.output import alone_in

    target = (output or root / "output").absolute()
    places = places_in(target, register)
    require_built(target, places, (*codes, *(code for code, _ in further)))
    request = Request(
        target, folder.absolute(), held_by(places, codes, further), places, commit_of(root),
        as_of or default_day(root), environ.get(PUBLIC_URL, "").rstrip("/"), jobs,
        tuple(register.resolve(one).code for one in forgotten),
    )  # fmt: skip
    opened = open_keys(keys)
    with alone_in(target):
        made = make_bundle(request, open_store(root, STATE, build_key()), show_progress("打包"))
    click.echo("\n".join(told_of(made, folder)), err=True)
    if opened:
        sign(request.folder, opened, request.day)


def sign(folder: Path, keys: Keys, day: date) -> None:
    """Sign what is current in a bundle, and say of how many sites something is new."""
    from disclosure.bundle.making.folder import BundleFolder
    from disclosure.bundle.making.releasing import newest
    from disclosure.trust.signing import sign_release

    signed = sign_release(folder, newest(BundleFolder(folder)).lines, keys, day)
    click.echo(f"已签名：有新版本的网站 {len(signed)} 个。", err=True)


def held_by(
    places: Places, codes: tuple[str, ...], chosen: tuple[tuple[str, Part], ...]
) -> Subscription:
    """Return what some divisions need, everything where none is named."""
    from disclosure.bundle.subscription import Wish, everything, subscribe

    wishes = [Wish(code, chosen=chosen) for code in codes]
    return subscribe(places, wishes) if codes else everything(places)


def told_of(made: Made, folder: Path) -> Iterator[str]:
    """Yield what is said when a bundle has been made."""
    from disclosure.bundle.withdrawn import ALL

    if not made.is_new:
        yield f"没有变化，仍是第 {made.head.number} 次发布，在 {folder}。"
        return
    size = sum(delta.size for delta in made.deltas)
    yield (
        f"第 {made.head.number} 次发布：有变化的网站 {len(made.changed)} 个，"
        f"差量 {len(made.deltas)} 个，共 {size} 字节，在 {folder}。"
    )
    for site, addresses in made.gone.items():
        few = "、".join(addresses[:3]) + (f" 等 {len(addresses)} 件" if addresses[3:] else "")
        what = "按 --forget 的要求" if addresses == ALL else f"{few}不再公开"
        yield f"{site}：{what}，以前的版本已从离线包中删除。"
