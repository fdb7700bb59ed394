"""The file API of a build: every file follows its schema, every address leads somewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from disclosure.catalogue import PRODUCT
from tests.sites.opendata.places import CODE, read, with_summary
from tests.sites.trees import SMALL, build, content_of

API = PRODUCT / "docs" / "api"
SCHEMAS = sorted(path.name.removesuffix(".schema.json") for path in API.glob("*.schema.json"))


def faults(folder: Path, name: str) -> list[str]:
    """Return what does not fit its schema in the files of one name, of which there are some."""
    schema = read(API / f"{name}.schema.json")
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    files = sorted(folder.glob(f"*/api/v1/{name}.json")) or sorted(
        folder.glob(f"*/api/v1/{name}-*.json")
    )
    assert files
    return [
        f"{file.parts[-4]}: {error.json_path} {error.message}"
        for file in files
        for error in validator.iter_errors(json.loads(file.read_text("utf-8")))
    ]


def addresses(value: object) -> Iterator[str]:
    """Yield every address a file of the API names."""
    names = {"url", "csv", "csv_for_excel", "json", "descriptor", "committed_descriptor", "older"}
    if isinstance(value, dict):
        for name, part in value.items():
            if isinstance(part, str) and (name in names or name == "newer"):
                yield part
            yield from addresses(part)
    elif isinstance(value, list):
        for part in value:
            yield from addresses(part)


def missing(folder: Path) -> list[str]:
    """Return the addresses the files of the API name that lead nowhere."""
    return [
        f"{file.parts[-4]}: {url}"
        for file in sorted(folder.glob("*/api/v1/*.json"))
        for url in addresses(json.loads(file.read_text("utf-8")))
        if not url.startswith("http")
        if not (file.parents[2] / url.partition("#")[0]).is_file()
    ]


@pytest.mark.parametrize("name", SCHEMAS)
def test_file_follows_its_schema(output: Path, name: str) -> None:
    assert faults(output, name) == []


def test_every_address_of_the_interface_leads_somewhere(output: Path) -> None:
    assert missing(output) == []


def test_site_tells_where_the_other_files_are(output: Path) -> None:
    site = read(output / CODE / "api/v1/site.json")

    assert (site["name"], site["level"], site["public_url"]) == ("甲村", "village", None)
    assert all((output / CODE / file).is_file() for file in site["files"].values())
    assert (site["entries"]["count"], site["datasets"]["count"]) == (3, 2)


def test_what_is_gone_or_unfinished_is_in_no_file(output: Path) -> None:
    files = [path for path in (output / CODE).rglob("*") if path.suffix in (".json", ".ttl")]
    found = b"".join(path.read_bytes() for path in files if "corrections" not in path.name)

    assert "甲村2026年9月财务收支明细".encode() in found
    for title in ("甲村冬季防火提示", "甲村用水价格说明"):  # a draft, a withdrawn one
        assert title.encode() not in found


def test_divisions_of_the_city_lead_to_every_site(output: Path) -> None:
    divisions = read(output / "9901/api/v1/divisions.json")["divisions"]

    assert [one["division"] for one in divisions] == [
        "9901", "990101", "990101001", "990101001001", "990101100", "990101100201",
    ]  # fmt: skip
    assert [one["url"] for one in divisions[:2]] == ["index.html", "../990101/index.html"]


def test_division_that_is_not_built_has_no_address(tmp_path: Path) -> None:
    build(SMALL, tmp_path, codes=("990101",))

    divisions = read(tmp_path / "990101/api/v1/divisions.json")["divisions"]

    assert {one["division"]: one["url"] for one in divisions}["990101100"] is None


@pytest.mark.slow
@pytest.mark.parametrize("name", SCHEMAS)
def test_file_of_the_demonstration_follows_its_schema(city: Path, name: str) -> None:
    assert faults(city, name) == []


@pytest.mark.slow
def test_every_address_of_the_demonstration_leads_somewhere(city: Path) -> None:
    assert missing(city) == []


def test_same_content_gives_the_same_files(output: Path, tmp_path: Path) -> None:
    build(with_summary(tmp_path), tmp_path / "again")

    assert content_of(tmp_path / "again") == content_of(output)
