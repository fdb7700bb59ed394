from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from msgspec.structs import replace

from disclosure.search.document import Document, in_order
from disclosure.search.reading import read_texts
from disclosure.search.texts import BLOCK, write_texts
from tests.search.documents import SUBJECTS, VILLAGE, documents, numbered, put_texts


def written(documents: list[Document]) -> dict[str, str]:
    return dict(write_texts(VILLAGE, documents, SUBJECTS))


def value_of(text: str) -> dict[str, object]:
    """Return what a block hands to the browser."""
    return dict(json.loads(text.removeprefix("DISCLOSURE.texts(").removesuffix(");\n")))


def test_a_small_site_is_one_file_that_says_what_is_found_in_it() -> None:
    one = Document("articles/a", "三月收支", "2026-03-05", "E0203", "table", "收入\n支出")

    files = written([one])

    assert value_of(files["docs.js"]) == {
        "version": 1,
        "site": VILLAGE,
        "block": 0,
        "blocks": 0,
        "documents": 1,
        "revision": "14d5ab46f4d8",
        "categories": [["E0203", "财务收支", "E02", "集体财务"]],
        "texts": [["articles/a", "三月收支", "2026-03-05", 0, "table", "收入\n支出", []]],
    }


def test_what_fits_a_block_is_one_file_and_one_more_moves_it_to_a_block() -> None:
    full, more = written(numbered(BLOCK)), written(numbered(BLOCK + 1))

    assert list(full) == ["docs.js"]
    assert list(more) == ["docs.js", "docs-1.js"]
    assert value_of(more["docs-1.js"])["texts"] == value_of(full["docs.js"])["texts"]
    assert len(value_of(more["docs.js"])["texts"]) == 1  # type: ignore[arg-type]


def test_a_full_block_stays_as_it_is_when_documents_are_added() -> None:
    before, after = written(numbered(2 * BLOCK + 1)), written(numbered(3 * BLOCK - 1))

    changed = [name for name in after if before.get(name) != after[name]]

    assert changed == ["docs.js"]


def test_documents_stand_oldest_first_whatever_the_order_given() -> None:
    ordered = numbered(60)

    assert written(ordered[::-1]) == written(ordered)


def test_a_withdrawn_document_leaves_its_slot_and_no_text() -> None:
    kept = numbered(3)
    kept[1] = replace(kept[1], withdrawn=True)

    text = written(kept)["docs.js"]

    assert value_of(text)["documents"] == 2
    assert value_of(text)["texts"][1] is None  # type: ignore[index]
    assert kept[1].title not in text
    assert kept[1].address not in text


def test_the_revision_tells_apart_what_can_be_found() -> None:
    first = numbered(2)
    other = [first[0], replace(first[1], body="改过")]

    revisions = {value_of(written(each)["docs.js"])["revision"] for each in (first, other)}

    assert len(revisions) == 2


def test_a_line_separator_and_half_a_character_do_not_break_the_script() -> None:
    odd = replace(numbered(1)[0], title="甲\u2028乙\ud800")

    text = written([odd])["docs.js"]

    assert "\u2028" not in text
    assert text.encode()
    assert value_of(text)["texts"][0][1] == odd.title  # type: ignore[index]


@given(documents(most=120))
def test_what_is_written_is_read_back(tmp_path_factory: object, drawn: list[Document]) -> None:
    folder = Path(tmp_path_factory.mktemp("texts"))  # type: ignore[attr-defined]

    found = read_texts(put_texts(folder, VILLAGE, drawn), VILLAGE)

    assert list(found.documents) == in_order(drawn)
    assert set(found.subjects) == {one.category for one in drawn if one.category}
