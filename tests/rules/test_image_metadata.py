from __future__ import annotations

from disclosure.attachment import strip_metadata
from disclosure.problem import Problem
from disclosure.rules.image_metadata import CODE
from tests.attachment.documents import exif, jpeg
from tests.rules.packages import PLACE
from tests.rules.private import found, news


def problems(name: str, data: bytes) -> list[Problem]:
    return found(CODE, news("正文。"), {f"{PLACE}/files/{name}": data})


def test_place_and_author_are_found_together() -> None:
    picture = jpeg((0xE1, b"Exif\0\0" + exif(gps=True, artist="wang")))

    (problem,) = problems("a.jpg", picture)

    assert problem.message_zh == "图片 files/a.jpg 带有拍摄位置、Artist 字段"


def test_stripped_picture_is_clean() -> None:
    picture = jpeg((0xE1, b"Exif\0\0" + exif(gps=True, artist="wang", orientation=6)))

    assert problems("a.jpg", strip_metadata(picture)) == []
