from __future__ import annotations

import pytest

from disclosure.rules.home_address import CODE
from tests.rules.private import entry, found, marks, roster


def test_door_in_a_row_of_persons_is_an_error() -> None:
    files = roster("E0902", "丁*川", village_group="3号楼2单元501室")

    assert marks(CODE, files) == ["error:2:village_group:*号楼*单元*室"]


def test_column_of_addresses_is_an_error_when_it_holds_a_number() -> None:
    assert len(found(CODE, roster("E0902", "丁*川", home_address="云岭路12号"))) == 1
    assert found(CODE, roster("E0902", "丁*川", home_address="甲村一组")) == []


@pytest.mark.parametrize("text", ["家住甲村三组15号。", "住址：云岭路12号。", "位于5栋302室。"])
def test_door_in_prose_is_a_guess(text: str) -> None:
    problems = found(CODE, entry("S0709", text))

    assert [problem.severity.value for problem in problems] == ["warning"]
    assert "15" not in problems[0].value


@pytest.mark.parametrize(
    "text",
    [
        "办公地址：中心路1号，工作日办理。",
        "3号楼2单元屋面已修补。",
        "服务点设在甲村一组文化室。",
        "三组15号机井恢复供水。",
        "住所登记在甲村的居民。",
    ],
)
def test_offices_and_works_are_clean(text: str) -> None:
    assert found(CODE, entry("S0709", text)) == []
