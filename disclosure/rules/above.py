"""What the tables of a place are held against in the folders of the places above it.

Nothing else above is looked into, so what is written there every day touches no other place.
"""

from __future__ import annotations

from itertools import chain

from disclosure.catalogue import Kind

# By the table of a place, the tables above.
LOOKED_UP = {
    "fund_ledger": ("fund_ledger",),
    "fund_project": ("fund_ledger",),
    "case_progress": ("service_item",),
    "service_item": ("fee_item",),
}
TABLES = frozenset(chain.from_iterable(LOOKED_UP.values()))
KINDS = frozenset({Kind.DATA, Kind.GUIDES})  # guides are tables of a row
# In the file of a package that holds one: its name, or a sign that letters may be written otherwise
# (YAML's escapes, every second byte of UTF-16).
SIGNS = (*map(str.encode, TABLES), b"\\", b"\x00")


def may_hold(descriptor: bytes) -> bool:
    """Tell from its file whether a data package may hold such a table, without reading the YAML.

    One that does names it letter by letter, unless it escapes letters; references are refused.
    """
    return any(sign in descriptor for sign in SIGNS)
