"""The data packages of a site as records, which every form of metadata is written from."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.entry import Entry
from disclosure.marked import Given
from disclosure.opendata.record import Body, Dataset, Holding, Licence
from disclosure.sites.pages.downloads import table_files
from disclosure.sites.site import Site

CATALOGUE = "catalog"  # `catalog.jsonld` and `catalog.ttl` of each site


def dataset_of(package: Entry, site: Site) -> Dataset:
    """Return the record of one data package."""
    category = site.facts.catalogue.get(package.category)
    publisher = site.facts.publisher(package)
    name = category.name if category else ""
    return Dataset(
        page=f"{package.address}.html",
        identifier=package.index_number,
        title=package.title,
        description=package.summary or f"{package.publisher}公开的“{name or package.title}”数据。",
        publisher=Body(
            package.publisher,
            publisher.kind.value if publisher else "",
            publisher.phone if publisher else "",
        ),
        issued=package.header.text("date")[:10],
        keywords=package.header.texts("keywords") or ((name,) if name else ()),
        theme=name,
        theme_code=package.category,
        period=package.period,
        licence=licence_of(package.header.get("licenses")),
        distributions=tuple(
            file for table in package.tables for file in table_files(package, table, site)
        ),
    )


def licence_of(given: Given | None) -> Licence | None:
    """Return the first licence a descriptor names; an address that is none on the web is none."""
    first = given.items[0] if given and given.items else None
    if first is None:
        return None
    url = first.text_of("path")
    is_address = url.startswith(("https://", "http://"))
    return Licence(first.text_of("title") or first.text_of("name"), url if is_address else "")


def holding_of(site: Site, datasets: Iterable[Dataset], base: str) -> Holding:
    """Return the catalogue of a site; `base` is its public address with a slash, or ""."""
    division = site.division
    return Holding(
        base=base,
        code=division.full_code,
        place=division.name,
        title=f"{division.name}公开数据目录",
        description=f"{division.name}在政务公开、村务公开网站上公开的数据包。",
        publisher=Body(division.office or division.name, phone=division.phone),
        datasets=tuple(datasets),
        parts=tuple(
            f"../{child.code}/{CATALOGUE}.ttl"
            for child in site.children
            if child.code in site.built
        ),
    )
