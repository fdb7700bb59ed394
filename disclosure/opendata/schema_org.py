"""A data set in the words of schema.org: the data block in the head of its page.

The block holds data and is never run; still it stands in HTML, so no text may end it.
"""

from __future__ import annotations

from disclosure.opendata.node import above
from disclosure.opendata.record import Dataset, Distribution
from disclosure.opendata.schema_json import to_json

# As JSON reads them again: with none of these, HTML sees neither a tag nor a comment.
HARMLESS = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def write_block(dataset: Dataset, place: str, to_root: str, base: str) -> str:
    """Return the data block; `to_root` leads from the page to its site, `base` is as in `Holding`.

    Only characters that mean nothing in HTML are left in it.
    """

    def address(url: str) -> str:
        return above(base + url) if base else f"{to_root}/{url}"

    found: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": dataset.title,
        "description": dataset.description,
        "identifier": dataset.identifier,
        "url": address(dataset.page),
        "inLanguage": "zh-CN",
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": dataset.publisher.name},
        "spatialCoverage": {"@type": "Place", "name": place},
        "distribution": [file(one, address(one.url)) for one in dataset.distributions],
    }
    if dataset.issued:
        found["datePublished"] = dataset.issued
    if dataset.keywords:
        found["keywords"] = list(dataset.keywords)
    if dataset.period:
        found["temporalCoverage"] = f"{dataset.period.first}/{dataset.period.last}"
    if dataset.licence and dataset.licence.url:
        found["license"] = dataset.licence.url
    return to_json(found).translate(HARMLESS)


def file(distribution: Distribution, url: str) -> dict[str, object]:
    """Return one file of the data set."""
    return {
        "@type": "DataDownload",
        "name": distribution.title,
        "encodingFormat": distribution.media_type,
        "contentUrl": url,
    }
