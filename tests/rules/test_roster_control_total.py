from __future__ import annotations

from decimal import Decimal

from disclosure.dataset import DataTable
from disclosure.rules.roster_control_total import total_of
from tests.rules.packages import ROSTER, ROSTER_CSV, found_in, package
from tests.rules.verbs import check_files


def test_totals_that_agree_are_clean() -> None:
    files = package(ROSTER, ROSTER_CSV)

    found = found_in(files)

    assert found == []


def test_dropped_row_shows_in_every_total() -> None:
    table = "".join(ROSTER_CSV.splitlines(keepends=True)[:-1])

    found = found_in(package(ROSTER, table))

    assert found == [
        "roster-control-total:11:controls.amount_due",
        "roster-control-total:11:controls.amount_paid",
        "roster-control-total:11:controls.rows",
    ]


def test_sum_is_exact_to_the_last_cent() -> None:
    text = ROSTER.replace("amount_due: 900.30", "amount_due: 900.31")

    (problem,) = check_files(package(text, ROSTER_CSV))

    assert (problem.field, problem.value) == ("controls.amount_due", "900.31")
    assert "900.30" in problem.message_zh


def test_ten_times_ten_cents_are_one_yuan() -> None:
    rows = tuple(("0.10",) for _ in range(10))
    table = DataTable("r", "r.csv", 1, "payment_roster", ("amount_due",), rows)

    total = total_of([table], "amount_due")

    assert total == Decimal(1)


def test_column_with_a_cell_that_is_no_amount_has_no_total() -> None:
    table = DataTable("r", "r.csv", 1, "payment_roster", ("amount_due",), (("约三百",), ("1",)))

    total = total_of([table], "amount_due")

    assert total is None
