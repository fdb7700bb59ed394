"""The guide of a village or a community (村务公开、居务公开指南): its committee is no office."""

from __future__ import annotations

from msgspec import Struct

from disclosure.division import Level, PublisherKind
from disclosure.sites.pages.guide import (
    Guide,
    Section,
    bodies_of_kind,
    body_of,
    limits,
    office_section,
    order_section,
    own_pages,
    reach,
    scope_section,
    ways_section,
)
from disclosure.sites.pages.overview import Way
from disclosure.sites.pages.view import Fact
from disclosure.sites.site import Site

EXCEPTIONS = "涉及个人隐私和商业秘密的内容，依法不公开，或者隐去有关部分后公开。"
COMMUNITY = "社区"  # the kind of division whose committee is one of residents


class Words(Struct, frozen=True):
    """How affairs, people, their committee and its law are called in a village or a community."""

    affairs: str
    people: str
    committee: str
    law: str
    limits: tuple[str, ...]


VILLAGE = Words(
    "村务",
    "村民",
    "村民委员会",
    "《中华人民共和国村民委员会组织法》",
    ("village-general-interval", "village-finance-frequent-interval", "village-notice-minimum"),
)
RESIDENTS = Words(
    "居务",
    "居民",
    "居民委员会",
    "《中华人民共和国城市居民委员会组织法》",
    ("village-notice-minimum",),
)


def guide_of_village(site: Site, catalogue_url: str, corrections_url: str) -> Guide:
    """Return the guide; `corrections_url` is "" where no corrections are listed."""
    division = site.division
    words = RESIDENTS if division.kind == COMMUNITY else VILLAGE
    committee = body_of(site, PublisherKind.COMMITTEE, words.committee) or division.office
    return Guide(
        title=f"{words.affairs}公开指南",
        description=f"{division.name}{words.affairs}公开的内容、编排、查阅方式和联系办法。",
        opening=(
            f"{committee}是基层群众性自治组织，不是行政机关，{words.affairs}公开依照{words.law}"
            "等规定办理。本指南说明公开什么、怎样查阅、有疑问时找谁。"
        ),
        sections=(
            scope_section(site, EXCEPTIONS),
            order_section(catalogue_url, site.as_of.year),
            ways_section(division),
            Section(
                "time",
                "公开时限",
                ("各类目的公开时限和依据列在公开目录中，一般规定如下。",),
                limits(site, *words.limits),
                (Way("各类目的公开时限", catalogue_url),),
            ),
            question_section(site, words, committee, corrections_url),
            request_section(site),
            office_section(site, "联系方式", own_pages(site, "S0306")),
        ),
    )


def question_section(site: Site, words: Words, committee: str, corrections_url: str) -> Section:
    """Return whom people ask, and where they turn when they get no true answer."""
    supervision = bodies_of_kind(site, PublisherKind.SUPERVISION)
    # The township first, then the county: the nearest that can look into it and put it right.
    above = [
        reach(one)
        for one in reversed(site.ancestors)
        if one.level in (Level.TOWNSHIP, Level.COUNTY)
    ]
    paragraphs = [
        (
            f"对公布的事项有疑问，或者想了解没有公布的事项，可以当面或者打电话向{committee}询问；"
            f"{words.committee}应当保证所公布的事项真实，并接受{words.people}查询。"
        )
    ]
    if supervision:
        paragraphs.append(f"也可以向{supervision[0].name}反映，由其监督{words.affairs}公开。")
    if above:
        paragraphs.append(
            f"应当公布的事项没有及时公布，或者公布的事项不真实的，可以向{'或者'.join(above)}反映。"
        )
    paragraphs.append(
        "发现本站内容有误、过期或者打不开的，请记下页面标题，打电话告知，核实后予以更正。"
    )
    facts = tuple(Fact(body.name, f"电话 {body.phone}") for body in supervision if body.phone)
    links = (Way("更正记录", corrections_url),) if corrections_url else ()
    return Section("questions", "询问和监督", tuple(paragraphs), facts, links)


def request_section(site: Site) -> Section:
    """Return where the information of the offices above is asked for."""
    links = tuple(
        Way(f"{one.name}政府信息公开指南", f"../{one.code}/about.html")
        for one in reversed(site.ancestors)
        if one.code in site.built
    )
    return Section(
        "request",
        "申请政府信息",
        (
            "需要政府及其部门掌握而没有公开的信息的，请向上级政府或者有关部门申请公开，"
            + ("办法见它们的公开指南。" if links else "办法请向它们询问。"),
        ),
        links=links,
    )
