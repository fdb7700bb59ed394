"""Edits of a root such as people make, drawn at random; most of them leave it in order."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.results.trees import OVERRIDE, OVERRIDES, write
from tests.rules.verbs import GOOD
from tests.sites.trees import DAY, VILLAGE

NEIGHBOUR = "content/9901/990101/990101100"
Edit = Callable[[Path, Random], None]


def entries(root: Path) -> list[Path]:
    return sorted((root / "content").rglob("*.md"))


def change(path: Path, pattern: str, new: str) -> None:
    """Replace the first of a pattern in a file."""
    text = re.sub(pattern, new, path.read_text("utf-8"), count=1, flags=re.MULTILINE)
    path.write_text(text, "utf-8")


def retitle(root: Path, rng: Random) -> None:
    change(rng.choice(entries(root)), r"^title: .*$", f"title: 改过的标题{rng.randint(1, 99)}")


def rewrite(root: Path, rng: Random) -> None:
    path = rng.choice(entries(root))
    path.write_text(path.read_text("utf-8") + f"\n又补充了第{rng.randint(1, 99)}点。\n", "utf-8")


def redate(root: Path, rng: Random) -> None:
    path = rng.choice(entries(root))
    change(path, r"^date: \S+", f"date: {date(2026, 9, 1) + timedelta(rng.randint(0, 60))}")


def add(root: Path, rng: Random) -> None:
    folder = rng.choice([VILLAGE, NEIGHBOUR, VILLAGE])
    write(root, f"{folder}/articles/added-{rng.randint(1, 5)}.md", GOOD)


def share(root: Path, rng: Random) -> None:
    path = rng.choice(entries(root))
    text = re.sub(r"^share: .*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
    way = rng.choice(["", "share: [up]\n", "share: [down]\n", "share: [up, down]\n"])
    path.write_text(text.replace("\n---\n", f"\n{way}---\n", 1), "utf-8")


def draft(root: Path, rng: Random) -> None:
    path = rng.choice(entries(root))
    text = re.sub(r"^status: .*\n", "", path.read_text("utf-8"), flags=re.MULTILINE)
    state = rng.choice(["", "status: draft\n"])
    path.write_text(text.replace("\n---\n", f"\n{state}---\n", 1), "utf-8")


def remove(root: Path, rng: Random) -> None:
    files = entries(root)
    if len(files) > 4:
        rng.choice(files).unlink()


def rename(root: Path, rng: Random) -> None:
    path = rng.choice(entries(root))
    target = path.with_name(f"renamed-{rng.randint(1, 9)}.md")
    if not target.exists():
        path.rename(target)


def move(root: Path, rng: Random) -> None:
    path = rng.choice(entries(root))
    folder = root / rng.choice([VILLAGE, NEIGHBOUR]) / path.parent.name
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / path.name).exists():
        path.rename(folder / path.name)


def point(root: Path, rng: Random) -> None:
    """Link to an entry of another division, which may not be there."""
    path = rng.choice(entries(root))
    target = rng.choice([one for one in entries(root) if one.parent.name != "pages"])
    code = target.parents[1].name
    link = f"\n见[别处](division:{code}/{target.parent.name}/{target.stem})。\n"
    path.write_text(path.read_text("utf-8") + link, "utf-8")


def spend(root: Path, rng: Random) -> None:
    """Change words of a ledger."""
    path = root / VILLAGE / "data" / "ledger-2026-09" / "ledger.csv"
    if path.exists():
        path.write_text(path.read_text("utf-8").replace("8月", "七月", 1), "utf-8")


def close(root: Path, rng: Random) -> None:
    """Take a data package away."""
    if rng.random() < 0.2:
        shutil.rmtree(root / VILLAGE / "data" / "ledger-2026-09", ignore_errors=True)


def call(root: Path, rng: Random) -> None:
    """Give an office another telephone."""
    digits = rng.randint(1000, 9999)
    change(root / "catalogue" / "divisions.csv", r"0999-100\d{4}", f"0999-100{digits}")


def found(root: Path, rng: Random) -> None:
    """Add a village to the register, or take it out again."""
    path = root / "catalogue" / "divisions.csv"
    row = "990101100202,乙村,village,村,990101100000,,,,2026-01-01,乙村村委会,0999-1002021,乙村,\n"
    text = path.read_text("utf-8")
    path.write_text(text.replace(row, "") if row in text else text + row, "utf-8")


def merge(root: Path, rng: Random) -> None:
    """Let one village follow another, or not."""
    path = root / "catalogue" / "divisions.csv"
    text = path.read_text("utf-8")
    apart = "990101001001,一社区,village,社区,990101001000,,,,"
    joined = "990101001001,一社区,village,社区,990101001000,,2026-10-01,990101100201,"
    path.write_text(
        text.replace(apart, joined) if apart in text else text.replace(joined, apart), "utf-8"
    )


def override(root: Path, rng: Random) -> None:
    if rng.random() < 0.3:
        (root / OVERRIDES).unlink(missing_ok=True)
    else:
        write(root, OVERRIDES, OVERRIDE.format(day=DAY + timedelta(days=rng.randint(-40, 40))))


def set_up(root: Path, rng: Random) -> None:
    """Change a setting of the root."""
    line = rng.choice(['DISCLOSURE_PUBLIC_URL = "https://gk.example.cn"\n', "FEED_MAX_ITEMS = 2\n"])
    (root / "pelicanconf.py").write_text(rng.choice([line, ""]), "utf-8")


def touch(root: Path, rng: Random) -> None:
    path = rng.choice(entries(root))
    path.write_bytes(path.read_bytes())


def nothing(root: Path, rng: Random) -> None:
    """Only the day changes, or not even that."""


EDITS: tuple[Edit, ...] = (
    retitle, rewrite, redate, add, share, draft, remove, rename, move, point, spend, close, call,
    found, merge, override, set_up, touch, nothing,
    retitle, rewrite, add, add, share, point,
)  # fmt: skip
