from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from disclosure.catalogue import PRODUCT
from disclosure.division import Division, Level
from disclosure.marked import load_marked
from disclosure.problem import DisclosureError
from disclosure.starting.intake import HEADINGS, read_list
from tests.starting.lists import LIST, write_list

DAY = date(2026, 11, 20)


def read(folder: Path, text: str = LIST) -> list[Division]:
    return list(read_list(write_list(folder, text), DAY).register)


def refused(folder: Path, text: str) -> list[str]:
    with pytest.raises(DisclosureError) as caught:
        read(folder, text)
    assert {problem.file for problem in caught.value.problems} == {(folder / "list.csv").as_posix()}
    return [f"{one.code}:{one.line}:{one.field}" for one in caught.value.problems]


def test_code_and_name_say_level_kind_and_parent(tmp_path: Path) -> None:
    *_, town, community, village = read(tmp_path)

    assert (town.level, town.kind, town.parent) == (Level.TOWNSHIP, "镇", "990221")
    assert (community.kind, village.kind) == ("社区", "村")
    assert village.parent == "990221100"


def test_duties_begin_on_the_day_of_the_start_unless_the_list_says_otherwise(
    tmp_path: Path,
) -> None:
    text = "code,name,duty_from\n990200000000,试点市,\n990221000000,西县,2026-01-01\n"

    city, county = read(tmp_path, text)

    assert (city.duty_from, county.duty_from) == (DAY, date(2026, 1, 1))


@pytest.mark.parametrize(
    ("code", "name", "kind"),
    [
        ("990221000000", "西区", "区"),
        ("990221000000", "西河自治县", "自治县"),
        ("990221001000", "城关街道办事处", "街道"),
        ("990221001000", "城关", "街道"),
        ("990221100000", "河口镇人民政府", "镇"),
        ("990221100000", "河口", "镇"),
        ("990221200000", "岭上", "乡"),
        ("990221200000", "岭上民族乡", "民族乡"),
        ("990221100001", "河街", "社区"),
        ("990221100001", "河街居委会", "社区"),
        ("990221100200", "渡口", "村"),
        ("990221100200", "渡口村村民委员会", "村"),
        ("990221100001", "渡口村委会", "村"),
    ],
)
def test_kind_is_read_from_the_name_or_else_from_the_code(
    tmp_path: Path, code: str, name: str, kind: str
) -> None:
    known = {line[:12] for line in LIST.splitlines()[1:]}
    above = "".join(
        f"{full},上级\n"
        for full in (code[:4] + "0" * 8, code[:6] + "0" * 6, code[:9] + "000")
        if full != code
    )
    assert known

    found = {
        one.full_code: one.kind for one in read(tmp_path, f"代码,名称\n{above}{code},{name}\n")
    }

    assert found[code] == kind


def test_cells_that_are_filled_are_kept(tmp_path: Path) -> None:
    text = "code,name,kind\n990200000000,试点,地级市\n"

    assert read(tmp_path, text)[0].kind == "地级市"


def test_full_width_digits_and_blanks_around_are_put_right_in_codes_only(tmp_path: Path) -> None:
    text = "代码 , 名称,办公时间\n ９９０２００００００００ ,试点市 ,9:00—12:00，14:00—17:00\n"

    (city,) = read(tmp_path, text)

    assert (city.code, city.name, city.hours) == ("9902", "试点市", "9:00—12:00，14:00—17:00")


def test_blank_rows_are_passed_over_and_unknown_columns_are_named(tmp_path: Path) -> None:
    path = write_list(tmp_path, "代码,名称,邮编\n990200000000,试点市,1\n,,\n")

    intake = read_list(path, DAY)

    assert (len(intake.register), intake.unused) == (1, ("邮编",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["register-empty:0:"]),
        ("代码,名称\n", ["register-empty:0:"]),
        ("代码,名称\n,\n", ["register-empty:0:"]),
        ("代码\n990200000000\n", ["register-column-missing:1:name"]),
        ("编号,地名\n1,2\n", ["register-column-missing:1:code", "register-column-missing:1:name"]),
        ("code,代码,name\n990200000000,,试点市\n", ["register-column-twice:1:code"]),
        ("代码,代码,name\n990200000000,,试点市\n", ["register-column-twice:1:代码"]),
        ("代码,名称\n990200000000,试点市,多\n", ["register-row-width:2:"]),
        ('代码,名称\n990200000000,"试点市\n', ["register-unreadable:2:"]),
        (LIST.replace("990221100200", "9.9022E+11"), ["division-row-wrong:7:code"]),
        (LIST.replace("990221100000,河口镇", "990221100000,"), ["division-row-wrong:5:name"]),
        (LIST.replace("990221100001", "990221100200"), ["division-row-wrong:7:code"]),
        (LIST.replace("990200000000,试点市,,\n", ""), ["division-row-wrong:2:parent"]),
        (LIST.replace("990200000000", "990000000000"),
         ["division-row-wrong:2:code", "division-row-wrong:3:parent"]),
        ("code,name,duty_from\n990200000000,试点市,2026/1/1\n", ["division-row-wrong:2:duty_from"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_list_is_named_with_its_line(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    assert refused(tmp_path, text) == expected


def test_a_list_nobody_can_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes("代码,名称\n990200000000,试点市\n".encode("gbk"))

    with pytest.raises(DisclosureError) as unreadable:
        read_list(tmp_path / "list.csv", DAY)
    with pytest.raises(DisclosureError) as missing:
        read_list(tmp_path / "none.csv", DAY)

    assert "不是 UTF-8 编码" in unreadable.value.problems[0].message_zh
    assert [one.code for one in missing.value.problems] == ["register-unreadable"]


def test_hint_names_the_list_and_not_a_register_that_is_not_there_yet(tmp_path: Path) -> None:
    with pytest.raises(DisclosureError) as caught:
        read(tmp_path, "代码,名称\n99,试点市\n")

    assert "list.csv" in caught.value.problems[0].hint_zh


def test_a_list_may_use_the_titles_of_our_own_register() -> None:
    schema = load_marked(PRODUCT / "catalogue/schemas/divisions.yaml", "divisions.yaml")
    fields = schema.get("fields")
    assert fields is not None

    titles = {one.text_of("name"): one.text_of("title") for one in fields.items or ()}

    assert set(HEADINGS) == set(titles)
    assert {name: names[0] for name, names in HEADINGS.items() if names} == {
        name: title for name, title in titles.items() if name != "level"
    }
