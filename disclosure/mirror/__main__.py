"""The program of village points: makes, updates, checks and shows a mirror."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from disclosure.bundle.canonical import SITE
from disclosure.bundle.parts import Part
from disclosure.mirror.checking import differences, missing
from disclosure.mirror.fetch import first_root
from disclosure.mirror.home import Home, Settings, make_home
from disclosure.mirror.problems import ROOT_MISSING
from disclosure.mirror.server import make_server
from disclosure.mirror.source import Source, open_source
from disclosure.mirror.standing import Last, lines_of, standing, write_last
from disclosure.mirror.stick import fill
from disclosure.mirror.sync import sync
from disclosure.mirror.telling import FOR_DEVELOPMENT, said, told_of
from disclosure.mirror.typed import Parser
from disclosure.problem import DisclosureError
from disclosure.refusal import why_refused
from disclosure.trust.client import fingerprint, is_for_development

PORT = 8100
HERE, EVERYWHERE = "127.0.0.1", ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0, or 1 where something is wrong."""
    options = parser().parse_args(arguments)
    try:
        run: Callable[[argparse.Namespace], int] = options.run
        return run(options)
    except DisclosureError as error:
        for line in said(error.problems):
            print(line, file=sys.stderr)
    except OSError as error:
        print(said_of(error), file=sys.stderr)
    except KeyboardInterrupt:
        print("已停止", file=sys.stderr)
    return 1


def parser() -> argparse.ArgumentParser:
    """Return what may be typed."""
    top = Parser("mirror", description="村（社区）级公开站点：更新、核对、显示。")
    commands = top.add_subparsers(required=True, metavar="命令")

    def command(
        name: str, run: Callable[[argparse.Namespace], int], words: str
    ) -> argparse.ArgumentParser:
        found = commands.add_parser(name, help=words, description=words)
        found.add_argument("--home", type=Path, default=Path("mirror"), metavar="文件夹",
                           help="站点文件夹（默认：当前文件夹下的 mirror）")  # fmt: skip
        found.set_defaults(run=run)
        return found

    made = command("init", init, "新建一个站点文件夹")
    made.add_argument("--division", type=code, required=True, metavar="代码", help="本站的区划代码")
    made.add_argument("--source", required=True, metavar="来源",
                      help="从哪里更新：网址、U盘或文件夹")  # fmt: skip
    made.add_argument("--root", type=Path, metavar="文件",
                      help="发放单位给的信任文件 root.json（默认：来源里的第一份）")  # fmt: skip
    made.add_argument("--neighbour", type=code, action="append", default=[], metavar="代码",
                      help="一并收录的相邻区划，可重复")  # fmt: skip
    made.add_argument("--with", type=part, action="append", default=[], dest="chosen",
                      metavar="代码/部分", help="另收的部分，如 990121/search，可重复")  # fmt: skip
    updated = command("sync", update, "更新到最近签发的版本")
    updated.add_argument(
        "source", nargs="?", metavar="来源", help="网址、U盘或文件夹（默认：新建时写的）"
    )
    updated.add_argument("--again", action="store_true",
                         help="逐个核对已有的文件，把损坏的补好")  # fmt: skip
    filled = command("stick", fill_stick, "把几个村要用的内容拷到 U 盘")
    filled.add_argument("--division", type=code, action="append", required=True, metavar="代码",
                        help="给哪个村用，可重复")  # fmt: skip
    filled.add_argument("--source", required=True, metavar="来源",
                        help="从哪里拷：网址或文件夹")  # fmt: skip
    filled.add_argument("--root", type=Path, metavar="文件",
                        help="信任文件 root.json（默认：来源里的第一份）")  # fmt: skip
    filled.add_argument("--with", type=part, action="append", default=[], dest="chosen",
                        metavar="代码/部分", help="另拷的部分，如 990121/search")  # fmt: skip
    filled.add_argument("--open", action="store_true", dest="is_open",
                        help="同时把网页放到 U 盘上，不装程序也能打开")  # fmt: skip
    filled.add_argument("stick", type=Path, metavar="U盘", help="U盘的盘符或文件夹")
    command("verify", verify, "逐个文件核对，列出被改动、缺少和多出的")
    command("status", status, "显示版本、数据日期、上次更新和剩余空间")
    shown = command("serve", serve, "在本机显示，供触摸屏或浏览器打开")
    shown.add_argument("--port", type=int, default=PORT, metavar="端口", help=f"（默认：{PORT}）")
    shown.add_argument(
        "--lan", action="store_true", help="让村里局域网的其他设备也能打开（默认：仅本机）"
    )
    shown.add_argument("--kiosk", action="store_true", help="首页用触摸屏版")
    return top


def code(text: str) -> str:
    """Return a division's code as typed."""
    if not SITE.fullmatch(text):
        raise argparse.ArgumentTypeError(f"“{text}”不是区划代码，应为 4、6、9 或 12 位数字")
    return text


