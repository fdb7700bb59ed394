"""The command that lists what a division owes."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import click

from commands.chinese import Command
from commands.clock import today
from commands.options import DayType, format_option, root_option


@click.command(cls=Command)
@root_option
@click.option("--division", required=True, metavar="CODE", help="区划代码或名称。")
@click.option("--until", type=DayType(), metavar="DATE",
              help="列到哪一天为止，如 2026-12-31（默认：今天起 30 天）。")  # fmt: skip
@format_option("text", "json")
def due(root: Path, division: str, until: date | None, format_: str) -> None:
    """列出一个区划应公开而未公开的定期事项，以及每个期限是怎样推算的。"""
    from disclosure.deadline.listing import open_duties, write_json, write_text
    from disclosure.rules.facts import load_facts

    facts = load_facts(root, today())
    place = facts.register.resolve(division)
    last = until or today() + timedelta(days=30)
    duties = open_duties(root, place, last, facts)
    if format_ == "json":
        click.echo(write_json(duties, facts.workdays).encode(), nl=False)
    else:
        click.echo(write_text(duties, place, last, facts.workdays), nl=False)
