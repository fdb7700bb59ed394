"""What the page for accountants tells to type works, and what it says they will read is read."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import tasks
from tests.exchange import test_real_sheet
from tests.exchange.test_real_sheet import ROWS, real_xls
from tests.history.repository import git

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "data.zh.md").read_text("utf-8")
COMMANDS = re.findall(r"^(?:\.venv/bin/python tasks\.py|git) .+$", PAGE, re.MULTILINE)
PROGRAM = ".venv/bin/python tasks.py "


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone of a content repository with the demonstration registers and last month's sheet."""
    git(tmp_path, "init", "-q", "--bare", "origin")
    git(tmp_path, "clone", "-q", str(tmp_path / "origin"), "root")
    root = tmp_path / "root"
    (root / "catalogue").mkdir()
    for name in ("divisions.csv", "publishers.csv"):
        shutil.copy(ROOT / "catalogue" / name, root / "catalogue" / name)
    (root / "9月账.xls").write_bytes(real_xls())
    (root / "content").mkdir()
    git(root, "add", "catalogue")
    git(root, "commit", "-qm", "start")
    monkeypatch.chdir(root)
    return root


def run(command: str, typed: str = "") -> Result:
    """Run one command of the page; a traceback fails the test."""
    arguments = shlex.split(command.removeprefix(PROGRAM))
    result = CliRunner().invoke(tasks.program, arguments, input=typed)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_every_command_of_the_page_works_in_its_order(place: Path) -> None:
    for command in COMMANDS:
        if command.startswith("git "):
            git(place, *shlex.split(command)[1:])
        else:
            result = run(command, "鹭梁村村民委员会\ny\n")
            assert result.exit_code == 0, f"{command}\n{result.output}"
            # The second way to import the same month: the first is undone, as nobody does both.
            first = place / "content/9901/990101/990101100/990101100200/data"
            shutil.rmtree(first / "village-ledger-2026-09", ignore_errors=True)

    log = git(place, "log", "origin/ledger-2026-09", "--format=%s", "-1")
    assert log.strip() == "公开鹭梁村2026年9月收支明细"
    assert (place / "village_ledger.xlsx").is_file()


def test_what_the_page_shows_is_what_is_said(place: Path) -> None:
    del place
    said = run(COMMANDS[0], "\nn\n").output
    blocks = re.findall(r"^```text\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)

    for line in "".join(blocks[:2]).splitlines():
        assert line in said, line


def test_the_wrong_sum_of_the_page_is_told_so(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = (*ROWS[13][:6], 4240.2, *ROWS[13][7:])
    monkeypatch.setattr(test_real_sheet, "ROWS", [*ROWS[:13], wrong, *ROWS[14:]])
    (place / "9月账.xls").write_bytes(real_xls())

    said = run(COMMANDS[0]).output

    blocks = re.findall(r"^```text\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert blocks[2].strip() in said


def test_the_anchors_of_the_page_exist() -> None:
    for page, anchor in re.findall(r"\]\((editors\.zh\.md)?#([^)]+)\)", PAGE):
        text = (ROOT / "docs" / page).read_text("utf-8") if page else PAGE
        assert re.search(rf"^#+ {re.escape(anchor)}$", text, re.MULTILINE), anchor
