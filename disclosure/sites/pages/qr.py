"""Draws the QR code of an address as an SVG picture; the only module that imports segno."""

from __future__ import annotations

from io import BytesIO

from disclosure.sites.site import Site

HOME = "index"
BORDER = 4  # modules of white around the code (ISO/IEC 18004)


def code_files(site: Site) -> dict[str, str]:
    """Return the pictures of codes a site has, by the address of the page without `.html`.

    The home page has one, and every entry with a notice period: they are pinned up on paper.
    """
    notices = (entry.address for entry in site.visible() if entry.header.day("notice.to"))
    return {HOME: "qr/home.svg"} | {address: f"qr/{address}.svg" for address in sorted(notices)}


def draw_qr(address: str) -> str:
    """Return the picture of an address: bytes, error correction M, black on white.

    The mode is fixed so that the browser's own encoder (`theme/static/js/qr.js`) draws the same.
    """
    import segno

    code = segno.make(address, error="m", mode="byte", micro=False, boost_error=False)
    picture = BytesIO()
    code.save(
        picture,
        kind="svg",
        border=BORDER,
        light="#fff",
        xmldecl=False,
        svgclass=None,
        lineclass=None,
        omitsize=True,
    )
    return picture.getvalue().decode("utf-8")
