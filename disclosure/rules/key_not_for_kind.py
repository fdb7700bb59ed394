"""key-not-for-kind: a key that this kind of publication does not use (`kinds` of the key list)."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalogue import Kind
from disclosure.entry import Entry
from disclosure.entry.misfit import Reason
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.gate import is_unfit
from disclosure.rules.rule import rule

CODE = Code(
    "key-not-for-kind",
    zh="{kind.zh}（{kind.value}）不用{title}（{field}）",
    en="{field} is not used by {kind.value}",
    hint_zh="请删去 {field}，或把文件移到适用的栏目：{allowed_zh}",
    hint_en="delete {field}, or move the file to one of: {allowed_en}",
)


@rule(CODE, gate=is_unfit)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield each known key that stands in a kind it does not belong to."""
    for misfit in entry.header.misfits:
        if misfit.reason is Reason.KEY_NOT_FOR_KIND and misfit.key:
            kinds = [kind for kind in Kind if kind in misfit.key.kinds]
            yield CODE.at(
                entry.file,
                misfit.line,
                misfit.path,
                kind=entry.kind,
                title=misfit.key.title,
                allowed_zh="、".join(f"{kind.zh}（{kind.value}）" for kind in kinds),
                allowed_en=", ".join(kind.value for kind in kinds),
            )
