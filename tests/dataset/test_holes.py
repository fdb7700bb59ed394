"""What frictionless lets pass, and we do not; each test first shows that it does."""

from __future__ import annotations

import ast
import socket
from pathlib import Path

import pytest

from disclosure.catalogue.frictionless_check import faults_of
from disclosure.dataset import read_resources
from disclosure.dataset.explain import explain
from disclosure.dataset.values import read_values
from disclosure.marked import Given, read_marked
from tests.dataset.ledgers import (
    ROOT,
    ledger,
    problems_of,
    schema_of,
    sentence_of,
    table_of,
    values_of,
)

FILE = "data/t/datapackage.yaml"
NUMBERS = {"fields": [{"name": "a", "type": "number"}]}
INTEGERS = {"fields": [{"name": "a", "type": "integer"}]}


def found_in(folder: Path, resource: str, before: str = "", table: bytes = b"a\n1\n") -> list[str]:
    """Return what is found in a package of one resource, written `code:field`."""
    (folder / "t.csv").write_bytes(table)
    text = f"{before}resources:\n  - name: t\n" + "".join(
        f"    {line}\n" for line in resource.splitlines()
    )
    given, problems = read_marked(text, FILE)
    assert problems == []
    _, problems = read_resources(str(folder), given or Given(0, 0), FILE)
    return [f"{problem.code}:{problem.field}" for problem in problems]


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every socket be an error."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.parametrize("text", ["NaN", "INF", "-inf", "1_000", "１２", " 5 ", "1e3", "+5", ".5"])
def test_number_in_another_dress_is_refused(text: str) -> None:
    assert list(faults_of(NUMBERS, ["a"], [[text]])) == []

    assert values_of(ledger({"amount": text})) is None
    (problem,) = problems_of(ledger({"amount": text}))
    assert problem.code == "table-row-wrong"
    assert "应写成普通数字" in problem.message_zh


@pytest.mark.parametrize("text", ["1_0", "１２", " 5 ", "+5"])
def test_whole_number_in_another_dress_is_refused(text: str) -> None:
    assert list(faults_of(INTEGERS, ["a"], [[text]])) == []

    (problem,) = problems_of(ledger({"entry_no": text}))
    assert "应写成普通整数" in problem.message_zh


def test_types_are_never_inferred_so_that_codes_keep_their_leading_noughts() -> None:
    from frictionless import Schema
    from frictionless.resources import TableResource

    inferred = TableResource(data=[["a"], ["007"]])
    inferred.infer()
    schema = schema_of("fields:\n  - {name: a, type: string}\n")
    table = table_of(("a",), ("007",))

    assert Schema.to_descriptor(inferred.schema)["fields"] == [{"name": "a", "type": "integer"}]
    values = read_values(table, schema, {})
    assert values is not None
    assert values.rows[0].cells == {"a": "007"}


def test_codes_that_differ_in_leading_noughts_are_different_keys() -> None:
    schema = schema_of("fields:\n  - {name: a, type: string}\nprimaryKey: [a]\n")

    assert read_values(table_of(("a",), ("7",), ("07",)), schema, {}) is not None
    assert read_values(table_of(("a",), ("07",), ("07",)), schema, {}) is None


def test_negative_amount_is_a_number() -> None:
    assert values_of(ledger({"amount": "-1866.40"})) is not None


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1 个月电费",
        "-1 个月电费",
        "@SUM(A1:A9)",
        "\t=1+1 电费",
        "\r电费四个字",
        "  =1+1",
        "\u3000＝1+1",
        "＋１个月电费",
        "－1 个月电费",
        "＠甲村村委会",
        "\ufeff=1+1",
        "\u200b=1+1",
        "﹣1 个月电费",
        "'=1+1",
        '"=1+1"',
        "＂＝1+1",
        "` =1+1",
    ],
)
def test_formula_in_a_text_column_is_refused(text: str) -> None:
    assert values_of(ledger({"summary": text})) is None

    (problem,) = problems_of(ledger({"summary": text}))

    assert (problem.code, problem.row, problem.field) == ("cell-formula", 2, "summary")


@pytest.mark.parametrize(
    "text", ["电费=1866.40元", "1-9月电费", "（-1）楼照明", "—— 合计 ——", "“+1”行动电费"]
)
def test_sign_within_a_text_is_no_formula(text: str) -> None:
    assert values_of(ledger({"summary": text})) is not None


def test_unique_keys_are_enforced() -> None:
    schema = schema_of(
        "fields:\n  - {name: a, type: integer}\n  - {name: b, type: string}\nuniqueKeys: [[a, b]]\n"
    )
    table = table_of(("a", "b"), ("1", "x"), ("2", "x"), ("01", "x"))

    assert read_values(table, schema, {}) is None
    (problem,) = explain(table, schema, {})
    assert (problem.code, problem.row) == ("key-unique", 4)


def test_categories_are_enforced() -> None:
    schema = schema_of("fields:\n  - {name: a, title: 类, type: string, categories: [甲, 乙]}\n")
    table = table_of(("a",), ("甲",), ("丙",))

    assert read_values(table, schema, {}) is None
    (problem,) = explain(table, schema, {})
    assert sentence_of(problem) == "类“丙”不在可填的范围内，可填“甲”、“乙”"


