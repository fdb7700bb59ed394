from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.json import Decoder

from disclosure.search.state import State

ANY = Decoder[object]()


@pytest.fixture
def state(tmp_path: Path) -> State:
    return State(tmp_path / "state")


def test_what_was_kept_comes_back(state: State) -> None:
    state.write("a/value", "key", {"村": [1, None]})
    state.write_lines("b/lines", "key", ["村\n", "\ud800务\n"])

    assert state.read("a/value", "key", ANY) == {"村": [1, None]}
    assert list(state.read_lines("b/lines", "key") or ()) == ["村\n", "\ud800务\n"]


def test_for_another_key_nothing_is_kept(state: State) -> None:
    state.write("a", "key", 1)
    state.write_lines("b", "key", ["1\n"])

    assert state.read("a", "other", ANY) is None
    assert state.read_lines("b", "other") is None
    assert state.read("c", "key", ANY) is None


@pytest.mark.parametrize("cut", [0, 1, 20, 33, 40, -1])
def test_what_is_cut_short_counts_as_nothing(state: State, cut: int) -> None:
    state.write("a", "key", ["村务公开"])
    state.write_lines("b", "key", ["村务公开\n", "村务公开\n"])
    for name in ("a", "b"):
        path = state.folder / name
        path.write_bytes(path.read_bytes()[:cut])

    assert state.read("a", "key", ANY) is None
    assert state.read_lines("b", "key") is None


def test_what_another_seal_has_signed_counts_as_nothing(state: State) -> None:
    State(state.folder, b"theirs").write("a", "key", 1)

    assert State(state.folder, b"ours").read("a", "key", ANY) is None


def test_what_fails_leaves_what_was_there(state: State) -> None:
    def lines() -> object:
        yield "new\n"
        raise ValueError

    state.write_lines("a", "key", ["old\n"])
    with pytest.raises(ValueError):  # noqa: PT011 - our own, without a text
        state.write_lines("a", "key", lines())  # type: ignore[arg-type]

    assert list(state.read_lines("a", "key") or ()) == ["old\n"]
    assert [path.name for path in state.folder.iterdir()] == ["a"]


def test_half_a_character_is_not_kept_and_nothing_before_it_is_believed(state: State) -> None:
    state.write("a", "key", ["村务"])
    state.write("a", "key", ["村\ud800务"])

    assert state.read("a", "key", ANY) is None


def test_what_is_not_of_the_kind_that_is_asked_for_counts_as_nothing(state: State) -> None:
    state.write("a", "key", {"村": 1})

    assert state.read("a", "key", Decoder(list[str])) is None
