"""What a data package's descriptor may hold beside our own keys: the words of Data Package v2."""

from __future__ import annotations

DESCRIPTOR_KEYS = frozenset(
    (
        "$schema",
        "name",
        "id",
        "resources",
        "licenses",
        "description",
        "homepage",
        "version",
        "created",
        "contributors",
        "sources",
        "image",
    )
)
