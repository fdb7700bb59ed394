"""The options several commands share, and what may be typed for them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from disclosure.bundle.parts import Part
    from disclosure.sites.shards.shard import Shard

SHARE = re.compile(r"[1-9][0-9]{0,3}", re.ASCII)
BUILD_KEY, KEY_SIZE = "DISCLOSURE_BUILD_KEY", 16
F = TypeVar("F", bound=Callable[..., None])


class DayType(click.ParamType[date]):
    """A day such as 2026-11-20."""

    name = "date"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"应为 2026-11-20 这样的日期，不是“{value}”", param, ctx)


class FolderType(click.ParamType[Path]):
    """A folder that exists, as an absolute path."""

    name = "directory"

    def convert(
        self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        path = Path(os.path.realpath(value))  # which, unlike resolve(), bears loops of links
        if not path.is_dir():
            self.fail(f"没有文件夹“{value}”", param, ctx)
        return path


class NumberType(click.ParamType[int]):
    """A whole number within limits."""

    name = "integer"

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        text = str(value)
        if not (text.isascii() and text.isdecimal() and self.least <= int(text) <= self.most):
            self.fail(f"应为 {self.least} 到 {self.most} 的整数，不是“{value}”", param, ctx)
        return int(text)


class ShardType(click.ParamType["Shard"]):
    """A share of a build such as 2/3."""

    name = "shard"

    def convert(
        self, value: str | Shard, param: click.Parameter | None, ctx: click.Context | None
    ) -> Shard:
        from disclosure.sites.shards.shard import Shard

        if isinstance(value, Shard):
            return value
        number, _, count = value.partition("/")
        few = SHARE.fullmatch(number) and SHARE.fullmatch(count)
        if not (few and int(number) <= int(count)):
            self.fail(f"应为 2/3（三份中的第二份）这样的写法，不是“{value}”", param, ctx)
        return Shard(int(number), int(count))


class PartType(click.ParamType["tuple[str, Part]"]):
    """A part of a site such as 990101/search."""

    name = "part"

    def convert(
        self, value: str | tuple[str, Part], param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[str, Part]:  # fmt: skip
        if isinstance(value, tuple):
            return value
        from disclosure.bundle.parts import OF_SITE

        code, _, part = value.partition("/")
        parts = {one.value: one for one in OF_SITE}
        if not code or part not in parts:
            listing = "、".join(f"{name}（{one.zh}）" for name, one in parts.items())
            self.fail(
                f"应为 990101/search 这样的写法，不是“{value}”；可写的部分有：{listing}", param, ctx
            )
        return code, parts[part]


class ChoiceType(click.Choice[str]):
    """One word of a list."""

    def get_invalid_choice_message(self, value: object, ctx: click.Context | None) -> str:
        return f"应为 {'、'.join(self.choices)} 之一，不是“{value}”"


def root_option(command: F) -> F:
    """Add `--root`."""
    return click.option(
        "--root",
        type=FolderType(),
        default=".",
        metavar="DIR",
        help="content/ 和 catalogue/ 所在的文件夹（默认：当前文件夹）。",
    )(command)


def output_option(command: F) -> F:
    """Add `--output` of the sites."""
    return click.option(
        "--output",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="网站写到哪个文件夹（默认：--root 下的 output）。",
    )(command)


def jobs_option(command: F) -> F:
    """Add `--jobs`."""
    return click.option(
        "--jobs",
        type=NumberType(1, 256),
        default=os.cpu_count() or 1,
        metavar="N",
        help="同时工作的进程数（默认：处理器的个数）。",
    )(command)


def require_nothing_typed(context: click.Context) -> None:
    """Refuse options that were typed before the name of a command, which would not see them."""
    for param in context.command.params:
        source = context.get_parameter_source(param.name or "")
        if source is click.core.ParameterSource.COMMANDLINE:
            name = context.invoked_subcommand
            raise click.UsageError(f"{param.opts[0]} 应写在 {name} 后面", context)


def as_of_option(default: str) -> Callable[[F], F]:
    """Add `--as-of`; `default` says in words which day is meant without it."""
    return click.option(
        "--as-of",
        type=DayType(),
        metavar="DATE",
        help=f"以哪一天为准，如 2026-11-20（默认：{default}）。",
    )


def build_key() -> bytes:
    """Return the secret by which machines know what others have kept in `.build/`; b"" = none.

    It is the value of an environment variable, so that it stands in no command line.
    """
    given = os.environ.get(BUILD_KEY, "")
    if 0 < len(given) < KEY_SIZE:
        raise click.UsageError(
            f"环境变量 {BUILD_KEY} 太短，应有至少 {KEY_SIZE} 个字符，如 openssl rand -hex 32 的结果"
        )
    return given.encode("utf-8", "surrogateescape")


def format_option(*formats: str) -> Callable[[F], F]:
    """Add `--format`, the first format being the default."""
    return click.option(
        "--format",
        "format_",
        type=ChoiceType(formats),
        default=formats[0],
        metavar="FORMAT",
        help=f"报告格式：{'、'.join(formats)}（默认：{formats[0]}）。",
    )
