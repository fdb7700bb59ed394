"""ledger-line-changed, ledger-table-gone: what has been published changes with a reason or not."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from disclosure.problem import Problem
from disclosure.published import check_published
from disclosure.rules.selection import select_paths
from tests.history.repository import commit, git
from tests.rules.verbs import small_facts
from tests.sites.trees import VILLAGE

PACKAGE = f"{VILLAGE}/data/ledger-2026-09"
LEDGER = f"{PACKAGE}/ledger.csv"
DESCRIPTOR = f"{PACKAGE}/datapackage.yaml"
HEAD = (
    "division_code,period,account_id,entry_no,entry_date,voucher_no,direction,subject,summary,"
    "amount,reversal_of,fund_source,handler,approver,balance,review_opinion,reviewed_on\n"
)
END = "集体自有,报账员,村主任,{balance},同意,2026-10-08\n"
RENT = (
    "990101100201,2026-09,基本户,1,2026-09-05,9-001,收入,承包收入,收到一号塘承包款,1200.00,,"
    + END.format(balance="21200.00")
)
LAMPS = (
    "990101100201,2026-09,基本户,2,2026-09-18,9-002,支出,公益支出,更换三组路灯四盏,680.00,,"
    + END.format(balance="20520.00")
)
DITCH = (
    "990101100201,2026-09,基本户,3,2026-09-20,9-003,支出,公益支出,清理二组水渠一百米,300.00,,"
    + END.format(balance="20220.00")
)
REVERSED = (
    "990101100201,2026-09,基本户,4,2026-09-30,9-004,支出,公益支出,冲销重复登记的路灯款,-680.00,"
    "9-002," + END.format(balance="20900.00")
)
ABOUT = """\
title: 甲村2026年9月财务收支明细
category: E0202
date: 2026-10-09 09:00
period: 2026-09
publisher: 甲村村民委员会
resources:
  - {name: ledger, path: ledger.csv, schema: table:village_ledger}
"""
REASON = "改正账目\n\n更正:发票重复"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A village that has published three lines, on a branch of its own."""
    commit(tmp_path, {DESCRIPTOR: ABOUT, LEDGER: HEAD + RENT + LAMPS + DITCH})
    git(tmp_path, "branch", "published")
    return tmp_path


def found(root: Path, revision: str = "published") -> list[Problem]:
    return list(check_published(replace(small_facts(), root=root), revision))


def marks(root: Path) -> list[str]:
    return [f"{one.code}:{one.row}:{one.field}:{one.value}" for one in found(root)]


def write(root: Path, *lines: str) -> None:
    (root / LEDGER).write_text(HEAD + "".join(lines), "utf-8")


def test_a_line_edited_but_not_committed_says_how_to_commit(root: Path) -> None:
    write(root, RENT, LAMPS.replace("680.00", "860.00"), DITCH)

    (problem,) = found(root)

    assert (problem.file, problem.row, problem.field) == (LEDGER, 3, "amount")
    assert problem.message_zh == (
        "已公开的凭证 9-002（2026年9月，基本户）改动了金额，既没有红字冲销，也没有写明更正理由"
    )
    assert "git commit -m 改正账目 -m 更正:理由" in problem.hint_zh
    assert problem.severity.value == "error"


def test_a_commit_without_a_reason_says_how_to_mend_it(root: Path) -> None:
    commit(root, {LEDGER: HEAD + RENT + LAMPS.replace("680.00", "860.00") + DITCH})

    (problem,) = found(root)

    assert problem.code == "ledger-line-changed"
    assert "git commit --amend" in problem.hint_zh


def test_a_commit_with_a_reason_is_fine(root: Path) -> None:
    commit(root, {LEDGER: HEAD + RENT + LAMPS.replace("680.00", "860.00") + DITCH}, message=REASON)

    assert found(root) == []


def test_the_reason_is_that_of_whoever_touched_the_line_last(root: Path) -> None:
    commit(root, {LEDGER: HEAD + RENT + LAMPS.replace("680.00", "860.00") + DITCH}, message=REASON)
    commit(root, {LEDGER: HEAD + RENT + LAMPS.replace("680.00", "900.00") + DITCH})
    assert marks(root) == ["ledger-line-changed:3:amount:9-002"]

    commit(root, {LEDGER: HEAD + RENT + LAMPS.replace("680.00", "870.00") + DITCH}, message=REASON)
    assert found(root) == []

    write(root, RENT, LAMPS.replace("680.00", "880.00"), DITCH)
    assert marks(root) == ["ledger-line-changed:3:amount:9-002"]


def test_the_reason_of_another_line_does_not_cover_this_one(root: Path) -> None:
    rent = RENT.replace("一号塘", "二号塘")
    commit(root, {LEDGER: HEAD + rent + LAMPS + DITCH}, message=REASON)
    commit(root, {LEDGER: HEAD + rent + LAMPS + DITCH.replace("一百米", "两百米")})

    assert marks(root) == ["ledger-line-changed:4:summary:9-003"]


def test_what_was_changed_and_changed_back_is_fine(root: Path) -> None:
    commit(root, {LEDGER: HEAD + RENT + LAMPS.replace("680.00", "860.00") + DITCH})
    write(root, RENT, LAMPS, DITCH)

    assert found(root) == []


def test_a_line_taken_out_is_named_and_those_that_moved_up_are_not(root: Path) -> None:
    moved = DITCH.replace(",3,", ",2,").replace("20220.00", "20900.00")
    write(root, RENT, moved)

    (problem,) = found(root)

    assert (problem.value, problem.row) == ("9-002", 3)
    assert "被删去了" in problem.message_zh


def test_lines_may_be_added_and_reordered_and_written_otherwise(root: Path) -> None:
    write(root, DITCH, LAMPS.replace("680.00", "680.0"), RENT, REVERSED)

    assert found(root) == []