def part(text: str) -> tuple[str, str]:
    """Return a part of a site as typed."""
    site, _, name = text.partition("/")
    if name not in {one.value for one in Part}:
        names = "、".join(one.value for one in Part)
        raise argparse.ArgumentTypeError(f"“{text}”应写成 代码/部分，部分为 {names} 之一")
    return code(site), name


def init(options: argparse.Namespace) -> int:
    """Make a mirror; say which keys it believes."""
    source = open_source(options.source)
    root = root_of(options.root, source, options.home)
    words = fingerprint(root)
    settings = Settings(
        options.division, options.source, tuple(options.neighbour), tuple(options.chosen)
    )
    make_home(options.home, settings, root)
    print(f"已新建站点文件夹 {options.home}")
    print(f"信任文件的指纹：{words}")
    if is_for_development(root):
        print(FOR_DEVELOPMENT)
    print("请与发放单位公布的指纹核对，一致后运行 mirror sync")
    return 0


def root_of(path: Path | None, source: Source, folder: Path) -> bytes:
    """Return the first keys to believe: those in a file, else those the source begins with."""
    root = path.read_bytes() if path else first_root(source, folder)
    if not root:
        raise DisclosureError(ROOT_MISSING.at("", value=source.name))
    return root


def update(options: argparse.Namespace) -> int:
    """Update a mirror."""
    home = Home(options.home)
    place = options.source or home.settings().source
    at = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        synced = sync(home, open_source(place), datetime.now(UTC), again=options.again)
    except (DisclosureError, OSError) as error:
        words = said(error.problems) if isinstance(error, DisclosureError) else (said_of(error),)
        with suppress(OSError):  # a full disk may take this neither
            write_last(home, Last(at, "", place, words, is_well=False))
        raise
    until = synced.until.isoformat()
    warnings = said(synced.warnings)
    write_last(home, Last(at, until, place, warnings, True, synced.received, synced.forgotten))
    release = synced.release
    if synced.changed:
        print(
            f"已更新到第 {release.number} 版，数据截至 {release.day}：{'、'.join(synced.changed)}"
        )
    else:
        print(f"没有新内容，仍是第 {release.number} 版，数据截至 {release.day}")
    print(f"读取 {synced.received} 字节，{synced.requests} 次请求")
    if synced.mended:
        print(f"已补好缺损的文件：{'、'.join(synced.mended)}")
    if synced.forgotten:
        print(f"已按撤回要求删除旧版本：{'、'.join(synced.forgotten)}")
    for line in warnings:
        print(line, file=sys.stderr)
    return 1 if warnings else 0


def said_of(error: OSError) -> str:
    """Return what is said of a disk of this machine."""
    return f"本机磁盘读写出错：{why_refused(error)}。原来的内容没有改动；请检查磁盘后再运行一次"


def fill_stick(options: argparse.Namespace) -> int:
    """Fill a stick for some villages."""
    source = open_source(options.source)
    root = root_of(options.root, source, options.stick)
    chosen = tuple(options.chosen)
    points = [Settings(one, options.source, chosen=chosen) for one in options.division]
    now = datetime.now(UTC)
    sites = fill(options.stick, source, root, points, now, is_open=options.is_open)
    print(f"已拷到 {options.stick}：{'、'.join(sites)}")
    print("请安全弹出 U 盘，到村里运行 mirror sync 和 U 盘的盘符")
    return 0


def verify(options: argparse.Namespace) -> int:
    """Hold every file against what was signed."""
    home = Home(options.home)
    home.settings()
    release = home.current()
    found = differences(home, release)
    for line in told_of(found):
        print(line)
    if found:
        print("与签发的版本不一致，请运行 mirror sync --again 补好", file=sys.stderr)
        return 1
    print(f"第 {release.number} 版与签发的完全一致")
    print(f"信任文件的指纹：{fingerprint(home.first_root())}")
    return 0


def status(options: argparse.Namespace) -> int:
    """Say how a mirror stands."""
    now = standing(Home(options.home), datetime.now(UTC))
    print("\n".join(lines_of(now)))
    return 0 if now.last.is_well and not now.notice else 1


def serve(options: argparse.Namespace) -> int:
    """Show a mirror until it is stopped."""
    home = Home(options.home)
    home.settings()
    gone = next(missing(home, home.current()), None)
    if gone:
        print(f"站点里的 {gone} 缺少或不完整，请先运行 mirror sync", file=sys.stderr)
        return 1
    host = EVERYWHERE if options.lan else HERE
    with make_server(
        home, lambda: datetime.now(UTC), host, options.port, kiosk=options.kiosk
    ) as server:
        print(
            f"请在浏览器打开 http://127.0.0.1:{server.server_port}/ （按 Ctrl+C 停止）", flush=True
        )
        server.serve_forever()
    return 0


if __name__ == "__main__":
    sys.exit(main())
