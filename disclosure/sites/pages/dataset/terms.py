"""On what terms a data package may be used, and how one cites it."""

from __future__ import annotations

from msgspec import Struct

from disclosure.entry import Entry

# The licences a package is likely to name, in a sentence each; others are shown by their title.
LICENCES = {
    "CC-BY-4.0": "可以复制、传播、改编，也可以用于商业，但须注明来源；改动过的须说明。",
    "CC-BY-SA-4.0": "可以复制、传播、改编，也可以用于商业，但须注明来源，改编后须以同样方式许可。",
    "CC0-1.0": "可以自由使用，不附条件。",
    "ODC-BY-1.0": "可以复制、传播、改编和据以制作作品，但须注明来源。",
    "PDDL-1.0": "可以自由使用，不附条件。",
}
SECURE = "https://"


class Licence(Struct, frozen=True):
    """A licence: its title, what it allows ("" = not known to us), and its text's address or ""."""

    title: str
    words: str
    url: str


def licences_of(package: Entry) -> tuple[Licence, ...]:
    """Return the licences a descriptor names; only addresses of https are led to."""
    given = package.header.get("licenses")
    found = []
    for one in (given.items or ()) if given else ():
        name, url = one.text_of("name"), one.text_of("path")
        title = one.text_of("title") or name
        if title:
            found.append(Licence(title, LICENCES.get(name, ""), url if is_secure(url) else ""))
    return tuple(found)


def is_secure(url: str) -> bool:
    """Tell whether an address may be led to."""
    return url.startswith(SECURE) and not any(sign.isspace() for sign in url)


def citation_of(package: Entry) -> str:
    """Return how a package is cited (GB/T 7714: data set), without an address.

    The day of reading and the address are added by who cites.
    """
    day = package.header.text("date")[:10]
    return f"{package.publisher}. {package.title}：{package.index_number}[DS]. {day}."
