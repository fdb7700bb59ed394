from __future__ import annotations

import pytest

from disclosure.division import Division, level_of
from disclosure.starting.bodies import body_name


@pytest.mark.parametrize(
    ("code", "name", "kind", "office", "expected"),
    [
        ("9902", "试点市", "市", "", "试点市人民政府"),
        ("990221", "西县", "县", "西县人民政府办公室", "西县人民政府"),
        ("990221", "西区", "区", "西区管理委员会", "西区管理委员会"),
        ("990221001", "城关街道", "街道", "", "城关街道办事处"),
        ("990221001", "城关街道办事处", "街道", "", "城关街道办事处"),
        ("990221100", "河口镇", "镇", "河口镇人民政府党政办", "河口镇人民政府"),
        ("990221100001", "河街社区", "社区", "", "河街社区居民委员会"),
        ("990221100001", "河街社区居委会", "社区", "", "河街社区居民委员会"),
        ("990221100200", "渡口村", "村", "", "渡口村村民委员会"),
        ("990221100200", "渡口", "村", "", "渡口村村民委员会"),
        ("990221100200", "渡口村村委会", "村", "", "渡口村村民委员会"),
        ("990221100200", "查干嘎查", "嘎查", "", "查干嘎查委员会"),
    ],
)
def test_body_is_called_as_law_calls_it_unless_the_list_names_another(
    code: str, name: str, kind: str, office: str, expected: str
) -> None:
    division = Division(code, name, level_of(code), kind, None, office=office)

    assert body_name(division) == expected
