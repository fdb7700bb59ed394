"""Settings: the product's own, and before them those a root brings."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.catalogue import PRODUCT
from disclosure.problem import DisclosureError
from disclosure.sites.runner import base_settings
from tests.sites.trees import build, copy_small


def test_settings_of_the_root_go_before_those_of_the_product(tmp_path: Path) -> None:
    root = copy_small(tmp_path)
    (root / "pelicanconf.py").write_text("FEED_MAX_ITEMS = 1\n")

    build(root, tmp_path / "output", codes=("9901",))

    feed = (tmp_path / "output" / "9901" / "feed.xml").read_text("utf-8")
    assert feed.count("<entry>") == 1


def test_settings_of_one_root_are_not_taken_for_those_another_file_builds_on(
    tmp_path: Path,
) -> None:
    root = copy_small(tmp_path)
    (root / "pelicanconf.py").write_text("FEED_MAX_ITEMS = 1\n")
    build(root, tmp_path / "first", codes=("9901",))

    settings = base_settings(tmp_path, PRODUCT / "publishconf.py")

    assert "disclosure_pages" in settings["PLUGINS"]


@pytest.mark.parametrize(("text", "line"), [("A = 1\nB = = 2\n", 2), ("A = 1\n\nB = 1 / 0\n", 3)])
def test_settings_that_cannot_be_read_are_a_problem_with_their_line(
    tmp_path: Path, text: str, line: int
) -> None:
    root = copy_small(tmp_path)
    (root / "pelicanconf.py").write_text(text)

    with pytest.raises(DisclosureError) as caught:
        build(root, tmp_path / "output")

    (problem,) = caught.value.problems
    assert (problem.code, problem.file, problem.line) == ("settings-wrong", "pelicanconf.py", line)


def test_public_site_is_refused_with_keys_for_development(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "DEVELOPMENT").touch()
    monkeypatch.setenv("DISCLOSURE_KEYS", str(tmp_path))

    with pytest.raises(DisclosureError) as caught:
        base_settings(tmp_path, PRODUCT / "publishconf.py")

    (problem,) = caught.value.problems
    assert problem.code == "settings-wrong"
    assert "演示用的密钥不能用于公开的网站" in problem.message_zh
