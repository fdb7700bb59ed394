from __future__ import annotations

import json
import os
import shutil
import socket
from pathlib import Path
from typing import cast
from xml.etree import ElementTree

import click
import pytest
from click.testing import CliRunner, Result

import tasks
from disclosure.report import FORMATS
from tests.history.repository import commit, git
from tests.rules.verbs import GOOD, SMALL
from tests.starting.lists import write_list

FOLDER = "content/9901/990101/990101100/990101100201"
ENTRY = f"{FOLDER}/articles/road.md"
AS_OF = ("--as-of", "2026-11-20")
WRONG = GOOD.replace("S1102", "s1102")
FIXABLE = GOOD.replace("title: ", "title：")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small register with one clean entry, below a folder whose name is no plain one."""
    root = tmp_path / "一 个'市"
    shutil.copytree(SMALL / "catalogue", root / "catalogue")
    write(root, ENTRY, GOOD)
    return root


def write(root: Path, file: str, text: str) -> None:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def run(*arguments: object) -> Result:
    """Run a command line; an exception that is no exit is a traceback, and fails the test."""
    result = CliRunner().invoke(tasks.program, [str(argument) for argument in arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


# --- check ----------------------------------------------------------------------------------------


def test_clean_content_exits_with_zero(root: Path) -> None:
    result = run("check", "--root", root, *AS_OF)

    assert (result.exit_code, result.stdout) == (0, "共检查 1 条，没有发现问题。\n")


def test_an_error_exits_with_one_and_says_what_to_type(root: Path) -> None:
    write(root, ENTRY, WRONG)

    result = run("check", "--root", root, *AS_OF)

    assert result.exit_code == 1
    assert f"{ENTRY}\n  第 3 行，错误：" in result.stdout
    assert "category: S1102" in result.stdout


def test_a_warning_exits_with_zero_unless_strict(root: Path) -> None:
    late = GOOD.replace("formed_on: 2026-10-10", "formed_on: 2026-01-10")
    write(root, ENTRY, late)

    assert run("check", "--root", root, *AS_OF).exit_code == 0
    assert run("check", "--root", root, *AS_OF, "--strict").exit_code == 1


@pytest.mark.parametrize("format_", FORMATS)
def test_every_format_reports_the_error(root: Path, format_: str) -> None:
    write(root, ENTRY, WRONG)

    result = run("check", "--root", root, *AS_OF, "--format", format_)

    assert result.exit_code == 1
    assert "category-unknown" in result.stdout


def test_formats_for_programs_parse(root: Path) -> None:
    write(root, ENTRY, WRONG)

    of_json, of_sarif, of_junit = (
        run("check", "--root", root, *AS_OF, "--format", format_).stdout
        for format_ in ("json", "sarif", "junit")
    )

    assert [problem["code"] for problem in json.loads(of_json)] == ["category-unknown"]
    assert len(json.loads(of_sarif)["runs"][0]["results"]) == 1
    assert ElementTree.fromstring(of_junit).get("failures") == "1"


def test_the_day_of_the_check_can_be_named(root: Path) -> None:
    early = run("check", "--root", root, "--as-of", "2026-10-01", "--format", "json")

    assert "published-in-future" in {problem["code"] for problem in json.loads(early.stdout)}


def test_a_path_limits_the_report(root: Path) -> None:
    write(root, ENTRY, WRONG)
    write(root, f"{FOLDER}/articles/other.md", WRONG)

    result = run("check", "--root", root, *AS_OF, root / ENTRY, "--format", "json")

    assert {problem["file"] for problem in json.loads(result.stdout)} == {ENTRY}


def test_a_published_ledger_changed_without_a_reason_is_an_error(tmp_path: Path) -> None:
    root = tmp_path / "root"
    shutil.copytree(SMALL, root)
    ledger = f"{FOLDER}/data/ledger-2026-09/ledger.csv"
    commit(root, {})
    text = (root / ledger).read_text("utf-8")
    write(root, ledger, text.replace("更换三组路灯", "更换二组路灯"))

    wrong = run("check", "--root", root, *AS_OF, "--changed-since", "HEAD")
    commit(root, {}, message="mend\n\n更正:组别写错")
    right = run("check", "--root", root, *AS_OF, "--changed-since", "HEAD~1")

    assert wrong.exit_code == 1
    assert "9-002" in wrong.stdout
    assert "更正:理由" in wrong.stdout
    assert right.exit_code == 0


def test_what_changed_since_a_revision_limits_the_report(root: Path) -> None:
    commit(root, {ENTRY: WRONG})
    git(root, "branch", "before")
    write(root, f"{FOLDER}/articles/other.md", WRONG)

    result = run("check", "--root", root, *AS_OF, "--changed-since", "before", "--format", "json")

    files = {problem["file"] for problem in json.loads(result.stdout)}
    assert files == {f"{FOLDER}/articles/other.md"}


def test_fix_repairs_shows_the_change_and_checks_again(root: Path) -> None:
    write(root, ENTRY, FIXABLE)

    result = run("check", "--root", root, *AS_OF, "--fix")

    assert result.exit_code == 0
    assert "-title：甲村修补通组道路\n+title: 甲村修补通组道路\n" in result.stdout
    assert (root / ENTRY).read_text("utf-8") == GOOD


def test_fix_touches_only_what_is_selected(root: Path) -> None:
    write(root, ENTRY, FIXABLE)
    write(root, f"{FOLDER}/articles/other.md", FIXABLE)

    run("check", "--root", root, *AS_OF, "--fix", root / ENTRY)

    assert (root / f"{FOLDER}/articles/other.md").read_text("utf-8") == FIXABLE


# --- hostile and broken roots ---------------------------------------------------------------------


@pytest.mark.parametrize("format_", FORMATS)
def test_a_root_without_registers_is_a_problem_in_every_format(
    tmp_path: Path, format_: str
) -> None:
    result = run("check", "--root", tmp_path, "--format", format_)

    assert result.exit_code == 1
    assert "register-unreadable" in result.stdout


def test_a_broken_register_names_its_line(root: Path) -> None:
    file = root / "catalogue/divisions.csv"
    file.write_text(file.read_text("utf-8").replace("990100000000", "99010", 1), "utf-8")

    result = run("check", "--root", root)

    assert result.exit_code == 1
    assert "catalogue/divisions.csv\n  第 2 行，错误：" in result.stdout


def test_content_that_is_a_file_a_link_or_missing_is_no_traceback(root: Path) -> None:
    shutil.rmtree(root / "content")
    missing = run("check", "--root", root)
    (root / "content").write_text("")
    plain = run("check", "--root", root)
    (root / "content").unlink()
    (root / "content").symlink_to(root / "content")
    loop = run("check", "--root", root)

    assert missing.exit_code == 0
    assert {plain.exit_code, loop.exit_code} <= {0, 1}


def test_file_names_that_are_no_text_are_reported(root: Path) -> None:
    name = os.fsencode(root / FOLDER / "articles") + b"/\xff\x1b[31m\n.md"
    Path(os.fsdecode(name)).write_text(GOOD)

    for format_ in FORMATS:
        result = run("check", "--root", root, *AS_OF, "--format", format_)

        assert result.exit_code == 1
        assert "file-name" in result.stdout
        assert "\x1b" not in result.stdout


def test_links_and_pipes_are_refused(root: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text(GOOD)
    (root / FOLDER / "articles" / "link.md").symlink_to(tmp_path / "secret.md")
    os.mkfifo(root / FOLDER / "articles" / "pipe.md")

    result = run("check", "--root", root, *AS_OF, "--format", "json")

    codes = [problem["code"] for problem in json.loads(result.stdout)]
    assert codes == ["link-or-special-file", "link-or-special-file"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_nobody_may_read_is_no_traceback(root: Path) -> None:
    (root / ENTRY).chmod(0)

    assert run("check", "--root", root).exit_code == 1


# --- usage ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("chek", "没有命令 chek，是不是 check"),
        ("check --frmat json", "没有选项 --frmat"),
        ("check --format xml", "--format 应为 text、json"),
        ("check --as-of 2026-02-30", "--as-of 应为 2026-11-20 这样的日期，不是“2026-02-30”"),
        ("check --as-of", "选项 --as-of 后面缺少值"),
        ("check --root nowhere", "--root 没有文件夹“nowhere”"),
        ("check nowhere.md", "没有“nowhere.md”，或者它不在 content/、catalogue/ 之内"),
        ("check --changed-since nowhere", "git"),
        ("due", "缺少 --division"),
        ("init root", "缺少 --register"),
        ("init . --register none.csv", "里面已有文件"),
        ("due --division 火星", "没有找到区划“火星”"),
        ("due --division 区", "没有找到区划|对应"),
        ("build --jobs 0", "--jobs 应为 1 到"),
        ("build --executor ssh://a:1", "不知道在哪里生成：“ssh://a:1”"),
        ("build --shard 3", "--shard 应为 2/3（三份中的第二份）这样的写法，不是“3”"),
        ("build --shard 4/3", "--shard 应为 2/3"),
        ("build --shard 1/2 --division 9901", "--shard 是全部区划中的一份"),
        ("build merge", "缺少 PART"),
        ("build merge .", "不是 build --shard 生成的一份：没有 part.json"),
        ("build --jobs 2 merge .", "--jobs 应写在 merge 后面"),
        ("build --division 火星", "没有找到区划“火星”"),
        ("serve --port 99999", "--port 应为 0 到 65535 的整数"),
        ("serve --root nowhere", "--root 没有文件夹“nowhere”"),
        ("serve now --output .", "多写了 now"),
        ("catalogue show", "缺少 CODE"),
        ("catalogue show e0203", "E0203"),
        ("catalogue shw", "没有命令 shw，是不是 show"),
    ],
)
def test_a_wrong_command_exits_with_two_and_says_so_in_chinese(line: str, expected: str) -> None:
    result = run(*line.split())

    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("命令写法有误：")
    assert any(one in result.stderr for one in expected.split("|"))
    assert "Error" not in result.stderr
    assert "Usage" not in result.stderr


def test_an_ambiguous_name_lists_the_candidates(root: Path) -> None:
    register = root / "catalogue/divisions.csv"
    twin = "990101100202,甲村,village,村,990101100000,,,,2026-01-01,,,,\n"
    register.write_text(register.read_text("utf-8") + twin, "utf-8")

    result = run("due", "--root", root, "--division", "甲村")

    assert result.exit_code == 2
    assert "甲村（990101100201）、甲村（990101100202）" in result.stderr


# --- the other commands ---------------------------------------------------------------------------


def test_due_lists_open_duties_with_their_reckoning(root: Path) -> None:
    result = run("due", "--root", root, "--division", "甲村", "--until", "2026-02-28")

    assert result.exit_code == 0
    assert result.stdout.startswith("甲村（990101100201）截至 2026-02-28")
    assert "2026-02-10  E0202 " in result.stdout
    assert "2026年1月终了后10日内" in result.stdout


def test_due_as_json_gives_the_same_duties(root: Path) -> None:
    result = run(
        "due", "--root", root, "--division", "990101100201", "--until", "2026-02-28",
        "--format", "json",
    )  # fmt: skip

    duties = [one for one in json.loads(result.stdout) if one["category"] == "E0202"]
    assert [(one["period"], one["due"]) for one in duties] == [("2026-01", "2026-02-10")]


def test_the_catalogue_of_the_product_is_sound() -> None:
    result = run("catalogue", "check")

    assert (result.exit_code, result.stdout) == (0, "共检查 169 条，没有发现问题。\n")


def test_a_catalogue_with_a_fault_names_file_and_line(root: Path) -> None:
    (root / "catalogue/overrides").mkdir()
    write(
        root,
        "catalogue/overrides/990101.yml",
        "- category: E0202\n  period: yearly\n  reason: 无\n",
    )

    result = run("catalogue", "check", "--root", root)

    assert result.exit_code == 1
    assert "catalogue/overrides/990101.yml\n  第 2 行，错误：" in result.stdout


def test_a_key_for_what_is_kept_is_no_short_word(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCLOSURE_BUILD_KEY", "secret")

    result = run("check", "--root", root, *AS_OF)

    assert result.exit_code == 2
    assert "DISCLOSURE_BUILD_KEY 太短" in result.stderr
    assert "secret" not in result.stderr


def test_a_port_that_is_taken_is_said_to_be_taken(root: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        result = run("serve", "--root", root, "--port", port)

    assert result.exit_code == 1
    assert result.stderr.startswith("这个端口已被占用")


def test_build_makes_a_site_for_every_division(root: Path) -> None:
    result = run("build", "--root", root, *AS_OF)

    made = {path.name for path in (root / "output").iterdir() if path.is_dir()}
    assert (result.exit_code, result.stdout) == (0, "")
    assert "以 2026-11-20 为准，生成网站 6 个" in result.stderr
    assert {"9901", "990101", "990101100201", "theme"} <= made
    assert {path.name for path in root.iterdir()} <= {"catalogue", "content", "output", ".build"}


def test_build_in_two_parts_and_merged_is_one_build(root: Path, tmp_path: Path) -> None:
    parts = [tmp_path / "part-1", tmp_path / "part-2"]
    for number, part in enumerate(parts, 1):
        share = ("--shard", f"{number}/2", "--output", part)
        assert run("build", "--root", root, *AS_OF, *share).exit_code == 0

    result = run("build", "merge", "--root", root, *parts)

    assert result.exit_code == 0
    assert f"合并网站 6 个，共 {len(list(root.glob('output/*/**/*.html')))} 页" in result.stderr
    assert run("build", "--root", root, *AS_OF, "--verify").exit_code == 0


def test_build_of_a_broken_division_names_it_and_builds_the_others(root: Path) -> None:
    write(root, ENTRY, WRONG)

    result = run("build", "--root", root, *AS_OF, "--division", "南镇", "--subtree")

    assert result.exit_code == 1
    assert "没有生成的：甲村（990101100201）。原有的网站保留不变。" in result.stderr
    assert "category-unknown" in result.stdout
    assert (root / "output/990101100/index.html").is_file()
    assert not (root / "output/990101100201").exists()


def test_show_describes_a_category() -> None:
    result = run("catalogue", "show", "E0203")

    assert result.exit_code == 0
    assert result.stdout.startswith("E0203 ")


def test_new_writes_an_entry_whose_blanks_check_names(root: Path) -> None:
    result = run("new", "articles", "--root", root, "--division", "甲村", "--category", "S1102")

    file = result.stdout.strip()
    checked = run("check", "--root", root, root / file, "--format", "json")
    problems = json.loads(checked.stdout)
    assert result.exit_code == 0
    assert file.startswith(f"{FOLDER}/articles/s1102-")
    assert {problem["file"] for problem in problems} == {file}
    assert {"title", "date", "formed_on"} <= {problem["field"] for problem in problems}


def test_new_writes_a_package_with_the_columns_of_its_table(root: Path) -> None:
    result = run(
        "new", "data", "--root", root, "--division", "甲村", "--category", "E0202",
        "--name", "ledger-2026-10",
    )  # fmt: skip

    descriptor, table = result.stdout.splitlines()
    assert descriptor == f"{FOLDER}/data/ledger-2026-10/datapackage.yaml"
    assert "schema: table:village_ledger" in (root / descriptor).read_text("utf-8")
    assert "direction" in (root / table).read_text("utf-8").split(",")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("new articles --division 甲村 --category S1102 --name road", "已经存在"),
        ("new articles --division 甲村 --category S1102 --name ../x", "文件名“../x”不可用"),
        ("new notices --division 甲村 --category S1102", "内容形式不是 notices"),
        ("new articles --division 试验市 --category E0202", "不在市级公开范围内"),
        ("new articles --division 甲村 --category S9999", "目录中没有类目“S9999”"),
        ("new poems --division 甲村 --category S1102", "应为 articles、notices"),
    ],
)
def test_new_refuses_what_does_not_fit(root: Path, line: str, expected: str) -> None:
    result = run(*line.split(), "--root", root)

    assert result.exit_code == 2
    assert expected in result.stderr
    assert (root / ENTRY).read_text("utf-8") == GOOD


def test_init_makes_a_root_that_is_clean(tmp_path: Path) -> None:
    register = write_list(tmp_path)

    made = run("init", tmp_path / "new", "--register", register)
    checked = run("check", "--root", tmp_path / "new")

    files = made.stdout.splitlines()
    assert made.exit_code == 0
    assert all((tmp_path / "new" / file).is_file() for file in files)
    assert "登记区划 6 个，其中 6 个还缺联系方式" in made.stderr
    assert (checked.exit_code, checked.stdout) == (0, "共检查 8 条，没有发现问题。\n")


def test_init_names_file_and_line_of_a_wrong_register(tmp_path: Path) -> None:
    register = write_list(tmp_path, "代码,名称\n99,试点市\n")

    result = run("init", tmp_path / "new", "--register", register)

    assert result.exit_code == 1
    assert f"{register}\n  第 2 行，错误：" in result.stdout
    assert list(tmp_path.iterdir()) == [register]


def test_new_follows_no_link_out_of_the_tree(root: Path, tmp_path: Path) -> None:
    (root / FOLDER / "notices").symlink_to(tmp_path)

    result = run("new", "notices", "--root", root, "--division", "甲村", "--category", "E0407")

    assert result.exit_code == 1
    assert "[link-or-special-file]" in result.stdout
    assert list(tmp_path.iterdir()) == [root]


def commands(group: click.Group, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Return every command as it is typed."""
    found = []
    for name, command in sorted(group.commands.items()):
        found.append((*path, name))
        if isinstance(command, click.Group):
            found += commands(command, (*path, name))
    return found


@pytest.mark.parametrize("path", commands(cast("click.Group", tasks.program)))
def test_every_command_explains_itself_in_chinese(path: tuple[str, ...]) -> None:
    result = run(*path, "--help")

    assert result.exit_code == 0
    assert result.stdout.startswith(f"用法：program {' '.join(path)}")
    assert "Options" not in result.stdout
    assert "Show this" not in result.stdout


@pytest.mark.parametrize("path", commands(cast("click.Group", tasks.program)))
def test_every_option_says_what_it_does(path: tuple[str, ...]) -> None:
    command: click.Command = tasks.program
    for name in path:
        assert isinstance(command, click.Group)
        command = command.commands[name]

    options = [one for one in command.params if isinstance(one, click.Option)]

    assert all(option.help and option.help.endswith("。") for option in options)
    assert command.help
