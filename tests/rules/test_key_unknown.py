from __future__ import annotations

from disclosure.catalogue import Kind
from tests.rules.verbs import GOOD, check_clean, check_files, check_found, problems_of

AUTHOR = "author: 村文书\n"


def with_line(line: str) -> str:
    return GOOD.replace(AUTHOR, AUTHOR + line + "\n")


def test_every_key_of_the_list_may_be_used() -> None:
    text = with_line("keywords: [道路, 修补]")

    check_clean(text)


def test_unknown_key_is_found_with_its_line() -> None:
    text = with_line("save_as: index.html")

    check_found(text, ["key-unknown:8:save_as"])


def test_nearest_key_is_suggested() -> None:
    text = with_line("sumary: 修补三组道路")

    (problem,) = problems_of(text)

    assert "summary（内容概述）" in problem.hint_zh


def test_nearest_key_is_suggested_for_a_chinese_name() -> None:
    text = with_line("发文的字号: 甲村〔2026〕3号")

    (problem,) = problems_of(text)

    assert "document_number" in problem.hint_zh


def test_chinese_label_is_sent_to_the_elements() -> None:
    text = with_line("施工队伍: 村集体自建")

    (problem,) = problems_of(text)

    assert "elements:" in problem.hint_zh
    assert "施工队伍: ……" in problem.hint_zh


def test_field_of_a_map_is_sent_to_its_map() -> None:
    text = with_line("replied_on: 2026-10-11")

    (problem,) = problems_of(text)

    assert "letter:" in problem.hint_zh


def test_unknown_field_of_a_map_is_found() -> None:
    text = with_line("source: {name: 南镇人民政府, page: 3}")

    check_found(text, ["key-unknown:8:source.page"])


def test_unknown_field_in_a_list_of_maps_is_found() -> None:
    text = with_line("withdrawn: {date: 2026-10-20, reason: 有误, by: 村文书}")

    marks = [f"{problem.code}:{problem.field}" for problem in problems_of(text)]

    assert "key-unknown:withdrawn.by" in marks


def test_ascii_comma_inside_a_sentence_is_explained() -> None:
    text = GOOD.replace("basis: 《政府信息公开条例》第十七条", "basis: 已核对,无误")

    (problem,) = problems_of(text)

    assert (problem.code, problem.field) == ("key-unknown", "review.无误")
    assert "英文逗号" in problem.hint_zh


def test_block_takes_the_columns_of_its_table() -> None:
    text = GOOD.replace(
        AUTHOR, AUTHOR + "vote: {ballot_id: 2026-03, held_on: 2026-10-01, room: 三}\n"
    )

    found = [
        problem.field
        for problem in problems_of(text, kind=Kind.VOTES)
        if problem.code == "key-unknown"
    ]

    assert found == ["vote.room"]


def test_descriptor_may_use_the_words_of_data_package() -> None:
    folder = "content/9901/990101/990101100/990101100201/data/members"
    descriptor = "$schema: 'https://datapackage.org/profiles/2.0/datapackage.json'\nname: members\n"

    problems = check_files({f"{folder}/datapackage.yaml": descriptor + "licences: []\n"})

    assert [p.field for p in problems if p.code == "key-unknown"] == ["licences"]
