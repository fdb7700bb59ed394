from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import tasks
from disclosure.exchange import place
from disclosure.exchange.described import asked_in_form
from disclosure.exchange.form import write_form
from tests.exchange.sheets import HEADER, ONE, TODAY, TWO, cells, write_xlsx
from tests.rules.verbs import SMALL, VILLAGE, small_facts

DATA = "content/9901/990101/990101100/990101100201/data"
NAME = "village-ledger-2026-09"
PACKAGE = f"{DATA}/{NAME}"
KEYS = ("--set", "账户代号=基本户", "--set", "公开主体=甲村村民委员会",
        "--set", "审查人=甲村村务监督委员会", "--set", "审查日期=2026-10-08")  # fmt: skip


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A root with the small register."""
    shutil.copytree(SMALL / "catalogue", tmp_path / "根" / "catalogue")
    return tmp_path / "根"


def run(*arguments: object, typed: str = "") -> Result:
    """Run a command line with what is typed; a traceback fails the test."""
    result = CliRunner().invoke(tasks.program, [str(one) for one in arguments], input=typed)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def take(root: Path, *more: object, rows: object = None, typed: str = "") -> Result:
    """Import a ledger of the village."""
    path = write_xlsx(root.parent / "九月.xlsx", rows or [HEADER, ONE, TWO])  # type: ignore[arg-type]
    typed_first = ("--division", VILLAGE, "--table", "village_ledger", "--period", "2026-09")
    options = (*typed_first, "--root", root, "--as-of", TODAY, *more)
    return run("import", "excel", path, *options, typed=typed)


def files_of(root: Path) -> set[str]:
    return {
        path.relative_to(root).as_posix()
        for path in root.rglob("*")
        if path.is_file() and path.is_relative_to(root / "content")
    }


def test_a_sheet_is_published_in_one_command(root: Path) -> None:
    result = take(root, *KEYS, "--yes")

    assert result.exit_code == 0, result.output
    assert "共检查 1 条，没有发现问题。" in result.stdout
    assert files_of(root) == {f"{PACKAGE}/datapackage.yaml", f"{PACKAGE}/village-ledger.csv"}
    rows = list(csv.reader((root / PACKAGE / "village-ledger.csv").open(encoding="utf-8")))
    assert rows[0][:4] == ["division_code", "period", "account_id", "entry_no"]
    assert rows[1][:4] == ["990101100201", "2026-09", "基本户", "1"]


def test_everything_is_told_before_it_is_asked_for(root: Path) -> None:
    rows = [HEADER, cells(ONE, 日期="2026.9.3", 金额="1,200.00"), TWO]

    result = take(root, *KEYS, rows=rows, typed="n\n")

    assert "B2 记账日期：2026.9.3 → 2026-09-03（日期统一写法）" in result.stdout
    assert "G2 金额：1,200.00 → 1200.00" in result.stdout
    assert "没有写入任何文件。" in result.stderr
    assert (result.exit_code, files_of(root)) == (1, set())


def test_what_the_sheet_lacks_is_asked_for(root: Path) -> None:
    typed = "基本户\n甲村村民委员会\n甲村村务监督委员会\n10月8日\ny\n"

    result = take(root, typed=typed)

    assert result.exit_code == 0, result.output
    text = (root / PACKAGE / "datapackage.yaml").read_text("utf-8")
    assert "publisher: 甲村村民委员会\n" in text
    assert "  date: 2026-10-08\n" in text


def test_what_the_sheet_says_above_its_table_is_not_asked_for(root: Path) -> None:
    above = (
        "公开主体：",
        "甲村村民委员会",
        "审查人：",
        "甲村村务监督委员会",
        "审查日期：",
        "10月8日",
    )

    result = take(root, "--set", "账户代号=基本户", rows=[above, HEADER, ONE, TWO], typed="y\n")

    assert result.exit_code == 0, result.output
    assert "公开主体 → 甲村村民委员会（B1 写明）" in result.stdout
    assert "审查日期 → 2026-10-08（F1 写明）" in result.stdout
    text = (root / PACKAGE / "datapackage.yaml").read_text("utf-8")
    assert "publisher: 甲村村民委员会\n" in text


def test_a_publisher_nobody_registered_is_asked_for(root: Path) -> None:
    above = ("公开主体：甲村委会", "审查人：甲村村务监督委员会", "审查日期：2026-10-08")

    result = take(root, "--set", "账户代号=基本户", rows=[above, HEADER, ONE, TWO],
                  typed="甲村村民委员会\ny\n")  # fmt: skip

    assert "表里写的“甲村委会”不能照用；公开主体（" in result.stderr
    assert result.exit_code == 0, result.output
    text = (root / PACKAGE / "datapackage.yaml").read_text("utf-8")
    assert "publisher: 甲村村民委员会\n" in text


def test_a_prompt_that_ends_writes_nothing(root: Path) -> None:
    result = take(root, typed="")

    assert (result.exit_code, files_of(root)) == (1, set())
    assert "没有写入任何文件。" in result.stderr


def test_yes_answers_no_question(root: Path) -> None:
    result = take(root, "--yes")

    assert (result.exit_code, files_of(root)) == (2, set())
    assert "--set 账户代号=值" in result.stderr


def test_keys_left_open_are_for_the_check_to_name(root: Path) -> None:
    result = take(root, "--set", "账户代号=基本户", "--yes")

    assert result.exit_code == 1
    assert "缺少必填的公开主体" in result.stdout
    assert len(files_of(root)) == 2


def test_what_the_check_finds_names_the_row_of_excel(root: Path) -> None:
    title = ("甲村2026年9月收支明细账",)

    result = take(root, *KEYS, "--yes", rows=[title, HEADER, ONE, cells(TWO, 余额=10195.9)])

    assert result.exit_code == 1
    assert "表格第 3 行，错误：Excel 第 4 行：“余额”是 10195.90，应为 10195.80" in result.stdout
    assert "已经写入" in result.stderr
    assert len(files_of(root)) == 2


def test_what_cannot_be_read_names_the_cell_and_writes_nothing(root: Path) -> None:
    result = take(root, *KEYS, "--yes", rows=[HEADER, cells(ONE, 金额="若干")])

    assert result.exit_code == 1
    assert "Excel 单元格 G2（金额）“若干”：不是数字" in result.stdout
    assert files_of(root) == set()


def test_a_period_that_is_there_already_is_not_doubled(root: Path) -> None:
    take(root, *KEYS, "--yes", "--write-to", "ledger-9")

    result = take(root, *KEYS, "--yes")

    assert result.exit_code == 2
    assert "已经有了，在数据包 ledger-9 里" in result.stderr
    assert "--write-to ledger-9" in result.stderr


def test_an_old_package_keeps_its_descriptor_and_gets_the_new_rows(root: Path) -> None:
    take(root, *KEYS, "--yes")
    descriptor = root / PACKAGE / "datapackage.yaml"
    edited = descriptor.read_text("utf-8").replace("author:", "#author:") + "description: 已改\n"
    descriptor.write_text(edited, "utf-8")

    rows = [HEADER, ONE]
    kept = take(root, *KEYS, "--write-to", NAME, rows=rows, typed="n\n")
    before = (root / PACKAGE / "village-ledger.csv").read_bytes().count(b"\n")
    done = take(root, *KEYS, "--write-to", NAME, rows=rows, typed="y\n")

    assert (kept.exit_code, before, done.exit_code) == (1, 3, 0)
    assert descriptor.read_text("utf-8") == edited
    assert (root / PACKAGE / "village-ledger.csv").read_bytes().count(b"\n") == 2


def test_a_package_of_something_else_is_left_alone(root: Path) -> None:
    other = root / DATA / "x" / "datapackage.yaml"
    other.parent.mkdir(parents=True)
    other.write_text("title: 别的\n", "utf-8")

    result = take(root, *KEYS, "--yes", "--write-to", "x")

    assert result.exit_code == 2
    assert other.read_text("utf-8") == "title: 别的\n"


def test_an_interrupted_import_leaves_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(self: Path, target: Path) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "rename", stop)

    result = take(root, *KEYS, "--yes")

    assert result.exit_code == 130
    assert list((root / DATA).iterdir()) == []


def test_nothing_is_written_through_a_link(root: Path) -> None:
    outside = root.parent / "外"
    outside.mkdir()
    (root / DATA).parent.mkdir(parents=True)
    (root / DATA).symlink_to(outside)

    result = take(root, *KEYS, "--yes")

    assert result.exit_code != 0
    assert list(outside.iterdir()) == []


def test_a_signature_cannot_write_yaml(root: Path) -> None:
    signed = ('制表人：甲员"}, {draft: true} # ', *(None,) * 12)

    result = take(root, *KEYS, "--yes", rows=[HEADER, ONE, TWO, signed])

    assert result.exit_code == 0, result.output
    text = (root / PACKAGE / "datapackage.yaml").read_text("utf-8")
    assert r'author: "甲员\"}, {draft: true} #"' in text


def test_many_changes_are_grouped_unless_all_are_asked_for(root: Path) -> None:
    many = [
        cells(
            ONE, 序号=number, 日期="2026.9.3", 凭证号=f"记-{number:03}", 余额=10000 + 1200 * number
        )
        for number in range(1, 31)
    ]

    few = take(root, *KEYS, rows=[HEADER, *many], typed="n\n")
    every = take(root, *KEYS, "--all", rows=[HEADER, *many], typed="n\n")

    assert "记账日期，日期统一写法，30 处" in few.stdout
    assert len(re.findall("→ 2026-09-03", few.stdout)) == 3
    assert len(re.findall("→ 2026-09-03", every.stdout)) == 30


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--table", "ledger"), "没有标准数据表“ledger”"),
        (("--period", "九月"), "不能写 九月"),
        (("--period", "2026-Q3"), "不能写 2026-Q3"),
        (("--category", "E0203"), "不包括 E0203"),
        (("--sheet", "十月"), "没有工作表“十月”"),
        (("--set", "账户代号"), "应写成“列名=值”"),
        (("--set", "颜色=红"), "没有“颜色”这一列"),
        (("--write-to", "九月"), "九月"),
    ],
)
def test_a_command_typed_wrong_says_what_to_type(
    root: Path, options: tuple[str, ...], said: str
) -> None:
    result = take(root, *KEYS, "--yes", *options)

    assert (result.exit_code, files_of(root)) == (2, set())
    assert said in result.stderr


def test_a_form_is_written_once(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"

    first = run("template", "财务收支明细账", "--output", path)
    second = run("template", "village_ledger", "--output", path)

    catalogue = small_facts(TODAY).catalogue
    table = catalogue.tables["village_ledger"]
    assert (first.exit_code, second.exit_code) == (0, 1)
    assert path.read_bytes() == write_form(table, asked_in_form(table, catalogue))
    assert "同名的文件已经存在" in second.stderr


def test_the_name_of_what_is_being_written_is_no_name_of_a_package() -> None:
    from disclosure.entry.entry import NAME

    assert not NAME.fullmatch(f".x{place.NEW}")
