"""Whatever is put into XML is read out of it unchanged, and written as the library writes it."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring
from xml.sax import saxutils

from hypothesis import given
from hypothesis import strategies as st

from disclosure.xml_text import escape, quoted

TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]))


@given(TEXTS, TEXTS | st.sampled_from(["a\nb", "a\tb\r", "\"'<>&"]))
def test_text_and_value_come_back(text: str, value: str) -> None:
    found = fromstring(f"<a b={quoted(value)}>{escape(text)}</a>")

    assert (found.text or "") == text
    assert found.get("b") == value
    assert (escape(text), quoted(value)) == (saxutils.escape(text), saxutils.quoteattr(value))
