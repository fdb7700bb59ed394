"""What the tests here look at: the small tree and the demonstration city, each built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.city import build_city
from tests.sites.opendata.places import with_summary
from tests.sites.trees import build


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("opendata")
    built = build(with_summary(folder), folder / "output")
    assert built.problems == ()
    return folder / "output"


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_city(tmp_path_factory.mktemp("city"))
