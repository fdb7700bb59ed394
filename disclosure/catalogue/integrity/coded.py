"""Integrity of coded values: columns that name a vocabulary in their schema hold nothing else, nor
do legal figures."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalogue.integrity.standard import Standard
from disclosure.catalogue.vocabulary import Word
from disclosure.marked import Given
from disclosure.problem import Code, Problem

NOT_A_WORD = Code(
    "vocabulary-unknown",
    zh="{field} 写作“{value}”，不在词表“{vocabulary}”中",
    en="{field} is {value!r}, which the vocabulary {vocabulary} does not hold",
    hint_zh="可以写：{allowed}；要增加新值，先登记到 catalogue/vocabulary.csv",
    hint_en="use a value of catalogue/vocabulary.csv or register the new one there first",
)
FIGURE_WORDS = {"unit": "figure_unit", "trust": "trust", "jurisdiction": "jurisdiction"}


def check_vocabulary(standard: Standard) -> Iterator[Problem]:
    """Yield each cell of a coded column that its vocabulary does not hold."""
    for name, rows in standard.rows.items():
        schema = standard.documents.get(f"catalogue/schemas/{name}.yaml")
        fields = schema.get("fields") if schema else None
        for field in (fields.items or ()) if fields else ():
            vocabulary = field.text_of("vocabulary")
            if not vocabulary:
                continue
            column, separator = field.text_of("name"), field.text_of("separator")
            words = standard.catalogue.vocabulary.get(vocabulary, ())
            for row in rows:
                cells = row[column].split(separator) if separator else [row[column]]
                for cell in filter(None, cells):
                    if not any(word.admits(cell) for word in words):
                        yield unknown(row.file, row.line, column, cell, vocabulary, words)


def unknown(
    file: str, line: int, field: str, value: str, vocabulary: str, words: tuple[Word, ...]
) -> Problem:
    """Return the problem of one value outside its vocabulary."""
    allowed = "、".join(word.value for word in words) or "（词表为空）"
    return NOT_A_WORD.at(file, line, field, value=value, vocabulary=vocabulary, allowed=allowed)


def check_figures(standard: Standard) -> Iterator[Problem]:
    """Yield legal figures whose unit, trust mark or jurisdiction is in no vocabulary."""
    for file, document in standard.documents.items():
        if not file.startswith("catalogue/rules/"):
            continue
        for item in document.items or ():
            for field, vocabulary in FIGURE_WORDS.items():
                words = standard.catalogue.vocabulary.get(vocabulary, ())
                value = item.text_of(field)
                if not any(word.admits(value) for word in words):
                    yield unknown(file, line_of(item, field), field, value, vocabulary, words)


def line_of(item: Given, field: str) -> int:
    """Return the line of a figure's field, or of the figure."""
    return (item.get(field) or item).line
