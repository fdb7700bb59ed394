"""A site that is as it was is known by what the system says of its files."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.bundle.making import survey
from disclosure.bundle.making.kept import Kept
from disclosure.bundle.making.survey import said_of_site
from disclosure.kept.store import open_store
from tests.bundle.sites import CITY, COUNTY, OTHER, TOWN, VILLAGE, bundle, contents, write_output

SITES = [CITY, COUNTY, TOWN, VILLAGE, OTHER]
LATER = 1 << 62  # a disk's clock that is far ahead: all files have settled
ROAD = f"{VILLAGE}/articles/road.html"


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return write_output(tmp_path / "out")


def rewrite(path: Path) -> None:
    """Change a byte of a file, and give it the old time."""
    about = path.stat()
    data = path.read_bytes()
    path.write_bytes(data[:-1] + b"!")
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))


@pytest.mark.parametrize(
    "change",
    [
        lambda output: rewrite(output / ROAD),
        lambda output: (output / ROAD).unlink(),
        lambda output: (output / ROAD).rename(output / VILLAGE / "articles/way.html"),
        lambda output: (output / ROAD).rename(output / VILLAGE / "data/road.html"),
        lambda output: (output / VILLAGE / "articles/new.html").write_bytes(b"x"),
        lambda output: (output / VILLAGE / "link.html").symlink_to("index.html"),
        lambda output: (output / VILLAGE / "articles").rename(output / VILLAGE / "other"),
        lambda output: (output / ROAD).chmod(0o600),
    ],
)
def test_site_that_was_changed_by_hand_is_another(
    output: Path, change: Callable[[Path], object]
) -> None:
    before = [said_of_site(f"{output}/{site}", LATER) for site in SITES]

    change(output)

    after = [said_of_site(f"{output}/{site}", LATER) for site in SITES]
    changed = [site for site, one, other in zip(SITES, before, after, strict=True) if one != other]
    assert changed == [VILLAGE]


def test_site_with_a_file_that_may_still_change_unseen_is_not_believed(output: Path) -> None:
    opened = (output / ROAD).stat().st_ctime_ns + survey.SETTLED

    assert said_of_site(f"{output}/{VILLAGE}", opened) == ""
    assert said_of_site(f"{output}/{VILLAGE}", opened + survey.SETTLED) != ""


def test_processes_say_what_one_says(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = survey.survey(str(output), SITES, LATER, jobs=1)
    monkeypatch.setattr(survey, "MANY", 1)
    monkeypatch.setattr(survey, "BATCH", 2)

    assert survey.survey(str(output), SITES, LATER, jobs=2) == alone
    assert list(alone) == SITES


def test_folder_that_is_no_site_ends_as_it_did(output: Path) -> None:
    with pytest.raises(FileNotFoundError):
        survey.survey(str(output), ["990199"], LATER, jobs=1)


def test_other_bundle_of_sites_that_are_as_they_were_is_whole(
    output: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept says how sites were packed, not where."""
    for module in ("listing", "survey"):
        monkeypatch.setattr(f"disclosure.bundle.making.{module}.SETTLED", 0)
    for _ in range(2):
        bundle(output, tmp_path / "one", root=tmp_path)
    kept = Kept(open_store(tmp_path, "bundle"))
    assert kept.whole(VILLAGE, said_of_site(f"{output}/{VILLAGE}", LATER))

    bundle(output, tmp_path / "two", root=tmp_path)

    assert contents(tmp_path / "two") == contents(tmp_path / "one")
