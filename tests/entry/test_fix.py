from __future__ import annotations

import struct
from pathlib import Path
from zlib import compress, crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.catalogue import Kind
from disclosure.entry.fix import fix_folder, fix_text
from tests.rules.verbs import GOOD, SMALL, VILLAGE, small_facts
from tests.strategies import headers, print_header, slipped_headers

KEYS = small_facts().catalogue.keys
DIVISION = small_facts().register.resolve(VILLAGE)
BODIES = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=60
).filter(lambda body: not body.startswith("\ufeff"))


def fixed(data: bytes, kind: Kind = Kind.ARTICLES) -> bytes:
    result = fix_text(data, "a.md", KEYS, kind)
    assert result is not None
    return result.text.encode()


def write(root: Path, name: str, data: bytes) -> Path:
    path = root / DIVISION.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def picture(author: str) -> bytes:
    """Return a PNG of one white pixel; an author is written into a text chunk."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", crc32(name + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    text = chunk(b"iTXt", b"Author\0\0\0\0\0" + author.encode()) if author else b""
    pixel = chunk(b"IDAT", compress(b"\0\xff"))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + text + pixel + chunk(b"IEND", b"")


def test_good_file_stays_as_it_is() -> None:
    data = GOOD.encode()

    result = fix_text(data, "a.md", KEYS, Kind.ARTICLES)

    assert result is not None
    assert (result.text, result.changes) == (GOOD, ())


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + GOOD.encode(),
        GOOD.replace("\n", "\r\n").encode(),
        GOOD.encode("gbk"),
        GOOD.encode("utf-16"),
        GOOD.replace("---\n", "———\n", 1).encode(),
        GOOD.replace("村民委员会\n---\n", "村民委员会\n－－－\n").encode(),
        ("\n\n" + GOOD).encode(),
        GOOD.replace("title: ", "标题：").encode(),
        GOOD.replace("publisher: ", "发布单位:").encode(),
        GOOD.replace("formed_on: 2026-10-10", "formed_on：２０２６年１０月１０日").encode(),
        GOOD.replace("formed_on: 2026-10-10", "formed_on: “2026-10-10”").encode(),
        GOOD.replace("  正文", "\t正文").replace("  信息", "\t信息").encode(),
        GOOD.replace("date: 2026-10-12 09:00", "date: 2026/10/12 9：00").encode(),
        b"\xef\xbb\xbf" + GOOD.replace("title: ", "标题：").replace("\n", "\r\n").encode(),
    ],
)
def test_slipped_file_becomes_the_good_one(data: bytes) -> None:
    assert fixed(data) == GOOD.encode()


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("2026-10-10", "2021年4月31日"),
        GOOD.replace("2026-10-10", "202111日"),
        GOOD.replace("author: 村文书", "author: “村文书”"),
        GOOD.replace("author: 村文书", "document_number: 甲村〔２０２６〕３号"),
        GOOD.replace("author: 村文书", "rows: 1,280"),
        GOOD.replace("date: 2026-10-12 09:00", "date: 2026-10-12"),
        GOOD.replace("title: 甲村", "title: 甲: 村"),
        "没有信息头的正文，日期：2026年3月5日。\n",
        "---\ntitle: 甲\n没有结束\n",
        "---\ntitle：甲\nauthor: 乙: 丙\n---\n正文\n",
    ],
)
def test_what_is_not_certain_is_left_alone(text: str) -> None:
    assert fixed(text.encode()) == text.encode()


def test_body_is_never_touched() -> None:
    body = "标题：甲\n日期: 2026年3月5日\n\t缩进，“引号”，１２３\n———\n"
    text = GOOD.replace("title: ", "标题：") + body

    assert fixed(text.encode()) == (GOOD + body).encode()


def test_day_of_publication_gets_its_form_but_no_invented_time() -> None:
    text = GOOD.replace("date: 2026-10-12 09:00", "date: 2026年10月12日")

    assert fixed(text.encode()) == GOOD.replace("2026-10-12 09:00", "2026-10-12").encode()


def test_damaged_file_is_not_read() -> None:
    assert fix_text(GOOD.encode()[:-2], "a.md", KEYS, Kind.ARTICLES) is None


@given(headers(), BODIES)
def test_fixing_a_clean_file_changes_nothing(header: dict[str, str], body: str) -> None:
    data = f"---\n{print_header(header)}---\n{body}".encode()

    assert fixed(data) == data


@given(slipped_headers(), BODIES)
def test_fixing_twice_is_fixing_once_and_keeps_the_body(above: str, body: str) -> None:
    data = f"———\n{above}－－－\n{body}".encode()

    once = fixed(data)

    assert fixed(once) == once
    assert once.endswith(f"---\n{body}".encode())


def test_folder_is_repaired_and_the_diff_shown(tmp_path: Path) -> None:
    path = write(tmp_path, "articles/road.md", GOOD.replace("title: ", "标题：").encode())
    write(tmp_path, "articles/good.md", GOOD.encode())
    path.chmod(0o640)

    (change,) = fix_folder(tmp_path, DIVISION, KEYS)

    assert path.read_text("utf-8") == GOOD
    assert path.stat().st_mode & 0o777 == 0o640
    assert change.file == f"{DIVISION.folder}/articles/road.md"
    assert "-标题：甲村修补通组道路\n+title: 甲村修补通组道路\n" in change.diff
    assert [problem.code for problem in change.repaired] == ["key-in-chinese"]
    assert sorted(item.name for item in path.parent.iterdir()) == ["good.md", "road.md"]
    assert fix_folder(tmp_path, DIVISION, KEYS) == []


def test_change_that_no_line_shows_is_said_in_words(tmp_path: Path) -> None:
    write(tmp_path, "articles/road.md", GOOD.encode("gbk"))

    (change,) = fix_folder(tmp_path, DIVISION, KEYS)

    assert "\\ 编码已由 GBK 转为 UTF-8" in change.diff


def test_descriptor_is_repaired_without_losing_its_resources(tmp_path: Path) -> None:
    resources = "resources:\n  - name: members\n    path: members.csv\n"
    path = write(tmp_path, "data/members/datapackage.yaml", ("标题：甲\n" + resources).encode())

    fix_folder(tmp_path, DIVISION, KEYS)

    assert path.read_text("utf-8") == "title: 甲\n" + resources


def test_link_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text(GOOD.replace("title: ", "标题："), "utf-8")
    folder = tmp_path / DIVISION.folder / "articles"
    folder.mkdir(parents=True)
    (folder / "road.md").symlink_to(outside)

    changes = fix_folder(tmp_path, DIVISION, KEYS)

    assert changes == []
    assert outside.read_text("utf-8").startswith("---\n标题：")


def test_diff_hides_personal_numbers(tmp_path: Path) -> None:
    number = "11010519491231002X"
    write(tmp_path, "articles/road.md", GOOD.replace("author: ", f"作者：{number}").encode())

    (change,) = fix_folder(tmp_path, DIVISION, KEYS)

    assert number not in change.diff


def test_picture_loses_what_it_tells_about_its_maker(tmp_path: Path) -> None:
    data = picture("村文书")
    path = write(tmp_path, "files/road.png", data)
    write(tmp_path, "files/plain.png", picture(""))

    (change,) = fix_folder(tmp_path, DIVISION, KEYS)

    assert change.file.endswith("files/road.png")
    assert path.read_bytes() == picture("")
    assert "拍摄者" in change.diff


def test_small_register_has_nothing_to_repair() -> None:
    changes = [
        change
        for division in small_facts().register
        for change in fix_folder(SMALL, division, KEYS)
    ]

    assert changes == []
