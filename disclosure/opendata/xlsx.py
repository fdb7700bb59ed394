"""The file around the sheets of a workbook (Office Open XML): what Excel wants beside the cells.

XlsxWriter takes six times as long for the same cells, and a build makes thousands of workbooks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from disclosure.xml_text import escape, quoted

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
CORE_KIND = "application/vnd.openxmlformats-package.core-properties+xml"
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
# The styles of cells by their place in the list below.
PLAIN, TITLE, MONEY, DAY, LINK = range(5)
STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}">'
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="3"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>'
    '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/><family val="2"/></font>'
    "</fonts>"
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>'
    '<border><left/><right/><top/><bottom style="thin"><color auto="1"/></bottom><diagonal/>'
    "</border></borders>"
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1"/>'
    '<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)
PACKAGE = (
    f'{HEAD}<Relationships xmlns="{LINKS}">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    f'<Relationship Id="rId2" Type="{LINKS}/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)


def write_file(
    path: Path, title: str, created: date, names: Sequence[str], sheets: Iterable[Iterable[str]]
) -> None:
    """Write a workbook; each sheet is given as the pieces of its XML, which are not gathered.

    The zip holds no time but its own epoch, so that the same sheets give the same bytes.
    """
    with ZipFile(path, "w") as file:
        for name, text in frame(title, created, names):
            file.writestr(member(name), text)
        for number, pieces in enumerate(sheets, 1):
            with file.open(member(f"xl/worksheets/sheet{number}.xml"), "w") as part:
                part.write(f'{HEAD}<worksheet xmlns="{MAIN}">'.encode())
                for piece in pieces:
                    part.write(piece.encode())
                part.write(b"</worksheet>")


def member(name: str) -> ZipInfo:
    """Return the head of one file of the zip."""
    info = ZipInfo(name, ZIP_EPOCH)
    info.compress_type = ZIP_DEFLATED
    info.create_system = 0  # whatever system it is written on
    return info


def frame(title: str, created: date, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the files that say what the workbook holds."""
    yield "[Content_Types].xml", content_types(len(names))
    yield "_rels/.rels", PACKAGE
    yield "docProps/core.xml", core(title, created)
    listed = "".join(
        f'<sheet name={quoted(name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, 1)
    )
    heads = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
    yield "xl/workbook.xml", f"{HEAD}{heads}<sheets>{listed}</sheets></workbook>"
    yield "xl/_rels/workbook.xml.rels", relations(len(names))
    yield "xl/styles.xml", STYLES


def content_types(count: int) -> str:
    """Return what kind of part each file is."""
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" '
        f'ContentType="{KIND}.worksheet+xml"/>'
        for number in range(1, count + 1)
    )
    return (
        f'{HEAD}<Types xmlns="{TYPES}">'
        f'<Default Extension="rels" ContentType="{RELATIONS}"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{KIND}.styles+xml"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="{CORE_KIND}"/>{sheets}</Types>'
    )


def relations(count: int) -> str:
    """Return where the sheets and their styles are."""
    sheets = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/worksheet" '
        f'Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, count + 1)
    )
    return (
        f'{HEAD}<Relationships xmlns="{LINKS}">{sheets}'
        f'<Relationship Id="rId{count + 1}" Type="{OFFICE}/styles" Target="styles.xml"/>'
        "</Relationships>"
    )


def core(title: str, created: date) -> str:
    """Return title and day of the workbook."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{CORE}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{created}T00:00:00Z</dcterms:created>'
        "</cp:coreProperties>"
    )
