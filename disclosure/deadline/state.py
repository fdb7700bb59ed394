"""How a duty stands (公开状态) on a day."""

from __future__ import annotations

from enum import Enum


class State(Enum):
    """The states of a duty; those of `COVERED` fulfil it, OVERDUE breaks it, others do neither."""

    PUBLISHED = "published"
    PUBLISHED_LATE = "published_late"
    NIL = "nil"
    NOT_DUE = "not_due"
    OVERDUE = "overdue"
    NOT_COMPUTABLE = "not_computable"
    NONE_RECORDED = "none_recorded"

    @property
    def zh(self) -> str:
        return ZH[self]


ZH = {
    State.PUBLISHED: "已公开",
    State.PUBLISHED_LATE: "逾期公开",
    State.NIL: "无事项报告",
    State.NOT_DUE: "未到期",
    State.OVERDUE: "逾期未公开",
    State.NOT_COMPUTABLE: "期限无法推算",
    State.NONE_RECORDED: "未见记录",
}
COVERED = frozenset({State.PUBLISHED, State.PUBLISHED_LATE, State.NIL})
