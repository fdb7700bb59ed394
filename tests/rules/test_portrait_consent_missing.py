from __future__ import annotations

from disclosure.rules.portrait_consent_missing import CODE
from tests.attachment.documents import png
from tests.rules.packages import PLACE
from tests.rules.private import entry, marks, news

ROAD = {f"{PLACE}/files/a.png": png()}


def test_picture_without_a_word_on_consent_is_found() -> None:
    files = news("正文。", "images:\n  - {file: files/a.png, alt: 村民看路}\n")

    assert marks(CODE, files, ROAD) == ["warning:10:images.consent:files/a.png"]


def test_picture_of_the_body_that_is_not_listed_is_found_once() -> None:
    files = news("![村民看路]({static}../files/a.png)\n\n![又一次]({static}../files/a.png)")

    assert marks(CODE, files, ROAD) == ["warning:13::files/a.png"]


def test_recorded_consent_is_clean() -> None:
    keys = "images:\n  - {file: files/a.png, alt: 村民看路, consent: 已征得本人同意}\n"
    files = news("![村民看路]({static}../files/a.png)", keys)

    assert marks(CODE, files, ROAD) == []


def test_category_without_the_rule_is_clean() -> None:
    files = entry("S1103", "正文。", "images:\n  - {file: files/a.png, alt: 样品}\n")

    assert marks(CODE, files, ROAD) == []
