from __future__ import annotations

from disclosure.catalogue import Kind
from tests.rules.verbs import GOOD, check_clean, problems_of

ALBUM = "album: {author: 村文书, taken_on: 2026-10-10, place: 通组道路}\n"
TEXT = GOOD.replace("author: 村文书\n", "author: 村文书\n" + ALBUM)


def test_good_entry_has_only_keys_of_its_kind() -> None:
    text = GOOD

    check_clean(text)


def test_block_of_another_kind_is_found() -> None:
    text = TEXT

    (problem,) = problems_of(text)

    assert (problem.code, problem.line, problem.field) == ("key-not-for-kind", 8, "album")
    assert "相册（albums）" in problem.hint_zh


def test_block_may_stand_in_its_own_kind() -> None:
    text = TEXT

    codes = {problem.code for problem in problems_of(text, kind=Kind.ALBUMS)}

    assert "key-not-for-kind" not in codes


def test_page_has_no_category() -> None:
    text = GOOD

    fields = {p.field for p in problems_of(text, kind=Kind.PAGES) if p.code == "key-not-for-kind"}

    assert fields == {"category"}
