"""A folder is what was signed, or every difference is named."""

from __future__ import annotations

from pathlib import Path

from disclosure.bundle.making.folder import BundleFolder
from disclosure.bundle.making.forgetting import load_version
from disclosure.bundle.making.releasing import newest
from disclosure.bundle.manifest import Line, read_manifest
from disclosure.bundle.places import FILE
from disclosure.bundle.subscription import everything
from disclosure.bundle.verify import verify
from disclosure.bundle.version import manifest_file
from tests.bundle.sites import PLACES, VILLAGE, bundle, write_files, write_output


def lines_of(folder: Path) -> list[Line]:
    """Return the lines of all manifests that the newest release names."""
    found = BundleFolder(folder)
    names = [
        manifest_file(packed.manifest)
        for line in newest(found).lines.values()
        for packed in load_version(found, line.version).parts.values()
    ]
    return [line for name in names for line in read_manifest(found.read(name), name)]


def test_every_file_added_missing_or_changed_is_named(tmp_path: Path) -> None:
    output = write_output(tmp_path / "out")
    bundle(output, tmp_path / "b")
    lines = [line for line in lines_of(tmp_path / "b") if line.path != FILE]
    assert not verify(output, lines, everything(PLACES))
    write_files(output, {f"{VILLAGE}/evil.html": "x", f"{VILLAGE}/index.html": "y"})
    (output / VILLAGE / "articles/road.html").unlink()
    (output / VILLAGE / "link.html").symlink_to("index.html")

    found = verify(output, lines, everything(PLACES))

    assert found.added == (f"{VILLAGE}/evil.html", f"{VILLAGE}/link.html")
    assert found.missing == (f"{VILLAGE}/articles/road.html",)
    assert found.changed == (f"{VILLAGE}/index.html",)


def test_a_link_in_place_of_a_file_is_a_change(tmp_path: Path) -> None:
    output = write_output(tmp_path / "out")
    bundle(output, tmp_path / "b")
    lines = [line for line in lines_of(tmp_path / "b") if line.path != FILE]
    page = output / VILLAGE / "index.html"
    page.rename(tmp_path / "index.html")
    page.symlink_to(tmp_path / "index.html")

    assert verify(output, lines, everything(PLACES)).changed == (f"{VILLAGE}/index.html",)
