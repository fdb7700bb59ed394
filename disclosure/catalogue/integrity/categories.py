"""Integrity of the categories: their number, names, groups, levels, clocks and duties."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from disclosure.catalogue.category import FILE, Category, Trigger
from disclosure.catalogue.integrity.standard import Standard
from disclosure.division import Level
from disclosure.problem import Code, Problem

COUNT = 169  # the published shape of 2012, which the reconstruction keeps
PARTS = {"S": "公开服务", "E": "经济生活"}
CATEGORY_COUNT = Code(
    "category-count",
    zh="目录应有 {expected} 个类目，现有 {value} 个",
    en="the catalogue must hold {expected} categories, it holds {value}",
    hint_zh="请补回缺少的行，或删去多余的行",
    hint_en="restore the missing rows or delete the extra ones",
)
NOT_UNIQUE = Code(
    "category-not-unique",
    zh="{field} 列的“{value}”与第 {first} 行重复（不分全角半角）",
    en="{field} {value!r} repeats line {first} (compared after NFKC)",
    hint_zh="请改成不同的写法，或删去重复的一行",
    hint_en="change one of them or delete the row",
)
LEVEL_UNUSED = Code(
    "level-unused",
    zh="没有任何类目用到层级 {value}（{name}）",
    en="no category is published at the level {value}",
    hint_zh="请检查类目表的 levels 列",
    hint_en="check the column levels of the categories",
)
INCONSISTENT = Code(
    "category-inconsistent",
    zh="类目 {category} 的 {field} 写作“{value}”，{expected}",
    en="category {category}: {field} is {value!r}, which does not agree with its other columns",
    hint_zh="请改正 {field}，或改正与它矛盾的一列",
    hint_en="correct {field} or the column it contradicts",
)
PRIVACY_CONTRADICTION = Code(
    "privacy-rules-contradict",
    zh="类目 {category} 的隐私规则 {one} 与 {other} 互相矛盾",
    en="the privacy rules {one} and {other} of category {category} contradict each other",
    hint_zh="只保留其中一条：要么不出现姓名，要么遮蔽（或经同意）后出现",
    hint_en="keep one of the two: no names at all, or masked or consented names",
)
VILLAGE_MINIMUM = Code(
    "village-minimum-missing",
    zh="类目 {category} 依据村（居）务公开条文，最短公开天数应不少于 {expected} 日，现为“{value}”",
    en="category {category} rests on the village disclosure article: {expected} days at least",
    hint_zh="请在 min_public_days 写不少于 {expected} 的天数，min_public_basis 写 calendar",
    hint_en="write {expected} or more in min_public_days and calendar in min_public_basis",
)
CONTRADICTIONS = (("no_person_name", "mask_name"), ("no_person_name", "donor_consent"))
VILLAGE_ARTICLE = re.compile(
    r"《村民委员会组织法》[^;《]*第三十五条|《城市居民委员会组织法》[^;《]*第三十四条"
)


def check_categories(standard: Standard) -> Iterator[Problem]:
    """Yield what is wrong with the categories as a whole and one by one."""
    yield from check_count(standard)
    yield from check_levels(standard)
    groups = {row["group_code"]: row for row in standard.rows["groups"]}
    for row in standard.rows["categories"]:
        category = standard.catalogue.get(row["code"])
        if category is None:
            continue
        for field, value, expected in contradictions(category, standard, set(groups)):
            yield INCONSISTENT.at(
                FILE, row.line, field, value=value, category=category.code, expected=expected
            )
        yield from check_privacy(category, row.line)
        yield from check_village(category, row.line, standard)
    yield from check_groups(standard)


def check_count(standard: Standard) -> Iterator[Problem]:
    """Yield a wrong number of categories and every code or name that stands twice."""
    rows = standard.rows["categories"]
    if len(rows) != COUNT:
        yield CATEGORY_COUNT.at(FILE, 0, "code", value=str(len(rows)), expected=COUNT)
    for field in ("code", "name", "name_en"):
        first: dict[str, int] = {}
        for row in rows:
            plain = unicodedata.normalize("NFKC", row[field]).strip().casefold()
            line = first.setdefault(plain, row.line)
            if line != row.line:
                yield NOT_UNIQUE.at(FILE, row.line, field, value=row[field], first=line)


def check_levels(standard: Standard) -> Iterator[Problem]:
    """Yield each level no category is published at."""
    used = {level for one in standard.catalogue.categories.values() for level in one.levels}
    for level in Level:
        if level not in used:
            yield LEVEL_UNUSED.at(FILE, 0, "levels", value=level.value, name=level.zh)


def contradictions(
    category: Category, standard: Standard, groups: set[str]
) -> Iterator[tuple[str, str, str]]:
    """Yield (column, value, what was expected) for columns of one row that do not agree."""
    code = category.code
    if PARTS.get(code[:1]) != category.part:
        yield "part", category.part, f"{code[:1]} 开头的类目应属于“{PARTS.get(code[:1], '?')}”"
    if category.group != code[:3] or category.group not in groups:
        yield "group_code", category.group, f"应为 {code[:3]}，并登记在 groups.csv"
    if category.content_type == "table" and not category.data_table:
        yield "data_table", "", "数据表类目须写明标准数据表"
    if category.data_table and category.data_table not in standard.catalogue.tables:
        yield "data_table", category.data_table, "catalogue/tables/ 中没有这个标准数据表"
    is_periodic = category.trigger is Trigger.PERIODIC
    if is_periodic != (category.rhythm is not None):
        yield "period", category.rhythm.value if category.rhythm else "", "只有定期公开才写周期"
    if is_periodic != bool(category.period_due):
        yield "period_due", category.period_due, "只有定期公开才写应公开日"
    if category.period_due.startswith("--") != (category.period_due_year is not None):
        yield "period_due_year", str(category.period_due_year or ""), "固定日期须写明当年或次年"
    if (category.limit_days is None) != (category.limit_basis is None):
        yield "time_limit_basis", "", "天数和计算方式须同时填写"
    if (category.min_public_days is None) != (category.min_public_basis is None):
        yield "min_public_basis", "", "天数和计算方式须同时填写"
    if category.view_of and category.view_of not in standard.catalogue.categories:
        yield "view_of", category.view_of, "目录中没有这个类目"
    law, days = category.law_min_days, category.min_public_days
    if law is not None and (days is None or days < law):
        yield "law_min_days", str(law), "法定最短天数不应多于本目录的最短公开天数"


def check_privacy(category: Category, line: int) -> Iterator[Problem]:
    """Yield each pair of privacy rules that cannot both be kept."""
    for one, other in CONTRADICTIONS:
        if {one, other} <= category.privacy_rules:
            yield PRIVACY_CONTRADICTION.at(
                FILE, line, "privacy_rule", category=category.code, one=one, other=other
            )


def check_village(category: Category, line: int, standard: Standard) -> Iterator[Problem]:
    """Yield a row that rests on the village disclosure articles without their days."""
    least = standard.catalogue.figure("village-notice-minimum").number
    if Level.VILLAGE not in category.levels or not VILLAGE_ARTICLE.search(category.legal_basis):
        return
    if (category.min_public_days or 0) < least:
        yield VILLAGE_MINIMUM.at(
            FILE,
            line,
            "min_public_days",
            value=str(category.min_public_days or ""),
            category=category.code,
            expected=least,
        )


def check_groups(standard: Standard) -> Iterator[Problem]:
    """Yield groups whose part, name or number of categories is not that of their categories."""
    rows = standard.rows["groups"]
    counted = Counter(one.group for one in standard.catalogue.categories.values())
    names = {one.group: one.group_name for one in standard.catalogue.categories.values()}
    for row in rows:
        group = row["group_code"]
        told = (
            ("part", PARTS.get(group[:1], "?")),
            ("group_name", names.get(group, "")),
            ("category_count", str(counted[group])),
        )
        for field, expected in told:
            if row[field] != expected:
                yield INCONSISTENT.at(
                    row.file,
                    row.line,
                    field,
                    value=row[field],
                    category=group,
                    expected=f"按类目表应为“{expected}”",
                )
