"""Finds Firefox and drives it over Marionette: lengths and JSON on a local socket, no library."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROGRAMS = ("firefox-esr", "firefox")
PORT = "MarionetteActivePort"  # the file in the profile that tells the port
WAIT = 60  # seconds
PREFERENCES = {
    "marionette.port": 0,
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    # No host but this machine: what a page must never ask for could not be got either.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
}


def find_firefox() -> str | None:
    """The path of the browser, from the variable FIREFOX or the search path; never a download."""
    given = os.environ.get("FIREFOX")
    return shutil.which(given) if given else next(filter(None, map(shutil.which, PROGRAMS)), None)


class Firefox:
    """A window of Firefox."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), WAIT)
        self.rest = b""
        self.number = 0
        self.receive()  # it greets
        self.ask("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {}}})

    def receive(self) -> Any:  # JSON
        while b":" not in self.rest:
            self.read()
        length, _, self.rest = self.rest.partition(b":")
        while len(self.rest) < int(length):
            self.read()
        body, self.rest = self.rest[: int(length)], self.rest[int(length) :]
        return json.loads(body)

    def read(self) -> None:
        data = self.socket.recv(1 << 16)
        assert data, "Firefox has hung up"
        self.rest += data

    def ask(self, command: str, values: dict[str, Any]) -> Any:
        """Give a command and return its result."""
        self.number += 1
        message = json.dumps([0, self.number, command, values]).encode()
        self.socket.sendall(str(len(message)).encode() + b":" + message)
        _, _, error, result = self.receive()
        assert error is None, error
        return result

    def goto(self, address: str) -> None:
        self.ask("WebDriver:Navigate", {"url": address})

    def evaluate(self, expression: str) -> Any:
        """Return the value of an expression in the page."""
        script = {"script": f"return {expression}", "args": []}
        return self.ask("WebDriver:ExecuteScript", script)["value"]

    def wait_for(self, expression: str) -> Any:
        """Return the value of an expression once it is true."""
        end = time.monotonic() + WAIT
        while not (value := self.evaluate(expression)):
            assert time.monotonic() < end, f"never true: {expression}"
            time.sleep(0.05)
        return value


@contextmanager
def open_firefox(path: str, profile: Path) -> Iterator[Firefox]:
    """A window in an empty profile; the program has ended when the block does."""
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in
             PREFERENCES.items())  # fmt: skip
    (profile / "user.js").write_text("\n".join(lines), "utf-8")
    command = [path, "--marionette", "--headless", "--no-remote", "--profile", str(profile)]
    environment = os.environ | {"HOME": str(profile), "MOZ_CRASHREPORTER_DISABLE": "1"}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as program:
        try:
            window = Firefox(port_of(profile / PORT, program))
            with window.socket:
                yield window
        finally:
            program.terminate()


def port_of(file: Path, program: subprocess.Popen[bytes]) -> int:
    """The port Firefox listens on, once it has told."""
    end = time.monotonic() + WAIT
    while not (file.is_file() and file.read_text().strip()):
        assert program.poll() is None, "Firefox has ended"
        assert time.monotonic() < end, "Firefox does not start"
        time.sleep(0.1)
    return int(file.read_text())
