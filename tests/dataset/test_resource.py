from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.dataset import DataTable, read_resources
from disclosure.marked import Given, read_marked
from disclosure.problem import Problem

FILE = "data/members/datapackage.yaml"
GOOD = "resources:\n  - name: members\n    path: members.csv\n    schema: 'table:officials'\n"
TABLE = "division_code,person_name\n990101100201,王一\n990101100201,\n"


def read(
    folder: Path, descriptor: str, table: bytes | None
) -> tuple[tuple[DataTable, ...], list[Problem]]:
    given, problems = read_marked(descriptor, FILE)
    assert problems == []
    if table is not None:
        (folder / "members.csv").write_bytes(table)
    return read_resources(folder, given or Given(0, 0, fields={}), FILE)


def marks(problems: list[Problem]) -> list[str]:
    return [f"{one.code}:{one.file.rsplit('/', 1)[-1]}:{one.line or one.row}" for one in problems]


def test_table_is_read_as_text_with_its_standard(tmp_path: Path) -> None:
    (table,), problems = read(tmp_path, GOOD, TABLE.encode())

    assert problems == []
    assert (table.name, table.table, table.file) == (
        "members",
        "officials",
        "data/members/members.csv",
    )
    assert table.columns == ("division_code", "person_name")
    assert list(table.column("person_name")) == ["王一", ""]
    assert list(table.column("post")) == []


def test_column_is_filled_when_any_cell_is() -> None:
    table = DataTable("a", "a.csv", 1, "", ("name", "note"), (("甲", " "), ("", "")))

    assert table.is_filled("name")
    assert not table.is_filled("note")
    assert not table.is_filled("post")


def test_column_of_an_empty_table_counts_as_filled() -> None:
    table = DataTable("a", "a.csv", 1, "", ("name",), ())

    assert table.is_filled("name")


def test_byte_order_mark_and_windows_lines_of_a_spreadsheet_are_accepted(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + TABLE.replace("\n", "\r\n").encode()

    (table,), problems = read(tmp_path, GOOD, data)

    assert problems == []
    assert table.columns[0] == "division_code"


@pytest.mark.parametrize(
    "descriptor", ["title: 甲\n", "resources:\n", "resources: []\n", "resources: 甲\n"]
)
def test_package_must_list_a_table(tmp_path: Path, descriptor: str) -> None:
    tables, problems = read(tmp_path, descriptor, None)

    assert tables == ()
    assert [problem.code for problem in problems] == ["package-without-table"]


@pytest.mark.parametrize(
    "path",
    [
        "../members.csv",
        "/etc/passwd",
        "https://example.cn/a.csv",
        "a/b.csv",
        "Members.csv",
        "members.xlsx",
        "''",
    ],
)
def test_path_must_stay_in_the_package(tmp_path: Path, path: str) -> None:
    _, problems = read(tmp_path, GOOD.replace("members.csv", path), TABLE.encode())

    assert marks(problems) == ["resource-path:datapackage.yaml:3"]


def test_path_may_not_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(TABLE, "utf-8")
    (tmp_path / "members.csv").symlink_to(tmp_path / "secret")

    _, problems = read(tmp_path, GOOD, None)

    assert marks(problems) == ["resource-path:datapackage.yaml:3"]


def test_resource_that_is_no_map_is_a_problem(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "resources: [members.csv]\n", TABLE.encode())

    assert marks(problems) == ["resource-path:datapackage.yaml:1"]


def test_missing_file_is_named_where_it_is_listed(tmp_path: Path) -> None:
    _, problems = read(tmp_path, GOOD, None)

    assert marks(problems) == ["resource-missing:datapackage.yaml:3"]


@pytest.mark.parametrize(
    ("data", "mark"),
    [
        (TABLE.encode("gbk"), "resource-unreadable:members.csv:0"),
        (b"", "resource-unreadable:members.csv:1"),
        (b"\n\n", "resource-unreadable:members.csv:1"),
        (b'a,b\n1,"x"y\n', "resource-unreadable:members.csv:2"),
        (b"a,b\n1," + b"x" * 200_000, "resource-unreadable:members.csv:2"),
        (b"a;b\n1;2\n", "resource-unreadable:members.csv:1"),
        ("a，b\n1，2\n".encode(), "resource-unreadable:members.csv:1"),
        (b"a\tb\n1\t2\n", "resource-unreadable:members.csv:1"),
        (b"a,b\n1\n", "resource-row-width:members.csv:2"),
        (b"a,b\n1,2\n1,2,3\n", "resource-row-width:members.csv:3"),
        (b"a,b\n1,2\n\n1,2\n", "resource-row-width:members.csv:3"),
        (b"a,a\n1,2\n", "resource-column-duplicate:members.csv:1"),
        (b"a,\n1,2\n", "resource-column-duplicate:members.csv:1"),
    ],
)
def test_table_that_cannot_stand(tmp_path: Path, data: bytes, mark: str) -> None:
    tables, problems = read(tmp_path, GOOD, data)

    assert tables == ()
    assert marks(problems) == [mark]


def test_every_wrong_row_is_named(tmp_path: Path) -> None:
    _, problems = read(tmp_path, GOOD, b"a,b\n1\n1,2\n1,2,3\n")

    assert marks(problems) == [
        "resource-row-width:members.csv:2",
        "resource-row-width:members.csv:4",
    ]
