from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.division import Level, Register, load_publishers, load_register
from disclosure.problem import DisclosureError
from tests.rules.verbs import SMALL

REGISTER = load_register(SMALL)
DIVISIONS = (SMALL / "catalogue" / "divisions.csv").read_text("utf-8")
PUBLISHERS = (SMALL / "catalogue" / "publishers.csv").read_text("utf-8")


def marks(error: DisclosureError) -> list[str]:
    return [f"{one.code}:{one.line}:{one.field}" for one in error.problems]


def write(root: Path, divisions: str = DIVISIONS, publishers: str = PUBLISHERS) -> Path:
    folder = root / "catalogue"
    folder.mkdir(exist_ok=True)
    (folder / "divisions.csv").write_text(divisions, "utf-8")
    (folder / "publishers.csv").write_text(publishers, "utf-8")
    return root


def test_tree_is_known_up_and_down() -> None:
    village = REGISTER.resolve("甲村")

    assert [above.name for above in REGISTER.ancestors(village)] == ["试验市", "东区", "南镇"]
    assert [below.code for below in REGISTER.descendants(REGISTER.resolve("990101"))] == [
        "990101001",
        "990101001001",
        "990101100",
        "990101100201",
    ]
    assert village.folder == "content/9901/990101/990101100/990101100201"
    assert (village.level, village.full_code) == (Level.VILLAGE, "990101100201")


@pytest.mark.parametrize(
    "text", ["990101100", "990101100000", "南镇", " 南镇 ", "９９０１０１１００", "南"]
)
def test_person_may_name_a_division_in_several_ways(text: str) -> None:
    assert REGISTER.resolve(text).code == "990101100"


def test_ambiguous_name_lists_the_candidates() -> None:
    with pytest.raises(DisclosureError) as caught:
        REGISTER.resolve("区")

    (problem,) = caught.value.problems
    assert problem.code == "division-ambiguous"
    assert "东区(990101)" in problem.message_zh.replace("（", "(").replace("）", ")")


@pytest.mark.parametrize("text", ["", "丙村", "990199", "9901011002019"])
def test_unknown_name_is_a_problem(text: str) -> None:
    with pytest.raises(DisclosureError) as caught:
        REGISTER.resolve(text)

    assert caught.value.problems[0].code in ("division-not-found", "division-ambiguous")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("990101100201,甲村", "99010110020,甲村", ["division-row-wrong:7:code"]),
        ("甲村,village", "甲村,township", ["division-row-wrong:7:level"]),
        ("村,990101100000", "村,990101001000", ["division-row-wrong:7:parent"]),
        ("990101100201,甲村", "990101100201,", ["division-row-wrong:7:name"]),
        ("村,990101100000,,", "村,990101100000,2026/1/1,", ["division-row-wrong:7:valid_from"]),
        (
            "村,990101100000,,,",
            "村,990101100000,,,990101100999",
            ["division-row-wrong:7:replaced_by"],
        ),
        (
            "990101100201,甲村",
            "990101001001,甲村",
            ["division-row-wrong:7:parent", "division-row-wrong:7:code"],
        ),
    ],
)
def test_wrong_row_is_named_by_line_and_column(
    tmp_path: Path, old: str, new: str, expected: list[str]
) -> None:
    assert old in DIVISIONS

    with pytest.raises(DisclosureError) as caught:
        load_register(write(tmp_path, DIVISIONS.replace(old, new)))

    assert marks(caught.value) == expected


def test_parent_must_be_registered(tmp_path: Path) -> None:
    text = "\n".join(line for line in DIVISIONS.split("\n") if not line.startswith("990101100000"))

    with pytest.raises(DisclosureError) as caught:
        load_register(write(tmp_path, text))

    assert marks(caught.value) == ["division-row-wrong:6:parent"]


def test_replaced_division_stays_known_but_is_no_child(tmp_path: Path) -> None:
    text = DIVISIONS.replace(
        "990101100201,甲村,village,村,990101100000,,,,",
        "990101100202,乙村,village,村,990101100000,,,,2026-01-01,,,,\n"
        "990101100201,甲村,village,村,990101100000,,2026-06-30,990101100202,",
    )

    register = load_register(write(tmp_path, text))

    old = register.resolve("甲村")
    assert old.replaced_by == "990101100202"
    assert [child.name for child in register.children(register.resolve("南镇"))] == ["乙村"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("甲村党支部,990101100201", ",990101100201", ["publisher-row-wrong:12:name"]),
        ("甲村党支部,990101100201", "甲村党支部,990101100999", ["publisher-row-wrong:12:division"]),
        ("990101100201,party", "990101100201,club", ["publisher-row-wrong:12:kind"]),
    ],
)
def test_wrong_publisher_is_named(tmp_path: Path, old: str, new: str, expected: list[str]) -> None:
    assert old in PUBLISHERS

    with pytest.raises(DisclosureError) as caught:
        load_publishers(write(tmp_path, publishers=PUBLISHERS.replace(old, new)), REGISTER)

    assert marks(caught.value) == expected


def test_body_above_publishes_below_but_not_beside_or_above() -> None:
    publishers = load_publishers(SMALL, REGISTER)

    assert publishers.find("南镇人民政府", "990101100201") is not None
    assert publishers.find("甲村村民委员会", "990101100") is None
    assert publishers.find("北街道办事处", "990101100201") is None
    assert publishers.is_known("北街道办事处")


def test_nearest_body_of_the_same_name_is_found(tmp_path: Path) -> None:
    same = "便民服务中心,990101000000,department,1\n便民服务中心,990101100000,department,2\n"
    more = PUBLISHERS + same

    publishers = load_publishers(write(tmp_path, publishers=more), REGISTER)

    found = publishers.find("便民服务中心", "990101100201")
    assert found is not None
    assert found.phone == "2"


def test_empty_register_is_a_register() -> None:
    register = Register({}, {})

    assert len(register) == 0
    with pytest.raises(DisclosureError):
        register.resolve("甲村")
