"""Reads the text of a content file: its size, its encoding, its line ends."""

from __future__ import annotations

import os
import re
from pathlib import Path

from disclosure.problem import Code, DisclosureError, Problem

MAX_BYTES = 200_000
USUAL_BYTES = 32_768  # making room for the largest file would cost more than reading a usual one
READ = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW
BOM = b"\xef\xbb\xbf"
UTF16 = (b"\xff\xfe", b"\xfe\xff")
HAN = re.compile(rb"[\xe3-\xe9\xef][\x80-\xbf][\x80-\xbf]")  # a Chinese character in UTF-8

FILE_TOO_LARGE = Code(
    "file-too-large",
    zh="文件有 {value} 字节，超过 {limit} 字节的上限",
    en="the file has {value} bytes, more than the {limit} allowed",
    hint_zh="请把长表格改为数据包，把扫描件改为附件，或拆成几条内容",
    hint_en="move tables to a data package, scans to attachments, or split the entry",
)
ENCODING_NOT_UTF8 = Code(
    "encoding-not-utf8",
    zh="文件不是 UTF-8 编码，{seems_zh}",
    en="the file is not UTF-8; {seems_en}",
    hint_zh="{advice_zh}在编辑器中另存为 UTF-8",
    hint_en="{advice_en}save it as UTF-8",
)
FILE_BOM = Code(
    "file-bom",
    zh="文件开头带有不可见的 BOM 标记",
    en="the file begins with a byte order mark",
    hint_zh="运行 tasks.py check --fix 自动去除，或另存为“UTF-8（无 BOM）”",
    hint_en="run tasks.py check --fix, or save it as UTF-8 without BOM",
)
LINE_ENDS = Code(
    "line-ends",
    zh="第 {line} 行用了 Windows 换行符",
    en="line {line} ends in a carriage return",
    hint_zh="运行 tasks.py check --fix 自动转换",
    hint_en="run tasks.py check --fix",
)


def read_source(path: str | Path, file: str) -> tuple[str, list[Problem]]:
    """Return the text with `\\n` line ends and what is wrong with its bytes.

    Raises where it cannot be read at all: too large, or in no encoding we know.
    """
    source = os.open(path, READ)  # no file object: thousands of files are read
    try:
        data = os.read(source, USUAL_BYTES)
        if len(data) == USUAL_BYTES:
            data += os.read(source, MAX_BYTES + 1 - USUAL_BYTES)
    finally:
        os.close(source)
    if len(data) > MAX_BYTES:
        size = Path(path).stat().st_size
        raise DisclosureError(FILE_TOO_LARGE.at(file, value=str(size), limit=MAX_BYTES))
    return decode(data, file)


def decode(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """Return the text of some bytes and what is wrong with them."""
    if data.startswith(UTF16):
        return decode_utf16(data, file)
    problems = []
    if data.startswith(BOM):
        problems.append(FILE_BOM.at(file, 1))
        data = data[len(BOM) :]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        try:
            text = data.decode("gb18030")
            is_gbk = not is_damaged_utf8(data) and is_simplified(text)
        except UnicodeDecodeError:
            is_gbk = False
        if not is_gbk:
            raise DisclosureError(not_utf8(file, line, "")) from None
        problems.append(not_utf8(file, line, "GBK"))
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        problems.append(LINE_ENDS.at(file, line))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, problems


def decode_utf16(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """Return the text of what a Windows editor calls "Unicode"."""
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError:
        raise DisclosureError(not_utf8(file, 1, "")) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, [not_utf8(file, 1, "UTF-16")]


def is_damaged_utf8(data: bytes) -> bool:
    """Tell broken UTF-8 from GBK, for which nearly any bytes will do.

    In GBK text three bytes hardly ever have the form of a Chinese character in UTF-8.
    """
    high = sum(byte >= 0x80 for byte in data)
    return 2 * sum(len(found) for found in HAN.findall(data)) > high


def is_simplified(text: str) -> bool:
    """Tell GBK text from Big5 or Shift-JIS read as GBK, which turns into rare characters.

    The common characters are the first level of GB 2312: two bytes from B0A1 to D7F9.
    """
    others = [sign for sign in text if "\u3400" <= sign <= "\u9fff" or "\u3040" <= sign <= "\u30ff"]
    codes = [sign.encode("gb18030") for sign in others]
    common = sum(len(code) == 2 and 0xB0 <= code[0] <= 0xD7 and code[1] >= 0xA1 for code in codes)
    return 4 * common >= 3 * len(codes)


def not_utf8(file: str, line: int, encoding: str) -> Problem:
    """Return the problem of another encoding; "" = none that can be told for certain."""
    return ENCODING_NOT_UTF8.at(
        file,
        line,
        value=encoding,
        seems_zh=f"看起来是 {encoding}" if encoding else "也不是 GBK，或者已经损坏",
        seems_en=f"it looks like {encoding}" if encoding else "nor GBK, or it is damaged",
        advice_zh="运行 tasks.py check --fix 自动转换，或" if encoding else "用原来的软件打开，",
        advice_en="run tasks.py check --fix, or " if encoding else "open it where it was made and ",
    )
