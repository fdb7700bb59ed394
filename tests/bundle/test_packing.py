"""A part is packed from what was listed, and from nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.bundle.making.compress import FEW_LEVEL, LEVEL, SHARED_LEVEL
from disclosure.bundle.making.folder import BundleFolder
from disclosure.bundle.making.listing import Listed, list_site
from disclosure.bundle.making.packing import Packer, level_of
from disclosure.bundle.parts import COMMON, Part
from disclosure.problem import DisclosureError
from tests.bundle.sites import COUNTY, VILLAGE, contents, write_files, write_output

NAMES = [f"{VILLAGE}/articles/road.html", f"{VILLAGE}/files/plan.pdf"]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_grew_since_it_was_listed_is_told(tmp_path: Path, name: str) -> None:
    output = write_output(tmp_path / "out", {NAMES[1]: bytes(70_000)})
    (listed,) = [one for one in list_site(output, VILLAGE, 0) if one.part is Part.PAGES]
    write_files(output, {name: bytes(80_000)})

    with pytest.raises(DisclosureError) as caught:
        Packer(output, BundleFolder(tmp_path / "b")).pack(listed)

    assert [(one.code, one.file) for one in caught.value.problems] == [
        ("bundle-file-changed", name)
    ]


def test_hashes_alone_are_those_of_what_would_be_written(tmp_path: Path) -> None:
    output = write_output(tmp_path / "out", {NAMES[1]: bytes(70_000)})
    (listed,) = [one for one in list_site(output, VILLAGE, 0) if one.part is Part.PAGES]

    alone = Packer(output, None).pack(listed)

    assert alone == Packer(output, BundleFolder(tmp_path / "b")).pack(listed)
    assert len(contents(tmp_path / "b")) == 3  # a pack, a manifest, a file carried alone


@pytest.mark.parametrize(
    ("site", "part", "level"),
    [
        (VILLAGE, Part.PAGES, LEVEL),
        (VILLAGE, Part.SEARCH, LEVEL),
        (COUNTY, Part.PAGES, SHARED_LEVEL),
        (COUNTY, Part.SEARCH, FEW_LEVEL),
        (COUNTY, Part.GATHERED, FEW_LEVEL),
        (COMMON, Part.THEME, SHARED_LEVEL),
        (COMMON, Part.FRONT, LEVEL),
    ],
)
def test_what_many_fetch_is_packed_smallest_and_what_few_fetch_quickest(
    site: str, part: Part, level: int
) -> None:
    assert level_of(Listed(site, part, (), "")) == level
