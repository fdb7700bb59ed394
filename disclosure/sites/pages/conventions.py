"""What every page of a government site states: the site's name, its number, who answers for it.

Townships and villages run no sites of their own: theirs are channels of their county's, and state
the county's name and number (国办发〔2017〕47号).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from msgspec import Struct

from disclosure.division import Division, Level
from disclosure.problem import Code, DisclosureError
from disclosure.sites.pages.view import Fact

SITE_ID = re.compile(r"\d{10}|bm\d{8}", re.ASCII)
SITE_ID_WRONG = Code(
    "site-id-wrong",
    zh="设置 {field} 写作“{value}”，不是政府网站标识码",
    en="the setting {field} is {value!r}, which is no identification code of a government site",
    hint_zh="标识码是 10 位数字，或 bm 加 8 位数字；还没有的，请留空",
    hint_en="write 10 digits, or bm and 8 digits; leave it empty while there is none",
)

# A text for all sites, or texts by the short code of the city or county that runs each.
Told = str | Mapping[str, str]


class Registration(Struct, frozen=True):
    """How the sites are registered, as the settings tell; "" = not told."""

    site_name: Told = ""
    site_domain: Told = ""
    site_id: Told = ""
    icp: Told = ""
    police: Told = ""
    error_report: Told = ""


class Conventions(Struct, frozen=True):
    """What all pages of one division's site state; absent texts are "".

    `imprint` is who answers for the site and how to reach them, `marks` how it is registered.
    """

    site_name: str
    site_domain: str
    site_id: str
    imprint: tuple[Fact, ...]
    marks: tuple[Fact, ...]
    error_report: str
    error_phone: str


def conventions_of(
    division: Division,
    ancestors: tuple[Division, ...],
    registration: Registration,
    public_url: str,
) -> Conventions:
    """Return what the site of a division states; raise a site number that is none."""
    host = host_of(division, ancestors)
    site_id = told(registration.site_id, host)
    if site_id and not SITE_ID.fullmatch(site_id):
        raise DisclosureError(
            SITE_ID_WRONG.at("pelicanconf.py", 0, "DISCLOSURE_SITE_ID", value=site_id)
        )
    marks = (
        ("网站标识码", site_id),
        ("ICP备案号", told(registration.icp, host)),
        ("公安备案号", told(registration.police, host)),
    )
    return Conventions(
        site_name=told(registration.site_name, host) or f"{host.name}政务公开",
        site_domain=told(registration.site_domain, host) or urlsplit(public_url).hostname or "",
        site_id=site_id,
        imprint=imprint_of(division, host),
        marks=tuple(Fact(label, value) for label, value in marks if value),
        error_report=told(registration.error_report, host),
        error_phone=host.phone,
    )


def host_of(division: Division, ancestors: tuple[Division, ...]) -> Division:
    """Return who runs the site: the county of a township or village, else the division itself."""
    return next((one for one in ancestors if one.level is Level.COUNTY), division)


def told(given: Told, host: Division) -> str:
    """Return what the settings tell about the site of a city or county."""
    return given if isinstance(given, str) else given.get(host.code, "")


def imprint_of(division: Division, host: Division) -> tuple[Fact, ...]:
    """Return who runs the site, who fills this part of it, and where they are to be found."""
    lines = [
        ("主办单位", host.office),
        ("承办单位", division.office if division.code != host.code else ""),
        ("地址", division.address),
        ("联系电话", division.phone),
        ("办公时间", division.hours),
    ]
    return tuple(Fact(label, value) for label, value in lines if value)
