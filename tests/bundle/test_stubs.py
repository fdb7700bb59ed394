"""No link of a mirror leads nowhere."""

from __future__ import annotations

from disclosure.bundle.stubs import missing_pages, write_front, write_stub
from tests.bundle.sites import CITY, COUNTY, OTHER, PLACES, VILLAGE

PAGE = b"""<a href="../../990101/index.html">1</a><a class="x"
 href="../../990101100202/articles/a.html#top">2</a><a href="other.html">3</a>
<a href="../files/plan.pdf">4</a><a href="https://example.org/9901/index.html">5</a>
<a href="../../index.html">6</a><link href="../../9901/feed.html">"""


def test_pages_that_are_linked_and_not_held_are_found() -> None:
    path = f"{VILLAGE}/articles/road.html"

    missing = missing_pages({path: PAGE}, [path, f"{VILLAGE}/articles/other.html"])

    assert missing == {f"{COUNTY}/index.html", f"{OTHER}/articles/a.html"}


def test_a_stub_names_the_place_and_the_full_address() -> None:
    page = write_stub(f"{OTHER}/articles/a.html", PLACES, "https://gk.example.gov.cn")

    assert "本镜像未收录" in page
    assert "乙村" in page
    assert f'href="https://gk.example.gov.cn/{OTHER}/articles/a.html"' in page
    assert 'href="../../theme/css/base.css"' in page
    assert 'href="../../index.html"' in page


def test_without_a_public_address_the_path_is_told() -> None:
    page = write_stub(f"{OTHER}/index.html", PLACES, "")

    assert "http" not in page.split("</head>")[1]
    assert f"{OTHER}/index.html" in page


def test_what_stands_in_an_address_is_no_html() -> None:
    page = write_stub("9901/<script>.html", PLACES, 'https://x/"onclick="')

    assert "<script>" not in page
    assert '"onclick="' not in page


def test_the_first_page_lists_what_is_held() -> None:
    page = write_front([VILLAGE], [COUNTY, CITY], PLACES)

    assert f'<a href="{VILLAGE}/index.html">甲村</a>' in page
    assert page.index("本机收录") < page.index("甲村") < page.index("上级网站") < page.index("东区")
    assert OTHER not in page
