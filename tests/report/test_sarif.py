from __future__ import annotations

import json

from disclosure.report.sarif import write
from tests.report.samples import HOSTILE, PLAIN, WRONG


def test_log_is_sarif_with_a_rule_for_every_code_found() -> None:
    log = json.loads(write(PLAIN, checked=3))
    run = log["runs"][0]

    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    assert run["tool"]["driver"]["name"] == "disclosure"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        "sample-late",
        "sample-wrong",
    ]
    assert [(one["ruleId"], one["ruleIndex"], one["level"]) for one in run["results"]] == [
        ("sample-late", 0, "warning"),
        ("sample-wrong", 1, "error"),
        ("sample-wrong", 1, "error"),
    ]


def test_a_result_points_at_file_line_and_column() -> None:
    results = json.loads(write(PLAIN, checked=3))["runs"][0]["results"]

    assert results[1]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {
                    "uri": "content/9901/articles/a.md",
                    "uriBaseId": "%SRCROOT%",
                },
                "region": {"startLine": 7, "startColumn": 11},
            }
        }
    ]
    assert results[2]["locations"][0]["physicalLocation"]["region"] == {"startLine": 5}


def test_a_problem_of_a_whole_file_has_no_region_and_one_of_no_file_no_location() -> None:
    problems = [
        WRONG.at("a.md", value="x", suggestion="y"),
        WRONG.at("", value="x", suggestion="y"),
    ]

    of_file, of_nothing = json.loads(write(problems, checked=0))["runs"][0]["results"]

    assert "region" not in of_file["locations"][0]["physicalLocation"]
    assert "locations" not in of_nothing


def test_addresses_are_percent_encoded_bytes() -> None:
    results = json.loads(write(HOSTILE, checked=3))["runs"][0]["results"]
    uris = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results]

    assert uris[0] == "content/a%1B%5B31mred%00%07.md"
    assert uris[8].startswith("content/%FF")
    assert all(uri.isascii() and " " not in uri for uri in uris)


def test_no_problem_is_a_run_without_results() -> None:
    assert json.loads(write((), checked=3))["runs"][0]["results"] == []
