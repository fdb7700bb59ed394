"""link-scheme: a link uses a scheme no page may hold (`javascript:`, `data:`, `file:` ...)."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.entry.link import LinkKind, links_of, named_files, read_link
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "link-scheme",
    zh="链接“{value}”用了不允许的开头 {scheme}",
    en="the link {value!r} uses {scheme}, which no page may hold",
    hint_zh="外部网页写 https:// 开头的完整网址；本区划的文件写 {{static}}../files/文件名",
    hint_en="write https:// and the full address, or {{static}}../files/name for a file of yours",
)


@rule(CODE, keys=("attachments", "images"), marks=("[", "<"))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield each link or picture whose scheme is not among those a page may hold."""
    named = [(written, read_link(written.text, entry)) for written in named_files(entry)]
    for written, link in (*named, *links_of(entry)):
        if link.kind is LinkKind.SCHEME or (link.kind is LinkKind.WEB and written.field):
            scheme = link.place if link.place == "//" else f"{link.place}:"
            yield CODE.at(
                entry.file, written.line, written.field, value=written.text, scheme=scheme
            )
