from __future__ import annotations

from msgspec.structs import replace

from disclosure.division import Publisher, PublisherKind, Publishers
from disclosure.rules.mobile_number import CODE, declared_phones
from tests.rules.packages import PLACE
from tests.rules.private import entry, marks, news, roster
from tests.rules.verbs import small_facts

MOBILE = "13800138000"


def test_number_is_an_error_where_the_category_forbids_it() -> None:
    files = news(f"请联系{MOBILE}。")

    assert marks(CODE, files) == ["error:13::138******00"]


def test_number_is_a_warning_where_the_category_is_silent() -> None:
    files = entry("S1103", f"请联系{MOBILE}。")

    assert marks(CODE, files) == ["warning:13::138******00"]


def test_number_is_an_error_in_every_letter() -> None:
    (text,) = entry("S0801", f"请联系{MOBILE}。").values()

    assert marks(CODE, {f"{PLACE}/letters/sample.md": text}) == ["error:13::138******00"]


def test_number_is_an_error_in_a_list_of_persons() -> None:
    files = roster("E0201", "丁*川", household_no=MOBILE)

    assert marks(CODE, files) == ["error:2:household_no:138******00"]


def test_declared_office_phone_is_clean() -> None:
    files = news("正文。", f"notice: {{from: 2026-10-12, to: 2026-10-27, phone: '{MOBILE}'}}\n")
    duty = roster("E0207", "丁*川", duty_phone=MOBILE)

    assert marks(CODE, files) == []
    assert marks(CODE, duty) == []


def test_registered_phone_is_clean() -> None:
    facts = small_facts()
    body = Publisher("甲村卫生室", "990101100201", PublisherKind.DEPARTMENT, "138 0013 8000")
    publishers = Publishers({**facts.publishers.publishers_by_name, body.name: (body,)})

    declared = set(declared_phones(replace(facts, publishers=publishers)))

    assert MOBILE in declared
    assert MOBILE not in set(declared_phones(facts))


def test_large_amount_in_a_column_of_numbers_is_clean() -> None:
    files = roster("E0207", "丁*川", amount_due=MOBILE)

    assert marks(CODE, files) == []


def test_number_in_an_attachment_is_as_grave_as_in_the_entry_that_names_it() -> None:
    keys = "attachments:\n  - {file: files/a.txt, title: 名单}\n"
    attachment = {f"{PLACE}/files/a.txt": MOBILE.encode()}

    assert marks(CODE, news("正文。", keys), attachment) == ["error:0::138******00"]
    assert marks(CODE, entry("S1103", "正文。", keys), attachment) == ["warning:0::138******00"]
