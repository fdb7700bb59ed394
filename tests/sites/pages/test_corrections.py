"""What a division's pages tell of its corrections, from real repositories."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from disclosure.history import read_corrections
from disclosure.rules.facts import load_facts
from disclosure.sites.pages.corrections import (
    CorrectionsView,
    Record,
    view_corrections,
    write_corrections,
)
from disclosure.sites.pages.corrections.change import Change, Sign, Spot, Way
from disclosure.sites.pages.corrections.record import FIRST, GONE, NOTHING, PRIVATE, UNREADABLE
from disclosure.sites.site import prepare_site
from tests.history.repository import commit, git
from tests.sites.trees import DAY, VILLAGE, build, copy_small

NOTICE = f"{VILLAGE}/notices/pond-lease.md"
LEDGER = f"{VILLAGE}/data/ledger-2026-09/ledger.csv"
DESCRIPTOR = f"{VILLAGE}/data/ledger-2026-09/datapackage.yaml"
ADDRESS = "notices/pond-lease"
PACKAGE = "data/ledger-2026-09"
MOMENT = "2026-11-05T10:00:00+08:00"


def made_id() -> str:
    """Return a number with a valid check character, put together here so that none is kept."""
    first = "110101" + "19900307" + "451"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(sign) * weight for sign, weight in zip(first, weights, strict=True))
    return first + "10X98765432"[total % 11]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = copy_small(tmp_path)
    commit(root, {})
    return root


def edit(root: Path, file: str, *pairs: tuple[str, str]) -> None:
    """Replace texts of a file, each of which stands there once."""
    text = (root / file).read_text("utf-8")
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (root / file).write_text(text, "utf-8")


def correct(root: Path, reason: str, moment: str = MOMENT) -> None:
    """Commit what was edited as a correction."""
    commit(root, {}, moment, f"mend\n\n更正:{reason}")


def view(root: Path, code: str = "990101100201") -> CorrectionsView:
    facts = load_facts(root, DAY)
    division = facts.register.resolve(code)
    corrections = read_corrections(root).within(division.folder)
    site = prepare_site(facts, division, DAY, frozenset({division.code}), corrections=corrections)
    return view_corrections(site)


def only(root: Path, address: str = ADDRESS) -> Record:
    (record,) = view(root).by_address[address]
    return record


def said(view: CorrectionsView) -> str:
    """Return everything a site says of its corrections."""
    return repr(view) + write_corrections(view)


def test_front_matter_is_told_in_the_words_of_the_keys(root: Path) -> None:
    edit(
        root,
        NOTICE,
        ("category: E0405", "category: E0404"),
        ("date: 2026-10-26 09:00", "date: 2026-10-26 10:30"),
        ("  to: 2026-11-17", "  to: 2026-11-16"),
        ("面积或数量: 6.5亩", "面积或数量: 6.8亩"),
        ("  期限: 三年\n", ""),
        ("author: 合作社报账员", "author: 合作社会计"),
    )
    correct(root, "面积和公示期写错")

    record = only(root)

    assert (record.day, record.reason) == ("2026-11-05", "面积和公示期写错")
    assert record.lines == ()
    assert record.changes == (
        Change(Way.CHANGED, "类目", "E0405 资产资源发包出租公告", "E0404 资源台账"),
        Change(Way.CHANGED, "发布时间", "2026-10-26 09:00", "2026-10-26 10:30"),
        Change(Way.CHANGED, "公示结束日期", "2026-11-17", "2026-11-16"),
        Change(Way.CHANGED, "面积或数量", "6.5亩", "6.8亩"),
        Change(Way.REMOVED, "期限", "三年", ""),
    )


def test_keys_put_in_and_parts_of_maps_and_lists_have_their_names(root: Path) -> None:
    edit(
        root,
        NOTICE,
        (
            "elements:",
            """\
