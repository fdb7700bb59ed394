"""A county's own list of divisions, as an office keeps it."""

from __future__ import annotations

from pathlib import Path

LIST = """\
区划代码,名称,办公机构,电话
990200000000,试点市,,
990221000000,西县,西县人民政府办公室,0999-2000001
990221001000,城关街道,,
990221100000,河口镇,河口镇人民政府,
990221100001,河街社区,,
990221100200,渡口村,渡口村村民委员会,0999-2000011
"""


def write_list(folder: Path, text: str = LIST) -> Path:
    path = folder / "list.csv"
    path.write_text(text, "utf-8")
    return path
