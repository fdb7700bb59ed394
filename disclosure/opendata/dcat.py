"""A catalogue in the words of DCAT 3: one tree of nodes, from which each form is written.

What DCAT-AP demands of a catalogue, a data set and a distribution is always there.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.opendata.node import Literal, Node, Reference, day, number, text, words
from disclosure.opendata.record import Body, Dataset, Distribution, Holding, Licence

CATALOGUE = "catalog.ttl#catalog"  # both forms of a catalogue speak of this one
MEDIA = "https://www.iana.org/assignments/media-types/"
CHINESE = Reference("http://publications.europa.eu/resource/authority/language/ZHO", True)


def describe(holding: Holding) -> Node:
    """Return the catalogue of a division with all its data sets."""
    node = Node(CATALOGUE, "dcat:Catalog")
    node.add("dct:title", words(holding.title))
    node.add("dct:description", words(holding.description))
    node.add("dct:publisher", agent(holding.publisher))
    node.add("dct:language", CHINESE)
    node.add("dct:spatial", place(holding))
    node.add("foaf:homepage", Reference("index.html"))
    for part in holding.parts:
        node.add("dcat:catalog", Reference(part + "#catalog"))
    for dataset in holding.datasets:
        node.add("dcat:dataset", describe_dataset(dataset))
    return node


def describe_dataset(dataset: Dataset) -> Node:
    """Return one data set with its distributions."""
    node = Node(dataset.page + "#dataset", "dcat:Dataset")
    node.add("dct:title", words(dataset.title))
    node.add("dct:description", words(dataset.description))
    node.add("dct:publisher", agent(dataset.publisher))
    node.add("dct:identifier", text(dataset.identifier))
    if dataset.issued:
        node.add("dct:issued", day(dataset.issued))
    if dataset.theme:
        node.add("dcat:theme", theme(dataset))
    for keyword in dataset.keywords:
        node.add("dcat:keyword", words(keyword))
    if dataset.period:
        node.add("dct:temporal", span(dataset))
    node.add("dcat:landingPage", Reference(dataset.page))
    for distribution in dataset.distributions:
        node.add("dcat:distribution", describe_file(distribution, dataset.licence))
    return node


def describe_file(file: Distribution, licence: Licence | None) -> Node:
    """Return one file of a data set."""
    node = Node(file.url + "#distribution", "dcat:Distribution")
    node.add("dct:title", words(file.title))
    node.add("dcat:accessURL", Reference(file.url))
    node.add("dcat:downloadURL", Reference(file.url))
    node.add("dcat:mediaType", Reference(MEDIA + file.media_type, True))
    if file.size is not None:
        node.add("dcat:byteSize", number(file.size))
    for value in licence_of(licence):
        node.add("dct:license", value)
    return node


def licence_of(licence: Licence | None) -> Iterator[Reference]:
    """Yield the licence of a file, where it has an address."""
    if licence and licence.url:
        yield Reference(licence.url, True)


def agent(body: Body) -> Node:
    """Return a body that publishes."""
    node = Node("", "foaf:Agent")
    node.add("foaf:name", words(body.name))
    return node


def theme(dataset: Dataset) -> Node:
    """Return the category of a data set."""
    node = Node("", "skos:Concept")
    node.add("skos:notation", text(dataset.theme_code))
    node.add("skos:prefLabel", words(dataset.theme))
    return node


def span(dataset: Dataset) -> Node:
    """Return the days a data set stands for."""
    node = Node("", "dct:PeriodOfTime")
    if dataset.period:
        node.add("dcat:startDate", day(dataset.period.first.isoformat()))
        node.add("dcat:endDate", day(dataset.period.last.isoformat()))
    return node


def place(holding: Holding) -> Node:
    """Return the place a catalogue is about, by its division code."""
    node = Node("", "dct:Location")
    node.add("dct:identifier", Literal(holding.code))
    node.add("skos:prefLabel", words(holding.place))
    return node
