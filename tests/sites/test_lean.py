from __future__ import annotations

import subprocess
import sys

TELL = """
import sys
import disclosure.sites.runner

print(*sorted({"docutils", "pygments", "PIL", "rich", "watchfiles"} & set(sys.modules)))
"""
ASK = """
from disclosure.sites.lean import Pelican
import docutils.core, pelican.readers, rich.console

print(rich.console.Console is not pelican.log.Console, docutils.core.publish_string.__module__)
print(pelican.readers.RstReader.enabled, pelican.readers.MarkdownReader.enabled)
"""


def test_what_pelican_has_for_others_is_not_imported() -> None:
    assert run(TELL) == [""]


def test_who_asks_for_it_later_gets_it_whole_and_pelican_reads_markdown_alone() -> None:
    assert run(ASK) == ["True docutils.core", "False True"]


def run(program: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    return done.stdout.decode().removesuffix("\n").split("\n")
