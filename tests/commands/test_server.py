from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.client import HTTPConnection, HTTPResponse
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest

from commands.server import HOST, Handler


@pytest.fixture
def address(tmp_path: Path) -> Iterator[tuple[str, int]]:
    """Serve a small output folder that lies beside a secret."""
    output = tmp_path / "output"
    (output / "9901").mkdir(parents=True)
    (output / "empty").mkdir()
    (output / "9901" / "index.html").write_text("<p>云澜市</p>", "utf-8")
    (output / "9901" / "table.csv").write_text("标题\n", "utf-8")
    (tmp_path / "secret.txt").write_text("secret")
    (output / "link.txt").symlink_to(tmp_path / "secret.txt")
    (output / "loop").symlink_to(output / "loop")
    (output / "empty" / "index.html").symlink_to(tmp_path / "secret.txt")
    (output / "bare").mkdir()
    server = ThreadingHTTPServer((HOST, 0), partial(Handler, directory=str(output)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield HOST, server.server_port
    server.shutdown()
    server.server_close()


def get(address: tuple[str, int], path: str) -> HTTPResponse:
    connection = HTTPConnection(*address, timeout=5)
    connection.request("GET", path)
    return connection.getresponse()


@pytest.mark.parametrize(
    ("path", "type_"),
    [
        ("/9901/", "text/html; charset=utf-8"),
        ("/9901/index.html", "text/html; charset=utf-8"),
        ("/9901/table.csv", "text/csv; charset=utf-8"),
    ],
)
def test_pages_and_tables_are_sent_as_utf8(address: tuple[str, int], path: str, type_: str) -> None:
    response = get(address, path)

    assert (response.status, response.getheader("Content-Type")) == (200, type_)


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/9901/../../secret.txt",
        "//etc/passwd",
        "/link.txt",
        "/loop",
        "/empty/",
        "/bare/",
        "/%00",
        "/missing.html",
    ],
)
def test_nothing_outside_the_folder_is_sent(address: tuple[str, int], path: str) -> None:
    response = get(address, path)

    assert response.status == 404
    assert b"secret" not in response.read()


@pytest.mark.parametrize("host", ["example.org", "example.org:{port}", "127.0.0.1:1", ""])
def test_a_request_meant_for_another_host_is_refused(address: tuple[str, int], host: str) -> None:
    connection = HTTPConnection(*address, timeout=5)
    connection.putrequest("GET", "/9901/", skip_host=True)
    connection.putheader("Host", host.format(port=address[1]))
    connection.endheaders()
    response = connection.getresponse()

    assert response.status == 421
    assert "云澜市" not in response.read().decode()


def test_this_machine_has_two_names(address: tuple[str, int]) -> None:
    connection = HTTPConnection(*address, timeout=5)
    connection.request("GET", "/9901/", headers={"Host": f"localhost:{address[1]}"})

    assert connection.getresponse().status == 200


def test_a_folder_without_its_slash_leads_to_it(address: tuple[str, int]) -> None:
    response = get(address, "/9901")

    assert (response.status, response.getheader("Location")) == (301, "/9901/")
