"""The peer: the same publications in Pelican's own format, read and built by stock Pelican."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.timing import AS_OF
from disclosure.catalogue import Kind
from disclosure.entry import Entry, find_folders, read_folder
from disclosure.rules.facts import load_facts

Settings = dict[str, Any]  # Pelican's own: any name, any value
ROWS_SHOWN = 200


def convert(root: Path, out: Path, every: int = 1) -> int:
    """Write each `every`-th division's entries for plain Pelican under `out/<code>/`; count them.

    The body stays as it is; a data package becomes an article that holds its table as Markdown.
    """
    facts = load_facts(root, AS_OF)
    folders, _ = find_folders(root, facts.register)
    count = 0
    for division in folders[::every]:
        for entry in read_folder(root, division, facts.catalogue.keys).entries:
            path = out / division.code / entry.kind.value / f"{entry.name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("".join(plain_text(entry)), "utf-8")
            count += 1
    return count


def plain_text(entry: Entry) -> Iterator[str]:
    """Yield an entry as Pelican's Markdown reader takes it."""
    yield f"Title: {entry.title}\n"
    yield f"Date: {entry.header.text('date')}\n"
    yield f"Category: {entry.category}\n"
    yield f"Author: {entry.publisher}\n"
    yield f"Slug: {entry.kind.value}-{entry.name}\n\n"
    yield entry.body
    yield from table_lines(entry)


def table_lines(entry: Entry) -> Iterator[str]:
    """Yield the tables of a data package as Markdown, with as many rows as our pages show."""
    if entry.kind is Kind.DATA:
        for table in entry.tables:
            yield f"| {' | '.join(table.columns)} |\n|{' --- |' * len(table.columns)}\n"
            for row in table.rows[:ROWS_SHOWN]:
                yield f"| {' | '.join(row)} |\n"


def stock_settings(path: Path, output: Path) -> Settings:
    """Return Pelican's default settings with its simple theme and one feed."""
    import pelican
    from pelican.settings import read_settings

    logging.getLogger("pelican").setLevel(logging.CRITICAL)
    theme = Path(pelican.__file__).parent / "themes" / "simple"
    settings: Settings = read_settings(
        override={
            "PATH": str(path),
            "OUTPUT_PATH": str(output),
            "THEME": str(theme),
            "PLUGINS": [],
            "STATIC_PATHS": [],
            "TIMEZONE": "Asia/Shanghai",
            "DEFAULT_LANG": "zh-cn",
            "RELATIVE_URLS": True,
            "FEED_ALL_ATOM": "feed.xml",
            "CATEGORY_FEED_ATOM": None,
            "TRANSLATION_FEED_ATOM": None,
            "AUTHOR_FEED_ATOM": None,
            "AUTHOR_FEED_RSS": None,
            "SITENAME": path.name,
            "SITEURL": "",
            "WITH_FUTURE_DATES": True,
        }
    )
    return settings


def read_all(tree: Path) -> int:
    """Read metadata and rendered body of every Markdown file by Pelican's own reader."""
    from pelican.readers import MarkdownReader

    reader = MarkdownReader(stock_settings(tree, tree))
    count = 0
    for path in sorted(tree.rglob("*.md")):
        reader.read(str(path))
        count += 1
    return count


def build_one(path: Path, output: Path) -> None:
    """Build one division's site; Pelican's memos are cleared, or every article would stay alive."""
    from pelican import Pelican
    from pelican.contents import Content

    Pelican(stock_settings(path, output)).run()
    for name in ("get_content", "get_summary"):
        vars(Content)[name].cache.clear()
