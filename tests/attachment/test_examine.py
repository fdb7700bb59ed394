from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

from disclosure.attachment import kind_of_name
from disclosure.attachment.archive import MAX_MEMBERS
from tests.attachment.documents import (
    DRAWING,
    ODF_TEXT,
    OFFICE,
    SHEET,
    docx,
    examined,
    pdf,
    png,
    word_part,
    xlsx,
    zipped,
)

ID = "11010519491231002X"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def texts(folder: Path, name: str, data: bytes) -> list[tuple[str, str]]:
    return [(part.place, part.text) for part in examined(folder, name, data).parts]


def reason(folder: Path, name: str, data: bytes) -> str:
    unreadable = examined(folder, name, data).unreadable
    return unreadable[1] if unreadable else ""


def test_word_text_is_joined_over_its_runs(tmp_path: Path) -> None:
    data = docx(
        "号码 110105|1949|1231002X", "第二段", members={"word/header1.xml": word_part("抬头")}
    )

    found = texts(tmp_path, "a.docx", data)

    assert found == [("正文", f"号码 {ID}"), ("正文", "第二段"), ("页眉", "抬头")]


def test_deleted_text_of_a_revision_is_read_too(tmp_path: Path) -> None:
    part = word_part("留下").replace(
        "</w:body>", f"<w:p><w:del><w:r><w:delText>{ID}</w:delText></w:r></w:del></w:p></w:body>"
    )

    found = texts(tmp_path, "a.docx", zipped({"word/document.xml": part}))

    assert ("正文", ID) in found


@pytest.mark.parametrize(
    ("cells", "shared"),
    [
        ('<c r="B3" t="s"><v>0</v></c>', (ID,)),
        (f'<c r="B3" t="inlineStr"><is><t>{ID}</t></is></c>', ()),
        (f'<c r="B3" t="str"><f>A1</f><v>{ID}</v></c>', ()),
    ],
)
@pytest.mark.parametrize("state", ["visible", "hidden", "veryHidden"])
def test_cells_of_every_sheet_are_read(
    tmp_path: Path, cells: str, shared: tuple[str, ...], state: str
) -> None:
    found = texts(tmp_path, "a.xlsx", xlsx(cells, state=state, shared=shared))

    hidden = "" if state == "visible" else "（隐藏）"
    assert found == [(f"工作表“名单”{hidden}!B3", ID)]


def test_number_of_a_cell_is_read_as_people_type_it(tmp_path: Path) -> None:
    numbers = ("1.3800138E10", "13800138000.0", "1.5")
    cells = "".join(f'<c r="A1"><v>{number}</v></c>' for number in numbers)

    found = [text for _, text in texts(tmp_path, "a.xlsx", xlsx(cells))]

    assert found == ["13800138000", "13800138000", "1.5"]


def test_texts_left_in_a_workbook_are_read(tmp_path: Path) -> None:
    members = {
        "xl/comments1.xml": f'<comments xmlns="{SHEET}"><comment><t>{ID}</t></comment></comments>',
        "xl/pivotCache/pivotCacheRecords1.xml": f'<r xmlns="{SHEET}"><s v="{ID}"/></r>',
    }

    found = texts(tmp_path, "a.xlsx", xlsx("", shared=(ID,), members=members))

    assert found == [("未被引用的文字", ID), ("批注或图形", ID), ("缓存的数据", ID)]


def test_slides_and_notes_are_read(tmp_path: Path) -> None:
    slide = f'<p xmlns:a="{DRAWING}"><a:p><a:t>{ID}</a:t></a:p></p>'
    members = {"ppt/presentation.xml": "<p/>", "ppt/slides/slide1.xml": slide}

    found = texts(tmp_path, "a.pptx", zipped({**members, "ppt/notesSlides/notesSlide1.xml": slide}))

    assert sorted(found) == [("备注", ID), ("幻灯片 1", ID)]


def test_open_document_and_ofd_are_read(tmp_path: Path) -> None:
    cell = '<text:p office:value="13800138000">1.38E+10</text:p>'
    content = f'<o xmlns:office="{OFFICE}" xmlns:text="{ODF_TEXT}">{cell}</o>'
    kinds = {
        "odt": b"application/vnd.oasis.opendocument.text",
        "ods": b"application/vnd.oasis.opendocument.spreadsheet",
    }
    page = f"<Page><TextCode>{ID}</TextCode></Page>"

    for suffix, mimetype in kinds.items():
        data = zipped({"mimetype": mimetype, "content.xml": content})
        found = [text for _, text in texts(tmp_path, f"a.{suffix}", data)]
        assert found == ["13800138000", "1.38E+10"]
    ofd = zipped({"OFD.xml": "<OFD/>", "Doc_0/Pages/Page_0/Content.xml": page})
    assert [text for _, text in texts(tmp_path, "a.ofd", ofd)] == [ID]


def test_document_embedded_in_another_is_opened(tmp_path: Path) -> None:
    inner = xlsx(f'<c r="A1" t="str"><v>{ID}</v></c>')

    found = texts(tmp_path, "a.docx", docx("见表", members={"word/embeddings/list.xlsx": inner}))

    assert found[-1] == ("嵌入的 list.xlsx 工作表“名单”!A1", ID)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_plain_text_is_read_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    found = texts(tmp_path, "a.txt", f"名单\n{ID}\n".encode(encoding))

    assert found == [("第 1 行", "名单"), ("第 2 行", ID)]


