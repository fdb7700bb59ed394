"""portrait-consent-missing: a picture says nothing of the consent portraits need.

Whether a face can be recognised no program knows, so every picture of a category with
`portrait_consent` says it: that those shown agree, or that nobody can be recognised. A guess, so it
only warns.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.entry.link import LinkKind, file_of, links_of
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

RULE = "portrait_consent"
CODE = Code(
    "portrait-consent-missing",
    zh="图片 {value} 没有肖像同意的说明",
    en="the picture {value} says nothing of the consent of those shown",
    hint_zh="请在 images 中写 consent: 已征得本人同意（或 consent: 无可辨认人像）",
    hint_en="list it under images with `consent:`: those shown agree, or nobody can be recognised",
    severity=Severity.WARNING,
)


@rule(CODE, privacy=RULE)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield each picture, listed or in the body, without a word on consent."""
    listed = entry.header.get("images")
    known = set()
    for item in (listed.items or ()) if listed else ():
        name = item.text_of("file").strip()
        known.add(file_of(name))
        if name and not item.text_of("consent").strip():
            yield CODE.at(entry.file, item.line, "images.consent", value=name)
    seen: set[str] = set()
    for written, link in links_of(entry):
        if not written.is_image or link.kind is not LinkKind.FILE:
            continue
        if link.place not in known | seen:
            seen.add(link.place)
            yield CODE.at(entry.file, written.line, "", value=link.place)
