from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.personal import NumberKind, has_long_number, plain_digits, scan
from disclosure.personal.bank_card import is_bank_card
from disclosure.personal.credit_code import is_credit_code
from disclosure.personal.resident_id import CHECK, WEIGHTS, is_old_resident_id, is_resident_id
from disclosure.personal.scan import RUN

# The example of the standard, and numbers card networks keep for tests: nobody's.
ID = "11010519491231002X"
OLD = "110105491231002"
CARD = "4111111111111111"
MOBILE = "13800138000"
CREDIT_CODE = "11441700007280420Y"


def kinds(text: str) -> list[str]:
    return [finding.kind.value for finding in scan(text)]


@pytest.mark.parametrize(
    "text",
    [
        ID,
        ID.lower(),
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105 19491231 002X",
        "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 x",
        "110105-19491231-002X",
        "110105—19491231—002X",
        "1101\u200b05194912\u200d31002\ufeffX",
        "身份证号码:11010519491231002X,请核对",
        "序号 1 11010519491231002X 2",
        "号码11010519491231002X，已登记",
        "id11010519491231002X",
        "1.11010519491231002X",
    ],
)
def test_resident_number_is_found_however_it_is_written(text: str) -> None:
    assert kinds(text) == ["resident_id"]


@pytest.mark.parametrize(
    "text",
    [
        "110105194912310021",  # the check character is wrong
        "11010519491331002X",  # there is no thirteenth month
        "1101051949123100200X",
        "911010519491231002X",
        "110105194912310 0213 4",
        "合同编号 202610120001000300",
        "项目代码 2019-510104-48-03-123456",
        CREDIT_CODE,
        "统一社会信用代码：" + CREDIT_CODE,
    ],
)
def test_other_long_numbers_are_nobodys(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize("text", [CARD, "4111 1111 1111 1111", "4111-1111-1111-1111"])
def test_bank_card_is_found(text: str) -> None:
    assert kinds(text) == ["bank_card"]


@pytest.mark.parametrize(
    "text",
    [
        "4111111111111112",  # Luhn
        "9111111111111111",  # no scheme's prefix
        "411111 1111111111",  # cut as no card is
        "a4111111111111111",
        "411199999999999",  # fifteen digits
        "41111111111111110000",
        "https://example.cn/t/4111111111111111.html",
    ],
)
def test_other_numbers_are_no_card(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        MOBILE,
        "138 0013 8000",
        "138-0013-8000",
        "+86 13800138000",
        "+8613800138000",
        "008613800138000",
        "电话：13800138000。",
        "Tel13800138000",
        "0904-6521042 13800138000",
        "2026-10-12 13800138000",
        "13800\u200b138000",
        "1.13800138000",
    ],
)
def test_mobile_number_is_found(text: str) -> None:
    assert kinds(text) == ["mobile"]


@pytest.mark.parametrize(
    "text",
    [
        "12800138000",
        "138001380001",
        "0904-6521042",
        "13800138000元",
        "13800138000.50",
        "0.13800138000",
        "13800 138000",
        "https://www.example.cn/art/13800138000.html",
        "摘要 9f13800138000abc",
        "2026-10-12 09:00",
        "990101100201",
    ],
)
def test_other_numbers_are_no_mobile(text: str) -> None:
    assert kinds(text) == []


def test_number_behind_an_address_is_still_found() -> None:
    found = kinds("见 https://www.example.cn/a，电话13800138000")

    assert found == ["mobile"]


def test_old_number_needs_a_province_and_a_real_day() -> None:
    assert kinds(OLD) == ["resident_id_old"]
    assert kinds("110105491331002") == []
    assert kinds("990105491231002") == []


def test_credit_code_stands_whole_and_fails_when_a_digit_changes() -> None:
    changed = [
        CREDIT_CODE[:place] + other + CREDIT_CODE[place + 1 :]
        for place in range(17)
        for other in "0123456789"
        if other != CREDIT_CODE[place]
    ]

    assert is_credit_code(CREDIT_CODE)
    assert not any(map(is_credit_code, changed))


def test_report_never_shows_a_number_in_full() -> None:
    text = f"{ID} {CARD}，{MOBILE}，{OLD}"

    for finding in scan(text):
        shown = plain_digits(finding.masked)
        assert "*" in finding.masked
        assert len(shown) <= 5
        assert finding.masked != text[finding.start : finding.end]


def test_findings_say_where_they_stand() -> None:
    text = f"户主 {ID}，电话 138 0013 8000"

    found = [(text[finding.start : finding.end], finding.kind) for finding in scan(text)]

    assert found == [(ID, NumberKind.RESIDENT_ID), ("138 0013 8000", NumberKind.MOBILE)]


@given(st.text())
def test_prefilter_never_hides_a_number(text: str) -> None:
    if any(scan(text)):
        assert has_long_number(text)


# Digits, gaps and what stands around them, so that runs of every length and form come up.
RUN_PIECES = st.sampled_from(
    [
        *("1", "2", "8", "0", "00", "86", "861", "138001", "20260907", "１３", "８６", "９"),
        *(" ", "-", "—", "‐", "－", "\u2212", "\u3000", "\u00a0", "\u200b", "\ufeff", "\u202f"),
        *("，", "。", "月", "x", "\n", ":", "\ud800"),
    ]
)


@given(st.lists(RUN_PIECES, max_size=24).map("".join))
def test_first_glance_hides_no_run_of_digits(text: str) -> None:
    assert has_long_number(text) == (RUN.search(text) is not None)


@given(st.integers(10**5, 10**6 - 1), st.dates(), st.integers(0, 999), st.sampled_from("  -\u200b"))
def test_every_valid_number_is_found_and_no_neighbour(
    area: int, born: object, serial: int, gap: str
) -> None:
    body = f"{area}{str(born).replace('-', '')}{serial:03}"
    total = sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True))
    number = body + CHECK[total % 11]
    other = body + CHECK[(total + 1) % 11]

    if is_resident_id(number):
        spread = gap.join([number[:6], number[6:14], number[14:]])
        assert [f.kind for f in scan(spread)] == [NumberKind.RESIDENT_ID]
    assert not is_resident_id(other)


@pytest.mark.parametrize(
    "text", ["1 " * 50_000, "1" * 200_000, f"{MOBILE} " * 5_000, "1-" * 50_000]
)
def test_long_rows_of_digits_end(text: str) -> None:
    found = list(scan(text))

    assert len(found) in (0, 5_000)


def test_checks_take_any_text() -> None:
    for text in ("", "X", "一二三", "1" * 18, "²" * 18):
        assert not is_resident_id(text)
        assert not is_old_resident_id(text)
        assert not is_bank_card(text)
        assert not is_credit_code(text)
