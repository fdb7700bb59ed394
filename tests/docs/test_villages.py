"""The page for village and township clerks: its commands are those there are, in its order they
work, and the screen says what the page says.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from disclosure.mirror.__main__ import main, parser
from tests.mirror.network import Publisher, make_keys
from tests.mirror.point import BIG, FILES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "villages.zh.md").read_text("utf-8")
COMMANDS = [line.split()[1:] for line in re.findall(r"^mirror .+$", PAGE, re.MULTILINE)]
SAID = "".join(
    path.read_text("utf-8")
    for folder in ("mirror", "trust", "bundle")
    for path in sorted((ROOT / "disclosure" / folder).glob("*.py"))
)
QUESTIONS = re.findall(r"^\| “([^”]+)” \|", PAGE, re.MULTILINE)
OTHER = "990121100202"
ADDRESS, STICK, HOME = "https://gk.example.gov.cn/bundle", "E:\\", "D:\\gongkai"


def test_every_command_is_one_that_there_is() -> None:
    named = {command[0] for command in COMMANDS}

    assert named == {"init", "sync", "stick", "verify", "status", "serve"}
    for command in COMMANDS:
        parser().parse_args(command)


def test_commands_work_in_the_order_of_the_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    today = datetime.now(UTC).date()  # the program has its own clock
    county = Publisher(tmp_path / "county", make_keys(tmp_path / "keys"), today)
    county.publish(FILES | {f"{OTHER}/index.html": b"<p>other</p>"}, BIG)
    places = {ADDRESS: str(county.folder), STICK: str(tmp_path / "stick")}
    begun = False
    for command in COMMANDS:
        if command[0] == "serve" or (begun and command[0] == "init"):
            continue  # it would not end; a second station has another folder
        begun = True
        typed = [places.get(word, word).replace(HOME, str(tmp_path / "home")) for word in command]
        assert main(typed) == 0, f"{typed}: {capsys.readouterr().err}"

    assert "第 1 版与签发的完全一致" in capsys.readouterr().out


@pytest.mark.parametrize("words", QUESTIONS)
def test_what_the_page_says_of_the_screen_is_said(words: str) -> None:
    assert words in SAID


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"\]\((pictures/[^)]+)\)", PAGE)

    assert len(pictures) == 5
    assert all((ROOT / "docs" / name).is_file() for name in pictures)
