from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.search import stock
from disclosure.search.stock import ONE_IN, frequent_parts, thinned
from tests.search.documents import numbered
from tests.search.opened import read_lexicon
from tests.search.trees import OTHER, VILLAGE, Tree


def test_parts_of_many_bodies_are_counted_once_a_body() -> None:
    bodies = ["张贴到公示栏,再到公示栏", "贴到墙上", "公示"]

    found = frequent_parts(bodies)

    assert found["公示栏"] == found["贴到墙"] == found["贴到公示"] == 1
    assert "贴到" not in found
    assert "贴到公示栏" not in found


def test_what_fewer_bodies_have_is_none() -> None:
    rare, enough = ONE_IN + 1, ONE_IN

    assert "公示栏" not in frequent_parts(["公示栏", *["低保"] * (rare - 1)])
    assert frequent_parts(["公示栏", *["低保"] * (enough - 1)]) == {"公示栏": 1}


def test_years_are_parts_and_other_numbers_are_none() -> None:
    assert frequent_parts(["2026年5月,3000元"]) == {"2026年": 1}


def test_a_sample_is_spread_evenly() -> None:
    assert thinned("abcdefgh", 4) == "aceg"
    assert thinned("abc", 4) == "abc"
    assert thinned("abcde", 4) == "ace"
    assert thinned("", 4) == ""


def test_the_stock_of_an_index_is_found_and_not_spoken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stock, "LEAST", 40)
    some = numbered(60, body="贴到公示栏")
    tree = Tree(tmp_path, {VILLAGE: some, OTHER: numbered(5)})

    tree.index()

    assert {"到公示", "到公示栏", "贴到公", "贴到公示", "公示栏"} < set(
        read_lexicon(tmp_path / "index")
    )
    text = (tmp_path / "index" / "lexicon.js").read_text("utf-8")
    spoken, parts = text.rpartition("[")[2].split('","')
    assert ("公示栏" in spoken, "公示栏" in parts) == (False, True)


def test_an_index_of_few_documents_has_no_stock(tmp_path: Path) -> None:
    tree = Tree(tmp_path, {VILLAGE: numbered(60, body="贴到公示栏")})

    tree.index()

    assert "公示栏" not in read_lexicon(tmp_path / "index")
