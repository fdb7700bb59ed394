"""The guide of an office of the city, a county or a township (政府信息公开指南)."""

from __future__ import annotations

from disclosure.division import Division, Level, PublisherKind
from disclosure.sites.pages.guide import (
    Guide,
    Section,
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
from disclosure.sites.site import Site

EXCEPTIONS = (
    "依法确定为国家秘密的，法律、行政法规禁止公开的，以及公开后可能危及国家安全、公共安全、"
    "经济安全、社会稳定的，不予公开；涉及商业秘密、个人隐私，公开会损害第三方合法权益的，"
    "除第三方同意或者不公开会对公共利益造成重大影响的以外，不予公开（《条例》第十四条、第十五条）。"
)
REQUEST = (
    (
        "申请应当写明姓名或者名称、身份证明、联系方式，所需信息的名称、文号或者便于查询的其他特征，"
        "以及希望取得信息的形式、方式和途径（《条例》第二十九条）。"
    ),
    "身份证明请当面出示或者随信寄送，不要写在公开的留言里。",
    (
        "当面提交的，提交之日为收到申请之日；邮寄且需要签收的，为签收之日；以平常信函、互联网或者"
        "传真提交的，为双方确认之日（《条例》第三十一条）。"
    ),
    "提供信息不收取费用；申请的数量、频次明显超过合理范围的除外（《条例》第四十二条）。",
)


def guide_of_office(site: Site, catalogue_url: str, corrections_url: str) -> Guide:
    """Return the guide; `corrections_url` is "" where no corrections are listed."""
    name = site.division.name
    return Guide(
        title="政府信息公开指南",
        description=f"{name}政府信息的分类、编排、获取方式和工作机构。",
        opening=(
            f"为方便公民、法人和其他组织查阅{name}公开的政府信息，"
            "依照《中华人民共和国政府信息公开条例》（以下简称《条例》）第十二条编制本指南。"
        ),
        sections=(
            scope_section(site, EXCEPTIONS),
            order_section(catalogue_url, site.as_of.year),
            ways_section(site.division),
            time_section(site, catalogue_url),
            request_section(site),
            objection_section(site, corrections_url),
            office_section(site, "信息公开工作机构", own_pages(site, "S0301")),
        ),
    )


def time_section(site: Site, catalogue_url: str) -> Section:
    """Return by when the office itself must disclose."""
    names = ["proactive-disclosure-limit"]
    if site.division.level is not Level.TOWNSHIP:
        names.append("annual-report-due")
    return Section(
        "time",
        "公开时限",
        ("各类目的公开时限和依据列在公开目录中，一般规定如下。",),
        limits(site, *names),
        (Way("各类目的公开时限", catalogue_url),),
    )


def request_section(site: Site) -> Section:
    """Return how to ask for what is not yet public."""
    division = site.division
    body = body_of(site, PublisherKind.GOVERNMENT) or division.office or division.name
    return Section(
        "request",
        "依申请公开",
        (
            f"没有主动公开的信息，可以向{body}申请公开，申请由{reach(division)}受理。",
            *REQUEST,
        ),
        limits(site, "request-correction-limit", "request-reply-limit", "request-reply-extension"),
        own_pages_of_requests(site),
    )


def own_pages_of_requests(site: Site) -> tuple[Way, ...]:
    """Return what the office has written about requests."""
    return tuple(
        Way(entry.title, f"{entry.address}.html")
        for entry in site.visible()
        if entry.category == "S0304"
    )


def objection_section(site: Site, corrections_url: str) -> Section:
    """Return where to turn when the office does not disclose, or discloses what is wrong."""
    division = site.division
    above: Division | None = site.ancestors[-1] if site.ancestors else None
    superior = reach(above) if above else "上一级行政机关"
    paragraphs = [
        (
            "认为没有按照要求主动公开信息，或者对公开申请没有依法答复的，可以向政府信息公开工作"
            f"主管部门提出，也可以向{superior}反映。"
        ),
        "认为政府信息公开工作侵犯自己合法权益的，可以依法申请行政复议或者提起行政诉讼。",
    ]
    if division.phone:
        paragraphs.append(
            "发现本站内容有误、过期或者打不开的，请记下页面标题，"
            f"致电 {division.phone}，核实后予以更正。"
        )
    links = (Way("更正记录", corrections_url),) if corrections_url else ()
    return Section("objection", "监督和救济", tuple(paragraphs), links=links)
