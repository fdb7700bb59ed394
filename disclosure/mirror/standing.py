"""How a mirror stands: what it shows, of which day, when it last asked, and what is wrong."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta, timezone

from msgspec import Struct, to_builtins

from disclosure.mirror.home import FORMAT, LAST, Home, as_json, read_json
from disclosure.mirror.notes import AGED
from disclosure.whole import write_whole

MB = 1 << 20
BEIJING = timezone(timedelta(hours=8))


class Last(Struct, frozen=True):
    """How the last update ended. Times are ISO 8601 in UTC; `until` is when content is aged."""

    at: str = ""
    until: str = ""
    source: str = ""
    said: tuple[str, ...] = ()
    is_well: bool = True
    received: int = 0
    forgotten: tuple[str, ...] = ()


class Standing(Struct, frozen=True):
    """What there is to say of a mirror at a moment; `aged` counts days since it should be newer."""

    code: str
    number: int
    day: str
    aged: int
    free: int
    last: Last
    rewritten: tuple[str, ...]

    @property
    def notice(self) -> str:
        """What readers are told above every page, "" where all is well."""
        if not self.aged:
            return ""
        return AGED.format(day=self.day, days=self.aged)


def write_last(home: Home, last: Last) -> None:
    """Write down how an update ended; one that failed leaves what was known before."""
    before = read_last(home)
    kept = last if last.is_well else Last(
        last.at, before.until, last.source, last.said, False, 0, before.forgotten
    )  # fmt: skip
    write_whole(home.folder / LAST, as_json({"format": FORMAT, **to_builtins(kept)}))


def read_last(home: Home) -> Last:
    """Return how the last update ended."""
    try:
        about = read_json(home.folder / LAST)
        if about["until"]:
            datetime.fromisoformat(about["until"])
        return Last(
            about["at"],
            about["until"],
            about["source"],
            tuple(about["said"]),
            about["is_well"],
            about["received"],
            tuple(about["forgotten"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Last()


def standing(home: Home, now: datetime) -> Standing:
    """Return how a mirror stands."""
    release, last = home.current(), read_last(home)
    late = now - datetime.fromisoformat(last.until) if last.until else None
    day = datetime.fromisoformat(release.day).date() if release.day else None
    is_aged = late is not None and late.total_seconds() > 0
    return Standing(
        home.settings().code,
        release.number,
        release.day,
        (now.date() - day).days if is_aged and day else 0,
        shutil.disk_usage(home.folder).free,
        last,
        tuple(code for code, held in release.sites.items() if not held.follows),
    )


def lines_of(now: Standing) -> list[str]:
    """Return it as lines for people."""
    at = beijing(now.last.at) if now.last.at else "还没有更新过"
    lines = [
        f"区划代码：{now.code}",
        f"版本：第 {now.number} 版，数据截至 {now.day}" if now.number else "版本：还没有内容",
        f"上次更新：{at}{'' if now.last.is_well else '（没有成功）'}",
        f"剩余空间：{now.free // MB} MB",
    ]
    if now.notice:
        lines.append(f"提示：{now.notice}")
    if now.last.forgotten:
        lines.append(f"已按撤回要求删除旧版本：{'、'.join(now.last.forgotten)}")
    if now.rewritten:
        lines.append(f"注意：{'、'.join(now.rewritten)} 的版本不承接原有版本，请向上级核实")
    return [*lines, *now.last.said]


def beijing(moment: str) -> str:
    """Return a moment as clocks in China show it."""
    return datetime.fromisoformat(moment).astimezone(BEIJING).strftime("%Y-%m-%d %H:%M")
