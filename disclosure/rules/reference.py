"""Gathers every declared code for the reference of problems, by the area an editor looks in."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import disclosure
from disclosure.problem import Code
from disclosure.rows import read_rows

NOT_SEARCHED = ("__main__",)  # starts a program, declares nothing
WAITING = "not-checkable-yet"
GENERAL = "类目与要素"
# Where a code belongs, by how its name begins; the first that fits. The rest is about categories.
AREAS = {
    "文件与信息头": (
        "address-", "blank-above", "colon-", "division-misplaced", "division-unknown", "encoding-",
        "entry-empty", "fence-", "file-", "folder-inside", "foreign-", "front-matter",
        "full-width-", "key-", "line-ends", "link-or-", "tab-", "value-", "word-", "yaml-",
    ),
    "日期与时限": (
        "date-", "event-", "notice-", "period-", "pre-event", "published-", "reply-", "retention-",
        "time-", "trigger-", "withdrawn-", "workdays-missing",
    ),
    "公开主体、审查与解读": (
        "interpret", "publisher-unknown", "publisher-wrong", "review-", "supersedes-",
    ),
    "个人信息": (
        "bank-", "donor-", "health-", "home-", "individual-", "minor-", "mobile-", "name-",
        "person-", "portrait-", "reporter-", "resident-", "trade-",
    ),
    "正文、附件与图片": (
        "attachment", "body-", "heading-", "html-", "image-", "link-", "markdown-",
    ),
    "数据包与表格": (
        "block-", "cell-", "column-", "controls-", "data-", "nil-", "package-", "resource-",
        "roster-", "rows-", "table-",
    ),
    "账表核对": (),
    GENERAL: (),
    "登记表与标准目录": (),
    "命令与生成网站": (),
}  # fmt: skip
# Codes declared here are about the place that declares them, whatever their names.
AREA_BY_PACKAGE = {
    "disclosure.division": "登记表与标准目录",
    "disclosure.catalogue": "登记表与标准目录",
    "disclosure.rows": "登记表与标准目录",
    "disclosure.workdays": "登记表与标准目录",
    "disclosure.dataset": "数据包与表格",
    "disclosure.bundle": "命令与生成网站",
    "disclosure.exchange": "命令与生成网站",
    "disclosure.workbook": "命令与生成网站",
    "disclosure.table_rules": "账表核对",
    "disclosure.published": "账表核对",
    "disclosure.attachment": "正文、附件与图片",
    "disclosure.history": "命令与生成网站",
    "disclosure.annual_report": "命令与生成网站",
    "disclosure.search": "命令与生成网站",
    "disclosure.sites": "命令与生成网站",
    "disclosure.starting": "命令与生成网站",
    "disclosure.rules.creation": "命令与生成网站",
    "disclosure.rules.selection": "命令与生成网站",
}


def codes_by_area() -> dict[str, tuple[Code, ...]]:
    """Return every code of the domain by area, areas in reading order, codes by name."""
    found: dict[str, dict[str, Code]] = {area: {} for area in AREAS}
    for module, code in declared_codes():
        found[area_of(module, code.name)][code.name] = code
    return {
        area: tuple(code for _, code in sorted(codes.items()))
        for area, codes in found.items()
        if codes
    }


def declared_codes() -> Iterator[tuple[str, Code]]:
    """Yield each code with the name of the module that declares it, by module."""
    seen: set[int] = set()
    for module in modules():
        for value in vars(module).values():
            # A code that one module imports from another is the same object.
            if isinstance(value, Code) and id(value) not in seen:
                seen.add(id(value))
                yield module.__name__, value


def modules() -> Iterator[ModuleType]:
    """Yield every module of the domain, by name, those that are declared in before their users."""
    names = [info.name for info in pkgutil.walk_packages(disclosure.__path__, "disclosure.")]
    for name in sorted(names):
        if name.rpartition(".")[2] not in NOT_SEARCHED:
            yield import_module(name)


def area_of(module: str, name: str) -> str:
    """Return the area of a code."""
    for package, area in AREA_BY_PACKAGE.items():
        if module == package or module.startswith(package + "."):
            return area
    return next((area for area, starts in AREAS.items() if name.startswith(starts)), GENERAL)


def waiting_rules(standard: Path) -> tuple[tuple[str, str, str], ...]:
    """Return the table rules that cannot be checked yet: code, rule, and what is missing."""
    file = "catalogue/table_rules.csv"
    rows = read_rows(standard / file, file, ("code", "rule_zh", "status"))
    return tuple(
        (row["code"], row["rule_zh"], row["status"].partition(":")[2].strip())
        for row in rows
        if row["status"].startswith(WAITING)
    )
