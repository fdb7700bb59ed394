"""`tasks.py verify` tells whether sites are what was signed, in a folder or on a web server."""

from __future__ import annotations

import http.server
import shutil
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tasks import program
from tests.mirror.network import VILLAGE, Publisher, make_keys
from tests.mirror.test_sync import FILES

INDEX = f"{VILLAGE}/index.html"
TODAY = datetime.now(UTC).date()  # the program reads the clock


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sites as they stand on a server, with the bundle that was signed of them."""
    folder = tmp_path_factory.mktemp("verify")
    Publisher(folder / "bundle", make_keys(folder / "keys"), TODAY).publish(FILES)
    for path, data in FILES.items():
        (folder / "sites" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "sites" / path).write_bytes(data)
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "copy"))


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    """The address at which the sites are served."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    handler = partial(Quiet, directory=str(folder / "sites"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def run(where: object, folder: Path, *arguments: str) -> Result:
    command = ["verify", str(where), "--bundle", str(folder / "bundle"), *arguments]
    return CliRunner().invoke(program, command)


def test_sites_that_are_what_was_signed(folder: Path) -> None:
    done = run(folder / "sites", folder)

    assert done.exit_code == 0
    assert f"{VILLAGE} 网页（第 1 版，{TODAY}）：2 个文件与签发的完全一致" in done.stdout


def test_every_file_that_differs_is_named(folder: Path) -> None:
    site = folder / "sites" / VILLAGE
    (site / "index.html").write_bytes(b"<p>forged</p>")
    (site / "articles/road.html").unlink()
    (site / "more.html").write_bytes(b"x")
    (site / "search/index").mkdir(parents=True)
    (site / "search/index/terms.js").write_bytes(b"x")

    done = run(folder / "sites", folder)

    assert done.exit_code == 1
    for line in (
        f"被改动：{INDEX}",
        f"缺少：{VILLAGE}/articles/road.html",
        f"多出：{VILLAGE}/more.html",
        f"多出：{VILLAGE}/search/index/terms.js",
    ):
        assert line in done.stdout


def test_site_that_nobody_signed_is_named(folder: Path) -> None:
    (folder / "sites/990121100999").mkdir()

    done = run(folder / "sites", folder)

    assert done.exit_code == 1
    assert "990121100999：不在签名的清单里" in done.stdout


def test_part_that_is_not_there_is_no_difference(folder: Path) -> None:
    shutil.rmtree(folder / "sites/990121/search")

    assert run(folder / "sites", folder).exit_code == 0


def test_mirror_on_a_web_server(folder: Path, address: str) -> None:
    same = run(address, folder, "--division", VILLAGE)
    (folder / "sites" / INDEX).write_bytes(b"<p>forged</p>")
    other = run(address, folder, "--division", VILLAGE)

    assert same.exit_code == 0
    assert other.exit_code == 1
    assert f"被改动：{INDEX}" in other.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("nowhere",), "没有文件夹"), (("http://127.0.0.1:1",), "请用 --division 写明区划代码")],
)
def test_what_was_typed_wrongly_is_told(
    folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = run(arguments[0], folder)

    assert done.exit_code == 2
    assert said in done.stderr


def test_bundle_that_is_not_there_is_told(folder: Path) -> None:
    done = CliRunner().invoke(program, ["verify", str(folder / "sites")])

    assert done.exit_code == 2  # it is what was typed that is wrong
    assert "里没有离线包" in done.stdout + done.stderr
