from __future__ import annotations

from pathlib import Path

from bench.places import make_places, write_registers
from disclosure.division import load_publishers, load_register


def test_a_division_has_its_own_bodies_in_the_order_of_the_register(tmp_path: Path) -> None:
    write_registers(tmp_path, make_places((1, 1, 1, 2)))
    register = load_register(tmp_path)
    publishers = load_publishers(tmp_path, register)

    for division in register:
        own = publishers.of(division.code)
        assert {one.division for one in own} == {division.code}
        assert [one.number for one in own] == sorted(one.number for one in own)
    assert sum(len(publishers.of(one.code)) for one in register) == len([*publishers])
    assert publishers.of("9902") == ()
