"""A catalogue as `data.json`, the form of Project Open Data (DCAT-US 1.1).

Offices here are reached by telephone: `hasEmail` is left out rather than made up.
"""

from __future__ import annotations

from disclosure.opendata.node import address
from disclosure.opendata.record import Dataset, Distribution, Holding
from disclosure.opendata.schema_json import to_json

SCHEMA = "https://project-open-data.cio.gov/v1.1/schema"


def write_data_json(holding: Holding) -> str:
    """Return the catalogue, one data set a line."""
    head = {
        "@context": f"{SCHEMA}/catalog.jsonld",
        "@type": "dcat:Catalog",
        "conformsTo": SCHEMA,
        "describedBy": f"{SCHEMA}/catalog.json",
    }
    parts = [f"{to_json(name)}:{to_json(value)}" for name, value in head.items()]
    lines = ",\n".join(to_json(plain(one, holding)) for one in holding.datasets)
    return "{\n" + ",\n".join((*parts, f'"dataset":[\n{lines}\n]')) + "\n}\n"


def plain(dataset: Dataset, holding: Holding) -> dict[str, object]:
    """Return one data set; everything here is public."""
    contact: dict[str, object] = {"@type": "vcard:Contact", "fn": dataset.publisher.name}
    if dataset.publisher.phone:
        contact["hasTelephone"] = f"tel:{dataset.publisher.phone}"
    found: dict[str, object] = {
        "@type": "dcat:Dataset",
        "identifier": dataset.identifier,
        "title": dataset.title,
        "description": dataset.description,
        "keyword": list(dataset.keywords),
        "modified": dataset.issued,
        "issued": dataset.issued,
        "language": ["zh-CN"],
        "spatial": holding.place,
        "accessLevel": "public",
        "publisher": {"@type": "org:Organization", "name": dataset.publisher.name},
        "contactPoint": contact,
        "landingPage": address(dataset.page, holding.base),
        "distribution": [file(one, holding.base) for one in dataset.distributions],
    }
    if dataset.theme:
        found["theme"] = [dataset.theme]
    if dataset.period:
        found["temporal"] = f"{dataset.period.first}/{dataset.period.last}"
    if dataset.licence and dataset.licence.url:
        found["license"] = dataset.licence.url
    return found


def file(distribution: Distribution, base: str) -> dict[str, object]:
    """Return one file of a data set."""
    return {
        "@type": "dcat:Distribution",
        "title": distribution.title,
        "downloadURL": address(distribution.url, base),
        "mediaType": distribution.media_type,
    }
