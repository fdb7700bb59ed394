"""What HTML a page may hold: one policy for the checker and for the cleaning behind Markdown.

Tags and attributes cover what Markdown itself makes (tables, footnotes, code) and the few that
editors need beside it. Everything else is taken out of the page, so the checker says so before.
"""

from __future__ import annotations

VOID_TAGS = frozenset({"br", "hr", "img", "wbr", "col"})
TAGS = VOID_TAGS | frozenset(
    [
        "a",
        "abbr",
        "b",
        "blockquote",
        "caption",
        "cite",
        "code",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "i",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "u",
        "ul",
        "var",
    ]
)
ATTRIBUTES: dict[str, set[str]] = {
    "*": {"lang", "dir", "title"},
    "a": {"href", "rel"},
    "blockquote": {"cite"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"cite", "datetime"},
    "details": {"open"},
    "img": {"src", "alt", "width", "height"},
    "ins": {"cite", "datetime"},
    "li": {"id", "value"},  # ids: a note and the place it was called from
    "ol": {"start", "type", "reversed"},
    "q": {"cite"},
    "sup": {"id"},
    "td": {"colspan", "rowspan", "headers", "align"},
    "th": {"colspan", "rowspan", "headers", "scope", "align"},
    "time": {"datetime"},
}
SCHEMES = frozenset({"http", "https", "mailto", "tel"})


def is_allowed(tag: str, attribute: str = "") -> bool:
    """Tell whether a page may hold a tag, or an attribute of it; names are lower case."""
    if tag not in TAGS:
        return False
    return not attribute or attribute in ATTRIBUTES["*"] or attribute in ATTRIBUTES.get(tag, set())
