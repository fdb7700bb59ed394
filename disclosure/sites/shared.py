"""What a worker on another machine must see as the program does, or it would build another site."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from msgspec import Struct

from disclosure.catalogue import PRODUCT
from disclosure.kept.grounds import digest_files
from disclosure.kept.said import said_of
from disclosure.problem import Code, DisclosureError
from disclosure.sites.kept.grounds import digest_of_build
from disclosure.sites.place import STAGING

WORKER_DIFFERS = Code(
    "worker-differs",
    zh="集群中 {value} 上的{what_zh}与本机的不一致",
    en="{what_en} on {value}, a machine of the cluster, is not what it is here",
    hint_zh="{how_zh}",
    hint_en="{how_en}",
)
DIFFERENT = {
    "output": (
        "输出文件夹", "the output folder",
        "请把输出文件夹放在各台机器共用、路径相同的磁盘上",
        "put the output on a disk that all machines share, at the same path",
    ),
    "content": (
        "内容文件夹", "the content",
        "请把内容放在各台机器共用、路径相同的磁盘上，用 --root 写明",
        "put the content on a disk that all machines share, at the same path (--root)",
    ),
    "grounds": (
        "程序、目录、设置或依赖", "the program, the catalogue, the settings or a library",
        "请在各台机器上使用同一份程序、同一组依赖和同样的环境变量，然后重新启动工作进程",
        "use the same checkout, libraries and environment everywhere, then start the workers again",
    ),
}  # fmt: skip
CODE = (PRODUCT / "disclosure", PRODUCT / "plugins")


class Shared(Struct, frozen=True):
    """A root and an output as the program sees them.

    `sign` is a file in the output that is there as long as the build lasts: a worker that the
    program has given up must not write into what a later build makes.
    """

    root: Path
    config: Path
    content: str
    grounds: str | None
    sign: Path

    def require_same(self) -> None:
        """Raise what is not the same for this process as it is for the program."""
        self.require_going_on()
        if content_at(self.root) != self.content:
            raise refusal("content")
        loaded = code_loaded()  # a process that has begun goes on with the code it began with
        if digest_of_build(self.root, self.config) != self.grounds or code_on_disk() != loaded:
            raise refusal("grounds")

    def require_going_on(self) -> None:
        """Raise where the build has ended, or its output is not to be seen from here."""
        if not self.sign.is_file():
            raise refusal("output")


@contextmanager
def share(root: Path, config: Path, output: Path) -> Iterator[Shared]:
    """Yield what workers are to see for as long as the block lasts."""
    sign = output / STAGING / f"build-{secrets.token_hex(8)}"
    sign.parent.mkdir(parents=True, exist_ok=True)
    sign.touch()
    try:
        yield Shared(root, config, content_at(root), digest_of_build(root, config), sign)
    finally:
        sign.unlink(missing_ok=True)


def content_at(root: Path) -> str:
    """Return what tells the content folder from any other, copies of it included."""
    try:
        return repr(said_of((root / "content").stat()))
    except OSError:
        return ""


@cache
def code_loaded() -> str:
    """Return the digest of the code when this process first asked."""
    return code_on_disk()


def code_on_disk() -> str:
    """Return the digest of the code as it now stands."""
    return "\n".join(map(digest_files, CODE))


def refusal(what: str) -> DisclosureError:
    """Return what differs on this machine."""
    name_zh, name_en, how_zh, how_en = DIFFERENT[what]
    here = os.uname().nodename
    return DisclosureError(
        WORKER_DIFFERS.at(
            here, value=here, what_zh=name_zh, what_en=name_en, how_zh=how_zh, how_en=how_en
        )
    )
