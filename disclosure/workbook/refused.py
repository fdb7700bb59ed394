"""Why a file is no workbook we read, and what to do about it."""

from __future__ import annotations

from disclosure.problem import Code, DisclosureError

WORKBOOK_UNREADABLE = Code(
    "workbook-unreadable",
    zh="{name} 读不出来：{reason_zh}",
    en="{name} cannot be read: {reason_en}",
    hint_zh="{advice_zh}",
    hint_en="{advice_en}",
)
SAVE_AS_XLSX = (
    "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”，再导入另存的文件",
    "open it in Excel or WPS and save it as an .xlsx workbook",
)
CHECK_PATH = ("请核对文件的位置和名称", "check where the file lies and what it is called")
REMOVE_PASSWORD = (
    "请在 Excel 中取消打开密码，另存后再导入",
    "remove its password in Excel and save it again",
)
SPLIT = (
    "请删去多余的空行、空列，或拆成几个文件后分别导入",
    "delete what lies beyond the table, or split it into several files",
)


def unreadable(
    file: str, reason_zh: str, reason_en: str, advice: tuple[str, str] = SAVE_AS_XLSX
) -> DisclosureError:
    """Return the error of a file that is no workbook."""
    return DisclosureError(
        WORKBOOK_UNREADABLE.at(
            file,
            name=file.rsplit("/", 1)[-1],
            reason_zh=reason_zh,
            reason_en=reason_en,
            advice_zh=advice[0],
            advice_en=advice[1],
        )
    )
