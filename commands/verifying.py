"""The command that tells whether sites are exactly what was signed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from commands.chinese import Command
from commands.clock import BEIJING
from commands.progress import show_progress

if TYPE_CHECKING:
    from disclosure.mirror.proof import Proof, Signed
    from disclosure.mirror.source import Source


@click.command("verify", cls=Command)
@click.argument("place", metavar="DIR|URL")
@click.option("--bundle", "bundle_place", metavar="DIR|URL",
              help="签了名的离线包在哪里（默认：其中的 bundle）。")  # fmt: skip
@click.option("--root-file", "--trust", "root_file", metavar="FILE",
              type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="签发单位给的信任文件 1.root.json（默认：离线包里的）。")  # fmt: skip
@click.option("--division", "divisions", multiple=True, metavar="CODE",
              help="只核对这个区划的网站，写代码，可重复（默认：全部）。")  # fmt: skip
def verify(
    place: str, bundle_place: str | None, root_file: Path | None, divisions: tuple[str, ...]
) -> None:
    """核对网站是不是与签发的完全一致，逐个列出多出、缺少和被改动的文件。

    DIR 是生成网站的文件夹，或者可以直接打开的 U 盘；URL 是公开网址，逐个文件下载核对。
    签名从离线包读取，离线包收录了哪些网站，就核对哪些。

    完全一致时退出状态为 0，不一致或者签名不对为 1，命令写错为 2。
    """
    from disclosure.mirror.proof import prove_folder, read_signed
    from disclosure.mirror.proof_on_line import prove_line
    from disclosure.mirror.source import LineSource, is_address, open_source
    from disclosure.mirror.telling import FOR_DEVELOPMENT, said
    from disclosure.problem import DisclosureError
    from disclosure.trust.client import is_for_development

    is_on_line = is_address(place)
    if not is_on_line and not Path(place).is_dir():
        raise click.UsageError(f"没有文件夹“{place}”")
    source = open_source(bundle_place or bundle_of(place))
    try:
        with TemporaryDirectory() as work:
            root = root_file.read_bytes() if root_file else begun_with(source, Path(work))
            if is_for_development(root):
                click.echo(FOR_DEVELOPMENT, err=True)
            signed = read_signed(source, root, datetime.now(BEIJING), Path(work), divisions)
        proof = (
            prove_line(LineSource(place), signed, show_progress("核对"))
            if is_on_line
            else prove_folder(Path(place), signed)
        )
    except DisclosureError as error:
        click.echo("\n".join(said(error.problems)), err=True)
        raise click.exceptions.Exit(1) from None
    click.echo("\n".join(summary_of(proof, signed, is_on_line=is_on_line)))
    raise click.exceptions.Exit(0 if proof else 1)


def bundle_of(place: str) -> str:
    """Return where the bundle of a site lies that nobody has told of: inside it."""
    from disclosure.mirror.source import BUNDLE, MARKER, is_address

    inside = f"{place.rstrip('/')}/{BUNDLE}"
    if is_address(place):
        return inside
    if Path(place, MARKER).is_file():
        raise click.UsageError(
            f"“{place}”是离线包，不是网站；请写网站所在的文件夹，"
            f"例如 tasks.py verify output --bundle {place}"
        )
    if not Path(inside, MARKER).is_file():
        raise click.UsageError(f"“{place}”里没有离线包，请用 --bundle 写明离线包在哪里")
    return inside


def begun_with(source: Source, work: Path) -> bytes:
    """Return the keys a bundle itself begins with, and say by what people know them."""
    from disclosure.mirror.fetch import first_root
    from disclosure.trust.client import fingerprint

    root = first_root(source, work)
    if not root:
        raise click.UsageError(
            f"{source.name} 里没有签了名的离线包。请用 --bundle 写明离线包在哪里；"
            "信任文件是另外取得的，请用 --root-file 写明"
        )
    click.echo(f"信任文件取自离线包，请与签发单位公布的指纹对照：{fingerprint(root)}", err=True)
    return root


def summary_of(proof: Proof, signed: Signed, *, is_on_line: bool) -> Iterator[str]:
    """Yield what is said of a proof: the files that differ, then what it comes to."""
    from disclosure.mirror.opened import version_told
    from disclosure.mirror.telling import SHOWN, listed, told_of

    found = proof.differences
    yield from told_of(found)
    yield from listed("不能核对", proof.unproven)
    if proof.noted:
        count = len(proof.noted)
        yield f"有 {count} 个网页上面写着镜像自己的版本或数据日期，其余内容与签发的相同。"
    if len(signed.sites) <= SHOWN:
        yield from (f"{code}：{version_told(signed.pledges[code])}" for code in signed.sites)
    yield f"核对网站 {len(signed.sites)} 个，文件 {len(signed.lines)} 个。"
    if proof.unproven:
        yield f"有 {len(proof.unproven)} 个文件离线包没有收录，请用 --bundle 写明完整的离线包。"
    if found:
        yield (
            f"与签发的不一致：多出 {len(found.added)} 个，缺少 {len(found.missing)} 个，"
            f"被改动 {len(found.changed)} 个。"
        )
    elif proof:
        yield "与签发的完全一致。"
    if is_on_line:
        yield "网站上有没有多出的文件，从网上查不出来；要查，请在服务器上核对文件夹。"
