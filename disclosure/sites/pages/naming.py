"""What a site is called: after its division, and after whose affairs it discloses."""

from __future__ import annotations

from disclosure.division import Division

# Villages disclose village affairs, communities those of their residents, offices their own.
AFFAIRS = {"村": "村务公开", "社区": "居务公开"}
OF_OFFICES = "政务公开"


def affairs_of(division: Division) -> str:
    """Return what the disclosure of a division is called: 村务公开, 居务公开 or 政务公开."""
    return AFFAIRS.get(division.kind, OF_OFFICES)


def title_of(division: Division) -> str:
    """Return the title of a division's site: 竹隐村村务公开."""
    return division.name + affairs_of(division)
