"""The disclosure guide (公开指南，条例 art. 12): what is disclosed, how arranged, whom to ask.

Offices have one guide, villages another: a committee is no office and takes no requests.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalogue import Figure
from disclosure.division import Division, Publisher, PublisherKind
from disclosure.entry import Entry
from disclosure.sites.pages.overview import Way
from disclosure.sites.pages.view import Fact
from disclosure.sites.site import Site

RECONSTRUCTION = (
    "类目体系按已公布的框架（两大部分、169 个类目、四个层级）重新整理，由本项目起草，"
    "并非任何地方的正式目录。"
)
UNITS = {"workday": "个工作日", "day": "日", "month": "个月", "year": "年"}
ABOUT = "pages/about"  # the page on which a division writes about its own site


class Section(Struct, frozen=True):
    """A part of the guide; its paragraphs come first, then its facts, then its links."""

    id: str
    heading: str
    paragraphs: tuple[str, ...]
    facts: tuple[Fact, ...] = ()
    links: tuple[Way, ...] = ()


class Guide(Struct, frozen=True):
    """The guide of one division."""

    title: str
    description: str
    opening: str
    sections: tuple[Section, ...]


def scope_section(site: Site, exceptions: str) -> Section:
    """Return what is disclosed and how it is classified."""
    categories = site.facts.catalogue.categories.values()
    parts = dict.fromkeys(f"“{category.part}”" for category in categories)
    number = "两" if len(parts) == 2 else str(len(parts))
    groups = {category.group for category in categories}
    fitting = sum(site.division.level in category.levels for category in categories)
    return Section(
        "scope",
        "公开的内容和分类",
        (
            (
                f"本站公开的信息按{''.join(parts)}{number}个部分编排，"
                f"共{len(groups)}个大类、{len(categories)}个类目，"
                f"其中适用于{site.division.level.zh}的有{fitting}个。"
            ),
            RECONSTRUCTION,
            exceptions,
        ),
    )


def order_section(catalogue_url: str, year: int) -> Section:
    """Return how the information is arranged and numbered."""
    return Section(
        "order",
        "编排和索引号",
        (
            (
                "信息按类目、公开日期、公开主体和索引号四种方式编排，各种目录列出的内容相同，"
                "新公开的排在前面。"
            ),
            (
                "每条信息有一个索引号，由区划代码、公开年份和八位字符组成，公开后不再变动；"
                "公开主体自行编号的，以其编号为准。"
            ),
        ),
        links=(
            Way("公开目录", catalogue_url),
            Way("按日期查找", f"by-date/{year}.html"),
            Way("按公开主体查找", "map.html#bodies"),
            Way("索引号目录", "documents.html"),
        ),
    )


def ways_section(division: Division) -> Section:
    """Return how to obtain what is public, with and without a network."""
    paragraphs = [
        "本站的信息可以在线查阅、打印和下载；数据表可以下载，有 CSV、Excel 和 JSON 格式。"
    ]
    if division.address:
        paragraphs.append(
            f"不便上网的，可以在办公时间到{division.address}查阅，由工作人员协助查找。"
        )
    return Section("ways", "获取方式", tuple(paragraphs))


def office_section(site: Site, heading: str, links: tuple[Way, ...]) -> Section:
    """Return where the office is and when it is open, as the register has it."""
    division = site.division
    lines = (
        ("机构名称", division.office),
        ("办公地址", division.address),
        ("办公时间", division.hours),
        ("联系电话", division.phone),
    )
    return Section(
        "office",
        heading,
        (),
        tuple(Fact(label, value) for label, value in lines if value),
        links,
    )


def limits(site: Site, *names: str) -> tuple[Fact, ...]:
    """Return the legal figures of these names that are in force; unverified ones are not told."""
    figures = (site.facts.catalogue.figures.get(name) for name in names)
    return tuple(
        Fact(figure.title, f"{amount_zh(figure)}（{figure.source}）")
        for figure in figures
        if figure and figure.trust != "G" and figure.is_in_force(site.as_of)
    )


def amount_zh(figure: Figure) -> str:
    """Return the figure in words: 20个工作日, or 每年3月31日前 for a day of the year."""
    if figure.value.startswith("--"):
        month, _, day = figure.value[2:].partition("-")
        return f"每年{int(month)}月{int(day)}日前"
    return figure.value + UNITS.get(figure.unit, "")


def own_pages(site: Site, *categories: str) -> tuple[Way, ...]:
    """Return what the division has itself written of these categories, and about its site."""

    def wanted() -> Iterator[Entry]:
        entries = tuple(site.visible())
        for code in categories:
            yield from (entry for entry in entries if entry.category == code)
        yield from (entry for entry in entries if entry.address == ABOUT)

    return tuple(Way(entry.title, f"{entry.address}.html") for entry in wanted())


def bodies_of_kind(site: Site, kind: PublisherKind, ending: str = "") -> tuple[Publisher, ...]:
    """Return the division's own bodies of a kind whose names end so, in the register's order."""
    bodies = site.facts.publishers.of(site.division.code)
    return tuple(body for body in bodies if body.kind is kind and body.name.endswith(ending))


def body_of(site: Site, kind: PublisherKind, ending: str = "") -> str:
    """Return the name of the first of those bodies; "" where there is none."""
    return next((body.name for body in bodies_of_kind(site, kind, ending)), "")


def reach(division: Division) -> str:
    """Return an office with its telephone, as it is named in a sentence."""
    name = division.office or division.name
    return f"{name}（电话 {division.phone}）" if division.phone else name
