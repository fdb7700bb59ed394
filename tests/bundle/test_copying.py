"""A stick holds a share of a bundle, and tells of the same releases."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.bundle.making.copying import Copied, copy_bundle, places_of_bundle
from disclosure.bundle.making.folder import BundleFolder
from disclosure.bundle.making.releasing import newest
from disclosure.bundle.parts import Part
from disclosure.bundle.subscription import Wish, everything, subscribe
from disclosure.problem import DisclosureError
from tests.bundle.sites import (
    COUNTY,
    OTHER,
    PLACES,
    VILLAGE,
    bundle,
    contents,
    page,
    write_files,
    write_output,
)


def copy(source: Path, folder: Path, *codes: str) -> Copied:
    wishes = [Wish(code) for code in codes]
    held = subscribe(PLACES, wishes) if codes else everything(PLACES)
    return copy_bundle(source, folder, held, lambda _done, _total: None)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A bundle of all sites at its second release."""
    output = write_output(tmp_path / "out")
    bundle(output, tmp_path / "b")
    write_files(output, {f"{VILLAGE}/articles/road.html": page("路修好了")})
    bundle(output, tmp_path / "b")
    write_files(tmp_path / "b" / "metadata", {"1.root.json": "{}"})
    return tmp_path / "b"


def test_a_share_is_the_same_release_and_no_more_than_is_needed(
    source: Path, tmp_path: Path
) -> None:
    copied = copy(source, tmp_path / "stick", VILLAGE)

    there, all_there = contents(tmp_path / "stick"), contents(source)
    assert copied.head == newest(BundleFolder(source)).head
    assert newest(BundleFolder(tmp_path / "stick")) == newest(BundleFolder(source))
    assert {name: all_there[name] for name in there} == there
    assert len([name for name in there if name.startswith("packs/")]) == 6
    assert len([name for name in there if name.startswith("deltas/")]) == 1
    assert "metadata/1.root.json" in there


def test_what_is_there_is_not_copied_again_and_the_rest_goes(source: Path, tmp_path: Path) -> None:
    copy(source, tmp_path / "stick", VILLAGE)
    write_files(tmp_path / "stick", {"packs/old.tar.zst": "x"})

    again = copy(source, tmp_path / "stick", OTHER)

    fresh = copy(source, tmp_path / "fresh", OTHER)
    assert contents(tmp_path / "stick") == contents(tmp_path / "fresh")
    assert again.new < fresh.new


def test_places_are_those_of_the_bundle(source: Path) -> None:
    assert places_of_bundle(source) == PLACES


def test_what_a_bundle_does_not_carry_cannot_be_copied(source: Path, tmp_path: Path) -> None:
    copy(source, tmp_path / "one", VILLAGE)
    held = subscribe(PLACES, [Wish(VILLAGE, chosen=((COUNTY, Part.SEARCH),))])

    with pytest.raises(DisclosureError) as caught:
        copy_bundle(tmp_path / "one", tmp_path / "two", held, lambda _done, _total: None)

    assert f"{COUNTY}/search" in caught.value.problems[0].message_zh


def test_a_folder_that_is_no_bundle_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    with pytest.raises(DisclosureError, match="no bundle"):
        places_of_bundle(tmp_path / "empty")
