"""The command that tells whether sites are exactly what was signed."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands.chinese import Command

if TYPE_CHECKING:
    from disclosure.mirror.comparing import Compared, Signed

SHOWN = 20  # names of files of a kind that are listed
BUNDLE = "bundle"


@click.command("verify", cls=Command)
@click.argument("where", metavar="DIR|URL")
@click.option("--bundle", "source", metavar="DIR|URL",
              help="签了名的离线包（默认：DIR 或 URL 下的 bundle）。")  # fmt: skip
@click.option("--trust", type=click.Path(path_type=Path, exists=True), metavar="FILE",
              help="信任文件 root.json（默认：离线包里的第一份）。")  # fmt: skip
@click.option("--division", "divisions", multiple=True, metavar="CODE",
              help="只核对这个区划的网站，可重复，核对网址时必填（默认：全部）。")  # fmt: skip
def verify(where: str, source: str | None, trust: Path | None, divisions: tuple[str, ...]) -> None:
    """核对网站是不是与签发的完全一致，列出多出、缺少和被改动的文件。

    DIR 是存放各网站的文件夹，如 output；URL 是公开的网址。核对网址时看不到多出的文件。

    完全一致时退出状态为 0，不一致为 1。
    """
    from disclosure.mirror.__main__ import root_of
    from disclosure.mirror.comparing import Signed, codes_in, compare_folder, compare_line
    from disclosure.mirror.source import LineSource, open_source

    is_line = where.startswith(("http://", "https://"))
    if is_line and not divisions:
        raise click.UsageError("核对网址时请用 --division 写明区划代码")
    if not is_line and not Path(where).is_dir():
        raise click.UsageError(f"没有文件夹“{where}”")
    bundle = open_source(source or f"{where.rstrip('/')}/{BUNDLE}")
    with tempfile.TemporaryDirectory() as folder:
        root = root_of(trust, bundle, Path(folder))
        signed = Signed(bundle, root, Path(folder), datetime.now(UTC))
        found = [
            one
            for code in divisions or codes_in(Path(where))
            for one in told(
                compare_line(LineSource(where), signed, code)
                if is_line
                else compare_folder(Path(where), signed, code),
                signed,
                code,
            )
        ]
    if not all(found):
        raise SystemExit(1)


def told(compared: Iterable[Compared], signed: Signed, code: str) -> Iterator[bool]:
    """Say how the parts of a site stand; yield for each whether it is as it was signed."""
    if signed.pledge(code) is None:
        click.echo(f"{code}：不在签名的清单里")
        yield False
    for one in compared:
        if one.differences is None:
            continue
        head = f"{one.code} {one.part.zh}（第 {one.version} 版，{one.day}）"
        if not one.differences:
            click.echo(f"{head}：{one.files} 个文件与签发的完全一致")
            yield True
            continue
        click.echo(f"{head}：与签发的不一致")
        for what, paths in (
            ("多出", one.differences.added),
            ("缺少", one.differences.missing),
            ("被改动", one.differences.changed),
        ):
            for path in paths[:SHOWN]:
                click.echo(f"　{what}：{path}")
            if len(paths) > SHOWN:
                click.echo(f"　{what}的还有 {len(paths) - SHOWN} 个")
        yield False
