"""The rules of a category in words, as a notice board would put them."""

from __future__ import annotations

from msgspec.structs import replace

from disclosure.catalogue.category import Basis, Category, Trigger
from disclosure.period import Rhythm

ENDS = {
    Rhythm.DAILY: "每日",
    Rhythm.WEEKLY: "每周",
    Rhythm.MONTHLY: "每月",
    Rhythm.QUARTERLY: "每季度",
    Rhythm.HALF_YEARLY: "每半年",
    Rhythm.YEARLY: "每年度",
}
LEADS = {Trigger.FORMED: "形成后", Trigger.AT_ONCE: "形成后", Trigger.ANY_TIME: "发生后"}
TRIGGERS = {
    Trigger.FORMED: "形成后公开",
    Trigger.PERIODIC: "定期公开",
    Trigger.AT_ONCE: "形成后即时公开",
    Trigger.BEFORE_EVENT: "事项发生前公开",
    Trigger.ANY_TIME: "随时公开",
}


def limit_words(category: Category) -> str:
    """Return by when it must be out: 形成后20个工作日内, 事项发生前至少10日 ..."""
    if category.trigger is Trigger.PERIODIC:
        return period_words(category)
    if category.limit_days is None or category.limit_basis is None:
        return TRIGGERS[category.trigger]
    if category.trigger is Trigger.BEFORE_EVENT:
        return f"事项发生前至少{days_words(category.limit_days, category.limit_basis)}"
    if category.limit_days == 0:
        return f"{LEADS[category.trigger]}当日内"
    return f"{LEADS[category.trigger]}{days_words(category.limit_days, category.limit_basis)}内"


def period_words(category: Category) -> str:
    """Return the rhythm of a periodic category and when each period is due."""
    due, rhythm = category.period_due, category.rhythm
    if rhythm is None or not due:
        return TRIGGERS[Trigger.PERIODIC]
    if due.startswith("--"):
        month, day = int(due[2:4]), int(due[5:7])
        year = "次年" if category.period_due_year == 1 else "当年"
        return f"{rhythm.zh}一次，{year}{month}月{day}日前"
    days = int(due[1:-1])
    if due.startswith("-"):
        return f"{ENDS[rhythm]}开始前至少{days}日"
    if rhythm is Rhythm.DAILY and days == 1:
        return "每日一次，次日内"
    return f"{ENDS[rhythm]}终了后{days}日内"


def public_words(category: Category) -> str:
    """Return how long it must stay public and when it is taken down, "" where nothing is fixed."""
    told = []
    if category.min_public_days is not None and category.min_public_basis is not None:
        lead = "至少公示" if category.content_type == "notice" else "至少公开"
        told.append(lead + days_words(category.min_public_days, category.min_public_basis))
    if category.max_public_days is not None:
        told.append(f"公开满{category.max_public_days}日后撤下")
    elif category.takedown:
        told.append("期满撤下")
    return "，".join(told)


def retention_words(category: Category) -> str:
    """Return how long it is kept."""
    match category.retention:
        case "长期":
            return "长期保留"
        case "更新前长期":
            return "保留到更新为止，旧版本存档"
        case "期限届满撤下":
            return "期限届满撤下"
        case other:
            return other.replace("天", "日")


def floor_words(category: Category) -> str:
    """Return what law itself fixes, down to which a place may relax the figures ("" = nothing)."""
    told = []
    if category.law_rhythm is not None:
        told.append(f"{category.law_rhythm.zh}至少一次")
    if category.law_limit_days is not None:
        told.append(limit_words(replace(category, limit_days=category.law_limit_days)))
    if category.law_min_days is not None and category.min_public_basis is not None:
        told.append(f"至少公开{days_words(category.law_min_days, category.min_public_basis)}")
    return "，".join(told)


def days_words(days: int, basis: Basis) -> str:
    """Return a number of days in words: 20个工作日, 15日."""
    return f"{days}{basis.zh}"
