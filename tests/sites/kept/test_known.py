"""What is built again and what is left, and when nothing of what was known is believed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from disclosure.division import load_register
from disclosure.entry import Folder
from disclosure.kept import looks
from disclosure.rules.facts import Facts
from disclosure.sites import crew, runner
from disclosure.sites.build import Request, build_sites
from disclosure.sites.kept import grounds, known
from disclosure.sites.survey import Survey
from tests.history.repository import commit
from tests.results.trees import copy_standard
from tests.sites.trees import DAY, SMALL, VILLAGE, content_of

CODE = "990101100201"
LEASE = f"{VILLAGE}/notices/pond-lease.md"
Tree = tuple[Path, Path]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root beside the output of its first build."""
    folder = tmp_path_factory.mktemp("made")
    root = copy_standard(folder / "root")
    shutil.rmtree(root / "catalogue" / "overrides")
    shutil.copytree(SMALL, root, dirs_exist_ok=True)
    return folder


@pytest.fixture
def tree(made: Path, tmp_path: Path) -> Tree:
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    root, output = tmp_path / "root", tmp_path / "output"
    build(root, output)
    return root, output


def build(root: Path, output: Path, *, is_vouched: bool = False) -> list[str]:
    """Build with what is known; return the sites that were made again."""
    built = build_sites(Request(root, output, DAY, is_kept=True, is_vouched=is_vouched))
    assert built.problems == ()
    return [one.division.code for one in built.outcomes if one.witness]


def build_some(root: Path, output: Path, *codes: str) -> None:
    """Build some sites alone."""
    divisions = tuple(map(load_register(root).resolve, codes))
    build_sites(Request(root, output, DAY, divisions, is_kept=True))


def files_of(output: Path) -> dict[str, tuple[int, int]]:
    """Return which file on the disk stands behind each name."""
    return {
        path.relative_to(output).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in output.rglob("*")
        if path.is_file()
    }


def written(tree: Tree) -> set[str]:
    """Build again; return the files that were written."""
    root, output = tree
    before = files_of(output)
    build(root, output)
    return {name for name, file in files_of(output).items() if before.get(name) != file}


def edit(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), "utf-8")


def test_where_nothing_changed_nothing_is_made_ready_or_written(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crew, "runner_for", None)  # to call it would fail

    assert written(tree) == set()


def test_a_word_in_a_text_is_written_to_its_page_and_what_searches_it(tree: Tree) -> None:
    edit(
        tree[0],
        LEASE,
        "500.00元。",
        "500.00元。" + "\n\n塘埂由承包人养护。" * 30 + "\n\n合同一式三份。",
    )
    build(*tree)
    edit(tree[0], LEASE, "一式三份", "一式四份")  # far behind what lists tell of it

    names = written(tree)

    own = {f"{CODE}/notices/pond-lease.html", f"{CODE}/search/docs.js"}
    assert own <= names
    indexes = {name for name in names if "/search/index/" in name}
    assert {name.split("/")[0] for name in indexes} == {"9901", "990101"}
    assert names == own | indexes


def test_a_title_is_written_to_the_lists_above_but_to_no_page_of_other_entries(tree: Tree) -> None:
    edit(tree[0], LEASE, "甲村二号塘承包公告", "甲村二号塘招租公告")

    names = written(tree)

    assert f"{CODE}/notices/pond-lease.html" in names
    for code in ("990101100", "990101", "9901"):
        assert f"{code}/index.html" in names
        assert not any(name.startswith((f"{code}/articles", f"{code}/guides")) for name in names)
    assert not any(name.startswith("990101001") for name in names)  # nobody's parent or child


