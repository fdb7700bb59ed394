"""The same publications with plain front matter, as Hugo and Eleventy read them.

`content/<code>/<kind>/<name>.md` beside `content/<code>/_index.md`, which names the places above
and below; `data/` tells of all places and of the categories. What our pages work out (category,
group, year) stands in the front matter: they only have to show it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from bench.peer import table_lines
from bench.timing import AS_OF
from disclosure.catalogue import Catalogue
from disclosure.division import Division, Register
from disclosure.entry import Entry, find_folders, read_folder
from disclosure.rules.facts import load_facts

Plain = dict[str, Any]  # JSON, which is YAML too
CONTENT, DATA = "content", "data"
INDEX = "_index.md"
LINK = re.compile(r"\(division:([0-9a-z/-]+)\)")


def convert(root: Path, out: Path, only: Collection[str] | None = None) -> int:
    """Write the entries of divisions (of all, or `only` some) and what the lists need under `out`;
    count the entries."""
    facts = load_facts(root, AS_OF)
    folders, _ = find_folders(root, facts.register)
    count = 0
    for division in folders:
        if only is not None and division.code not in only:
            continue
        place = out / CONTENT / division.code
        write(place / INDEX, front_matter(place_of(division, facts.register)))
        for entry in read_folder(root, division, facts.catalogue.keys).entries:
            head = front_matter(keys_of(entry, division, facts.catalogue))
            write(place / entry.kind.value / f"{entry.name}.md", head + body_of(entry))
            count += 1
    places = [place_of(division, facts.register) for division in folders]
    categories = {
        category.code: {"name": category.name, "group": category.group_name, "part": category.part}
        for category in facts.catalogue.categories.values()
    }
    write(out / DATA / "places.json", json.dumps(places, ensure_ascii=False))
    write(out / DATA / "categories.json", json.dumps(categories, ensure_ascii=False))
    groups = {one.group: one.group_name for one in facts.catalogue.categories.values()}
    write(out / DATA / "groups.json", json.dumps(groups, ensure_ascii=False))
    return count


def place_of(division: Division, register: Register) -> Plain:
    """Return a place with those above and below it."""
    return {
        "title": division.name,
        "code": division.code,
        "above": list(map(link_to, register.ancestors(division))),
        "below": list(map(link_to, register.children(division))),
    }


def link_to(division: Division) -> Plain:
    """Return what a link to a place needs."""
    return {"code": division.code, "name": division.name}


def keys_of(entry: Entry, division: Division, catalogue: Catalogue) -> Plain:
    """Return the front matter of an entry; a term is named with its place, for one run of all."""
    category = catalogue.categories[entry.category]
    given = entry.header.get("elements")
    fields = (given.fields if given else None) or {}
    moment = entry.header.text("date")
    return {
        "title": entry.title,
        "date": f"{moment.replace(' ', 'T')}:00+08:00",
        "summary": entry.summary,
        "place": division.code,
        "category": category.code,
        "publisher": entry.publisher,
        "number": entry.index_number,
        "elements": {name: value.text for name, value in fields.items()},
        "categories": [f"{division.code}-{category.code}"],
        "groups": [f"{division.code}-{category.group}"],
        "years": [f"{division.code}-{moment[:4]}"],
    }


def body_of(entry: Entry) -> str:
    """Return the Markdown of an entry; links within the tree begin at the root of the host."""
    return LINK.sub(r"(/\1.html)", entry.body) + "".join(table_lines(entry))


def front_matter(keys: Plain) -> str:
    """Return keys as the front matter of a file."""
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in keys.items())
    return f"---\n{''.join(lines)}---\n"


def write(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def codes_in(tree: Path) -> Iterable[str]:
    """Return the places that were converted, by code."""
    return sorted(folder.name for folder in (tree / CONTENT).iterdir())
