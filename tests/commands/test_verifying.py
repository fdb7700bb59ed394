"""`tasks.py verify` tells whether an output or a web server is exactly what was signed."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tasks import program
from tests.bundle.sites import CITY, NAMES, OTHER, VILLAGE, write_files, write_output
from tests.mirror.line import served
from tests.sites.trees import copy_small

INDEX = f"{VILLAGE}/index.html"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root with an output and a bundle of it that is signed."""
    root = copy_small(tmp_path_factory.mktemp("verify"))
    write_output(root / "output")
    shutil.rmtree(root / "output" / OTHER)  # is in no register, so it is not packed
    typed("keys", "make", "--development", "--keys", str(root / "keys"), "--root", str(root))
    done = typed("bundle", "--root", str(root), "--out", str(root / "b"), "--keys",
                 str(root / "keys"), "--as-of", date.today().isoformat())  # fmt: skip
    assert done.exit_code == 0, done.output
    return root


@pytest.fixture
def root(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "root"))


def typed(*arguments: str) -> Result:
    return CliRunner().invoke(program, list(arguments))


def verified(root: Path, place: str | Path, *arguments: str) -> Result:
    return typed("verify", str(place), "--bundle", str(root / "b"), *arguments)


def test_output_that_was_bundled_is_as_signed(root: Path) -> None:
    done = verified(root, root / "output")

    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "与签发的完全一致。")
    assert f"核对网站 {len(NAMES) - 1} 个" in done.stdout
    assert "请与签发单位公布的指纹对照" in done.stderr
    assert "演示用的密钥" in done.stderr


def test_keys_that_were_handed_over_are_believed_in_place_of_the_bundles(root: Path) -> None:
    first = root / "b/metadata/1.root.json"
    typed("keys", "make", "--development", "--keys", str(root / "k"), "--root", str(root))
    typed("bundle", "--root", str(root), "--out", str(root / "other"), "--keys", str(root / "k"))
    strange = str(root / "other/metadata/1.root.json")

    assert verified(root, root / "output", "--root-file", str(first)).exit_code == 0
    done = verified(root, root / "output", "--root-file", strange)
    assert done.exit_code == 1
    assert "的签名不对" in done.stderr


def test_one_site_alone_is_checked_where_it_is_asked_for(root: Path) -> None:
    write_files(root / "output", {f"{CITY}/index.html": "x", "strange.html": "x"})

    mine = verified(root, root / "output", "--division", VILLAGE)
    other = verified(root, root / "output", "--division", CITY)
    unknown = verified(root, root / "output", "--division", "990199")

    assert (mine.exit_code, other.exit_code, unknown.exit_code) == (0, 1, 1)
    assert f"{VILLAGE}：第 1 版，内容截至" in mine.stdout
    assert "990199" in unknown.stderr


def test_site_and_part_that_are_gone_are_missed(root: Path) -> None:
    shutil.rmtree(root / "output" / CITY)
    shutil.rmtree(root / "output" / VILLAGE / "data/ledger")

    done = verified(root, root / "output")

    assert done.exit_code == 1
    assert f"缺少：{CITY}/index.html" in done.stdout
    assert f"缺少：{VILLAGE}/data/ledger/ledger.csv" in done.stdout


def test_bundle_without_its_first_keys_is_told_how_to_name_them(root: Path) -> None:
    (root / "b/metadata/1.root.json").unlink()

    done = verified(root, root / "output")

    assert done.exit_code == 2
    assert "--root-file" in done.stderr


def test_files_that_differ_are_named_and_counted(root: Path) -> None:
    write_files(root / "output", {INDEX: "x", **{f"{CITY}/n{n}.html": "x" for n in range(25)}})
    (root / "output/robots.txt").unlink()

    done = verified(root, root / "output")

    lines = done.stdout.splitlines()
    assert done.exit_code == 1
    assert sum(line.startswith("多出：") for line in lines) == 20
    assert {"多出的还有 5 个", "缺少：robots.txt", f"被改动：{INDEX}"} <= set(lines)
    assert lines[-1] == "与签发的不一致：多出 25 个，缺少 1 个，被改动 1 个。"


def test_sites_on_the_web_are_checked_with_the_bundle_beside_them(root: Path) -> None:
    shutil.move(root / "b", root / "output/bundle")

    with served(root / "output") as line:
        whole = typed("verify", line.address)
        write_files(root / "output", {INDEX: "x"})
        altered = typed("verify", f"{line.address}/")

    assert (whole.exit_code, altered.exit_code) == (0, 1)
    assert "与签发的完全一致。" in whole.stdout
    assert "多出的文件，从网上查不出来" in whole.stdout
    assert f"被改动：{INDEX}" in altered.stdout


@pytest.mark.parametrize(
    ("place", "told"),
    [("nowhere", "没有文件夹“nowhere”"), (".", "“.”里没有离线包，请用 --bundle 写明")],
)
def test_folder_without_sites_or_bundle_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, told: str
) -> None:
    monkeypatch.chdir(tmp_path)

    done = typed("verify", place)

    assert done.exit_code == 2
    assert told in done.stderr


def test_bundle_taken_for_a_site_is_told_where_it_belongs(root: Path) -> None:
    done = typed("verify", str(root / "b"))

    assert done.exit_code == 2
    assert f"tasks.py verify output --bundle {root / 'b'}" in done.stderr


def test_web_server_without_a_bundle_is_told(root: Path) -> None:
    with served(root / "output") as line:
        done = typed("verify", line.address)

    assert done.exit_code == 2
    assert f"{line.address}/bundle 里没有签了名的离线包" in done.stderr
