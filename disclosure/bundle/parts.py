"""The parts of a site, each carried by packs of its own; the one place where paths decide."""

from __future__ import annotations

from enum import Enum

COMMON = "common"  # stands for a code: what all sites share
COMMON_FRONT = ("index.html", "sitemap.xml")
COMMON_FILES = ("404.html", "robots.txt", *COMMON_FRONT)
COMMON_FOLDER = "theme"
VILLAGE_DIGITS = 12  # of the codes of places that have none below
ATTACHED = 64 << 10  # bytes; an attachment over this is carried alone
LARGE = 8 << 20  # bytes; any file over this is
# What deflate has been over hardly shrinks, and a new version shares nothing with the old one.
DENSE = (".docx", ".gif", ".jpeg", ".jpg", ".parquet", ".pdf", ".png", ".webp", ".xlsx", ".zip")


class Part(Enum):
    """The value stands in records and is typed in commands; `zh` says it to people."""

    PAGES = "pages"
    DATA = "data"
    SEARCH = "search"
    GATHERED = "gathered"
    API = "api"
    THEME = "theme"
    FRONT = "front"

    @property
    def zh(self) -> str:
        return NAMES[self]


NAMES = {
    Part.PAGES: "网页",
    Part.DATA: "数据包",
    Part.SEARCH: "检索索引",
    Part.GATHERED: "各村汇总",
    Part.API: "供程序读取的文件",
    Part.THEME: "版式",
    Part.FRONT: "选择地区页",
}
BY_FOLDER = {
    "api": Part.API,
    "gathered": Part.GATHERED,
    "data": Part.DATA,
}
INDEX = "search/index/"
ABOUT = "about-copy.html"  # of a site: the page beside which its version is told
CATALOGUES = ("catalog.jsonld", "catalog.ttl", "data.json")
OF_COMMON = (Part.THEME, Part.FRONT)
OF_SITE = tuple(part for part in Part if part not in OF_COMMON)


def part_of(path: str) -> tuple[str, Part]:
    """Return the site and the part a file belongs to; `path` starts at the root of all sites."""
    site, _, name = path.partition("/")
    if not site.isdecimal():
        return COMMON, Part.FRONT if path in COMMON_FRONT else Part.THEME
    folder, _, rest = name.partition("/")
    if not rest:
        return site, Part.API if name in CATALOGUES else Part.PAGES
    if folder == "data" and name.endswith(".html"):  # read, as other pages; its files are used
        return site, Part.PAGES
    return site, Part.SEARCH if name.startswith(INDEX) else BY_FOLDER.get(folder, Part.PAGES)


def is_alone(path: str, size: int) -> bool:
    """Tell whether a file is carried as it is, outside any pack."""
    is_attached = path.split("/")[1:2] == ["files"] or path.endswith(DENSE)
    return size > LARGE or (size > ATTACHED and is_attached)


def has_below(site: str) -> bool:
    """Tell whether a site is that of a place which has others below it."""
    return site != COMMON and len(site) < VILLAGE_DIGITS
