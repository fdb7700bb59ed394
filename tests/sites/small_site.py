"""One division of the small tree as a site, after a test has added to its content."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from disclosure.entry import Entry
from disclosure.rules.facts import load_facts
from disclosure.sites.site import Site, prepare_site
from tests.sites.trees import DAY, VILLAGE, copy_small

CODE = "990101100201"


def village_site(folder: Path, files: Mapping[str, str] | None = None, day: date = DAY) -> Site:
    """Return the village's site with some files written below its folder."""
    root = copy_small(folder)
    for name, text in (files or {}).items():
        path = root / VILLAGE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    facts = load_facts(root, day)
    return prepare_site(facts, facts.register.resolve(CODE), day, frozenset({CODE}))


def entry_of(site: Site, address: str) -> Entry:
    return next(entry for entry in site.folder.entries if entry.address == address)


def notice(title: str, first: str, last: str, category: str = "E0405", **more: str) -> str:
    """A notice of the village as a Markdown file; `more` are lines below `notice`."""
    lines = "".join(f"  {name}: {value}\n" for name, value in more.items())
    return (
        f"---\ntitle: {title}\ncategory: {category}\ndate: {first} 09:00\n"
        "publisher: 甲村股份经济合作社\n"
        f"notice:\n  from: {first}\n  to: {last}\n{lines}---\n{title}的说明。\n"
    )