summary: 二号塘公开竞价
source: {name: 甲村股份经济合作社}
attachments: [{file: files/plan.pdf, title: 塘口平面图}]
elements:""",
        ),
    )
    correct(root, "补充附件")

    assert only(root).changes == (
        Change(Way.ADDED, "内容概述", "", "二号塘公开竞价"),
        Change(Way.ADDED, "来源单位", "", "甲村股份经济合作社"),
        Change(Way.ADDED, "附件第 1 项“文件”", "", "files/plan.pdf"),
        Change(Way.ADDED, "附件第 1 项“名称”", "", "塘口平面图"),
    )


def test_units_and_codes_of_a_block_are_those_of_its_table(root: Path) -> None:
    guide = "content/9901/990101/guides/school-transfer.md"
    edit(
        root,
        guide,
        ("legal_days: 20", "legal_days: 15"),
        ("handling_level: county", "handling_level: township"),
    )
    correct(root, "法定时限写错")

    (record,) = view(root, "990101").by_address["guides/school-transfer"]

    told = {change.label: (change.before, change.after) for change in record.changes}
    assert ("20", "15") in told.values()
    assert ("county", "township") not in told.values()
    assert all(label.startswith("办事指南“") for label in told)


def test_body_is_a_plain_comparison_line_by_line(root: Path) -> None:
    edit(
        root,
        NOTICE,
        ("交纳保证金500.00元。", "交纳保证金800.00元。\n\n保证金在竞价结束后三日内退还。"),
        ("## 竞标条件\n", "## 竞标条件\n\n一人只报一次。\n"),
    )
    correct(root, "保证金数额写错")

    record = only(root)

    assert [(line.sign, line.text) for line in record.lines] == [
        (Sign.SAME, "竞标条件"),
        (Sign.REMOVED, "年满十八周岁，具有完全民事行为能力；交纳保证金500.00元。"),
        (Sign.ADDED, "一人只报一次。"),
        (Sign.ADDED, "年满十八周岁，具有完全民事行为能力；交纳保证金800.00元。"),
        (Sign.ADDED, "保证金在竞价结束后三日内退还。"),
    ]


def test_a_changed_line_sets_apart_what_differs(root: Path) -> None:
    edit(root, NOTICE, ("保证金500.00元", "保证金800.00元"))
    correct(root, "保证金数额写错")

    removed, added = (line for line in only(root).lines if line.sign is not Sign.SAME)

    assert (removed.middle, added.middle) == ("500.00", "800.00")
    assert removed.start.endswith("交纳保证金")
    assert removed.end == added.end == "元。"


def test_cells_are_told_by_row_and_title_of_column(root: Path) -> None:
    edit(root, LEDGER, ("灯具四盏,680.00", "灯具五盏,850.00"), (",20520.00,", ",20350.00,"))
    correct(root, "灯具数量登记有误")

    changes = only(root, PACKAGE).changes

    assert [(change.label, change.before, change.after) for change in changes] == [
        ("9月第3行 摘要", "更换三组路灯灯具四盏", "更换三组路灯灯具五盏"),
        ("9月第3行 金额（元）", "680.00", "850.00"),
        ("9月第3行 余额（元）", "20,520.00", "20,350.00"),
    ]
    assert changes[1].spot == Spot(
        "ledger.csv",
        "amount",
        row_before=3,
        row_after=3,
        key=(
            ("division_code", "990101100201"),
            ("account_id", "基本户"),
            ("period", "2026-09"),
            ("entry_no", "2"),
        ),
    )


def test_a_cell_is_told_in_one_sentence_on_the_page_and_to_programs(
    root: Path, tmp_path: Path
) -> None:
    edit(root, LEDGER, ("灯具四盏,680.00", "灯具四盏,1200.00"), (",20520.00,", ",20000.00,"))
    correct(root, "发票重复")

    build(root, tmp_path / "out", codes=("990101100201",))

    site = tmp_path / "out" / "990101100201"
    page = (site / "data" / "ledger-2026-09.html").read_text("utf-8")
    assert "9月第3行 金额（元） <del>680.00</del> → <ins>1,200.00</ins>" in page
    data = json.loads((site / "api" / "v1" / "corrections.json").read_text("utf-8"))
    (correction,) = data["corrections"]
    first = correction["changes"][0]
    assert first["text"] == "9月第3行 金额（元） 680.00 → 1,200.00（更正：发票重复）"
    assert first["place"]["table"] == "ledger.csv"
    assert (first["place"]["row_before"], first["place"]["row_after"]) == (3, 3)
    assert first["place"]["key"]["entry_no"] == "2"


def test_a_line_taken_out_of_the_middle_leaves_the_others_as_they_were(root: Path) -> None:
    head, first, second = (root / LEDGER).read_text("utf-8").splitlines()
    third = second.replace(",2,2026-09-18,9-002,", ",3,2026-09-25,9-003,").replace("路灯", "水泵")
    (root / LEDGER).write_text(f"{head}\n{first}\n{second}\n{third}\n", "utf-8")
    commit(root, {})
    moved = third.replace(",3,2026-09-25,", ",2,2026-09-25,")
    (root / LEDGER).write_text(f"{head}\n{first}\n{moved}\n", "utf-8")
    correct(root, "重复登记")

    changes = only(root, PACKAGE).changes

    assert [(change.way, change.label) for change in changes] == [
        (Way.REMOVED, "9月第3行"),
        (Way.CHANGED, "9月第3行 序号"),
    ]
    assert (changes[1].before, changes[1].after) == ("3", "2")


def test_lines_put_in_another_order_are_no_change(root: Path) -> None:
    head, first, second = (root / LEDGER).read_text("utf-8").splitlines()
    (root / LEDGER).write_text(f"{head}\n{second}\n{first}\n", "utf-8")
    correct(root, "调整次序")

    assert only(root, PACKAGE).note == NOTHING


def test_rows_and_columns_put_in_and_taken_out_are_told(root: Path) -> None:
    text = (root / LEDGER).read_text("utf-8")
    head, first, second = text.splitlines()
    third = second.replace(",2,2026-09-18,9-002,", ",3,2026-09-25,9-003,").replace("路灯", "水泵")
    rows = [line.replace(",集体自有", "").replace(",fund_source", "") for line in (head, second)]
    rows.append(third.replace(",集体自有", ""))
    (root / LEDGER).write_text("\n".join(rows) + "\n", "utf-8")
    correct(root, "漏记一笔")

    changes = only(root, PACKAGE).changes

    assert [(change.way, change.label) for change in changes] == [
        (Way.REMOVED, "“资金来源”列"),
        (Way.REMOVED, "9月第2行"),
        (Way.ADDED, "9月第3行"),
    ]
    assert "收到一号塘第三季度承包款" in changes[1].before
    assert "更换三组水泵灯具四盏" in changes[2].after
    assert first not in said(view(root))


def test_a_long_list_says_how_much_is_left_out(root: Path) -> None:
    text = (root / LEDGER).read_text("utf-8").splitlines()
    rows = [text[2].replace(",2,2026-09-18,", f",{number},2026-09-18,") for number in range(3, 33)]
    (root / LEDGER).write_text("\n".join([*text, *rows]) + "\n", "utf-8")
    correct(root, "补记漏登的凭证")

    record = only(root, PACKAGE)

    assert (len(record.changes), record.more_changes) == (20, 10)


def test_a_descriptor_tells_its_own_words_and_an_attachment_that_it_is_another(root: Path) -> None:
    edit(root, DESCRIPTOR, ("description: 甲村九月份各项收支", "description: 甲村九月全部收支"))
    edit(
        root, NOTICE, ("elements:", "attachments: [{file: files/a.txt, title: 平面图}]\nelements:")
    )
    (root / VILLAGE / "files").mkdir()
    (root / VILLAGE / "files" / "a.txt").write_text("一", "utf-8")
    commit(root, {})
    edit(root, DESCRIPTOR, ("甲村九月全部收支", "甲村九月份全部收支"))
    (root / VILLAGE / "files" / "a.txt").write_text("二", "utf-8")
    correct(root, "平面图有误")

    assert [change.label for change in only(root, PACKAGE).changes] == ["说明"]
    assert only(root).changes == (Change(Way.REPLACED, "附件“平面图”"),)


def test_an_identity_number_taken_out_is_never_told(root: Path) -> None:
    number = made_id()
    edit(root, NOTICE, ("交纳保证金", f"联系人身份证号{number}，交纳保证金"))
    commit(root, {})
    edit(root, NOTICE, (f"联系人身份证号{number}，", ""), ("6.5亩", "6.8亩"))
    correct(root, "面积写错")

    whole = said(view(root))

    assert only(root).note == PRIVATE
    assert only(root).changes == ()
    assert number not in whole
    assert "6.5亩" not in whole


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("联系合作社，手机{mobile}。", "联系合作社。"),
        ("联系人张小明。", "联系人张*明。"),
        ("联系人张小明。", "联系人张某。"),
        ("缴入账户 33012345678。", "缴入账户 33*******78。"),
    ],
)
def test_what_is_masked_or_breaks_a_rule_is_not_told(root: Path, old: str, new: str) -> None:
    old = old.format(mobile="139" + "0000" + "1234")
    edit(root, NOTICE, ("交纳保证金500.00元。", old))
    commit(root, {})
    edit(root, NOTICE, (old, new))
    correct(root, "文字有误")

    record = only(root)

    assert (record.note, record.changes, record.lines) == (PRIVATE, (), ())


def test_a_private_mobile_number_in_a_telephone_key_is_not_told(root: Path) -> None:
    mobile = "139" + "0000" + "1234"
    edit(root, NOTICE, ("phone: 0999-1002012", f"phone: '{mobile}'"))
    commit(root, {})
    edit(root, NOTICE, (f"phone: '{mobile}'", "phone: 0999-1002012"))
    correct(root, "电话写错")

    assert only(root).note == PRIVATE
    assert mobile not in said(view(root))


def test_a_reason_that_speaks_of_privacy_closes_what_came_before(root: Path) -> None:
    edit(root, NOTICE, ("交纳保证金", "由张小明交纳保证金"))
    correct(root, "补充交纳人")
    edit(root, NOTICE, ("由张小明交纳保证金", "交纳保证金"))
    correct(root, "删去个人信息")
    edit(root, NOTICE, ("500.00元", "800.00元"))
    correct(root, "保证金数额写错")

    newest, middle, oldest = view(root).by_address[ADDRESS]

    assert newest.note == ""
    assert (middle.note, oldest.note) == (PRIVATE, PRIVATE)
    assert "张小明" not in said(view(root))


def test_a_number_in_the_reason_is_not_told(root: Path) -> None:
    edit(root, NOTICE, ("6.5亩", "6.8亩"))
    correct(root, f"{made_id()}的面积写错")

    assert only(root).reason == PRIVATE
    assert made_id() not in said(view(root))


def test_rules_of_the_category_of_then_and_of_now_both_bind(root: Path) -> None:
    masked = "E0402"  # masks names
    line = "| 姓名 | 份额 |\n|---|---|\n| 张小明 | 1 |\n"
    edit(root, NOTICE, ("## 竞标条件\n", f"## 竞标条件\n\n{line}"), ("E0405", masked))
    commit(root, {})
    edit(root, NOTICE, (line, ""), (masked, "E0405"))
    correct(root, "类目归错")

    assert only(root).note == PRIVATE


def test_withdrawn_things_show_no_difference_before_or_after(root: Path) -> None:
    edit(root, NOTICE, ("6.5亩", "6.8亩"))
    correct(root, "面积写错")
    text = (root / NOTICE).read_text("utf-8")
    head = text.split("---\n")[1]
    withdrawn = f"---\n{head}withdrawn: {{date: 2026-11-06, reason: 内容有误}}\n---\n"
    commit(root, {NOTICE: withdrawn}, message="更正:撤回")

    gone = view(root).by_address[ADDRESS]
    commit(root, {NOTICE: text})
    back = view(root).by_address[ADDRESS]

    assert [record.note for record in gone] == [GONE, GONE]
    assert [record.note for record in back] == [GONE, GONE]
    assert "6.5亩" not in said(view(root))


def test_drafts_have_no_corrections(root: Path) -> None:
    draft = f"{VILLAGE}/articles/unfinished.md"
    edit(root, draft, ("入冬后", "入冬以后"))
    correct(root, "文字有误")
    edit(root, draft, ("draft: true\n", ""))
    correct(root, "正式发布")

    assert "articles/unfinished" not in view(root).by_address


def test_what_a_correction_first_published_says_so(root: Path) -> None:
    text = (root / NOTICE).read_text("utf-8")
    commit(root, {f"{VILLAGE}/notices/other.md": text}, message="更正:补充公开")

    assert only(root, "notices/other").note == FIRST


def test_a_correction_that_moves_or_retypes_a_file_says_so(root: Path) -> None:
    git(root, "mv", NOTICE, f"{VILLAGE}/notices/lease.md")
    correct(root, "文件名写错")

    assert only(root, "notices/lease").note == NOTHING


def test_an_old_version_that_cannot_be_read_is_not_told(root: Path) -> None:
    good = (root / NOTICE).read_text("utf-8")
    (root / NOTICE).write_text("没有信息头\n" + good[10:], "utf-8")
    commit(root, {})
    (root / NOTICE).write_text(good, "utf-8")
    correct(root, "格式有误")

    assert only(root).note == UNREADABLE


def test_corrections_stand_under_their_days_the_newest_first(root: Path) -> None:
    edit(root, NOTICE, ("6.5亩", "6.8亩"))
    correct(root, "一", "2026-11-05T10:00:00+08:00")
    edit(root, LEDGER, ("680.00", "690.00"))
    correct(root, "二", "2026-11-06T10:00:00+08:00")
    edit(root, NOTICE, ("6.8亩", "6.9亩"))
    correct(root, "三", "2026-11-06T11:00:00+08:00")

    days = view(root).days

    assert [(day.day, [item.record.reason for item in day.items]) for day in days] == [
        ("2026-11-06", ["三", "二"]),
        ("2026-11-05", ["一"]),
    ]
    assert days[0].items[0].url == "notices/pond-lease.html"


def test_signs_that_deceive_a_reader_are_left_out(root: Path) -> None:
    edit(root, NOTICE, ("6.5亩", '"6.5\u202e亩"'))
    commit(root, {})
    edit(root, NOTICE, ('"6.5\u202e亩"', "6.8亩"))
    correct(root, "面积写错")

    assert only(root).changes == (Change(Way.CHANGED, "面积或数量", "6.5亩", "6.8亩"),)


def test_pages_and_json_show_what_was_corrected_and_nothing_private(
    root: Path, tmp_path: Path
) -> None:
    number = made_id()
    edit(root, NOTICE, ("6.5亩", "<b>6.5</b>亩"))
    edit(root, DESCRIPTOR, ("甲村九月份各项收支", f"{number}甲村九月份各项收支"))
    commit(root, {})
    edit(root, NOTICE, ("<b>6.5</b>亩", "6.8亩"))
    edit(root, DESCRIPTOR, (number, ""))
    correct(root, "面积写错")

    built = build(root, tmp_path / "out", codes=("990101100201", "990101"))

    assert [problem.message_zh for problem in built.problems] == []
    site = tmp_path / "out" / "990101100201"
    page = (site / "corrections.html").read_text("utf-8")
    entry = (site / "notices" / "pond-lease.html").read_text("utf-8")
    for text in (page, entry):
        assert "由<del>&lt;b&gt;6.5&lt;/b&gt;亩</del>改为<ins>6.8亩</ins>" in text
        assert "面积写错" in text
    assert 'href="../corrections.html"' in entry
    assert 'href="./notices/pond-lease.html"' in page or 'href="notices/pond-lease.html"' in page
    assert PRIVATE in (site / "data" / "ledger-2026-09.html").read_text("utf-8")
    data = json.loads((site / "api" / "v1" / "corrections.json").read_text("utf-8"))
    assert data["complete"] is True
    assert [one["url"] for one in data["corrections"]] == [
        "data/ledger-2026-09.html",
        "notices/pond-lease.html",
    ]
    everything = b"".join(path.read_bytes() for path in site.rglob("*") if path.is_file())
    assert number.encode() not in everything
    other = (tmp_path / "out" / "990101" / "corrections.html").read_text("utf-8")
    assert "暂无更正" in other


def test_without_history_a_page_says_so_and_entries_say_nothing(tmp_path: Path) -> None:
    root = copy_small(tmp_path)

    build(root, tmp_path / "out", codes=("990101100201",))

    site = tmp_path / "out" / "990101100201"
    page = (site / "corrections.html").read_text("utf-8")
    assert "未取得完整的修改历史，本页不显示更正记录" in page
    assert "更正记录</h2>" not in (site / "notices" / "pond-lease.html").read_text("utf-8")
    data = json.loads((site / "api" / "v1" / "corrections.json").read_text("utf-8"))
    assert data == {"complete": False, "corrections": []}
