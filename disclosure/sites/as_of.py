"""The day a build stands for when it is not told: that of the newest change to its sources."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from disclosure.history.newest import newest_commit_day
from disclosure.problem import Code, DisclosureError

NO_DAY = Code(
    "build-day-unknown",
    zh="无法确定生成日期：{value} 没有提交记录，也没有带发布时间的内容",
    en="the day of the build is unknown: {value} has neither commits nor dated entries",
    hint_zh="请用 --as-of 写明日期，如 --as-of 2026-10-12",
    hint_en="name the day with --as-of 2026-10-12",
)


def default_day(root: Path) -> date:
    """Return the Beijing day of the newest commit, without git that of the newest entry."""
    committed = newest_commit_day(root)
    if committed:
        return committed
    from disclosure.catalogue import load_catalogue
    from disclosure.division import load_register
    from disclosure.entry import find_folders, read_folder

    register = load_register(root)
    keys = load_catalogue(root, register).keys
    divisions, _ = find_folders(root, register)
    published = [
        entry.published.date()
        for division in divisions
        for entry in read_folder(root, division, keys).entries
        if entry.published
    ]
    if not published:
        raise DisclosureError(NO_DAY.at("content", value="content/"))
    return max(published)
