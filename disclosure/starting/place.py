"""Makes a folder whole or not at all: it is filled beside its place, then takes it in one step."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from disclosure.problem import Code, DisclosureError

REFUSED = Code(
    "start-refused",
    zh="不能在 {value} 建立新的内容库：{reason_zh}",
    en="nothing can be started in {value}: {reason_en}",
    hint_zh="请写一个还不存在的文件夹，或者空文件夹",
    hint_en="name a folder that does not exist yet, or an empty one",
)


@contextmanager
def fresh_folder(target: Path) -> Iterator[Path]:
    """Yield an empty folder; when the block ends well it becomes `target`, else it is gone."""
    place = Path(os.path.realpath(target))
    require_free(target, place)
    beside = place.with_name(f".{place.name}.new")
    beside.mkdir()
    try:
        yield beside
        beside.replace(place)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def require_free(target: Path, place: Path) -> None:
    """Refuse a place where something is, or that lies nowhere."""
    if place.is_dir():
        if any(place.iterdir()):
            raise refusal(target, "里面已有文件", "it is not empty")
    elif os.path.lexists(place):
        raise refusal(target, "它不是文件夹", "it is not a folder")
    elif not place.parent.is_dir():
        raise refusal(target, "上一级文件夹不存在", "the folder above it does not exist")


def refusal(target: Path, reason_zh: str, reason_en: str) -> DisclosureError:
    """Return why the place cannot be taken; it is what was typed that is wrong."""
    problem = REFUSED.at("", value=str(target), reason_zh=reason_zh, reason_en=reason_en)
    return DisclosureError(problem)
