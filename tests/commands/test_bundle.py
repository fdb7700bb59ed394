"""`tasks.py bundle` packs what was built, and says what is lacking."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tasks import program
from tests.bundle.sites import COUNTY, VILLAGE, contents, page, texts, write_files, write_output
from tests.sites.trees import copy_small


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A root whose sites stand in its output."""
    root = copy_small(tmp_path)
    write_output(root / "output")
    return root


def run(root: Path, *arguments: str) -> Result:
    command = ["bundle", "--root", str(root), "--as-of", "2026-11-22", *arguments]
    return CliRunner().invoke(program, command)


def test_all_sites_are_packed_and_then_nothing_more(root: Path) -> None:
    out = str(root / "stick")

    first, second = run(root, "--out", out), run(root, "--out", out)

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "第 1 次发布" in first.stderr
    assert "没有变化，仍是第 1 次发布" in second.stderr


def test_one_division_by_its_name_and_a_part_by_choice(root: Path) -> None:
    done = run(root, "--out", str(root / "b"), "--division", "甲村", "--with", f"{COUNTY}/search")

    assert done.exit_code == 0
    assert len([name for name in contents(root / "b") if name.startswith("packs/")]) == 7


def test_what_left_is_named(root: Path) -> None:
    run(root, "--out", str(root / "b"))
    files = {
        f"{VILLAGE}/search/docs.js": texts(),
        f"{VILLAGE}/articles/road.html": page("已撤回"),
    }
    write_files(root / "output", files)

    done = run(root, "--out", str(root / "b"))

    told = f"{VILLAGE}：articles/road、data/ledger不再公开，以前的版本已从离线包中删除。"
    assert told in done.stderr


def test_forgetting_is_told(root: Path) -> None:
    run(root, "--out", str(root / "b"))

    done = run(root, "--out", str(root / "b"), "--forget", "甲村")

    assert f"{VILLAGE}：按 --forget 的要求" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--with", "search"], "应为 990101/search 这样的写法"),
        (["--with", "990101/theme"], "应为 990101/search 这样的写法"),
        (["--with", "990101/search"], "--with 与 --division 一起使用"),
        (["--division", "不存在村"], "没有找到区划"),
        (["--output", "nowhere"], "没有生成好的网站"),
    ],
)
def test_what_was_typed_wrongly_is_told(root: Path, arguments: list[str], said: str) -> None:
    done = run(root, "--out", str(root / "b"), *arguments)

    assert done.exit_code == 2
    assert said in done.stderr
    assert not (root / "b").exists()


def test_a_share_of_a_build_is_not_packed(root: Path) -> None:
    (root / "output/part.json").write_text("{}")

    done = run(root, "--out", str(root / "b"))

    assert "build merge" in done.stderr


def test_the_site_of_a_division_that_was_not_built_is_missed(root: Path) -> None:
    (root / "output" / VILLAGE / "index.html").unlink()

    done = run(root, "--out", str(root / "b"), "--division", VILLAGE)

    assert f"没有 {VILLAGE} 的网站" in done.stderr
    assert "tasks.py build" in done.stderr  # the remedy of bundle-not-built