def test_text_of_a_pdf_is_read_by_page(tmp_path: Path) -> None:
    found = texts(tmp_path, "a.pdf", pdf(ID))

    assert found == [("第 1 页", ID)]


@pytest.mark.parametrize(
    "action",
    [
        "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>",
        "/OpenAction<</S/J#61vaScript/JS(1)>>",
        "/AA<</O<</S/Launch/F(a.exe)>>>>",
        "/Names<</EmbeddedFiles<</Names[]>>>>",
    ],
)
def test_pdf_that_acts_is_seen(tmp_path: Path, action: str) -> None:
    assert examined(tmp_path, "a.pdf", pdf("a", action)).active != ()


def test_pdf_that_acts_inside_a_packed_object_is_seen(tmp_path: Path) -> None:
    from pypdf import PdfWriter
    from pypdf.generic import DictionaryObject, NameObject, TextStringObject

    writer = PdfWriter()
    writer.add_blank_page(72, 72)
    action = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("1")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
    data = io.BytesIO()
    writer.write(data)

    assert examined(tmp_path, "a.pdf", data.getvalue()).active == ("JavaScript",)


def test_harmless_pdf_does_not_act(tmp_path: Path) -> None:
    assert examined(tmp_path, "a.pdf", pdf("/S /Lauch text")).active == ()


@pytest.mark.parametrize(
    "member", ["word/vbaProject.bin", "word/vbaData.xml", "Basic/x/script.xml"]
)
def test_macros_are_seen_whatever_the_extension(tmp_path: Path, member: str) -> None:
    assert examined(tmp_path, "a.docx", docx("x", members={member: b"<x/>"})).active == ("宏",)


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.pdf", docx("x"), "docx"),
        ("a.docx", xlsx(""), "xlsx"),
        ("a.docx", pdf("x"), "pdf"),
        ("a.docx", OLE + b"\0" * 100, "ole"),
        ("a.xlsx", zipped({"a.exe": b"x"}), "zip"),
        ("a.png", b"\xff\xd8\xff\xe0", "jpg"),
        ("a.jpg", png(), "png"),
        ("a.txt", b"MZ\0\0", "binary"),
        ("a.csv", docx("x"), "docx"),
    ],
)
def test_content_is_told_from_its_bytes(tmp_path: Path, name: str, data: bytes, found: str) -> None:
    examination = examined(tmp_path, name, data)

    assert examination.found == found
    assert examination.is_disguised


def test_honest_files_are_not_disguised(tmp_path: Path) -> None:
    files = {
        "a.docx": docx("x"),
        "a.xlsx": xlsx(""),
        "a.pdf": pdf("x"),
        "a.png": png(),
        "a.csv": b"a,b\n",
    }

    assert not any(examined(tmp_path, name, data).is_disguised for name, data in files.items())


def test_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = docx("x", members={"word/more.xml": b" " * 70_000_000})
    dense = docx("x", members={"word/more.xml": b" " * 5_000_000})
    crowd = zipped({f"{number}": b"" for number in range(MAX_MEMBERS + 1)})

    for data in (bomb, dense, crowd):
        assert reason(tmp_path, "a.docx", data) == "it unpacks to too much"


def test_member_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    data = bytearray(docx("x" * 5000))
    place = data.rindex(b"PK\x01\x02")
    data[place + 24 : place + 28] = struct.pack("<I", 10)

    assert reason(tmp_path, "a.docx", bytes(data)) != ""


def test_entities_are_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">]><a>&b;</a>'
    outside = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'

    for part in (bomb, outside, bomb.encode("utf-16")):
        data = zipped({"word/document.xml": part})
        assert reason(tmp_path, "a.docx", data) == "it declares a document type"


def test_encrypted_files_are_unreadable(tmp_path: Path) -> None:
    office = OLE + "EncryptedPackage".encode("utf-16-le")
    manifest = zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": "<a/>",
            "META-INF/manifest.xml": "<manifest><encryption-data/></manifest>",
        }
    )
    locked = bytearray(docx("x"))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + place] |= 1

    for name, data in (("a.docx", office), ("a.odt", manifest), ("a.docx", bytes(locked))):
        assert reason(tmp_path, name, data) == "it is encrypted"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", docx("x")[:-20]),
        ("a.docx", zipped({"word/document.xml": "<a>"})),
        ("a.pdf", b"%PDF-1.4\nnothing"),
        ("a.png", png()[:-6]),
        ("a.txt", b""),
        ("a.txt", b"\x81\x20\xff\xff"),
    ],
)
def test_broken_files_are_unreadable(tmp_path: Path, name: str, data: bytes) -> None:
    assert reason(tmp_path, name, data) != ""


def test_only_listed_kinds_may_be_attached() -> None:
    refused = ["a.doc", "a.xlsm", "a.exe", "a.svg", "a.html", "a.zip", "a", "a.PDF"]

    assert [name for name in refused if kind_of_name(name)] == []


def test_large_file_is_not_opened(tmp_path: Path) -> None:
    examination = examined(tmp_path, "a.png", png() + b"\0" * 2_000_000)

    assert examination.is_too_large
    assert examination.found == ""


def test_every_member_of_a_zip_is_closed_again(tmp_path: Path) -> None:
    data = docx("x")

    assert zipfile.is_zipfile(io.BytesIO(data))
    assert texts(tmp_path, "a.docx", data) == texts(tmp_path, "a.docx", data)
