"""A browser may offer the search of a site among its own, where the site has an address."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from disclosure.sites.pages.search.opensearch import NAMESPACE, SHORT, write_opensearch
from tests.rules.verbs import small_facts
from tests.sites.pages.test_conventions import build_with

PUBLIC = "https://www.example.gov.cn/gk"
VILLAGE = "990101100201"


def test_description_leads_to_the_search_page() -> None:
    division = small_facts().register.resolve(VILLAGE)

    described = ElementTree.fromstring(write_opensearch(division, f"{PUBLIC}/{VILLAGE}"))

    name = described.findtext(f"{{{NAMESPACE}}}ShortName") or ""
    way = described.find(f"{{{NAMESPACE}}}Url")
    assert name == "甲村村务公开"
    assert len(name) <= SHORT
    assert way is not None
    assert way.get("template") == f"{PUBLIC}/{VILLAGE}/search.html?q={{searchTerms}}"


@pytest.mark.slow
def test_pages_name_it_where_the_public_address_is_known(tmp_path: Path) -> None:
    output = build_with(tmp_path, f'DISCLOSURE_PUBLIC_URL = "{PUBLIC}"\n')

    page = (output / VILLAGE / "notices" / "pond-lease.html").read_text("utf-8")
    search = (output / VILLAGE / "search.html").read_text("utf-8")

    assert 'rel="search" type="application/opensearchdescription+xml"' in page
    assert 'href="../opensearch.xml"' in page
    assert (output / VILLAGE / "opensearch.xml").is_file()
    assert f'data-online="{PUBLIC}"' in search
