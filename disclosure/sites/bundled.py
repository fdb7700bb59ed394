"""What a bundle is told of the sites it packs: which places there are, of which commit."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from disclosure.bundle.places import Place, Places, places_of
from disclosure.division import Register
from disclosure.history import newest_commit
from disclosure.problem import Code, DisclosureError
from disclosure.sites.output import PART, is_filled_with, standing

NOT_BUILT = Code(
    "bundle-not-built",
    zh="不能打包：{value} 中{reason_zh}",
    en="nothing to pack: {value} {reason_en}",
    hint_zh="请先生成网站：tasks.py build；写到别处的，用 --output 指明",
    hint_en="build the sites first with tasks.py build, or name their folder with --output",
)


def places_in(output: Path, register: Register) -> Places:
    """Return the places whose sites stand in an output; raise where there are none to pack."""
    codes = standing(output, register)
    if not codes or not is_filled_with(output / "theme", "css"):
        raise refusal(output, "没有生成好的网站", "holds no finished sites")
    if (output / PART).is_file():
        zh = "只有一部分网站，须先用 tasks.py build merge 合并"
        raise refusal(output, zh, "is a share of a build, to be merged first")
    return places_of(
        Place(one.code, one.name, one.parent or "") for one in register if one.code in codes
    )


def require_built(output: Path, places: Places, codes: Iterable[str]) -> None:
    """Raise which of some sites are not there."""
    missing = sorted({code for code in codes if code not in places})
    if missing:
        listing = "、".join(missing)
        raise refusal(output, f"没有 {listing} 的网站", f"has no site of {', '.join(missing)}")


def refusal(output: Path, reason_zh: str, reason_en: str) -> DisclosureError:
    """Return why sites cannot be packed."""
    problem = NOT_BUILT.at("", value=str(output), reason_zh=reason_zh, reason_en=reason_en)
    return DisclosureError(problem)


def commit_of(root: Path) -> str:
    """Return the commit that stands at a root, "" where there is no git."""
    try:
        return newest_commit(root)
    except DisclosureError:
        return ""
