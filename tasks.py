"""The program: the command that is typed reads its options, calls the domain, prints, and exits."""

from __future__ import annotations

import click

from commands.chinese import Group
from commands.late import LateCommands
from disclosure.cycles import leave_cycles_in_the_end, seek_cycles_rarely

COMMANDS = LateCommands(
    {
        "annual-report": "commands.annual_report:annual_report",
        "build": "commands.build:build",
        "bundle": "commands.bundle:bundle",
        "catalogue": "commands.standard:catalogue",
        "check": "commands.checking:check",
        "docs": "commands.reference:docs",
        "due": "commands.owing:due",
        "export": "commands.exporting:export",
        "import": "commands.excel:import_group",
        "init": "commands.starting:init",
        "keys": "commands.keys:keys",
        "new": "commands.starting:new",
        "preview": "commands.editing:preview",
        "serve": "commands.editing:serve",
        "template": "commands.excel:template",
        "verify": "commands.verifying:verify",
    }
)


@click.group(cls=Group, commands=COMMANDS)
def program() -> None:
    """检查政务公开、村务公开的内容，为每一级生成网站。"""


if __name__ == "__main__":
    seek_cycles_rarely()
    leave_cycles_in_the_end()
    program()
