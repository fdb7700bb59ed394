from __future__ import annotations

from disclosure.catalogue.show import describe
from tests.rules.verbs import small_facts


def shown(code: str) -> list[str]:
    catalogue = small_facts().catalogue
    return describe(catalogue.categories[code], catalogue)


def test_description_begins_with_code_and_name() -> None:
    lines = shown("E0203")

    assert lines[0] == "E0203 财务收支汇总与资产负债"


def test_description_says_that_the_standard_is_a_reconstruction() -> None:
    lines = shown("S0101")

    assert "重新编制" in lines[-1]


def test_every_element_and_column_is_told() -> None:
    catalogue = small_facts().catalogue

    text = "\n".join(shown("E0207"))

    assert all(binding.element in text for binding in catalogue.bindings["E0207"])
    assert all(column in text for column in catalogue.tables["payment_roster"].columns)
    assert "本类目增列" in text


def test_element_is_told_with_the_key_that_gives_it() -> None:
    lines = shown("E0902")

    (line,) = [line for line in lines if "公示起止日期：" in line]

    assert "notice.from 和 notice.to 键" in line


def test_list_kept_off_the_web_tells_what_the_web_shows() -> None:
    text = "\n".join(shown("E0402"))

    assert "张贴地点（place）、名单行数（rows）" in text


def test_derived_category_names_its_origin() -> None:
    text = "\n".join(shown("E0206"))

    assert "由 E0202 财务收支明细 自动得出" in text


def test_every_category_can_be_described_without_a_code_left_over() -> None:
    catalogue = small_facts().catalogue

    texts = ["\n".join(describe(one, catalogue)) for one in catalogue.categories.values()]

    assert not [text[:5] for text in texts if "no_" in text or "index_only" in text]
