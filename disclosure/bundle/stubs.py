"""Pages that stand for those a mirror does not hold, so that no link of it leads nowhere.

They follow from the pages that are held: nothing of them travels. A page keeps its links as they
are, such as `../990101/index.html`; where that address has no file, this puts one.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape, unescape

from disclosure.bundle.places import Places

HREF = re.compile(rb"""<a\s[^>]*?href="([^"#?:]+\.html)[#"]""")
HOME = "index.html"
PAGE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="robots" content="noindex">
{styles}
</head>
<body>
<main id="content">
<div class="wrap">
<div class="flow">
<h1>{heading}</h1>
{body}
</div>
</div>
</main>
</body>
</html>
"""
NOTHING_TOLD: Mapping[str, str] = {}
STYLES = ("tokens", "base", "layout", "components", "standing")


def missing_pages(pages: Mapping[str, bytes], held: Iterable[str]) -> frozenset[str]:
    """Return the addresses that pages, by path, link to and that are not held."""
    wanted = {target for path, page in pages.items() for target in targets_of(path, page)}
    return frozenset(wanted.difference(held))


def targets_of(path: str, page: bytes) -> Iterator[str]:
    """Yield the addresses of pages a page links to, from the root of all sites."""
    folder = posixpath.dirname(path)
    for href in HREF.findall(page):
        target = posixpath.normpath(f"{folder}/{unescape(href.decode('utf-8', 'replace'))}")
        if target.split("/", 1)[0].isdecimal():
            yield target


def write_stub(path: str, places: Places, address: str) -> str:
    """Return the page that stands for one; `address` is the public one of all sites or ""."""
    code, _, name = path.partition("/")
    place = escape(places.name_of(code))
    if address:
        url = escape(f"{address}/{path}")
        where = f'<p>请在联网时打开：<br><a href="{url}" rel="noopener">{url}</a></p>'
    else:
        where = f"<p>请向{place}查询。地址：<span>{escape(path)}</span></p>"
    what = f"{place}的网站" if name == HOME else f"您要看的这一页（由{place}公开）"
    depth = path.count("/")
    back = f'<p><a href="{"../" * depth}{HOME}">返回本机收录的地区</a></p>'
    return page_of("本镜像未收录", f"<p>{what}没有收录在这台机器里。</p>\n{where}\n{back}", depth)


def write_front(
    own: Iterable[str],
    others: Iterable[str],
    places: Places,
    told: Mapping[str, str] = NOTHING_TOLD,
) -> str:
    """Return the page to pick a place from, where only some are held; codes in their order.

    `told` is what stands beside a place, by code.
    """
    body = [
        *list_of("本机收录", own, places, told),
        *list_of("上级网站", others, places, told),
    ]
    return page_of("选择地区", "\n".join(body), 0)


def list_of(
    heading: str, codes: Iterable[str], places: Places, told: Mapping[str, str]
) -> Iterator[str]:
    """Yield the lines of a list of sites, none where there are none."""
    links = [
        f'<li><a href="{code}/{HOME}">{escape(places.name_of(code))}</a>{beside(told, code)}</li>'
        for code in codes
    ]
    if links:
        yield from (f"<h2>{heading}</h2>", "<ul>", *links, "</ul>")


def beside(told: Mapping[str, str], code: str) -> str:
    """Return what stands beside a place."""
    return f"<p>{escape(told[code])}</p>" if code in told else ""


def page_of(heading: str, body: str, depth: int) -> str:
    """Return a page some folders below the root."""
    styles = "\n".join(
        f'<link rel="stylesheet" href="{"../" * depth}theme/css/{name}.css">' for name in STYLES
    )
    return PAGE.format(title=heading, heading=heading, styles=styles, body=body)
