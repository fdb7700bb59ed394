"""What people are told of files that differ, of keys, and of problems: the same everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from disclosure.bundle.verify import Differences
from disclosure.problem import Problem

SHOWN = 20  # names of files of a kind that are told
FOR_DEVELOPMENT = "注意：这是演示用的密钥签的，内容不能当作正式公开"


def told_of(found: Differences) -> Iterator[str]:
    """Yield the files that differ, by what is wrong with them."""
    yield from listed("多出", found.added)
    yield from listed("缺少", found.missing)
    yield from listed("被改动", found.changed)


def listed(what: str, paths: Sequence[str]) -> Iterator[str]:
    """Yield some files of a kind, and how many there are beside them."""
    yield from (f"{what}：{path}" for path in paths[:SHOWN])
    if len(paths) > SHOWN:
        yield f"{what}的还有 {len(paths) - SHOWN} 个"


def said(problems: Sequence[Problem]) -> tuple[str, ...]:
    """Return problems as sentences: what is wrong, and what to do."""
    return tuple(f"{one.message_zh}。{one.hint_zh}" for one in problems)
