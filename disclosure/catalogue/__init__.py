"""The standard catalogue (标准目录): 169 categories, tables, elements, keys and legal figures.

A reconstruction to the published shape of 2012; every category was drafted for this project.
"""

from __future__ import annotations

from disclosure.catalogue.binding import Alias, Binding, Place
from disclosure.catalogue.catalogue import Catalogue, load_catalogue
from disclosure.catalogue.category import Basis, Category, Trigger, WebScope
from disclosure.catalogue.figure import Figure
from disclosure.catalogue.keys import Key, KeyType
from disclosure.catalogue.kind import FILES, KINDS_BY_CONTENT_TYPE, MARKDOWN_KINDS, Kind
from disclosure.catalogue.override import Override
from disclosure.catalogue.report_form import FormRow, ReportForm
from disclosure.catalogue.table import Column, Table
from disclosure.product import PRODUCT, standard_of

__all__ = [
    "FILES",
    "KINDS_BY_CONTENT_TYPE",
    "MARKDOWN_KINDS",
    "PRODUCT",
    "Alias",
    "Basis",
    "Binding",
    "Catalogue",
    "Category",
    "Column",
    "Figure",
    "FormRow",
    "Key",
    "KeyType",
    "Kind",
    "Override",
    "Place",
    "ReportForm",
    "Table",
    "Trigger",
    "WebScope",
    "load_catalogue",
    "standard_of",
]
