"""The pages are valid HTML, says the Nu checker."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.browser.checkers import NU, WITHOUT_NU, has_nu
from tests.browser.city import PAGES

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not has_nu(), reason=WITHOUT_NU)]


def check(files: list[Path]) -> list[str]:
    """Return the errors of the checker, one line each."""
    command = ["java", "-jar", str(NU), "--errors-only", "--exit-zero-always", *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return run.stderr.splitlines()


def test_every_type_of_page_is_valid_html(city: Path) -> None:
    errors = check([city / name for name in PAGES])

    assert errors == []


def test_the_checker_is_heard(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text(
        '<!doctype html><html lang="zh-CN"><title>页</title><p><div></p></html>', "utf-8"
    )

    assert len(check([page])) >= 1
