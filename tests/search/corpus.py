"""Documents that read like those of villages, and queries of every kind about them; by a seed."""

from __future__ import annotations

import re
from random import Random

from disclosure.search.document import KINDS, Document, Table, in_order
from disclosure.search.tokens import PAIRED, normal, ranges

TITLES = (
    "关于{w}{w}的通知", "{y}年{m}月村务公开", "{y}年政务公开工作要点",
    "{w}{w}公示（第{n}号）", "{w}办事指南", "第{n}组{w}分配方案",
    "{y}年第{q}季度{w}收支", "ABC{n}项目{w}情况", "土地確權{w}",
)  # fmt: skip
LINES = (
    "本村{w}按照{w}办理，共{n}户，金额{n}.{q}万元。",
    "联系电话：0904-{p}，经办人：{w}小组。",
    "{y}年{m}月{q}日，村民代表会议讨论{w}、{w}，到会{n}人。", "村务公开监督委员会审核{w}。",
    "文号 {w}〔{y}〕{n}号，编号{p}{n}。", "Wi-Fi 已通到第{n}组，Version {q}.{m} 的{w}系统。",
    "𠮷野组、𡈽门组的{w}：{n}元／亩。", "政务公开、党务公开与{w}同步进行。", "甲 乙 丙，{w}；丁。",
)  # fmt: skip
WORDS = (
    "低保", "危房改造", "土地承包", "惠民资金", "集体资产", "道路硬化", "农业补贴", "医疗救助",
    "养老保险", "公益岗位", "林权", "饮水安全", "村规民约", "选举", "财务收支",
    "环境整治", "防汛", "水费",
)  # fmt: skip
ROWS = 4
WITHDRAWN = 0.05
RECENT = 0.2
RUN = re.compile(f"[{ranges(PAIRED)}]{{2,}}")
NUMBER = re.compile("[0-9]{3,}")
MIXED = re.compile(f"[{ranges(PAIRED)}][0-9]+|[0-9]{{3,}}[{ranges(PAIRED)}]+")
ALIKE = (
    "村务公开",
    "公开",
    "村",
    "号",
    "wi",
    "vers*",
    "abc",
    "a*",
    "2024年",
    "第3组",
    "确权",
    "確權",
)


def fill(rng: Random, template: str) -> str:
    """Return a sentence of a template."""
    text = template
    while "{w}" in text:
        text = text.replace("{w}", rng.choice(WORDS), 1)
    numbers = {
        "y": rng.randrange(2022, 2027), "m": rng.randrange(1, 13), "q": rng.randrange(1, 5),
        "n": rng.randrange(1, 2000), "p": rng.randrange(1_000_000, 9_999_999),
    }  # fmt: skip
    return text.format_map(numbers)


def make_document(rng: Random, number: int) -> Document:
    """Return a document; every category and kind comes, now and then one that was withdrawn."""
    lines = [fill(rng, rng.choice(LINES)) for _ in range(rng.randrange(ROWS, 3 * ROWS))]
    kind = rng.choice(KINDS)
    day = f"{rng.randrange(2024, 2027)}-{rng.randrange(1, 11):02}-{rng.randrange(1, 29):02}"
    if rng.random() < RECENT:
        day = f"2026-10-{rng.randrange(15, 29)}"
    address = f"{kind}s/{day}-{number:03}"
    if rng.random() < WITHDRAWN:
        return Document(address, "", day, withdrawn=True)
    tables = (Table("rows", 1, ROWS - 1),) if kind == "table" else ()
    title = fill(rng, rng.choice(TITLES))
    category = rng.choice(("", "E0202", "E0203", "S1102"))
    return Document(address, title, day, category, kind, "\n".join(lines), tables)


def make_documents(count: int, seed: int) -> list[Document]:
    """Return so many documents of a site, oldest first."""
    rng = Random(seed)
    return in_order(make_document(rng, number) for number in range(count))


def make_queries(documents: list[Document], count: int, seed: int) -> list[str]:
    """Return so many queries: parts of runs, numbers, both, several of them, and some that miss."""
    rng = Random(seed)
    texts = [normal(text) for one in documents for text in (one.title, one.body) if text]
    found = dict.fromkeys(ALIKE)
    while len(found) < count:
        pieces = [make_piece(rng, rng.choice(texts)) for _ in range(rng.choice((1, 1, 1, 2, 3)))]
        found[" ".join(filter(None, pieces))] = None
    return [query for query in found if query]


def make_piece(rng: Random, text: str) -> str:
    """Return a part of a text that is found by itself."""
    match rng.randrange(6):
        case 0:
            return part(rng, NUMBER.findall(text), 3)
        case 1:
            return rng.choice(MIXED.findall(text) or [""])
        case 2:
            return "".join(rng.sample(WORDS, 2))[1:5]
        case _:
            return part(rng, RUN.findall(text), 2)


def part(rng: Random, runs: list[str], least: int) -> str:
    """Return a part of one of some runs, of at least so many characters and at most eight."""
    if not runs:
        return ""
    run = rng.choice(runs)
    start = rng.randrange(len(run) - least + 1)
    return run[start : start + rng.randrange(least, 9)]
