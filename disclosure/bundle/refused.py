"""Why something of a bundle is not believed: damaged, forged, or made for something else."""

from __future__ import annotations

from disclosure.problem import Code, DisclosureError

REFUSED = Code(
    "bundle-refused",
    zh="离线包中的 {value} 不能使用：{reason_zh}",
    en="{value} of the bundle is refused: {reason_en}",
    hint_zh="请重新下载或重新拷贝这个离线包；仍然这样的，请与提供离线包的单位联系",
    hint_en="download or copy the bundle again; if that changes nothing, ask whoever made it",
)


def refusal(name: str, reason_zh: str, reason_en: str) -> DisclosureError:
    """Return that a file of a bundle, or something in it, is not to be used."""
    return DisclosureError(REFUSED.at(name, value=name, reason_zh=reason_zh, reason_en=reason_en))
