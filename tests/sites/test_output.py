"""Where a build may write: never over sources, over what it did not make, or through a link."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from disclosure.catalogue import PRODUCT
from disclosure.problem import DisclosureError
from tests.sites.trees import SMALL, build, content_of, copy_small


def code_of(root: Path, output: Path) -> str:
    """Return the code a build into this folder is refused with."""
    with pytest.raises(DisclosureError) as caught:
        build(root, output)
    (problem,) = caught.value.problems
    return problem.code


@pytest.mark.parametrize(
    "place", [".", "..", "content", "content/9901", "content/new", "catalogue", "theme"]
)
def test_folder_of_sources_is_refused_and_stays_as_it_was(tmp_path: Path, place: str) -> None:
    root = copy_small(tmp_path)
    before = content_of(root)

    assert code_of(root, root / place) == "output-refused"

    assert content_of(root) == before


@pytest.mark.parametrize("place", [".", "theme", "disclosure", "plugins/new"])
def test_folder_of_the_product_is_refused(place: str) -> None:
    assert code_of(SMALL, PRODUCT / place) == "output-refused"


def test_link_to_a_folder_of_sources_is_refused(tmp_path: Path) -> None:
    root = copy_small(tmp_path)
    (tmp_path / "link").symlink_to(root / "content")

    assert code_of(root, tmp_path / "link") == "output-refused"


@pytest.mark.parametrize("name", ["9901", "theme", "index.html", ".building"])
def test_link_in_the_output_is_refused_and_not_followed(tmp_path: Path, name: str) -> None:
    output, outside = tmp_path / "output", tmp_path / "outside"
    output.mkdir()
    outside.mkdir()
    (outside / "index.html").write_text("not ours")
    (output / name).symlink_to(outside)

    assert code_of(SMALL, output) == "output-refused"

    assert content_of(outside) == {"index.html": b"not ours"}


def test_folder_no_build_has_made_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / "letter.txt").write_text("keep")

    assert code_of(SMALL, tmp_path) == "output-refused"

    assert content_of(tmp_path) == {"theme/letter.txt": b"keep"}


def test_file_is_no_output_folder(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("")

    assert code_of(SMALL, tmp_path / "output") == "output-refused"


def test_second_build_into_the_same_folder_is_refused_while_the_first_runs(tmp_path: Path) -> None:
    handle = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)

    try:
        assert code_of(SMALL, tmp_path) == "output-busy"
    finally:
        os.close(handle)


def test_folder_is_free_again_after_a_build(tmp_path: Path) -> None:
    build(SMALL, tmp_path, codes=("9901",))

    assert build(SMALL, tmp_path, codes=("9901",)).problems == ()
