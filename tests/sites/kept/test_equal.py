"""Whatever is edited, a build that knows of those before makes what a build from nothing makes."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from disclosure.kept import looks
from disclosure.sites.build import Built, Request, build_sites
from disclosure.sites.kept.whole import Whole, outset_of
from tests.results.trees import copy_standard
from tests.sites.kept.edits import EDITS
from tests.sites.trees import DAY, SMALL, content_of

ROUNDS, EDITS_A_ROUND = 14, 9  # times four seeds: 504 edits


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A root with a standard of its own."""
    folder = copy_standard(tmp_path / "root")
    shutil.rmtree(folder / "catalogue" / "overrides")
    return Path(shutil.copytree(SMALL, folder, dirs_exist_ok=True))


def build(root: Path, output: Path, day: date = DAY, *, is_kept: bool = True) -> Built:
    """Build, and hold what is said without a build against it."""
    request = Request(root, output, day, is_kept=is_kept)
    outset = outset_of(root, output, request.config, day, b"", is_vouched=False)
    whole = outset.before() if outset and is_kept else None
    built = build_sites(request, outset=outset if is_kept else None)
    if whole:
        assert not any(one.witness for one in built.outcomes)
        assert whole == Whole(len(built.outcomes), built.pages, built.notes)
    return built


def clean(root: Path, folder: Path, day: date = DAY) -> tuple[Built, dict[str, bytes]]:
    """Build from nothing; return what it came to and all it wrote."""
    shutil.rmtree(folder, ignore_errors=True)
    return build(root, folder, day, is_kept=False), content_of(folder)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_the_output_is_that_of_a_clean_build(
    root: Path, tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    if seed % 2:
        monkeypatch.setattr(looks, "SETTLED", -(10**15))  # what the system says is relied on
    rng = Random(seed)
    done, day, compared = list[str](), DAY, 0
    build(root, tmp_path / "output")
    for _ in range(ROUNDS):
        done.clear()
        before = Path(shutil.copytree(root, tmp_path / "before", dirs_exist_ok=False))
        for edit in rng.choices(EDITS, k=EDITS_A_ROUND):
            done.append(edit.__name__)
            edit(root, rng)
        if rng.random() < 0.2:
            day = DAY + timedelta(days=rng.choice([0, 1, 9, 30]))

        again = build(root, tmp_path / "output", day)
        whole, wanted = clean(root, tmp_path / "clean", day)

        assert again.problems == whole.problems, done
        if whole.failed:  # the old site of a place that is not in order stays: put all in order
            shutil.rmtree(root / "content")
            shutil.rmtree(root / "catalogue")
            shutil.copytree(before, root, dirs_exist_ok=True, ignore=lambda *_: [".build"])
        else:
            assert content_of(tmp_path / "output") == wanted, done
            compared += 1
        shutil.rmtree(before)
    assert compared
