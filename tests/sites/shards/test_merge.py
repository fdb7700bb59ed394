"""Parts made one output again: the bytes of one build, or a refusal that says why."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from disclosure.catalogue import PRODUCT
from disclosure.division import load_register
from disclosure.problem import DisclosureError
from disclosure.sites.build import Built, Request, build_sites
from disclosure.sites.output import PART
from disclosure.sites.shards.merge import merge_parts
from disclosure.sites.shards.shard import Shard
from tests.sites.trees import DAY, SMALL, VILLAGE, build, content_of, copy_small

CONFIG = PRODUCT / "pelicanconf.py"


def build_parts(root: Path, folder: Path, count: int) -> list[Path]:
    """Build all parts into folders of their own."""
    parts = [folder / f"part-{number}" for number in range(1, count + 1)]
    for number, part in enumerate(parts, 1):
        build_sites(Request(root, part, DAY, shard=Shard(number, count)))
    return parts


def merge(parts: list[Path], output: Path, root: Path = SMALL) -> Built:
    return merge_parts(parts, root, output, CONFIG)


def refused(parts: list[Path], output: Path, root: Path = SMALL) -> str:
    """Return the message and the codes with which parts are refused; nothing is written."""
    before = content_of(output)
    with pytest.raises(DisclosureError) as caught:
        merge(parts, output, root)
    assert content_of(output) == before
    return "\n".join(f"{one.code} {one.message_zh}" for one in caught.value.problems)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one build makes."""
    output = tmp_path_factory.mktemp("whole")
    build(SMALL, output)
    return content_of(output)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Three parts of the small tree; no test may change them."""
    return build_parts(SMALL, tmp_path_factory.mktemp("parts"), 3)


@pytest.fixture
def parts(made: list[Path], tmp_path: Path) -> list[Path]:
    """Three parts that a test may change."""
    return [Path(shutil.copytree(part, tmp_path / part.name)) for part in made]


def change(part: Path, **values: object) -> None:
    """Write other values into the record of a part."""
    record = json.loads((part / PART).read_text("utf-8"))
    (part / PART).write_text(json.dumps(record | values), "utf-8")


def test_merged_parts_are_one_build_byte_for_byte(
    made: list[Path], whole: dict[str, bytes], tmp_path: Path
) -> None:
    built = merge(made[::-1], tmp_path)

    assert built.problems == ()
    assert len(built.outcomes) == len(load_register(SMALL))
    assert content_of(tmp_path) == whole


def test_part_holds_its_own_sites_and_its_record_alone(made: list[Path]) -> None:
    sites = [{path.name for path in part.iterdir()} - {PART} for part in made]

    assert sorted(code for some in sites for code in some) == sorted(
        load_register(SMALL).division_by_code
    )
    assert all((part / PART).is_file() for part in made)


def test_merging_over_an_older_output_leaves_nothing_of_it(
    made: list[Path], whole: dict[str, bytes], tmp_path: Path
) -> None:
    root, output = copy_small(tmp_path), tmp_path / "output"
    canal = root / "content/9901/990101/990101100/articles/canal-repaired.md"
    canal.rename(canal.with_name("canal-mended.md"))
    build(root, output)
    page = output / "990101001" / "index.html"
    before = page.stat().st_ino

    merge(made, output)

    assert content_of(output) == whole
    assert page.stat().st_ino == before  # a site that is the same stays where it is


def test_merging_is_shared_among_processes(
    made: list[Path], whole: dict[str, bytes], tmp_path: Path
) -> None:
    merge_parts(made, SMALL, tmp_path, CONFIG, jobs=2)

    assert content_of(tmp_path) == whole


def test_full_build_into_a_part_makes_it_a_whole(
    parts: list[Path], whole: dict[str, bytes]
) -> None:
    build(SMALL, parts[0])

    assert content_of(parts[0]) == whole


def test_site_that_failed_in_its_part_is_named_and_keeps_its_previous_one(tmp_path: Path) -> None:
    root, output = copy_small(tmp_path), tmp_path / "output"
    build(root, output)
    old = content_of(output / "990101100201")
    broken = root / VILLAGE / "notices" / "pond-lease.md"
    broken.write_text(broken.read_text("utf-8").replace("E0405", "E9999"), "utf-8")
    parts = build_parts(root, tmp_path, 2)

    built = merge(parts, output, root)

    assert [division.code for division in built.failed] == ["990101100201"]
    assert [problem.code for problem in built.problems] == ["site-not-in-parts"]
    assert "第 2/2 份" in built.problems[0].message_zh
    assert content_of(output / "990101100201") == old


def test_part_twice_and_part_missing_are_refused(parts: list[Path], tmp_path: Path) -> None:
    said = refused([parts[0], parts[1], parts[1]], tmp_path / "output")

    assert "parts-not-whole" in said
    assert "第 2/3 份不止一个" in said
    assert "缺少第 3/3 份" in said


def test_site_in_two_parts_is_refused(parts: list[Path], tmp_path: Path) -> None:
    shutil.copytree(parts[0] / "9901", parts[1] / "9901")
    sites = json.loads((parts[1] / PART).read_text("utf-8"))["sites"]
    change(parts[1], sites=sites | {"9901": 1})

    said = refused(parts, tmp_path / "output")

    assert said.startswith("parts-not-whole")
    assert "（9901）的网站不止一个" in said


def test_division_in_no_part_is_refused(parts: list[Path], tmp_path: Path) -> None:
    sites = json.loads((parts[0] / PART).read_text("utf-8"))["sites"]
    del sites["9901"]
    change(parts[0], sites=sites)

    assert "缺少试验市（9901）的网站" in refused(parts, tmp_path / "output")


def later(root: Path, part: Path) -> None:
    build_sites(Request(root, part, DAY + timedelta(1), shard=Shard(3, 3)))


def edited(root: Path, part: Path) -> None:
    canal = root / "content/9901/990101/990101100/articles/canal-repaired.md"
    canal.write_text(canal.read_text("utf-8").replace("一千二百米", "一千三百米"), "utf-8")
    build_sites(Request(root, part, DAY, shard=Shard(3, 3)))


def registered(root: Path, part: Path) -> None:
    register = root / "catalogue" / "divisions.csv"
    register.write_text(register.read_text("utf-8").replace("甲村", "甲子村"), "utf-8")
    build_sites(Request(root, part, DAY, shard=Shard(3, 3)))


@pytest.mark.parametrize(
    ("make", "what"),
    [(later, "日期"), (edited, "内容或更正记录"), (registered, "程序、目录或设置")],
)
def test_parts_made_of_something_else_are_refused(
    parts: list[Path], tmp_path: Path, make: Callable[[Path, Path], None], what: str
) -> None:
    root = copy_small(tmp_path)

    make(root, parts[2])

    said = refused(parts, tmp_path / "output")
    assert said.startswith("parts-differ")
    assert f"的{what}不同" in said


def test_parts_made_with_other_settings_than_those_here_are_refused(
    parts: list[Path], tmp_path: Path
) -> None:
    with pytest.raises(DisclosureError) as caught:
        merge_parts(parts, SMALL, tmp_path / "output", PRODUCT / "publishconf.py")

    assert "本机" in caught.value.problems[0].message_zh


@pytest.mark.parametrize("damage", ["gone", "no JSON", "{}", '{"form": 2}', "[]"])
def test_folder_that_is_no_part_is_refused(parts: list[Path], tmp_path: Path, damage: str) -> None:
    (parts[1] / PART).write_text(damage, "utf-8")
    if damage == "gone":
        (parts[1] / PART).unlink()

    assert refused(parts, tmp_path / "output").startswith("part-wrong")


@pytest.mark.parametrize("code", ["../part-1/9901", "9902"])
def test_part_with_a_site_of_no_division_is_refused(
    parts: list[Path], tmp_path: Path, code: str
) -> None:
    change(parts[1], sites={code: 1})

    assert f"登记表中没有区划 {code}" in refused(parts, tmp_path / "output")


def test_part_that_lost_a_site_is_refused(parts: list[Path], tmp_path: Path) -> None:
    shutil.rmtree(parts[0] / "9901")

    assert "其中没有 9901 的网站" in refused(parts, tmp_path / "output")


def test_link_in_a_part_is_not_followed(parts: list[Path], tmp_path: Path) -> None:
    page = parts[0] / "9901" / "index.html"
    page.rename(tmp_path / "elsewhere.html")
    page.symlink_to(tmp_path / "elsewhere.html")

    with pytest.raises(OSError, match=r"index\.html"):
        merge(parts, tmp_path / "output")

    assert not (tmp_path / "output" / "9901").exists()


def test_parts_are_not_merged_into_one_of_them(parts: list[Path]) -> None:
    assert "output-refused" in refused(parts, parts[0])


def test_part_that_is_being_built_anew_has_no_record(parts: list[Path]) -> None:
    request = Request(SMALL, parts[0], DAY, shard=Shard(1, 3))

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_sites(replace(request), stop)

    assert not (parts[0] / PART).exists()
