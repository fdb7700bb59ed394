"""link-outside: a link leads out of the division's own folder, or to a place of the machine."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.entry.link import SCHEME, LinkKind, file_of, links_of, named_files
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "link-outside",
    zh="链接“{value}”指到了本区划的文件夹之外",
    en="the link {value!r} leads out of this division's folder",
    hint_zh="附件放在本区划的 files/ 下；引用其他区划的内容写 division:区划短代码/栏目/名称",
    hint_en="keep files in files/; to another division write division:<short code>/<kind>/<name>",
)


@rule(CODE, keys=("attachments", "images"), marks=("[", "<"))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield each link that leaves the division, and each named file outside `files/`."""
    for written in named_files(entry):
        if file_of(written.text) is None and not has_scheme(written.text):
            yield CODE.at(entry.file, written.line, written.field, value=written.text)
    for written, link in links_of(entry):
        if link.kind is LinkKind.OUTSIDE:
            yield CODE.at(entry.file, written.line, value=written.text)


def has_scheme(text: str) -> bool:
    """Tell whether a named file is an address, which is the matter of link-scheme."""
    return text.startswith("//") or SCHEME.match(text) is not None
