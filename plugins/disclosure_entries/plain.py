"""The HTML of bodies with headings, simple lists, tables and links alone: what most offices write.

Anything else is left to Python-Markdown and nh3, which make the same HTML of what is taken here.
"""

from __future__ import annotations

import re
from functools import partial

from disclosure_entries.links import page_of

# Signs of Markdown and HTML, and characters that cleaning changes.
SIGN = re.compile(r"[`\\\[!<>&_\x00-\x09\x0b-\x1f\x7f-\xa0\ufffe\uffff]")
END = re.compile(r"[^\S\n](?:\n|\Z)")  # white space at the end of a line
# An asterisk between two Chinese characters hides part of a name (罗*清) and stays.
CHINESE = "[\u3400-\u9fff]"
OTHER_ASTERISK = re.compile(rf"(?<!{CHINESE})\*|\*(?!{CHINESE})")
LINK = re.compile(
    r"\[([^\s\[\]|*#]+)\]\(([a-z0-9.][a-z0-9/.-]*|division:[0-9]{4,12}(?:/[a-z]+/[a-z0-9-]+)?)\)"
)
WITHOUT_LINKS = r"(\1)"
LINE = r"(?!\d+\.)[^\s#=:~+|-][^\n|]*"  # it begins no list, heading, rule, code or definition
PARAGRAPH = re.compile(rf"{LINE}(?:\n{LINE})*")
HEADING = re.compile(r"(#{1,6}) ([^\s#|][^\n#|]*)")
LIST = re.compile(rf"- {LINE}(?:\n- {LINE})*")
TABLE = re.compile(r"\|.*\|\n\|(?: *:?-+:? *\|){2,}(?:\n\|.*\|)+")
ALIGNED = {"::": ' align="center"', ":-": ' align="left"', "-:": ' align="right"', "--": ""}


def plain_html(body: str, built: frozenset[str]) -> str | None:
    """Return the HTML of a plain body, None = not plain; `built` are the divisions with sites."""
    text = body.strip("\n")
    bare = LINK.sub(WITHOUT_LINKS, text) if "[" in text else text
    if SIGN.search(bare) or END.search(text) or ("*" in text and OTHER_ASTERISK.search(bare)):
        return None
    found: list[str] = []
    for block in text.split("\n\n") if text else ():
        html = block_html(block)
        if not html or (found and found[-1].startswith("<ul>") and html.startswith("<ul>")):
            return None  # items with a blank line between them are paragraphs
        found.append(html)
    return LINK.sub(partial(link_html, built), "\n".join(found))


def block_html(block: str) -> str:
    """Return the HTML of what stands between blank lines; "" = not plain."""
    if PARAGRAPH.fullmatch(block):
        return f"<p>{block}</p>"
    if LIST.fullmatch(block):
        items = block.removeprefix("- ").replace("\n- ", "</li>\n<li>")
        return f"<ul>\n<li>{items}</li>\n</ul>"
    if TABLE.fullmatch(block):
        return table_html(block)
    heading = HEADING.fullmatch(block)
    return f"<h{len(heading[1])}>{heading[2]}</h{len(heading[1])}>" if heading else ""


def table_html(block: str) -> str:
    """Return the HTML of a table; "" where a row has more or fewer cells than its head."""
    head, rule, *rows = ([cell.strip(" ") for cell in line[1:-1].split("|")]
                         for line in block.split("\n"))  # fmt: skip
    if any(len(row) != len(head) for row in (rule, *rows)):
        return ""
    aligned = [ALIGNED[f"{cell[0]}{cell[-1]}"] for cell in rule]
    body = "\n".join(row_html(row, "td", aligned) for row in rows)
    return (
        f"<table>\n<thead>\n{row_html(head, 'th', aligned)}\n</thead>\n"
        f"<tbody>\n{body}\n</tbody>\n</table>"
    )


def row_html(cells: list[str], tag: str, aligned: list[str]) -> str:
    """Return one row of a table."""
    inner = "\n".join(
        f"<{tag}{align}>{cell}</{tag}>" for cell, align in zip(cells, aligned, strict=True)
    )
    return f"<tr>\n{inner}\n</tr>"


def link_html(built: frozenset[str], link: re.Match[str]) -> str:
    """Return a link to an entry or a file."""
    return f'<a href="{page_of(link[2], built)}">{link[1]}</a>'
