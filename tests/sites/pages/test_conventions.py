"""What a government site states on every page: with its registration told, and without."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from disclosure.problem import DisclosureError
from disclosure.sites.build import Request, build_sites
from tests.sites.trees import DAY, SMALL, build, copy_small

SETTINGS = """\
DISCLOSURE_PUBLIC_URL = "https://www.example.gov.cn/gk/"
DISCLOSURE_SITE_NAME = {"9901": "试验市政务公开网"}
DISCLOSURE_SITE_ID = {"9901": "9901000001", "990101": "9901010001"}
DISCLOSURE_ICP = "试ICP备00000000号"
DISCLOSURE_POLICE_RECORD = "试公网安备00000000000000号"
DISCLOSURE_ERROR_REPORT_URL = "https://errors.example.gov.cn/"
"""
LABELS = ("网站标识码", "ICP备案号", "公安备案号", "我为政府网站找错")


def build_with(folder: Path, settings: str) -> Path:
    """Build a copy of the small tree with settings of its own and return the output."""
    root = copy_small(folder)
    (root / "pelicanconf.py").write_text(settings, "utf-8")
    built = build_sites(Request(root, folder / "output", DAY))
    assert [problem.message_zh for problem in built.problems] == []
    return folder / "output"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_with(tmp_path_factory.mktemp("told"), SETTINGS)


@pytest.fixture(scope="module")
def untold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("untold")
    build(SMALL, output)
    return output


def chrome_pages(output: Path) -> dict[str, str]:
    """The pages with header and footer, by path; a missing page and other views have none."""
    bare = {"404.html", "board.html", "kiosk.html", "slides.html"}
    return {
        path.relative_to(output).as_posix(): path.read_text("utf-8")
        for path in sorted(output.glob("*/**/*.html"))
        if path.name not in bare
    }


def tag(page: str, name: str) -> list[str]:
    return re.findall(rf'<meta name="{name}" content="([^"]*)">', page)


def test_every_footer_says_who_runs_the_site_and_where_its_map_is(untold: Path) -> None:
    for name, page in chrome_pages(untold).items():
        footer = page.partition('<footer class="site-foot">')[2]

        assert "<dt>主办单位</dt>" in footer, name
        assert "<dt>联系电话</dt>" in footer, name
        assert ">网站地图</a>" in footer, name
        assert "网站找错" in footer, name


def test_village_is_run_by_its_county_and_filled_by_its_committee(untold: Path) -> None:
    footer = (untold / "990101100201" / "index.html").read_text("utf-8").partition("<footer")[2]

    assert "<dt>主办单位</dt><dd>东区人民政府办公室</dd>" in footer
    assert "<dt>承办单位</dt><dd>甲村村民委员会</dd>" in footer


def test_county_runs_its_own_site(untold: Path) -> None:
    page = (untold / "990101" / "index.html").read_text("utf-8")

    assert "<dt>主办单位</dt><dd>东区人民政府办公室</dd>" in page
    assert "承办单位" not in page


def test_what_is_not_told_is_left_out_label_and_all(untold: Path) -> None:
    pages = "".join(path.read_text("utf-8") for path in untold.rglob("*.html"))

    assert [label for label in LABELS if label in pages] == []
    assert "SiteIDCode" not in pages
    assert "SiteDomain" not in pages
    assert re.findall(r"<d[td]>\s*</d[td]>", pages) == []


def test_what_is_told_stands_on_every_page(told: Path) -> None:
    for name, page in chrome_pages(told).items():
        code = "9901000001" if name.startswith("9901/") else "9901010001"

        assert [label for label in LABELS if label not in page] == [], name
        assert tag(page, "SiteIDCode") == [code], name
        assert tag(page, "SiteDomain") == ["www.example.gov.cn"], name
        assert f"<dt>网站标识码</dt><dd>{code}</dd>" in page, name


def test_name_is_told_or_that_of_the_county(told: Path) -> None:
    names = {
        code: tag((told / code / "index.html").read_text("utf-8"), "SiteName")
        for code in ("9901", "990101", "990101100201")
    }

    assert names == {
        "9901": ["试验市政务公开网"],
        "990101": ["东区政务公开"],
        "990101100201": ["东区政务公开"],
    }


def test_page_of_places_states_the_name_of_the_first_place(told: Path, untold: Path) -> None:
    assert tag((told / "index.html").read_text("utf-8"), "SiteName") == ["试验市政务公开网"]
    assert tag((untold / "index.html").read_text("utf-8"), "SiteName") == ["试验市政务公开"]


def test_contents_name_their_address_and_picture_where_the_public_address_is_known(
    told: Path, untold: Path
) -> None:
    name = "990101001001/albums/square.html"
    base = "https://www.example.gov.cn/gk/990101001001"

    known, unknown = ((folder / name).read_text("utf-8") for folder in (told, untold))

    assert tag(known, "Url") == [f"{base}/albums/square.html"]
    assert tag(known, "Image") == [f"{base}/files/square.png"]
    assert (tag(unknown, "Url"), tag(unknown, "Image")) == ([], [])


@pytest.mark.parametrize(
    "number", ["123456789", "12345678901", "bm1234567", "１２３４５６７８９０"]
)
def test_number_that_is_none_is_a_named_problem(tmp_path: Path, number: str) -> None:
    root = copy_small(tmp_path)
    (root / "pelicanconf.py").write_text(f'DISCLOSURE_SITE_ID = "{number}"\n', "utf-8")

    built = build(root, tmp_path / "output")

    (problem,) = built.problems  # once, however many sites it stops
    assert len(built.failed) == 6
    assert (problem.code, problem.field, problem.value) == (
        "site-id-wrong",
        "DISCLOSURE_SITE_ID",
        number,
    )


def test_number_that_is_none_stops_the_page_of_places_too(tmp_path: Path) -> None:
    root = copy_small(tmp_path)
    build(root, tmp_path / "output")
    (root / "pelicanconf.py").write_text('DISCLOSURE_SITE_ID = {"9901": "1"}\n', "utf-8")

    with pytest.raises(DisclosureError) as caught:
        build(root, tmp_path / "output", codes=("990101",))

    assert [problem.code for problem in caught.value.problems] == ["site-id-wrong"]


def test_number_of_a_ministry_is_one(tmp_path: Path) -> None:
    output = build_with(tmp_path, 'DISCLOSURE_SITE_ID = "bm12345678"\n')

    page = (output / "9901" / "index.html").read_text("utf-8")
    assert tag(page, "SiteIDCode") == ["bm12345678"]
