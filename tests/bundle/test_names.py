"""A stick, Windows and Linux take the same names."""

from __future__ import annotations

import pytest

from disclosure.bundle.names import LONGEST, twins, unfit

FINE = [
    "990101100201/articles/2026-09-ledger.html",
    "9901/category/E0203.html",
    "theme/js/vendor/lunr.js",
    "990101/files/console.pdf",
    "990101/" + "a" * (LONGEST - 7 - 9) + "/" + "b" * 8,
]
UNFIT = {
    "990101/公示.html": "字母",
    "990101/a b.html": "字母",
    "990101/a\\b.html": "字母",
    "990101/a:b.html": "字母",
    "990101//a.html": "字母",
    "990101/": "字母",
    "": "字母",
    "990101/.git": "字母",
    "990101/../x": "字母",
    "990101/x\n": "字母",
    "990101/x.": "点结尾",
    "990101/x./y": "点结尾",
    "990101/CON": "Windows",
    "990101/nul.html": "Windows",
    "990101/Com1.tar.zst": "Windows",
    "990101/lpt9/x.html": "Windows",
    "9" * 101: "文件名",
    "9901/" + "a/" * 60: "字符",
}


@pytest.mark.parametrize("path", FINE)
def test_the_names_of_sites_are_fine(path: str) -> None:
    assert unfit(path) is None


@pytest.mark.parametrize(("path", "said"), UNFIT.items())
def test_a_name_that_some_system_does_not_take_is_told(path: str, said: str) -> None:
    reason = unfit(path)

    assert reason
    assert said in reason.zh


def test_names_alike_but_for_case_are_found_in_folders_too() -> None:
    assert list(twins(["a/x.html", "a/X.html"])) == [("a/x.html", "a/X.html")]
    assert list(twins(["a/x.html", "A/y.html"])) == [("a/", "A/")]
    assert list(twins(["a", "A/y.html"])) == [("a", "A/")]
    assert list(twins(["a/x.html", "a/y.html", "b/x.html"])) == []
