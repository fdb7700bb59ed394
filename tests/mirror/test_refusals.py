"""What a mirror refuses before it looks at any content, by the code of the problem."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.mirror.__main__ import root_of
from disclosure.mirror.home import Home, Settings, make_home
from disclosure.mirror.source import FolderSource
from disclosure.mirror.sync import sync
from disclosure.problem import DisclosureError
from tests.mirror.network import VILLAGE, Publisher, make_keys
from tests.mirror.point import BIG, FILES, NOON, home_of


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Publisher:
    folder = tmp_path_factory.mktemp("refusals")
    publisher = Publisher(folder / "stick", make_keys(folder / "keys"))
    publisher.publish(FILES, BIG)
    return publisher


def code_of(run: Callable[[], object]) -> str:
    with pytest.raises(DisclosureError) as raised:
        run()
    return raised.value.problems[0].code


def test_folder_without_a_bundle(tmp_path: Path) -> None:
    assert code_of(lambda: FolderSource(tmp_path)) == "bundle-not-there"


def test_folder_that_is_no_mirror(tmp_path: Path) -> None:
    assert code_of(lambda: Home(tmp_path).settings()) == "mirror-not-there"
    (tmp_path / "mirror.json").write_text("[]")
    assert code_of(lambda: Home(tmp_path).settings()) == "mirror-not-there"


def test_mirror_that_is_there_already(tmp_path: Path, made: Publisher) -> None:
    home_of(tmp_path / "home", made)

    again = Settings(VILLAGE, "x")
    assert code_of(lambda: make_home(tmp_path / "home", again, b"")) == "mirror-there-already"


def test_bundle_without_its_first_keys(tmp_path: Path) -> None:
    (tmp_path / "BUNDLE.json").write_text("{}\n")

    assert code_of(lambda: root_of(None, FolderSource(tmp_path), tmp_path)) == "root-missing"


def test_pack_that_was_altered(tmp_path: Path, made: Publisher) -> None:
    home = home_of(tmp_path / "home", made)
    source = FolderSource(made.folder)
    whole = source.read
    source.read = lambda path, start=0: (  # type: ignore[method-assign]
        chunk[::-1] if path.startswith("packs/") else chunk for chunk in whole(path, start)
    )

    assert code_of(lambda: sync(home, source, NOON)) == "bundle-file-damaged"
    assert home.current().number == 0
