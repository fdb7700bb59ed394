from __future__ import annotations

import subprocess
import sys

TELL = """
import sys
import disclosure.sites.runner

print(*sorted({"docutils", "markdown", "rich"} & set(sys.modules)))
"""
BESIDE = f"""
from threading import Event, Thread

Thread(target=Event().wait, daemon=True).start()
{TELL}"""
ASK = """
import disclosure.sites.lean
import docutils.core, pelican.log, rich.console

print(rich.console.Console is not pelican.log.Console, docutils.core.publish_string.__module__)
"""


def test_what_pelican_has_for_others_is_not_imported() -> None:
    assert run(TELL) == [""]


def test_beside_another_thread_which_may_want_one_of_them_everything_is() -> None:
    assert run(BESIDE) == ["docutils markdown rich"]


def test_who_asks_for_it_later_gets_it_whole() -> None:
    assert run(ASK) == ["True docutils.core"]


def run(program: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    return done.stdout.decode().removesuffix("\n").split("\n")
