"""A published table is the committed one, byte for byte, whatever a spreadsheet made of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites.trees import build, copy_small

PACKAGE = "content/9901/990101/990101100/990101100201/data/ledger-2026-09"
PUBLISHED = "990101100201/data/ledger-2026-09/ledger.csv"


@pytest.mark.parametrize(
    "written",
    [
        lambda text: text,
        lambda text: "\ufeff" + text.replace("\n", "\r\n"),
        lambda text: text.replace("公益支出", '"公益支出"').rstrip("\n"),
    ],
    ids=["as it is", "with a mark and the line ends of Windows", "quoted, without a last line end"],
)
def test_published_table_is_the_committed_one(tmp_path: Path, written: object) -> None:
    root, output = copy_small(tmp_path), tmp_path / "output"
    table = root / PACKAGE / "ledger.csv"
    content = written(table.read_bytes().decode()).encode()  # type: ignore[operator]
    table.write_bytes(content)

    build(root, output)

    assert (output / PUBLISHED).read_bytes() == content
