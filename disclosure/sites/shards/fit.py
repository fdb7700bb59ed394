"""Whether parts fit together: all shares of one build, each once, made of the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from disclosure.division import Register
from disclosure.problem import Code, DisclosureError, Problem
from disclosure.sites.shards.part import Part

PARTS_DIFFER = Code(
    "parts-differ",
    zh="{value} 与 {other} 的{what_zh}不同，不能合并",
    en="{value} and {other_en} differ in {what_en} and cannot be merged",
    hint_zh="请用同一份程序和设置，在同一次提交上，以同一天为准，按同样的份数重新生成",
    hint_en="build them anew with one program and settings, of one commit, day and number of parts",
)
PARTS_NOT_WHOLE = Code(
    "parts-not-whole",
    zh="各份合不成完整的一套：{what_zh}",
    en="the parts do not make a whole: {what_en}",
    hint_zh="请把每一份都写上，每份只写一次：tasks.py build merge part-1 part-2 part-3",
    hint_en="name every part once: tasks.py build merge part-1 part-2 part-3",
)


def require_fit(parts: Sequence[Part], register: Register, grounds: str | None) -> None:
    """Raise what stands against making one output of some parts, at least one.

    `grounds` is the digest of the program and settings that are to merge them.
    """
    for found in (differences(parts, grounds), shares(parts), sites(parts, register)):
        problems = tuple(found)
        if problems:
            raise DisclosureError(*problems)


def differences(parts: Sequence[Part], grounds: str | None) -> Iterator[Problem]:
    """Yield how parts differ from the first, and it from the program that is to merge them."""
    first, *others = parts
    if first.grounds != grounds:
        yield differing(first.folder, "本机", "this machine", "程序、目录或设置", "the program")
    for part in others:
        for mine, its, zh, en in (
            (part.shard.count, first.shard.count, "份数", "the number of parts"),
            (part.day, first.day, "日期", "the day"),
            (part.grounds, first.grounds, "程序、目录或设置", "the program"),
            (part.content, first.content, "内容或更正记录", "content or its corrections"),
        ):
            if mine != its:
                yield differing(part.folder, str(first.folder), str(first.folder), zh, en)


def differing(folder: Path, other_zh: str, other_en: str, zh: str, en: str) -> Problem:
    """Return one difference; it is what was typed that is wrong."""
    return PARTS_DIFFER.at(
        "", value=str(folder), other=other_zh, other_en=other_en, what_zh=zh, what_en=en
    )


def shares(parts: Sequence[Part]) -> Iterator[Problem]:
    """Yield the shares that are there twice, or not at all."""
    count = parts[0].shard.count
    for number in range(1, count + 1):
        name = f"{number}/{count}"
        found = [str(part.folder) for part in parts if part.shard.number == number]
        if len(found) != 1:
            yield gap(found, f"第 {name} 份", f"part {name}")


def sites(parts: Sequence[Part], register: Register) -> Iterator[Problem]:
    """Yield the sites that are there twice, or not at all."""
    for division in register:
        held = [str(one.folder) for one in parts if division.code in (*one.sites, *one.failed)]
        if len(held) != 1:
            zh = f"{division.name}（{division.code}）的网站"
            yield gap(held, zh, f"the site of {division.code}")


def gap(found: Sequence[str], zh: str, en: str) -> Problem:
    """Return that something is there twice, or not at all."""
    if not found:
        return PARTS_NOT_WHOLE.at("", what_zh=f"缺少{zh}", what_en=f"{en} is missing")
    return PARTS_NOT_WHOLE.at(
        "",
        what_zh=f"{zh}不止一个，在 {'、'.join(found)}",
        what_en=f"{en} is in {', '.join(found)}",
    )
