"""What somebody at a village point types, and what they are told."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from disclosure.mirror.__main__ import main
from tests.mirror.network import VILLAGE, Publisher, make_keys
from tests.mirror.point import BIG, FILES, NEW

TODAY = datetime.now(UTC).date()  # the program reads the clock


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("program")
    Publisher(folder / "stick", make_keys(folder / "keys"), TODAY).publish(FILES, BIG)
    return folder


@pytest.fixture
def stick(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made / "stick", tmp_path / "stick"))


@pytest.fixture
def home(tmp_path: Path, stick: Path) -> Path:
    assert run("init", tmp_path / "home", "--division", VILLAGE, "--source", str(stick)) == 0
    return tmp_path / "home"


def run(command: str, home: Path, *arguments: str) -> int:
    return main([command, "--home", str(home), *arguments])


def test_from_a_stick_to_a_village_that_is_up_to_date(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("sync", home) == 0
    assert f"已更新到第 1 版，数据截至 {TODAY}" in capsys.readouterr().out
    assert run("sync", home) == 0
    assert "没有新内容，仍是第 1 版" in capsys.readouterr().out
    assert run("verify", home) == 0
    assert "与签发的完全一致" in capsys.readouterr().out
    assert run("status", home) == 0
    assert f"区划代码：{VILLAGE}\n版本：第 1 版" in capsys.readouterr().out


def test_stick_that_cannot_be_believed_is_refused_with_what_to_do(
    home: Path, stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("sync", home)
    stamp = stick / "metadata/timestamp.json"
    about = json.loads(stamp.read_text())
    about["signed"]["version"] += 1
    stamp.write_text(json.dumps(about))
    capsys.readouterr()

    assert run("sync", home) == 1

    said = capsys.readouterr().err
    assert "签名不对，内容可能被改动过，没有采用。请不要使用这份离线包，并告诉发放单位" in said
    assert run("status", home) == 1
    assert "（没有成功）" in capsys.readouterr().out


def test_altered_page_is_named(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("sync", home)
    page = next((home / "sites").rglob(f"{VILLAGE}/index.html"))
    page.write_bytes(b"x")

    assert run("verify", home) == 1

    assert f"被改动：{VILLAGE}/index.html" in capsys.readouterr().out


def test_stick_without_a_bundle_is_told(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()

    assert run("sync", home, str(tmp_path / "empty")) == 1

    assert "里没有离线包。请写上 U 盘的盘符" in capsys.readouterr().err


def test_folder_that_is_no_mirror_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("sync", "verify", "status", "serve"):
        assert run(command, tmp_path) == 1
        assert "不是村级站点的文件夹" in capsys.readouterr().err


def test_mirror_is_not_made_twice(
    home: Path, stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()

    assert run("init", home, "--division", VILLAGE, "--source", str(stick)) == 1

    assert "已经是站点文件夹，没有改动" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["init"], "还要写上 --division, --source"),
        (["init", "--division", "99", "--source", "x"], "“99”不是区划代码"),
        (["sync", "--wrong"], "不认识 --wrong"),
        (["serve", "--port", "x"], "后面应是整数"),
        (["stick", "--division", "9901", "--source", "x", "--with", "9901", "y"], "代码/部分"),
        (["wrong"], "没有 'wrong' 这个命令"),
    ],
)
def test_what_is_typed_wrongly_is_told_in_chinese(
    typed: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as raised:
        main(typed)

    assert raised.value.code == 2
    assert said in capsys.readouterr().err


def test_clerk_fills_a_stick(
    home: Path, stick: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "usb"

    assert main(["stick", "--home", str(home), "--division", VILLAGE, "--source", str(stick),
                 "--open", str(other)]) == 0  # fmt: skip
    assert run("sync", home, str(other)) == 0

    assert f"已拷到 {other}：9901、" in capsys.readouterr().out
    assert (other / f"{VILLAGE}/index.html").read_bytes() != NEW[f"{VILLAGE}/index.html"]
