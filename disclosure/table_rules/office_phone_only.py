"""office-phone-only: an office telephone is a mobile number nobody registered as one. Design.

Landlines and service numbers (5 or 6 digits, 400 and 800) are office telephones; a mobile on duty
is one where the registers of publishers or divisions hold it.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.personal import mask_number, plain_digits
from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, text

CODE = Code(
    "office-phone-only",
    zh="{person}的{title}“{value}”是没有登记的手机号",
    en="the office telephone {value} is a mobile number that is not registered",
    hint_zh="请改填单位固定电话；确属公务手机的，登记到 catalogue/publishers.csv 的 phone 列",
    hint_en="give a landline, or register the number in catalogue/publishers.csv",
    severity=Severity.WARNING,
)


@sheet_rule(CODE, "officials")
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every mobile number that no register declares."""
    declared: frozenset[str] | None = None
    for row in sheet.rows:
        phone = text(row, "office_phone")
        digits = plain_digits(phone)
        if len(digits) != 11 or digits[0] != "1" or digits[1] not in "3456789":
            continue
        if declared is None:
            declared = declared_phones(known)
        if digits not in declared:
            yield sheet.problem(
                CODE, row, "office_phone", mask_number(digits), person=row.cells["person_name"]
            )


def declared_phones(known: Known) -> frozenset[str]:
    """Return the digits of every telephone in the registers."""
    phones = [publisher.phone for publisher in known.publishers]
    phones += [division.phone for division in known.register]
    return frozenset(map(plain_digits, phones))