@pytest.mark.parametrize(
    ("resource", "expected"),
    [
        ("path: https://example.org/t.csv", ["resource-path:path"]),
        ("path: ftp://example.org/t.csv", ["resource-path:path"]),
        ("path: ../t.csv", ["resource-path:path"]),
        ("path: [t.csv, t.csv]", ["resource-path:path"]),
        ("path: t.csv\nschema: https://example.org/t.json", ["resource-schema:schema"]),
        ("path: t.csv\nschema: schema.yaml", ["resource-schema:schema"]),
        ("path: t.csv\nprofile: https://example.org/p.json", ["resource-property:profile"]),
        ("path: t.csv\n$schema: https://example.org/p.json", ["resource-property:$schema"]),
        ("path: t.csv\nextrapaths: [t.csv]", ["resource-property:extrapaths"]),
        ("path: t.csv\nscheme: multipart", ["resource-property:scheme"]),
        ("path: t.csv\ncompression: zip", ["resource-property:compression"]),
        ("path: t.csv\ndialect: {delimiter: ;}", ["resource-property:dialect"]),
        ("path: t.csv\nencoding: gb18030", ["resource-property:encoding"]),
        ("path: t.csv\ndata: [[a], [1]]", ["resource-property:data"]),
        ("path: t.csv\nencoding: utf-8\nformat: csv\ntype: table", []),
    ],
)
def test_what_lies_elsewhere_or_is_read_otherwise_is_refused_before_a_socket_opens(
    tmp_path: Path, no_network: None, resource: str, expected: list[str]
) -> None:
    assert found_in(tmp_path, resource) == expected


def test_remote_profile_of_the_package_is_refused(tmp_path: Path, no_network: None) -> None:
    found = found_in(tmp_path, "path: t.csv", "$schema: https://example.org/p.json\n")

    assert found == ["resource-property:$schema"]


def test_explaining_opens_no_socket(no_network: None) -> None:
    assert len(problems_of(ledger({"amount": "x"}))) == 1


def test_encoding_is_never_guessed(tmp_path: Path) -> None:
    table = "a\n收入\n".encode("gb18030")

    assert found_in(tmp_path, "path: t.csv", table=table) == ["resource-unreadable:"]


@pytest.mark.parametrize(
    ("schema", "reason"),
    [
        ("{fields: [{name: a, type: string, constraints: x}]}", "constraints"),
        ("{fields: [{name: a, type: any}]}", "类型“any”"),
        ("{fields: [{name: a, type: number, decimalChar: ','}]}", "decimalChar"),
        ("{fields: [{name: a, type: string}], missingValues: ['-']}", "空格子"),
        ("{fields: [{name: a, type: string}], foreignKeys: []}", "foreignKeys"),
        ("{fields: [{name: a, type: string}], primaryKey: b}", "主键“b”"),
        ("{fields: [{name: a, type: string}, {name: a, type: string}]}", "列名不能重复"),
        ("{fields: [{name: a, type: boolean}]}", "类型“boolean”"),
        ("{fields: [{name: a, type: number, scale: two}]}", "scale"),
        ("{fields: []}", "列名"),
    ],
)
def test_schema_of_a_package_may_say_little(tmp_path: Path, schema: str, reason: str) -> None:
    (tmp_path / "t.csv").write_bytes(b"a\n1\n")
    text = f"resources:\n  - name: t\n    path: t.csv\n    schema: {schema}\n"
    given, _ = read_marked(text, FILE)

    tables, (problem,) = read_resources(str(tmp_path), given or Given(0, 0), FILE)

    assert tables == ()
    assert problem.code == "resource-schema"
    assert reason in problem.message_zh


def test_pattern_is_taken_from_the_catalogue_alone() -> None:
    field = "{name: a, type: string, constraints: {pattern: (a+)+b}}"

    _, problems = read_marked(
        f"resources: [{{path: t.csv, schema: {{fields: [{field}]}}}}]\n", FILE
    )

    assert [problem.code for problem in problems] == ["yaml-too-deep"]


def test_schema_of_a_package_is_followed(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes(b"a,b\n01,1\n02,x\n")
    fields = "[{name: a, type: string}, {name: b, title: 数, type: number}]"
    text = f"resources:\n  - name: t\n    path: t.csv\n    schema: {{fields: {fields}}}\n"
    given, _ = read_marked(text, FILE)

    (table,), problems = read_resources(str(tmp_path), given or Given(0, 0), FILE)

    assert problems == []
    assert table.schema is not None
    assert read_values(table, table.schema, {}) is None
    (problem,) = explain(table, table.schema, {})
    assert sentence_of(problem) == "数“x”应填数字"


def test_frictionless_is_never_asked_to_run_in_parallel() -> None:
    file = ROOT / "disclosure" / "catalogue" / "frictionless_check.py"
    keywords = [
        (keyword.arg, ast.unparse(keyword.value))
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        for keyword in node.keywords
    ]

    assert ("parallel", "False") in keywords
    assert ("parallel", "True") not in keywords
