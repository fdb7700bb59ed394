from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from disclosure.catalogue import PRODUCT, Key, KeyType, Kind
from disclosure.catalogue.keys import load_keys
from disclosure.catalogue.table import load_tables
from disclosure.entry.misfit import FITS
from disclosure.marked import read_marked
from disclosure.problem import DisclosureError

TABLES = load_tables(PRODUCT)
KEYS = load_keys(PRODUCT, TABLES)


def levels() -> list[dict[str, Key]]:
    return [KEYS, *(key.fields for key in KEYS.values() if key.fields)]


@pytest.mark.parametrize("key", KEYS.values(), ids=lambda key: key.name)
def test_example_of_a_key_is_one_of_its_values(key: Key) -> None:
    given, problems = read_marked(f"{key.name}: {key.example}\n", "a.md")

    assert problems == []
    assert given is not None
    value = given.get(key.name)
    assert value is not None
    assert FITS[key.type](value) is None
    assert set((value.fields or {}).keys()) <= set(key.fields) or key.type is KeyType.LABELS


def test_each_chinese_name_leads_to_one_key_of_its_level() -> None:
    for keys in levels():
        declared = [key for key in keys.values() if key.synonyms or keys is KEYS]
        names = Counter(name for key in declared for name in (key.title, *key.synonyms))

        assert [name for name, count in names.items() if count > 1] == []


def test_block_has_the_columns_of_its_table() -> None:
    fields = KEYS["guide"].fields

    assert set(TABLES["service_item"].columns) == set(fields)
    assert fields["updated_on"].type is KeyType.DAY
    assert fields["legal_days"].type is KeyType.NUMBER
    assert fields["item_name"].title == "事项名称"


def test_options_of_a_vote_have_the_columns_too() -> None:
    options = KEYS["vote"].fields["options"]

    assert options.type is KeyType.MAPS
    assert {"option_no", "option_label", "votes"} <= set(options.fields)


def test_page_needs_no_category_and_everything_else_does() -> None:
    assert KEYS["category"].kinds == frozenset(Kind) - {Kind.PAGES}
    assert [key.name for key in KEYS.values() if key.is_required] == [
        "title",
        "category",
        "date",
        "publisher",
    ]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("- name: title\n  type: string\n", "key-list-wrong:1:type"),
        ("- type: text\n", "key-list-wrong:1:name"),
        ("- name: title\n  type: text\n  kinds: [news]\n", "key-list-wrong:1:kinds"),
        ("title: text\n", "key-list-wrong:1:name"),
        ("- name: a\n  type: map\n  fields:\n    - {name: b, type: x}\n", "key-list-wrong:4:type"),
        ("- name: [\n", "front-matter-not-yaml:2:"),
        ("", "yaml-unreadable:0:"),
    ],
)
def test_list_that_cannot_stand(tmp_path: Path, text: str, mark: str) -> None:
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / "keys.yml").write_text(text, "utf-8")

    with pytest.raises(DisclosureError) as caught:
        load_keys(tmp_path, {})

    assert [f"{one.code}:{one.line}:{one.field}" for one in caught.value.problems] == [mark]