def test_what_a_reversal_undoes_may_go(root: Path) -> None:
    write(root, RENT, DITCH, REVERSED)
    assert found(root) == []

    write(root, RENT, DITCH, REVERSED.replace("-680.00", "-600.00"))
    assert marks(root) == ["ledger-line-changed:3::9-002"]


def test_a_line_may_move_to_another_file_of_the_village(root: Path) -> None:
    other = f"{VILLAGE}/data/ledger-again"
    about = ABOUT.replace("ledger.csv", "rows.csv")
    commit(
        root,
        {f"{other}/rows.csv": HEAD + RENT + LAMPS + DITCH, f"{other}/datapackage.yaml": about},
    )
    git(root, "rm", "-rq", PACKAGE)
    assert found(root) == []

    text = HEAD + RENT + LAMPS.replace("680.00", "70.00") + DITCH
    (root / other / "rows.csv").write_text(text, "utf-8")
    (problem,) = found(root)
    assert (problem.file, problem.row) == (f"{other}/rows.csv", 3)


def test_a_reason_follows_a_file_that_is_renamed(root: Path) -> None:
    git(root, "mv", LEDGER, f"{PACKAGE}/rows.csv")
    commit(root, {DESCRIPTOR: ABOUT.replace("ledger.csv", "rows.csv")})
    text = HEAD + RENT + LAMPS.replace("680.00", "860.00") + DITCH
    commit(root, {f"{PACKAGE}/rows.csv": text}, message=REASON)

    assert found(root) == []


def test_a_ledger_that_is_gone_is_one_problem(root: Path) -> None:
    git(root, "rm", "-rq", PACKAGE)

    (problem,) = found(root)
    assert (problem.code, problem.file) == ("ledger-table-gone", LEDGER)
    assert "3 行" in problem.message_zh
    assert "git commit -m" in problem.hint_zh

    commit(root, {}, message=REASON)
    assert found(root) == []


def test_a_package_made_a_draft_again_is_gone(root: Path) -> None:
    commit(root, {DESCRIPTOR: ABOUT + "draft: true\n"})
    assert [problem.code for problem in found(root)] == ["ledger-table-gone"]

    git(root, "commit", "--quiet", "--amend", "--message", REASON)
    assert found(root) == []


def test_a_package_that_is_withdrawn_gives_its_own_reason(root: Path) -> None:
    (root / LEDGER).unlink()
    withdrawn = "withdrawn: {date: 2026-10-20, reason: 金额有误}\n"
    commit(root, {DESCRIPTOR: ABOUT + withdrawn})

    assert found(root) == []


def test_drafts_and_packages_of_later_are_free_to_change(tmp_path: Path) -> None:
    commit(tmp_path, {DESCRIPTOR: ABOUT + "draft: true\n", LEDGER: HEAD + RENT})
    git(tmp_path, "branch", "published")
    other = f"{VILLAGE}/data/other"
    commit(tmp_path, {f"{other}/ledger.csv": HEAD + LAMPS, f"{other}/datapackage.yaml": ABOUT})
    commit(tmp_path, {f"{other}/ledger.csv": HEAD + DITCH, DESCRIPTOR: ABOUT, LEDGER: HEAD + LAMPS})

    assert found(tmp_path) == []


def test_other_tables_are_no_ledgers(tmp_path: Path) -> None:
    about = ABOUT.replace("village_ledger", "village_summary")
    commit(tmp_path, {DESCRIPTOR: about, LEDGER: HEAD + RENT})
    git(tmp_path, "branch", "published")
    (tmp_path / LEDGER).write_text(HEAD + LAMPS, "utf-8")

    assert found(tmp_path) == []


def test_a_standard_without_ledgers_has_none_to_compare(root: Path) -> None:
    write(root, RENT)
    facts = replace(small_facts(), root=root)
    bare = replace(facts, catalogue=replace(facts.catalogue, tables={}))

    assert list(check_published(bare, "published")) == []


def test_what_cannot_be_read_is_told_by_other_rules(root: Path) -> None:
    (root / LEDGER).write_text(HEAD + "一格\n", "utf-8")
    assert found(root) == []

    (root / LEDGER).write_bytes(b"\xff\xfe")
    assert found(root) == []

    (root / DESCRIPTOR).write_text("title: [", "utf-8")
    assert found(root) == []


def test_only_what_is_selected_is_told(root: Path) -> None:
    write(root, RENT, DITCH)
    facts = replace(small_facts(), root=root)
    elsewhere = select_paths(root, [root / DESCRIPTOR])
    (root / VILLAGE / "articles").mkdir()
    article = select_paths(root, [root / VILLAGE / "articles"])

    assert len(list(check_published(facts, "published", elsewhere))) == 1
    assert list(check_published(facts, "published", article)) == []
    assert list(check_published(facts, None, None)) == []


def test_many_files_cost_no_more_processes_than_one(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []
    run = subprocess.run
    monkeypatch.setattr(
        subprocess, "run", lambda *args, **given: calls.append(args) or run(*args, **given)
    )
    write(root, RENT, DITCH)
    found(root)
    of_one = len(calls)

    for number in range(10, 16):
        name = f"{VILLAGE}/data/ledger-{number}"
        lamps = LAMPS.replace("2026-09,", f"20{number}-01,")
        commit(root, {f"{name}/ledger.csv": HEAD + lamps, f"{name}/datapackage.yaml": ABOUT})
    git(root, "branch", "--force", "published")
    for number in range(10, 16):
        (root / f"{VILLAGE}/data/ledger-{number}/ledger.csv").write_text(HEAD, "utf-8")
    calls.clear()

    assert len(found(root)) == 6
    assert len(calls) == of_one
