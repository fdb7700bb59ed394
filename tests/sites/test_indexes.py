"""The indexes a build writes after its sites: where they stand, what they hold, when they mend."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from disclosure.division import load_register
from disclosure.search.texts import BLOCK, file_of
from disclosure.sites import indexes
from disclosure.sites.build import Request, build_sites
from disclosure.sites.pages.search.large import MOST
from tests.sites.trees import DAY, SMALL, VILLAGE, build, content_of, copy_small

pytestmark = pytest.mark.slow

COUNTY, CITY, HOME = "990101", "9901", "990101100201"
LEASE = f"{VILLAGE}/notices/pond-lease.md"


def told(output: Path, code: str) -> dict[str, object]:
    """What an index says of itself."""
    text = (output / code / "search" / "index" / "search.json").read_text("utf-8")
    return dict(json.loads(text))


def withdraw(file: Path) -> None:
    """Leave what an entry is, and say that it was withdrawn."""
    header = file.read_text("utf-8").split("---\n")[1].split("elements:")[0]
    gone = "withdrawn: {date: 2026-11-01, reason: 写错}\n"
    file.write_text(f"---\n{header}{gone}---\n", "utf-8")


def test_county_and_city_have_an_index_of_all_below_them(tmp_path: Path) -> None:
    build(SMALL, tmp_path)

    found = sorted(path.parents[2].name for path in tmp_path.glob("*/search/index/search.json"))

    assert found == [CITY, COUNTY]
    assert told(tmp_path, COUNTY)["documents"] == 6
    assert told(tmp_path, CITY)["documents"] == 9


def test_village_alone_writes_no_index(tmp_path: Path) -> None:
    build(SMALL, tmp_path, codes=(HOME,))

    assert not list(tmp_path.glob("*/search/index"))
    assert (tmp_path / HOME / "search" / "docs.js").is_file()


def test_village_built_again_is_new_in_the_indexes_that_stand(tmp_path: Path) -> None:
    root, output = copy_small(tmp_path), tmp_path / "output"
    build(root, output)
    lease = root / LEASE
    lease.write_text(lease.read_text("utf-8").replace("竞标条件", "竞价须知"), "utf-8")

    build(root, output, codes=(HOME,))

    build(root, tmp_path / "clean")
    for code in (COUNTY, CITY):
        assert content_of(output / code) == content_of(tmp_path / "clean" / code)


def test_nothing_is_set_aside_for_a_place_of_another_output(tmp_path: Path) -> None:
    root = copy_small(tmp_path)
    request = Request(root, tmp_path / "output", DAY, is_kept=True)
    assert build_sites(request).problems == ()
    withdraw(root / LEASE)

    some = tuple(one for one in load_register(root) if one.code in (COUNTY, HOME))
    county = replace(request, output=tmp_path / "county", divisions=some)
    assert build_sites(county).problems == ()

    assert content_of(root / ".build" / "search" / "aside") == {}


def test_what_was_withdrawn_is_in_no_file_of_search(tmp_path: Path) -> None:
    root, output = copy_small(tmp_path), tmp_path / "output"
    request = Request(root, output, DAY, is_kept=True)
    assert build_sites(request).problems == ()
    withdraw(root / LEASE)

    assert build_sites(request).problems == ()

    kept = content_of(output) | content_of(root / ".build")
    assert [name for name, data in kept.items() if "年满十八周岁".encode() in data] == []


def test_a_build_that_believes_nothing_mends_files_altered_in_place(tmp_path: Path) -> None:
    root, output = copy_small(tmp_path), tmp_path / "output"
    request = Request(root, output, DAY, is_kept=True)
    build_sites(request)
    made = content_of(output)
    for path in (output / CITY / "search" / "index" / "base").rglob("*.js"):
        with path.open("a", encoding="utf-8") as file:
            file.write("//")
    altered = content_of(output)

    build_sites(replace(request, is_fresh=True))

    assert altered != made
    assert content_of(output) == made


def test_state_is_kept_below_the_root_only_where_asked(tmp_path: Path) -> None:
    root = copy_small(tmp_path)
    request = Request(root, tmp_path / "output", DAY)

    build_sites(request)
    without = (root / ".build").exists()
    build_sites(replace(request, is_kept=True))

    assert not without
    assert "search" in {path.name for path in (root / ".build").iterdir()}
    assert not (tmp_path / "output" / ".building").exists()


def test_index_is_the_same_with_and_without_what_was_kept(tmp_path: Path) -> None:
    root = copy_small(tmp_path)
    kept = Request(root, tmp_path / "kept", DAY, is_kept=True)

    build_sites(kept)
    build_sites(kept)
    build(root, tmp_path / "clean")

    assert content_of(tmp_path / "kept") == content_of(tmp_path / "clean")


def test_interrupted_build_leaves_the_old_index_and_the_next_one_mends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, output = copy_small(tmp_path), tmp_path / "output"
    build(root, output)
    before = content_of(output / COUNTY / "search" / "index")
    lease = root / LEASE
    lease.write_text(lease.read_text("utf-8").replace("竞标条件", "竞价须知"), "utf-8")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(indexes, "write_index", stop)
        with pytest.raises(KeyboardInterrupt):
            build(root, output)
    left = content_of(output / COUNTY / "search" / "index")
    build(root, output, codes=("990101001",))

    build(root, tmp_path / "clean")
    assert left == before
    assert content_of(output / COUNTY) == content_of(tmp_path / "clean" / COUNTY)


def test_index_that_is_gone_is_made_again_whatever_is_built(tmp_path: Path) -> None:
    build(SMALL, tmp_path)
    whole = content_of(tmp_path)
    for path in (tmp_path / CITY / "search" / "index").glob("*.js*"):
        path.unlink()

    build(SMALL, tmp_path, codes=(HOME,))

    assert content_of(tmp_path) == whole


def test_damaged_texts_are_a_problem_that_names_the_file(tmp_path: Path) -> None:
    build(SMALL, tmp_path)
    (tmp_path / HOME / "search" / "docs.js").write_text("DISCLOSURE.texts({", "utf-8")

    built = build(SMALL, tmp_path, codes=("990101001",))

    assert built.failed == ()
    (problem,) = built.problems
    assert f"{HOME}/search/docs.js" in f"{problem.file} {problem.message_zh}"


def test_place_in_a_site_of_an_earlier_version_is_left_out(tmp_path: Path) -> None:
    build(SMALL, tmp_path)
    (tmp_path / HOME / "search" / "docs.js").unlink()

    built = build(SMALL, tmp_path, codes=("990101001",))

    assert built.problems == ()
    assert told(tmp_path, COUNTY)["documents"] == 4


def test_index_of_a_place_that_needs_none_is_removed(tmp_path: Path) -> None:
    build(SMALL, tmp_path)
    stray = tmp_path / HOME / "search" / "index"
    stray.mkdir()
    (stray / "manifest.js").write_text("")

    build(SMALL, tmp_path, codes=("990101001",))

    assert not stray.exists()


def test_large_site_has_an_index_of_its_own() -> None:
    """Large is shown by a block that only a large site has."""
    register = load_register(SMALL)
    division = register.resolve(HOME)
    files = {HOME: {"docs.js", file_of(MOST // BLOCK)}}

    (scope,) = indexes.scopes_of([division], register, files)

    assert (scope.code, scope.divisions) == (HOME, ((HOME, "甲村"),))
