"""QR codes: only of what is pinned up, only where the public address is known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from disclosure.catalogue import PRODUCT
from disclosure.division import load_register
from disclosure.sites.job import Job
from disclosure.sites.pages.qr import code_files, draw_qr
from disclosure.sites.workers import Start, make_runner
from tests.sites.small_site import village_site
from tests.sites.trees import DAY, SMALL, content_of

CODE = "990101100201"


def build_village(output: Path, config: str) -> dict[str, bytes]:
    runner = make_runner(Start(SMALL, PRODUCT / config, DAY, frozenset({CODE})))
    outcome = runner.build(Job(load_register(SMALL).resolve(CODE), output, DAY))
    assert outcome.problems == ()
    return content_of(output / CODE)


def test_home_and_notices_have_codes(tmp_path: Path) -> None:
    assert code_files(village_site(tmp_path)) == {
        "index": "qr/home.svg",
        "notices/pond-lease": "qr/notices/pond-lease.svg",
    }


def test_picture_has_its_white_border_and_no_style() -> None:
    picture = draw_qr("https://www.example.gov.cn/gk/9901/index.html")

    assert 'viewBox="0 0 41 41"' in picture  # version 4: 33 modules and four on each side
    assert "style" not in picture
    assert draw_qr("https://www.example.gov.cn/gk/9901/index.html") == picture


def test_site_without_a_public_address_has_no_code(tmp_path: Path) -> None:
    files = build_village(tmp_path, "pelicanconf.py")

    assert not [name for name in files if name.startswith("qr/")]
    for name in ("board.html", "kiosk.html", "notices/pond-lease.html"):
        page = files[name].decode()
        assert 'class="qr"' not in page
        assert "qr.js" not in page


def test_site_with_a_public_address_shows_the_codes_it_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCLOSURE_PUBLIC_URL", "https://www.example.gov.cn/gk/")

    files = build_village(tmp_path, "publishconf.py")

    address = "https://www.example.gov.cn/gk/990101100201/notices/pond-lease.html"
    assert files["qr/notices/pond-lease.svg"].decode() == draw_qr(address)
    assert 'src="../qr/notices/pond-lease.svg"' in files["notices/pond-lease.html"].decode()
    assert 'src="./qr/home.svg"' in files["board.html"].decode()
    assert 'class="qr"' not in files["data/ledger-2026-09.html"].decode()
    assert "js/qr.js" in files["data/ledger-2026-09.html"].decode()


def test_slides_are_written_as_data(tmp_path: Path) -> None:
    files = build_village(tmp_path, "pelicanconf.py")

    feed = json.loads(files["api/v1/slides.json"])

    assert feed["name"] == "甲村"
    for slide in feed["slides"]:
        assert slide["url"] in files
