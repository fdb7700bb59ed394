"""The description by which a browser offers the search of a site among its own (OpenSearch 1.1)."""

from __future__ import annotations

from disclosure.division import Division
from disclosure.sites.pages.naming import title_of
from disclosure.sites.pages.search.view import PAGE
from disclosure.xml_text import escape, quoted

FILE = "opensearch.xml"
NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
SHORT = 16  # characters a short name may have


def write_opensearch(division: Division, public_url: str) -> str:
    """Return the description; `public_url` is where the site's home stands, without a slash."""
    title = title_of(division)
    short = title if len(title) <= SHORT else division.name[:SHORT]
    template = quoted(f"{public_url}/{PAGE}?q={{searchTerms}}")
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<OpenSearchDescription xmlns="{NAMESPACE}">\n'
        f"<ShortName>{escape(short)}</ShortName>\n"
        f"<Description>{escape(f'检索{title}的信息')}</Description>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n<Language>zh-CN</Language>\n"
        f'<Url type="text/html" template={template}/>\n'
        "</OpenSearchDescription>\n"
    )
