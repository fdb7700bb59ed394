"""The commands that make, show and replace keys; the option by which others are handed them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands.build import PUBLIC_URL
from commands.chinese import Command, Group
from commands.options import FolderType, as_of_option, root_option

if TYPE_CHECKING:
    from disclosure.trust.keys import KeyFolder, Keys

PASSWORD = "DISCLOSURE_KEY_PASSWORD"  # noqa: S105 - the name of what the environment holds
FOLDERS = "DISCLOSURE_KEYS"  # folders between colons
SHORTEST = 12  # characters of a password
keys_option = click.option(
    "--keys", multiple=True, type=FolderType(), metavar="DIR", envvar=FOLDERS,
    help=f"密钥文件夹，可重复（默认：{FOLDERS} 中的，没有就不签名）。",
)  # fmt: skip


def open_keys(folders: tuple[Path, ...]) -> Keys | None:
    """Return the keys in some folders, None where none is named.

    Keys for development are refused where sites have a public address.
    """
    from disclosure.trust.keys import Keys

    if not folders:
        return None
    keys = Keys(tuple(map(open_folder, folders)))
    if keys.are_for_development and environ.get(PUBLIC_URL):
        raise click.UsageError(
            f"设置了 {PUBLIC_URL}，不能用演示用的密钥签名；请用 tasks.py keys make 生成正式的"
        )
    return keys


def open_folder(folder: Path) -> KeyFolder:
    """Return a folder of keys with its password: known, given by the environment, or asked for."""
    from disclosure.trust.keys import DEVELOPMENT, PRIVATE, KeyFolder

    if (folder / DEVELOPMENT).exists():
        return KeyFolder(folder, DEVELOPMENT)
    if not any(folder.rglob(f"*{PRIVATE}")):
        return KeyFolder(folder, "")
    password = environ.get(PASSWORD) or click.prompt(
        f"{folder} 的密码", hide_input=True, err=True, default="", show_default=False
    )
    return KeyFolder(folder, password)


@click.group("keys", cls=Group)
def keys() -> None:
    """生成、查看和更换签名用的密钥，保管办法见 docs/keys.zh.md。"""


@keys.command("make", cls=Command)
@click.argument("roles", nargs=-1, metavar="[ROLE]...")
@click.option("--keys", "folder", required=True, type=click.Path(path_type=Path), metavar="DIR",
              help="存放密钥的文件夹，应在 U 盘上；没有就新建。")  # fmt: skip
@click.option("--development", is_flag=True,
              help="生成一整套演示用的密钥，人人都可以得到，不能用于公开的网站。")  # fmt: skip
@root_option
def make(roles: tuple[str, ...], folder: Path, development: bool, root: Path) -> None:
    """生成密钥，每个角色一把。

    ROLE 是 root、targets、snapshot、timestamp，或者市、县（区）的代码或名称。
    """
    from disclosure.division import load_register
    from disclosure.trust.keys import DEVELOPMENT, NOTICE, KeyFolder
    from disclosure.trust.roles import QUORUMS, SIGNING_LEVELS

    if bool(roles) == development:
        raise click.UsageError("请写明角色，如 root；整套演示用的密钥写 --development")
    register = load_register(root)
    if development:
        offices = [one.code for one in register if len(one.code) in SIGNING_LEVELS]
        roles = tuple(role for role, one in QUORUMS.items() for _ in range(one.keys))
        roles += tuple(offices)
        password = DEVELOPMENT
    else:
        roles = tuple(role if role in QUORUMS else register.resolve(role).code for role in roles)
        password = new_password(folder)
    for role in roles:
        if role not in QUORUMS and len(role) not in SIGNING_LEVELS:
            raise click.UsageError(f"“{role}”由所在的县（区）签名；请写市、县（区）的代码")
    folder.mkdir(parents=True, exist_ok=True)
    if development:
        (folder / DEVELOPMENT).write_text(NOTICE, "utf-8")
    place = KeyFolder(folder, password)
    for role in roles:
        click.echo(f"{role}　{fingerprint_of(place.make(role).keyid)}")


def new_password(folder: Path) -> str:
    """Return the password of new keys, long enough."""
    password = environ.get(PASSWORD) or click.prompt(
        f"为 {folder} 设一个密码（不少于 {SHORTEST} 个字符）",
        hide_input=True, confirmation_prompt="再输入一遍", err=True,
    )  # fmt: skip
    if len(password) < SHORTEST:
        raise click.UsageError(f"密码不少于 {SHORTEST} 个字符，输入的只有 {len(password)} 个")
    return str(password)


@keys.command("show", cls=Command)
@keys_option
def show(keys: tuple[Path, ...]) -> None:
    """列出密钥的角色、编号和指纹，不需要密码。"""
    if not keys:
        raise click.UsageError("请用 --keys 写明密钥文件夹")
    for folder in keys:
        click.echo(f"{folder}：")
        click.echo("\n".join(lines_of(folder)) or "（没有密钥）")


def lines_of(folder: Path) -> Iterator[str]:
    """Yield a line for every key of a folder."""
    from disclosure.trust.keys import PRIVATE, PUBLIC, RETIRED, read_public

    for place, note in ((folder, ""), (folder / RETIRED, "　已停用")):
        for path in sorted(place.glob(f"*{PUBLIC}")):
            name = path.name.removesuffix(PUBLIC)
            private = "" if (place / f"{name}{PRIVATE}").exists() else "　私钥不在这里"
            yield f"　{name}　{fingerprint_of(read_public(path).keyid)}{private}{note}"


@keys.command("replace", cls=Command)
@click.argument("role", metavar="ROLE")
@click.option("--bundle", "folder", required=True, type=FolderType(), metavar="DIR",
              help="离线包的文件夹，其中的清单重新签名。")  # fmt: skip
@click.option("--lost", metavar="ID",
              help="丢失的那把，指纹前 8 位；接替的先用 make 生成（默认：全换）。")  # fmt: skip
@keys_option
@root_option
@as_of_option("今天")
def replace(
    role: str,
    folder: Path,
    lost: str | None,
    keys: tuple[Path, ...],
    root: Path,
    as_of: date | None,
) -> None:
    """更换一个角色的密钥：旧的停用，新的生成在原处，有关清单重新签名。

    密钥到期、换人保管、泄露或丢失时使用。要有登记它的密钥在场：县（区）的要两把清单密钥，
    清单、快照、时间的要三把根密钥，根密钥要三把旧的。
    """
    from commands.clock import today
    from disclosure.division import load_register
    from disclosure.trust.client import METADATA
    from disclosure.trust.keys import PRIVATE
    from disclosure.trust.repository import Repository
    from disclosure.trust.roles import QUORUMS

    opened = open_keys(keys)
    if opened is None:
        raise click.UsageError("请用 --keys 写明密钥文件夹")
    register = load_register(root)
    name = role if role in QUORUMS else register.resolve(role).code
    city = next(one.code for one in register if one.parent is None)
    repository = Repository(folder / METADATA, city, opened)
    repository.files.read_all()  # before any key is put aside
    for place in opened.folders:
        if lost:
            place.retire(name, lost.replace(" ", ""))
        elif place.files(name, PRIVATE):  # whose holder is there
            for _ in range(place.retire(name)):
                click.echo(f"{name}　{fingerprint_of(place.make(name).keyid)}")
    repository.rekey(as_of or today())
    click.echo("有关清单已重新签名，村级站点下次更新时改认新的密钥。", err=True)


def fingerprint_of(keyid: str) -> str:
    """Return what people compare of a key."""
    from disclosure.trust.client import in_fours

    return in_fours(keyid[:16])
