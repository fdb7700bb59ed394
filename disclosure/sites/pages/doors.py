"""The doors of a site: its navigation and the further pages its map names."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct


class Door(Struct, frozen=True):
    """A way to a page of the site; `region` is the part of the site it stands for."""

    name: str
    region: str
    url: str


# Pages that stand only where the plugin that writes them runs.
MATRIX = "disclosure_matrix"
FURTHER = (
    ("disclosure_search", Door("检索", "search", "search.html")),
    ("disclosure_corrections", Door("更正记录", "corrections", "corrections.html")),
    ("disclosure_boards", Door("公开栏版面", "board", "board.html")),
    ("disclosure_boards", Door("触摸屏版", "kiosk", "kiosk.html")),
    ("disclosure_boards", Door("大屏播放", "slides", "slides.html")),
)


def doors_of(year: int, plugins: Collection[str]) -> tuple[Door, ...]:
    """Return the navigation of every page; `year` is the one the site is made in.

    It knows nothing of the entries, so that a new one changes no page it does not stand on.
    """
    catalogue = "matrix.html" if MATRIX in plugins else "index.html#catalogue"
    return (
        Door("首页", "home", "index.html"),
        Door("公开目录", "catalogue", catalogue),
        Door("按日期", "date", f"by-date/{year}.html"),
        Door("索引号", "documents", "documents.html"),
        Door("网站地图", "map", "map.html"),
        Door("公开指南", "about", "about.html"),
    )


def further_doors(plugins: Collection[str]) -> tuple[Door, ...]:
    """Return the pages of other plugins that the map of the site names."""
    return tuple(door for plugin, door in FURTHER if plugin in plugins)
