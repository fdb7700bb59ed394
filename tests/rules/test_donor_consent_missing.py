from __future__ import annotations

from disclosure.rules.donor_consent_missing import CODE
from tests.rules.private import entry, marks, roster


def test_donor_in_full_without_consent_is_an_error() -> None:
    files = roster("E0911", "丁大川", direction="收取")

    assert marks(CODE, files) == ["error:2:person_masked:丁**"]


def test_donor_who_agrees_or_is_masked_is_clean() -> None:
    agreed = roster("E0911", "丁大川", direction="收取", donor_consent="是")
    masked = roster("E0911", "丁*川", direction="收取")

    assert marks(CODE, agreed) == []
    assert marks(CODE, masked) == []


def test_person_who_is_given_something_is_the_matter_of_masks() -> None:
    files = roster("E0911", "丁大川", direction="发放")

    assert marks(CODE, files) == []


def test_donor_in_prose_is_a_guess_and_consent_in_words_settles_it() -> None:
    assert marks(CODE, entry("E0911", "捐款人：王小明。")) == ["warning:13::王**"]
    assert marks(CODE, entry("E0911", "捐款人：王小明（经捐赠人同意公开）。")) == []
