"""What a category takes down is gone on its day: its page keeps the record, its files go too."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from disclosure.sites.build import Request, build_sites
from tests.sites.trees import DAY, VILLAGE, content_of, copy_small

LATER = date(2026, 12, 31)
SECRET = "周六上午修鞋换拉链"
ARTICLE = f"""\
---
title: 甲村邻里互助信息
category: S1104
date: 2026-11-12 11:00
publisher: 甲村村民委员会
formed_on: 2026-11-10
summary: 摘要：{SECRET}
keywords: [{SECRET}]
author: 村报账员
review: {{by: 甲村村务监督委员会, date: 2026-11-11, basis: 同意书已存档}}
attachments:
  - {{file: files/list.txt, title: 附件：{SECRET}}}
elements:
  求助或服务类别: {SECRET}
  有效期至: 2026年12月12日
  联络方式: 请打村委会电话
  发布人同意: 已书面同意
---
## 内容

{SECRET}，见[清单]({{static}}../files/body%2Dlist.txt#top)。
"""
PACKAGE = """\
name: cases-2026-11
title: 甲村2026年11月办件进度
category: S0504
date: 2026-11-03 09:00
period: 2026-11
publisher: 甲村村民委员会
author: 村报账员
review: {by: 甲村村务监督委员会, date: 2026-11-02, basis: 办件台账}
resources:
  - {name: cases, path: cases.csv, type: table, schema: table:case_progress}
"""
ROWS = f"""\
division_code,case_no,item_code,applicant_masked,accepted_on,promised_days,day_basis,\
suspended_days,due_on,step,post,status,alert
990101100201,2026-001,BL-{SECRET},吴*,2026-11-02,20,working,0,2026-11-30,受理,窗口,在办,none
"""
FILES = {
    "articles/help.md": ARTICLE,
    "files/list.txt": SECRET,
    "files/body-list.txt": SECRET,
    "data/cases-2026-11/datapackage.yaml": PACKAGE,
    "data/cases-2026-11/cases.csv": ROWS,
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_small(tmp_path_factory.mktemp("tree"))
    for name, text in FILES.items():
        file = root / VILLAGE / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return root


def village_on(root: Path, output: Path, day: date) -> dict[str, bytes]:
    """Build the tree for a day and return the files of the village's site."""
    built = build_sites(Request(root, output, day))
    assert [problem.message_zh for problem in built.problems] == []
    return content_of(output / "990101100201")


def test_everything_is_there_while_the_term_runs(root: Path, tmp_path: Path) -> None:
    files = village_on(root, tmp_path, DAY)

    assert {"files/list.txt", "files/body-list.txt", "data/cases-2026-11/cases.csv"} <= set(files)
    assert SECRET.encode() in files["articles/help.html"]
    assert b"articles/help.html" in files["feed.xml"]


def test_nothing_but_the_record_is_left_afterwards(root: Path, tmp_path: Path) -> None:
    village_on(root, tmp_path, DAY)

    files = village_on(root, tmp_path, LATER)

    everything = b"".join([*map(str.encode, files), *content_of(tmp_path).values()])
    assert SECRET.encode() not in everything
    assert not [name for name in files if "list" in name or name.startswith("data/cases-2026-11/")]
    lists = [text for name, text in files.items() if name.startswith(("index", "feed", "c", "g"))]
    assert b"articles/help" not in b"".join(lists)
    page = files["articles/help.html"].decode()
    assert all(text in page for text in ("甲村邻里互助信息", "2026-11-12", "索引号", "撤下日期"))


def test_page_keeps_the_number_of_rows_and_a_digest_anyone_can_reckon(
    root: Path, tmp_path: Path
) -> None:
    page = village_on(root, tmp_path, LATER)["data/cases-2026-11.html"].decode()

    assert "<dt>数据行数</dt><dd>1</dd>" in page
    assert hashlib.sha256((PACKAGE + ROWS).encode()).hexdigest() in page
