from __future__ import annotations

import pytest

from disclosure.rules.bank_account import CODE
from tests.rules.private import entry, marks, roster


def test_column_of_accounts_is_an_error() -> None:
    files = roster("E0207", "丁*川", account_no="020031009001")

    assert marks(CODE, files) == ["error:2:account_no:********9001"]


def test_number_behind_an_account_word_is_a_guess() -> None:
    files = entry("S1103", "转入账号：0200 3100 9001。")

    assert marks(CODE, files) == ["warning:13::********9001"]


@pytest.mark.parametrize(
    "text",
    [
        "通过一卡通发放，共320户。",
        "账户余额1200.00元。",
        "开户行为农村信用社。",
        "账号****9001。",
        "卡号 4111111111111111",  # named by its own rule
    ],
)
def test_accounts_without_a_number_are_clean(text: str) -> None:
    assert marks(CODE, entry("S1103", text)) == []


def test_local_name_of_an_account_is_clean() -> None:
    assert marks(CODE, roster("E0207", "丁*川", account_id="基本户")) == []
