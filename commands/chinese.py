"""Makes click speak Chinese: help pages, usage errors, and problems in place of tracebacks."""

from __future__ import annotations

import errno
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

from disclosure.problem import DisclosureError, Problem, Severity, in_order
from disclosure.refusal import why_refused

EXTRA = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)
HEADINGS = {"Options": "选项", "Commands": "命令"}


class Formatter(click.HelpFormatter):
    """Writes the help pages; click's own words are English."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix="用法：")

    def write_heading(self, heading: str) -> None:
        self.write(f"{HEADINGS.get(heading, heading)}：\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        said = [(name, text.replace("[required]", "（必填）")) for name, text in rows]
        super().write_dl(said, col_max, col_spacing)


class Context(click.Context):
    """The context of a command whose help is Chinese."""

    formatter_class = Formatter


class UsageError(click.ClickException):
    """Something typed that no command understands: exit status 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:  # Any: as click declares it
        click.echo(self.message, file=file, err=True)


class Command(click.Command):
    """A command that answers in Chinese and turns problems into a report."""

    context_class = Context

    def __init__(self, *args: Any, **extra: Any) -> None:  # Any: passed through
        super().__init__(*args, **{"options_metavar": "[选项]", **extra})

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = "显示这段说明。"
        return option

    def make_context(self, *args: Any, **extra: Any) -> click.Context:  # Any: passed through
        with translated():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:  # Any: whatever the command returns
        with translated():
            try:
                return super().invoke(ctx)
            except DisclosureError as error:
                finish(error.problems, 0, ctx.params.get("format_", "text"))


class Group(Command, click.Group):
    """A command that has commands."""

    command_class = Command
    group_class = type

    def __init__(self, *args: Any, **extra: Any) -> None:  # Any: passed through
        super().__init__(*args, **{"subcommand_metavar": "命令 ...", **extra})

    def main(self, *args: Any, **extra: Any) -> Any:  # Any: passed through
        # A terminal that cannot show a character shows its number rather than nothing at all.
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="backslashreplace")
        return super().main(*args, **extra)


@contextmanager
def translated() -> Iterator[None]:
    """Turn usage errors, unreadable files and interruption into a sentence and an exit status."""
    try:
        yield
    except click.UsageError as error:
        if isinstance(error, click.exceptions.NoArgsIsHelpError):
            raise
        path = error.ctx.command_path if error.ctx else "tasks.py"
        raise UsageError(f"命令写法有误：{words(error)}\n用法见 {path} --help") from error
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.exceptions.Exit(failed(error)) from error
    except KeyboardInterrupt as error:
        click.echo("已中断。", err=True)
        raise click.exceptions.Exit(130) from error


def words(error: click.UsageError) -> str:
    """Return what is wrong with the command typed."""
    if isinstance(error, click.NoSuchOption):
        near = f"，是不是 {'、'.join(error.possibilities)}" if error.possibilities else ""
        return f"没有选项 {error.option_name}{near}"
    if isinstance(error, click.exceptions.NoSuchCommand):
        near = f"，是不是 {'、'.join(error.possibilities)}" if error.possibilities else ""
        return f"没有命令 {error.command_name}{near}"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 后面缺少值，或者多写了值"
    if isinstance(error, click.MissingParameter):
        return f"缺少 {name_of(error)}"
    if isinstance(error, click.BadParameter):
        return f"{name_of(error)} {error.message}"
    extra = EXTRA.match(error.message)
    return f"多写了 {extra[1]}" if extra else error.message


def name_of(error: click.BadParameter) -> str:
    """Return the option or argument a message is about, as it is typed."""
    return error.param.get_error_hint(error.ctx).replace("'", "") if error.param else ""


def failed(error: OSError) -> int:
    """Say which file the system refuses; return the exit status."""
    if error.errno == errno.EADDRINUSE:
        click.echo("这个端口已被占用，请用 --port 换一个，如 --port 8001", err=True)
        return 1
    click.echo(f"无法读写 {error.filename or '文件'}：{why_refused(error)}", err=True)
    return 1


def finish(
    problems: Sequence[Problem], checked: int, format_: str = "text", *, strict: bool = False
) -> None:
    """Print the report and exit: 0 clean, 1 problems, 2 when the command typed was wrong.

    A problem of no file is one of the command. `strict` counts warnings as errors.
    """
    from disclosure.report import write

    text = write(format_, in_order(problems), checked=checked)
    if any(not problem.file for problem in problems):
        message = "\n".join(f"{one.message_zh}\n改法：{one.hint_zh}" for one in in_order(problems))
        raise UsageError(f"命令写法有误：{message}")
    # Programs read UTF-8 whatever the terminal uses.
    click.echo(text if format_ == "text" else text.encode(), nl=False)
    is_bad = any(strict or problem.severity is Severity.ERROR for problem in problems)
    raise click.exceptions.Exit(1 if is_bad else 0)
