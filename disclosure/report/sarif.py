"""The report in SARIF 2.1.0 (OASIS), which code hosting platforms show beside the changed lines."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from urllib.parse import quote

from disclosure.problem import Problem
from disclosure.report.plain import plain

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
NOT_BYTES = re.compile("[\ud800-\udc7f\udd00-\udfff]")  # surrogates that stand for no byte
Value = str | int | list["Value"] | dict[str, "Value"]


def write(problems: Sequence[Problem], *, checked: int) -> str:
    """Return one run; a rule is declared for every code that was found."""
    codes = sorted({problem.code for problem in problems})
    index_by_code = {code: index for index, code in enumerate(codes)}
    doc_by_code = {problem.code: problem.doc for problem in problems}
    rules: list[Value] = [{"id": code, "help": {"text": doc_by_code[code]}} for code in codes]
    results: list[Value] = [result(problem, index_by_code[problem.code]) for problem in problems]
    run: Value = {
        "tool": {"driver": {"name": "disclosure", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log: Value = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def result(problem: Problem, index: int) -> Value:
    """Return one finding; a problem of the command typed has no location."""
    text = f"{plain(problem.message_zh)}。改法：{plain(problem.hint_zh)}"
    found: dict[str, Value] = {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": problem.severity.value,
        "message": {"text": text},
        "properties": {
            "field": plain(problem.field),
            "message_en": plain(problem.message_en),
            "hint_en": plain(problem.hint_en),
        },
    }
    if problem.file:
        found["locations"] = [{"physicalLocation": location(problem)}]
    return found


def location(problem: Problem) -> Value:
    """Return the place; rows of a table count as lines, since readers know nothing else."""
    # The address names the bytes of the file name, also where they are no UTF-8.
    uri = quote(NOT_BYTES.sub("?", problem.file).encode("utf-8", "surrogateescape"))
    place: dict[str, Value] = {"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"}}
    line = problem.line or problem.row
    if line:
        region: dict[str, Value] = {"startLine": line}
        if problem.column:
            region["startColumn"] = problem.column
        place["region"] = region
    return place
