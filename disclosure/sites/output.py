"""The output folder: where a build may write, and that one build at a time does."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path

from disclosure.alone import hold
from disclosure.catalogue import PRODUCT
from disclosure.division import Division, Register
from disclosure.problem import Code, DisclosureError
from disclosure.sites.place import STAGING

OUTPUT_REFUSED = Code(
    "output-refused",
    zh="网站不能写到 {value}：{reason_zh}",
    en="the sites cannot be written to {value}: {reason_en}",
    hint_zh="请用 --output 指定一个空文件夹，或以前生成网站的文件夹",
    hint_en="name an empty folder with --output, or one an earlier build has filled",
)
OUTPUT_BUSY = Code(
    "output-busy",
    zh="另一次生成正在写入 {value}",
    en="another build is writing to {value}",
    hint_zh="请等它结束后再运行，或用 --output 写到别的文件夹",
    hint_en="wait until it has ended, or name another folder with --output",
)
THEME = "theme"
INDEX = "index.html"
NOT_FOUND = "404.html"
ROBOTS = "robots.txt"
SITEMAP = "sitemap.xml"
PART = "part.json"  # where the output is a share of a build
SINGLE = (INDEX, NOT_FOUND, ROBOTS, SITEMAP, PART)
SOURCES = (".git", "catalogue", "commands", "content", "disclosure", "plugins", "theme")


def standing(output: Path, divisions: Iterable[Division]) -> frozenset[str]:
    """Return the codes of those whose sites an earlier build left in the output."""
    return frozenset(one.code for one in divisions if has_file(f"{output}/{one.code}", INDEX))


def has_file(site: str, name: str) -> bool:
    """Tell whether there is such a file."""
    return os.path.isfile(f"{site}/{name}")  # noqa: PTH113 - no Path objects: sites are thousands


def remove_strangers(output: Path, register: Register) -> None:
    """Remove the sites of divisions that are no longer in the register."""
    for path in output.iterdir():
        is_strange = path.name.isdecimal() and path.name not in register.division_by_code
        if is_strange and is_plain_folder(path) and (path / INDEX).is_file():
            shutil.rmtree(path)


def require_usable(output: Path, root: Path, codes: Iterable[str]) -> None:
    """Refuse a folder of sources, and one where a site would take the place of something else.

    A link in the output is something else too: a build would write where it leads.
    """
    real = Path(os.path.realpath(output))
    if os.path.lexists(real) and not real.is_dir():
        raise refusal(output, "它不是文件夹", "it is not a folder")
    for base in {Path(os.path.realpath(root)), PRODUCT}:
        if base.is_relative_to(real) or any(real.is_relative_to(base / name) for name in SOURCES):
            raise refusal(output, "这里存放着内容、目录或程序", "sources are kept there")
    is_fine = {
        **{name: is_plain_file(output / name) for name in SINGLE},
        STAGING: is_plain_folder(output / STAGING),
        THEME: is_filled_with(output / THEME, "css"),
    }
    is_fine |= {code: is_filled_with(f"{output}/{code}", INDEX) for code in codes}
    for name, fine in is_fine.items():
        if not fine:
            there = f"其中的 {name} 不是以前生成的网站"
            raise refusal(output, there, f"{name} in it was not made by a build")


def refusal(output: Path, reason_zh: str, reason_en: str) -> DisclosureError:
    """Return why the folder cannot be taken; it is what was typed that is wrong."""
    problem = OUTPUT_REFUSED.at("", value=str(output), reason_zh=reason_zh, reason_en=reason_en)
    return DisclosureError(problem)


def is_plain_file(path: Path) -> bool:
    """Tell whether a file may be written there: none yet, or a file that is no link."""
    return not os.path.lexists(path) or (path.is_file() and not path.is_symlink())


def is_plain_folder(path: Path) -> bool:
    """Tell whether a folder may be made there: none yet, or a folder that is no link."""
    return not os.path.lexists(path) or (path.is_dir() and not path.is_symlink())


def is_filled_with(path: str | Path, name: str) -> bool:
    """Tell whether a folder may be replaced: none yet, an empty one, or one that holds `name`."""
    try:
        mode = os.lstat(path).st_mode
    except OSError:
        return True
    if not stat.S_ISDIR(mode):
        return False
    return os.path.exists(f"{path}/{name}") or not any(Path(path).iterdir())  # noqa: PTH110 - as above


def alone_in(output: Path) -> AbstractContextManager[None]:
    """Hold the folder for one build."""
    return hold(output, OUTPUT_BUSY)
