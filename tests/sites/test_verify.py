"""What stands in the output is held against a build from nothing, file by file."""

from __future__ import annotations

import pytest

from disclosure.sites.build import Request, build_sites
from disclosure.sites.place import STAGING
from disclosure.sites.verify import verify_output
from tests.sites.trees import DAY, content_of, copy_small

CODE = "990101100201"


@pytest.fixture(scope="module")
def request_of(tmp_path_factory: pytest.TempPathFactory) -> Request:
    folder = tmp_path_factory.mktemp("verified")
    request = Request(copy_small(folder), folder / "output", DAY, is_kept=True)
    build_sites(request)
    return request


def found(request: Request) -> dict[str, str]:
    """Return what differs, with the words for how."""
    problems = verify_output(request)
    assert {problem.code for problem in problems} <= {"output-differs"}
    return {problem.file: problem.message_zh for problem in problems}


def test_what_a_build_has_made_is_what_another_makes(request_of: Request) -> None:
    before = content_of(request_of.output)

    assert found(request_of) == {}
    assert content_of(request_of.output) == before
    assert not (request_of.output / STAGING).exists() or not any(
        (request_of.output / STAGING).iterdir()
    )


def test_each_changed_missing_and_added_file_is_named(request_of: Request) -> None:
    site = request_of.output / CODE
    (site / "index.html").write_text("forged")
    (site / "api" / "v1" / "site.json").unlink()
    (site / "articles" / "extra.html").write_text("extra")

    told = found(request_of)

    assert list(told) == [
        f"{CODE}/api/v1/site.json",
        f"{CODE}/articles/extra.html",
        f"{CODE}/index.html",
    ]
    for words, text in zip(("缺失", "多出", "内容不同"), told.values(), strict=True):
        assert words in text


def test_a_build_that_believes_nothing_mends_it(request_of: Request) -> None:
    (request_of.output / CODE / "index.html").write_text("forged")

    build_sites(Request(request_of.root, request_of.output, DAY, is_kept=True, is_fresh=True))

    assert found(request_of) == {}
