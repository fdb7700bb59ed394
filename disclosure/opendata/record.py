"""A data set and a catalogue of data sets, as every form of metadata tells of them.

Addresses are relative to the folder of the division's site: `data/ledger-2026-09.html`,
`../9901/catalog.ttl`.
"""

from __future__ import annotations

from msgspec import Struct

from disclosure.period import Period


class Distribution(Struct, frozen=True):
    """A file that holds a data set; `size` is in bytes, None where it is not known."""

    title: str
    url: str
    media_type: str
    size: int | None = None


class Licence(Struct, frozen=True):
    """The licence of a data set, by its short name and its address; "" where not given."""

    name: str
    url: str


class Body(Struct, frozen=True):
    """Who publishes; `kind` is the word of the register, "" where it does not say."""

    name: str
    kind: str = ""
    phone: str = ""


class Dataset(Struct, frozen=True):
    """A data set with its page and its files; days are ISO, absent texts are ""."""

    page: str
    identifier: str
    title: str
    description: str
    publisher: Body
    issued: str
    keywords: tuple[str, ...]
    theme: str
    theme_code: str
    period: Period | None
    licence: Licence | None
    distributions: tuple[Distribution, ...]


class Holding(Struct, frozen=True):
    """The data sets of one division; `parts` are the catalogues of the divisions below.

    `base` is the absolute address of the site with a slash at its end, "" where it is not known:
    then all addresses stay relative to where the catalogue was read from.
    """

    base: str
    code: str
    place: str
    title: str
    description: str
    publisher: Body
    datasets: tuple[Dataset, ...]
    parts: tuple[str, ...] = ()
