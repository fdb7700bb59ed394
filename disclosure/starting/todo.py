"""Lists what a new root still lacks, in the words of the register's own columns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from disclosure.division import Division, Register
from disclosure.personal.scan import NumberKind, scan
from disclosure.starting.bodies import body_name

FILE = "TODO.md"
DETAILS = {
    "office": "办公机构",
    "phone": "办公电话",
    "address": "办公地址",
    "hours": "办公时间",
}
HEAD = """\
# 待补事项

这份清单由 `tasks.py init` 在 {today} 生成，补一项勾一项，全部补齐后可以删去本文件。

## 先看这几项

- [ ] 在 `pelicanconf.py` 中核对网站名称，填写要用的设置
- [ ] 在 `.github/workflows/check.yml` 或 `.gitlab-ci.yml` 中写明本系统的地址和版本，不用的删去
- [ ] 核对 `catalogue/publishers.csv` 中的公开主体，补上各部门和村（居）务监督委员会、集体经济组织
- [ ] 核对 `catalogue/divisions.csv` 中的公开义务起算日（`duty_from`），这一天以前的事项不算逾期
- [ ] 看懂示例草稿后删去：`{examples}` 里的 `example` 和 `files/example.png`
"""
BODIES = """
## 公开主体的名称

下列区划没有写办公机构，公开主体暂按法律规定的名称登记，请逐一核对。

| 区划代码 | 名称 | 暂定公开主体 |
|---|---|---|
"""
MISSING = """
## 联系方式

请在 `catalogue/divisions.csv` 中补齐，网站的页脚和“联系方式”从这里取。
电话只写公务电话。

| 区划代码 | 名称 | 还缺什么 |
|---|---|---|
"""
MOBILE = "电话像是手机号，请换成公务电话"


class Lacking(Struct, frozen=True):
    """What one division lacks, in the words of the list."""

    division: Division
    what: tuple[str, ...]


def lacking(register: Register) -> tuple[Lacking, ...]:
    """Return the divisions in force that lack something, by code."""
    found = (
        Lacking(division, tuple(lacks(division)))
        for division in register
        if not division.replaced_by
    )
    return tuple(one for one in found if one.what)


def lacks(division: Division) -> Iterator[str]:
    """Yield what a division lacks."""
    for name, title in DETAILS.items():
        if not getattr(division, name):
            yield title
    if any(finding.kind is NumberKind.MOBILE for finding in scan(division.phone)):
        yield MOBILE


def write_todo(register: Register, examples: str, today: date) -> str:
    """Return the list; `examples` is the folder of the division that holds them."""
    lines = [HEAD.format(today=today.isoformat(), examples=examples)]
    unnamed = [one for one in register if not one.replaced_by and not one.office]
    if unnamed:
        lines.append(BODIES)
        lines += [f"| {one.full_code} | {cell(one.name)} | {cell(body_name(one))} |\n"
                  for one in unnamed]  # fmt: skip
    missing = lacking(register)
    if missing:
        lines.append(MISSING)
        lines += [
            f"| {one.division.full_code} | {cell(one.division.name)} | {'、'.join(one.what)} |\n"
            for one in missing
        ]
    return "".join(lines)


def cell(text: str) -> str:
    """Return a text that ends no cell of a Markdown table."""
    return text.replace("|", "\\|")
