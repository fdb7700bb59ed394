"""The record of a part, `part.json`: which share it is, what it was made of, and its sites."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from msgspec import Struct

from disclosure.division import Division, Register
from disclosure.history import Corrections
from disclosure.kept.place import OddFileError, content_of, list_place
from disclosure.kept.said import SIZE
from disclosure.problem import Code, DisclosureError
from disclosure.regular import read_regular
from disclosure.sites.job import Outcome
from disclosure.sites.output import PART, is_filled_with
from disclosure.sites.place import write_file
from disclosure.sites.shards.shard import Shard

FORM = 1
PART_WRONG = Code(
    "part-wrong",
    zh="{value} 不是 build --shard 生成的一份：{reason_zh}",
    en="{value} is not a part made by build --shard: {reason_en}",
    hint_zh="请写明各份所在的文件夹，每份用 tasks.py build --shard 1/3 --output DIR 生成",
    hint_en="name the folders of the parts, each made by tasks.py build --shard 1/3 --output DIR",
)


class Part(Struct, frozen=True):
    """What a share came to: the pages of each site by code, and the codes of those that failed.

    `grounds` is the digest of program, standard and settings, `content` that of everything
    published, with its corrections.
    """

    folder: Path
    shard: Shard
    day: date
    grounds: str
    content: str
    sites: dict[str, int]
    failed: tuple[str, ...]


def write_part(
    output: Path,
    shard: Shard,
    day: date,
    grounds: str | None,
    content: str,
    outcomes: Iterable[Outcome],
) -> None:
    """Write the record of what a share has come to beside its sites."""
    outcomes = tuple(outcomes)
    record = {
        "form": FORM,
        "shard": str(shard),
        "day": day.isoformat(),
        "grounds": grounds or "",
        "content": content,
        "sites": {one.division.code: one.pages for one in outcomes if one.is_built},
        "failed": [one.division.code for one in outcomes if not one.is_built],
    }
    write_file(output, PART, json.dumps(record, indent=1, sort_keys=True) + "\n")


def read_part(folder: Path, register: Register) -> Part:
    """Return the part that lies in a folder; raise what is wrong with it."""
    try:
        record = json.loads(read_regular(folder / PART))
    except OSError:
        raise wrong(folder, f"没有 {PART}", f"there is no {PART}") from None
    except ValueError:
        raise wrong(folder, f"{PART} 不是 JSON", f"{PART} is not JSON") from None
    try:
        if record["form"] != FORM:
            raise ValueError
        part = Part(
            folder,
            Shard(*map(int, record["shard"].split("/"))),
            date.fromisoformat(record["day"]),
            str(record["grounds"]),
            str(record["content"]),
            {str(code): int(pages) for code, pages in record["sites"].items()},
            tuple(map(str, record["failed"])),
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        zh = f"{PART} 不是这一版程序写的"
        raise wrong(folder, zh, f"{PART} was not written by this version") from None
    for code in (*part.sites, *part.failed):
        if code not in register.division_by_code:
            zh = f"登记表中没有区划 {code}"
            raise wrong(folder, zh, f"no division {code} is in the register")
    for code in part.sites:
        if not (is_filled_with(folder / code, "index.html") and (folder / code).is_dir()):
            raise wrong(folder, f"其中没有 {code} 的网站", f"the site of {code} is not in it")
    return part


def wrong(folder: Path, reason_zh: str, reason_en: str) -> DisclosureError:
    """Return why a folder is no part; it is what was typed that is wrong."""
    problem = PART_WRONG.at("", value=str(folder), reason_zh=reason_zh, reason_en=reason_en)
    return DisclosureError(problem)


def digest_content(root: Path, register: Register, corrections: Corrections) -> str:
    """Return the digest of all that is published, and of what git knows of it."""
    found = hashlib.blake2b(digest_size=SIZE)
    for division in register:
        found.update(f"{division.code} {content_at(root, division)}\n".encode())
    told = (corrections.by_file, corrections.last_by_folder)
    found.update(repr((corrections.is_known, *(sorted(one.items()) for one in told))).encode())
    return found.hexdigest()


def content_at(root: Path, division: Division) -> str:
    """Return the digest of a division's folder; "" where it cannot be read, as its build says."""
    base = str(root / division.folder)
    try:
        return content_of(base, list_place(base)).whole
    except (OSError, OddFileError):
        return ""