def test_only_those_that_show_what_is_told_anew_are_asked_for(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    real = known.inputs_of
    monkeypatch.setattr(known, "inputs_of", lambda job: asked.append(job) or real(job))
    build(*tree)
    assert asked == []

    edit(tree[0], LEASE, "甲村二号塘承包公告", "甲村二号塘招租公告")
    build(*tree)

    assert {job.division.code for job in asked} == {"9901", "990101", "990101100", CODE}


def test_what_was_told_in_between_is_known_of_the_sites_made_of_it(
    tree: Tree, tmp_path: Path
) -> None:
    root, output = tree
    text = (root / LEASE).read_text("utf-8")
    edit(root, LEASE, "甲村二号塘承包公告", "甲村二号塘招租公告")
    build_some(root, output, "9901")
    (root / LEASE).write_text(text, "utf-8")
    build_some(root, output, CODE)

    build(root, output)

    build_sites(Request(root, tmp_path / "clean", DAY))
    assert content_of(output) == content_of(tmp_path / "clean")


def test_what_could_not_be_told_is_told_anew_once_it_can(
    tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, output = tree
    real = runner.survey_folder

    def refuse(folder: Folder, facts: Facts, as_of: date) -> Survey:
        if folder.division.code == CODE:
            raise OSError
        return real(folder, facts, as_of)

    text = (root / LEASE).read_text("utf-8")
    edit(root, LEASE, "甲村二号塘承包公告", "甲村二号塘招租公告")
    monkeypatch.setattr(runner, "survey_folder", refuse)
    assert "9901" in build(root, output)  # whose lists now lack the village
    monkeypatch.undo()
    (root / LEASE).write_text(text, "utf-8")

    build(root, output)

    build_sites(Request(root, tmp_path / "clean", DAY))
    assert content_of(output) == content_of(tmp_path / "clean")


@pytest.fixture
def committed(tree: Tree) -> Tree:
    """The same in a repository, built once with what git tells."""
    root, output = tree
    shutil.rmtree(root / ".build")
    commit(root, {".gitignore": ".build\n"})
    build(root, output, is_vouched=True)
    return tree


def test_by_git_only_what_was_committed_is_seen(
    committed: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, output = committed
    monkeypatch.setattr(looks, "measure", None)  # to ask the system would fail
    assert build(root, output, is_vouched=True) == []
    monkeypatch.undo()
    edit(root, LEASE, "甲村二号塘承包公告", "甲村二号塘招租公告")
    assert build(root, output, is_vouched=True) == []

    commit(root, {}, message="retitle")

    assert build(root, output, is_vouched=True) == ["9901", "990101", "990101100", CODE]
    assert "招租" in (output / CODE / "notices" / "pond-lease.html").read_text("utf-8")


def test_after_a_look_at_files_git_alone_is_not_believed(committed: Tree) -> None:
    root, output = committed
    text = (root / LEASE).read_text("utf-8")
    edit(root, LEASE, "甲村二号塘承包公告", "甲村二号塘招租公告")
    assert CODE in build(root, output)
    (root / LEASE).write_text(text, "utf-8")

    assert CODE in build(root, output, is_vouched=True)


def astray(root: Path, output: Path) -> list[tuple[str, str]]:
    """Build with what git tells; return what was found astray."""
    built = build_sites(Request(root, output, DAY, is_kept=True, is_vouched=True))
    assert {one.code for one in built.problems} <= ASTRAY
    return [(one.code, one.file) for one in built.problems]


ASTRAY = {"file-stray", "division-unknown", "division-misplaced"}
UNTOLD = "content/9901/readme.txt"


@pytest.mark.parametrize(
    ("file", "found"),
    [
        ("content/astray.txt", ("file-stray", "content/astray.txt")),
        ("content/notes/a.md", ("division-unknown", "content/notes")),
        (f"{VILLAGE}/notes/a.md", ("division-unknown", f"{VILLAGE}/notes")),
        (f"{VILLAGE}/a.txt", ("file-stray", f"{VILLAGE}/a.txt")),
        ("content/9901/990199/articles/a.md", ("division-unknown", "content/9901/990199")),
        (f"content/{CODE}/articles/a.md", ("division-misplaced", f"content/{CODE}")),
        (f"content/9901/{CODE}/a.md", ("division-misplaced", f"content/9901/{CODE}")),
    ],
)
def test_what_a_commit_leaves_astray_is_told_until_another_takes_it_away(
    committed: Tree, file: str, found: tuple[str, str]
) -> None:
    assert astray(*committed) == []
    commit(committed[0], {file: "一\n"}, message="astray")

    assert astray(*committed) == [found]
    edit(committed[0], LEASE, "甲村二号塘承包公告", "甲村二号塘招租公告")
    commit(committed[0], {}, message="elsewhere")
    assert astray(*committed) == [found]
    (committed[0] / file).unlink()
    for folder in (committed[0] / file).parents:
        if any(folder.iterdir()):
            break
        folder.rmdir()
    commit(committed[0], {}, message="mended")
    assert astray(*committed) == []


def test_what_lay_astray_when_another_output_was_built_is_told(
    committed: Tree, tmp_path: Path
) -> None:
    root, output = committed
    assert astray(root, output) == []
    commit(root, {UNTOLD: "一\n"}, message="astray")
    assert astray(root, tmp_path / "other") == [("file-stray", UNTOLD)]
    edit(root, LEASE, "甲村二号塘承包公告", "甲村二号塘招租公告")
    commit(root, {}, message="elsewhere")

    assert astray(root, output) == [("file-stray", UNTOLD)]


def test_by_git_folders_in_which_nothing_changed_are_not_listed(
    committed: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, output = committed
    monkeypatch.setattr(known, "find_folders", None)  # to list them all would fail
    edit(root, LEASE, "甲村二号塘承包公告", "甲村二号塘招租公告")
    commit(root, {}, message="retitle")

    assert astray(root, output) == []


def test_where_git_knows_the_commit_no_more_every_file_is_seen(committed: Tree) -> None:
    root, output = committed
    edit(root, LEASE, "甲村二号塘承包公告", "甲村二号塘招租公告")
    shutil.rmtree(root / ".git")
    commit(root, {}, message="anew")

    assert CODE in build(root, output, is_vouched=True)


def test_a_site_taken_away_is_made_again(tree: Tree) -> None:
    root, output = tree
    before = content_of(output)
    shutil.rmtree(output / CODE)

    assert CODE in build(root, output)
    assert content_of(output) == before


def test_the_site_of_a_place_struck_off_is_removed(tree: Tree) -> None:
    root, output = tree
    register = root / "catalogue" / "divisions.csv"
    rows = register.read_text("utf-8").splitlines(keepends=True)
    register.write_text("".join(row for row in rows if CODE not in row), "utf-8")
    publishers = root / "catalogue" / "publishers.csv"
    rows = publishers.read_text("utf-8").splitlines(keepends=True)
    publishers.write_text("".join(row for row in rows if CODE not in row), "utf-8")
    shutil.rmtree(root / VILLAGE)

    built = build_sites(Request(root, output, DAY, is_kept=True))

    assert not any(one.division.code == CODE for one in built.outcomes)
    assert not (output / CODE).exists()


@pytest.mark.parametrize(
    "forget",
    [
        lambda root: shutil.rmtree(root / ".build"),
        lambda root: [path.write_bytes(b"\n[]") for path in (root / ".build").glob("*/kept")],
        lambda root: [path.write_bytes(b"x" * 32) for path in (root / ".build").glob("*/seal")],
    ],
)
def test_without_anything_known_all_is_made_and_the_same_stands(
    tree: Tree, forget: Callable[[Path], object]
) -> None:
    forget(tree[0])

    assert len(build(*tree)) == 6
    assert build(*tree) == []


def test_what_is_made_again_alike_is_not_written(tree: Tree) -> None:
    shutil.rmtree(tree[0] / ".build")

    names = written(tree)

    assert {name for name in names if name.partition("/")[0] != "theme"} == set()


def test_another_template_makes_every_site_again(
    tree: Tree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = tmp_path / "templates"
    templates.mkdir()
    monkeypatch.setattr(grounds, "PARTS", (*grounds.PARTS, templates))
    build(*tree)
    assert build(*tree) == []

    (templates / "base.html").write_text("another")

    assert len(build(*tree)) == 6


def test_another_setting_makes_every_site_again(tree: Tree) -> None:
    (tree[0] / "pelicanconf.py").write_text("import os\nFEED_MAX_ITEMS = len(os.sep)\n")

    assert len(build(*tree)) == 6
    assert build(*tree) == []


def test_a_setting_from_outside_counts_as_one_in_the_file(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tree[0] / "pelicanconf.py").write_text(
        'import os\nDISCLOSURE_PUBLIC_URL = os.environ.get("ADDRESS", "")\n'
    )
    build(*tree)

    monkeypatch.setenv("ADDRESS", "https://gk.example.cn")

    assert len(build(*tree)) == 6


def test_a_place_with_an_error_is_tried_each_time_and_keeps_its_old_site(tree: Tree) -> None:
    root, output = tree
    before = content_of(output / CODE)
    edit(root, LEASE, "category: E0405", "category: E0499")

    for _ in range(2):
        built = build_sites(Request(root, output, DAY, is_kept=True))
        assert [division.code for division in built.failed] == [CODE]
        assert content_of(output / CODE) == before


def test_what_changes_while_it_is_built_is_built_again(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, output = tree
    monkeypatch.setattr(looks, "SETTLED", -(10**15))
    edit(root, LEASE, "500.00", "600.00")
    real = crew.build_one

    def build_and_edit(*about: object) -> object:
        outcome = real(*about)  # type: ignore[arg-type]
        edit(root, LEASE, "600.00", "700.00")
        return outcome

    monkeypatch.setattr(crew, "build_one", build_and_edit)
    build(root, output)
    monkeypatch.setattr(crew, "build_one", real)

    assert build(root, output) == [CODE]
    assert "700.00" in (output / CODE / "notices" / "pond-lease.html").read_text("utf-8")


def test_what_is_known_of_outputs_of_long_ago_is_forgotten(tree: Tree, tmp_path: Path) -> None:
    root, output = tree
    for number in range(4):
        build_sites(Request(root, tmp_path / f"night-{number}", DAY, is_kept=True))

    assert len(list((root / ".build").glob("sites-*"))) == 4
    assert len(build(root, output)) == 6
