from __future__ import annotations

from disclosure.rules.resident_id_old import CODE
from tests.rules.private import marks, news


def test_number_of_fifteen_digits_with_a_real_day_is_a_question() -> None:
    files = news("档案号110105491231002。")

    assert marks(CODE, files) == ["warning:13::110**********02"]


def test_number_without_a_real_day_or_a_province_is_clean() -> None:
    files = news("档案号110105491331002，凭证号990105491231002。")

    assert marks(CODE, files) == []
