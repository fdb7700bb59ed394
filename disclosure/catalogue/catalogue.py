"""The catalogue as one value: the standard (categories, tables, keys) and local overrides."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct, field

from disclosure.catalogue.binding import Binding, load_aliases, load_bindings
from disclosure.catalogue.category import Category, load_categories
from disclosure.catalogue.figure import Figure, load_figures
from disclosure.catalogue.keys import Key, load_keys
from disclosure.catalogue.kind import Kind
from disclosure.catalogue.override import Override, load_overrides
from disclosure.catalogue.report_form import ReportForm, load_report_forms
from disclosure.catalogue.table import Table, load_tables
from disclosure.catalogue.terms import load_terms
from disclosure.catalogue.vocabulary import Word, load_vocabulary
from disclosure.division import Register
from disclosure.once import once
from disclosure.personal import Lexicon
from disclosure.problem import Code, DisclosureError
from disclosure.product import standard_of

FIGURE_MISSING = Code(
    "legal-figure-missing",
    zh="catalogue/rules/ 中缺少法定数值 {value}",
    en="catalogue/rules/ lacks the legal figure {value}",
    hint_zh="请在 catalogue/rules/ 的相应文件中补上这一条",
    hint_en="add it to the fitting file of catalogue/rules/",
)


class Catalogue(Struct, frozen=True, eq=False, dict=True):
    """Everything the standard says, by its natural keys.

    It is hashed by identity: what it gives is kept.
    """

    categories: Mapping[str, Category]
    tables: Mapping[str, Table]
    bindings: Mapping[str, tuple[Binding, ...]]
    keys: Mapping[str, Key]
    figures: Mapping[str, Figure]
    lexicon: Lexicon
    overrides: Mapping[str, tuple[Override, ...]] = field(default_factory=dict)
    vocabulary: Mapping[str, tuple[Word, ...]] = field(default_factory=dict)
    report_forms: tuple[ReportForm, ...] = ()

    @once
    def required(self) -> Mapping[Kind, Mapping[str, Key]]:
        """The keys that an entry of each kind must give."""
        return {
            kind: {
                name: key
                for name, key in self.keys.items()
                if key.is_required and kind in key.kinds
            }
            for kind in Kind
        }

    @once
    def nested(self) -> frozenset[str]:
        """The keys whose maps must give something themselves."""
        return frozenset(
            name
            for name, key in self.keys.items()
            if any(inner.is_required for inner in key.fields.values())
        )

    @once
    def blocks(self) -> Mapping[str, Table]:
        """The standard tables of which a key holds a row, by the key."""
        tables = {name: self.tables.get(key.table) for name, key in self.keys.items()}
        return {name: table for name, table in tables.items() if table}

    @once
    def table_by_category(self) -> Mapping[str, str]:
        return {code: one.data_table for code, one in self.categories.items()}

    def get(self, code: str) -> Category | None:
        return self.categories.get(code)

    def figure(self, name: str) -> Figure:
        """Return a legal figure; raise where the standard lacks it."""
        figure = self.figures.get(name)
        if figure is None:
            raise DisclosureError(FIGURE_MISSING.at("catalogue/rules", value=name))
        return figure

    def effective(self, category: Category, division: str, day: date) -> Category:
        """Return the category as it binds a division on a day, overrides applied."""
        for override in self.overrides.get(category.code, ()):
            if override.applies(division, day):
                category = override.move(category)
        return category


def load_catalogue(root: Path, register: Register) -> Catalogue:
    """Read the catalogue that binds the content under `root`."""
    standard = standard_of(root)
    categories = load_categories(standard)
    tables = load_tables(standard)
    return Catalogue(
        categories=categories,
        tables=tables,
        bindings=load_bindings(standard, load_aliases(standard)),
        keys=load_keys(standard, tables),
        figures=load_figures(standard),
        overrides=load_overrides(root, register, categories),
        vocabulary=load_vocabulary(standard),
        report_forms=load_report_forms(standard),
        lexicon=load_terms(standard),
    )
