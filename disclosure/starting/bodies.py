"""The body that publishes in each division: what law calls it, unless the register says otherwise.

Sources: 地方各级人民代表大会和地方各级人民政府组织法; 村民委员会组织法; 城市居民委员会组织法.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.division import Division, Level, Publisher, PublisherKind, Register

COMMITTEE = re.compile(r"(?:村民委员会|村委会|居民委员会|居委会|嘎查委员会)$")
GOVERNMENT = re.compile(r"(?:人民政府|政府|办事处|管理委员会|管委会|行政公署)$")


def bodies(register: Register) -> Iterator[Publisher]:
    """Yield one publisher for each division in force, by code."""
    for division in register:
        if not division.replaced_by:
            kind = PublisherKind.GOVERNMENT
            if division.level is Level.VILLAGE:
                kind = PublisherKind.COMMITTEE
            yield Publisher(body_name(division), division.code, kind, division.phone)


def body_name(division: Division) -> str:
    """Return the office of the register, or the body it is an office of."""
    usual = usual_name(division)
    is_part = not division.office or division.office.startswith(usual)
    return usual if is_part else division.office


def usual_name(division: Division) -> str:
    """Return what the body of a division is called by law: 某某镇人民政府, 某某村村民委员会."""
    name = division.name
    if division.level is not Level.VILLAGE:
        if GOVERNMENT.search(name):
            return name
        return f"{name}办事处" if division.kind == "街道" else f"{name}人民政府"
    place = COMMITTEE.sub("", name)
    if division.kind != "村" and division.kind != "嘎查":
        return f"{place}居民委员会"
    if division.kind == "嘎查":
        return f"{place}嘎查委员会" if not place.endswith("嘎查") else f"{place}委员会"
    return f"{place}村民委员会" if place.endswith("村") else f"{place}村村民委员会"
