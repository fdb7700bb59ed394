from __future__ import annotations

import subprocess
import sys

TELL = """
import sys
import disclosure.sites.runner

print(*sorted({"docutils", "markdown", "PIL", "rich", "ssl"} & set(sys.modules)))
"""
ASK = """
import disclosure.sites.lean
import docutils.core, pelican.log, rich.console

print(rich.console.Console is not pelican.log.Console, docutils.core.publish_string.__module__)
"""


def test_what_pelican_has_for_others_is_not_imported() -> None:
    assert run(TELL) == [""]


def test_who_asks_for_it_later_gets_it_whole() -> None:
    assert run(ASK) == ["True docutils.core"]


def run(program: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    return done.stdout.decode().removesuffix("\n").split("\n")
