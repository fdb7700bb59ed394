"""What a mirror costs is counted whole: heads and bodies, lists as a web server compresses them."""

from __future__ import annotations

import gzip
import http.client
from pathlib import Path
from urllib.parse import urlsplit

from bench.checked_copy import check_copy
from bench.counted import counting
from bench.peer_mirror import tar_zst

LIST = b'{"a": 1}' * 100


def test_bytes_of_both_sides_are_counted(tmp_path: Path) -> None:
    (tmp_path / "list.json").write_bytes(LIST)
    (tmp_path / "pack.zst").write_bytes(bytes(1000))
    packed = len(gzip.compress(LIST, 6, mtime=0))

    with counting(tmp_path) as (address, counted):
        line = http.client.HTTPConnection(urlsplit(address).netloc)
        for path, headers in (
            ("/list.json", {"Accept-Encoding": "gzip"}),
            ("/pack.zst", {"Range": "bytes=400-"}),
            ("/none.json", {}),
        ):
            line.request("GET", path, headers=headers)
            line.getresponse().read()
        line.close()

    absent = len(b"404 Not Found\n")
    assert counted.bodies == {"/list.json": packed, "/pack.zst": 600, "/none.json": absent}
    assert counted.requests == 3
    assert counted.bytes == counted.heads + packed + 600 + absent


def test_copy_that_is_checked_is_as_it_was_made(tmp_path: Path) -> None:
    rows = list(check_copy(tmp_path / "copy", 200, 1))

    assert [what for what, _ in rows] == [
        "verify 200 files, every byte, warm",
        "start-up check of 200 files",
    ]


def test_archive_of_a_folder_has_one_size_wherever_it_lies(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.html").write_bytes(LIST)

    assert tar_zst(tmp_path / "one") == tar_zst(tmp_path / "other")
