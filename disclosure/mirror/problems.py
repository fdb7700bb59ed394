"""What can keep a mirror from taking a new version, in words for whoever sits before it."""

from __future__ import annotations

from disclosure.problem import Code

NO_MIRROR = Code(
    "mirror-not-there",
    zh="{value} 不是村级站点的文件夹",
    en="{value} is no mirror",
    hint_zh="请写上站点文件夹，如 --home D:\\gongkai；还没有的，先运行 mirror init",
    hint_en="name the folder of the mirror (--home), or make one with mirror init",
)
HOME_TAKEN = Code(
    "mirror-there-already",
    zh="{value} 已经是站点文件夹，没有改动",
    en="{value} is a mirror already and was not changed",
    hint_zh="要更新内容，运行 mirror sync；要另建一个，换一个文件夹",
    hint_en="to update it use mirror sync; for another one name another folder",
)
HOME_BUSY = Code(
    "mirror-busy",
    zh="另一次更新正在进行，这一次没有开始",
    en="another update is at work; this one was not begun",
    hint_zh="请等它结束再试",
    hint_en="wait until it has ended",
)
NO_ROOM = Code(
    "mirror-no-room",
    zh="磁盘空间不够：需要 {needed} MB，只剩 {free} MB；没有更新，原来的内容照常显示",
    en="not enough room: {needed} MB are needed, {free} MB are free; nothing was changed",
    hint_zh="请删除不用的文件，腾出空间后再更新",
    hint_en="make room and update again",
)
NO_BUNDLE = Code(
    "bundle-not-there",
    zh="{value} 里没有离线包",
    en="there is no bundle in {value}",
    hint_zh="请写上 U 盘的盘符或离线包所在的文件夹，里面应有 BUNDLE.json",
    hint_en="name the stick or the folder that holds BUNDLE.json",
)
SITE_UNKNOWN = Code(
    "site-not-signed",
    zh="{source} 里没有 {value} 的网站；{there_zh}",
    en="{source} has no site of {value}; {there_en}",
    hint_zh="请核对区划代码，用 --division 写那里有的；代码无误的，请发放单位把 {value} 收进去",
    hint_en="check the code and name one that is there with --division, or ask for {value} there",
)
FILE_MISSING = Code(
    "bundle-file-missing",
    zh="{source} 里缺少 {value}",
    en="{value} is missing in {source}",
    hint_zh="请重新拷贝或稍后再下载；原来的内容照常显示",
    hint_en="copy it again or download it later; what is here goes on being shown",
)
FILE_DAMAGED = Code(
    "bundle-file-damaged",
    zh="{source} 里的 {value} 损坏或被改动过，没有采用",
    en="{value} in {source} is damaged or was altered; it was not taken",
    hint_zh="请重新拷贝或下载；仍不行的，告诉发放单位",
    hint_en="copy or download it again; if that does not help, tell whoever made it",
)
HISTORY_CHANGED = Code(
    "history-changed",
    zh="{value} 的新版本不承接本机原有的版本，以前公开的内容可能被改写",
    en="the new version of {value} does not descend from the one that was here",
    hint_zh="请向上级公开机构核实；核实前请保留本机原有版本",
    hint_en="ask the office that publishes it; keep the versions that are here until then",
)
BUNDLE_BARE = Code(
    "bundle-bare",
    zh="{value} 的离线包里没有版式和区划名单，不能核对",
    en="the bundle of {value} lacks the theme and the list of places",
    hint_zh="请用 --bundle 写明完整的离线包",
    hint_en="name a whole bundle with --bundle",
)
ROOT_MISSING = Code(
    "root-missing",
    zh="{value} 里没有信任文件 1.root.json",
    en="there is no 1.root.json in {value}",
    hint_zh="请向发放单位要信任文件，用 --root 写上",
    hint_en="ask for root.json and name it with --root",
)
