"""A part is packed from what was listed, and from nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.bundle.making.folder import BundleFolder
from disclosure.bundle.making.listing import list_site
from disclosure.bundle.making.packing import Packer
from disclosure.bundle.parts import Part
from disclosure.problem import DisclosureError
from tests.bundle.sites import VILLAGE, contents, write_files, write_output

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
