"""Renders Markdown and cleans it: nothing foreign reaches a page.

Python-Markdown says what a body means and nh3 what may stay of it; most bodies need neither, and
then neither is imported.
"""

from __future__ import annotations

import re
from functools import lru_cache
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTextInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from disclosure.entry.markup import ATTRIBUTES, SCHEMES, TAGS
from disclosure_entries.links import page_of
from disclosure_entries.subset import MASK

EXTENSIONS = ("tables", "sane_lists", "def_list", "footnotes", "fenced_code")
# Columns are aligned by attribute: the policy of the pages allows no inline style.
CONFIGS = {"tables": {"use_align_attribute": True}}
# One of these is in all that an inline pattern finds: a sign, a line break of two blanks, a place
# kept for something found before.
SIGN = re.compile(r"[`\\\[!<&*_\x02]|  \n")
CLEANER = nh3.Cleaner(
    tags=set(TAGS), attributes=ATTRIBUTES, url_schemes=set(SCHEMES), link_rel=None
)


def clean_html(text: str, built: frozenset[str]) -> str:
    """Return the clean HTML of a body; `built` are the divisions links may lead to."""
    return CLEANER.clean(parser(built).reset().convert(text))


@lru_cache(maxsize=2)
def parser(built: frozenset[str]) -> Markdown:
    """Return a parser for all runs of a build: to make one takes as long as ten entries."""
    return Markdown(
        extensions=[*EXTENSIONS, MaskExtension(), PlainExtension(), LinkExtension(built)],
        output_format="html",
        extension_configs=CONFIGS,
    )


class MaskExtension(Extension):
    """Leaves the asterisk of a masked name as it is."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.inlinePatterns.register(SimpleTextInlineProcessor(f"({MASK})"), "disclosure-masks", 175)


class PlainExtension(Extension):
    """Keeps text without a sign of Markdown from being looked through for each pattern."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(PlainProcessor(md), "disclosure-plain", 21)  # before inline


class PlainProcessor(Treeprocessor):
    """Marks such text as done; most of what offices write is."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not SIGN.search(element.text):
                element.text = AtomicString(element.text)
            if element.tail and not SIGN.search(element.tail):
                element.tail = AtomicString(element.tail)


class LinkExtension(Extension):
    """Adds the rewriting of links to Python-Markdown."""

    def __init__(self, built: frozenset[str]) -> None:
        super().__init__()
        self.built = built

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(LinkProcessor(md, self.built), "disclosure-links", 5)


class LinkProcessor(Treeprocessor):
    """Turns links to entries of this and other divisions into relative addresses of pages."""

    def __init__(self, md: Markdown, built: frozenset[str]) -> None:
        super().__init__(md)
        self.built = built

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            target = link.get("href")
            if target:
                link.set("href", page_of(target, self.built))
