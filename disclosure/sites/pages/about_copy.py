"""The page by which a copy of a site is known: of which commit it was made, how to check it.

It names no version: that is named by the hash of the files, this one among them. Whoever shows a
copy says beside it which version it is.
"""

from __future__ import annotations

from msgspec import Struct

from disclosure.bundle.parts import ABOUT
from disclosure.history import LastCommit
from disclosure.search.script import write_call
from disclosure.sites.pages.guide import Section, reach
from disclosure.sites.pages.view import Fact
from disclosure.sites.site import Site

PAGE, FILE = ABOUT, "build.js"
TITLE = "版本与核对"
OPENING = (
    "这份网站可以用 U 盘或者网络带到村（社区）查阅点，也可以自行留存。"
    "本页写明它出自哪一次提交，以及怎样核对它与签发的是否完全一致。"
)
UNKNOWN = "生成网站时没有取得完整的提交记录，因此不能写明出自哪一次提交；核对不受影响。"
OWN_ALONE = "提交只算本区划的内容，其他区划的更新不影响这里的编号。"
NUMBERED = (
    "版本号在打包签发时编定，记在签名的清单里，不写在网页中。"
    "村（社区）查阅点在本页开头写明所存的是第几版；U 盘上的，见 U 盘的首页。"
)
CHECKING = (
    "在查阅点的电脑上运行 mirror verify，逐个文件与签名的清单核对。",
    (
        "拿到的是文件夹、U 盘或者网址的，在装有本系统的电脑上运行 tasks.py verify，"
        "后面写文件夹或者网址；离线包放在别处的，用 --bundle 写明。"
    ),
    "核对所用的信任文件 1.root.json，请直接向签发单位索取，并对照其公布的指纹。",
)


class AboutCopy(Struct, frozen=True):
    """The page of one division."""

    title: str
    opening: str
    sections: tuple[Section, ...]


def view_copy(site: Site) -> AboutCopy:
    """Return what the page tells of a site."""
    number = Section("number", "第几版", (NUMBERED,))
    return AboutCopy(TITLE, OPENING, (origin_section(site), number, check_section(site)))


def origin_section(site: Site) -> Section:
    """Return of which commit the content is, and that this is not known where it is not."""
    last = last_commit(site)
    facts = [("区划", f"{site.division.name}（{site.division.code}）")]
    if last:
        facts += [("最近一次提交", last.id), ("提交日期", last.day.isoformat())]
    return Section(
        "origin",
        "内容从哪里来",
        (OWN_ALONE if last else UNKNOWN,),
        tuple(Fact(label, value) for label, value in facts),
    )


def check_section(site: Site) -> Section:
    """Return how to check a copy, and whom to tell where it is not as signed."""
    told = (
        "完全一致的，会写明“与签发的完全一致”；不一致的，逐个列出多出、缺少和被改动的文件，"
        f"请停止使用这份副本，并告知{reach(site.division)}。"
    )
    return Section("check", "怎样核对", (*CHECKING, told))


def write_build(site: Site) -> str:
    """Return the same for programs: a script with one call, which a page on a disk can read."""
    last = last_commit(site)
    about = {
        "site": site.division.code,
        "commit": last.id if last else "",
        "day": last.day.isoformat() if last else "",
    }
    return write_call("build", about)


def last_commit(site: Site) -> LastCommit | None:
    """Return the newest commit of the division's content, None where none is known."""
    return site.corrections.last_by_folder.get(site.division.folder)
