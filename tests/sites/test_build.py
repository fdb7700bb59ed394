"""Building: each division its site, none spoils another, nothing is half-written."""

from __future__ import annotations

import resource
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from pelican.contents import Content

from disclosure.catalogue import PRODUCT
from disclosure.division import load_register
from disclosure.history import read_corrections
from disclosure.sites.around import gather
from disclosure.sites.build import Request, build_sites
from disclosure.sites.job import Job
from disclosure.sites.place import STAGING, restore
from disclosure.sites.workers import Start, make_runner
from tests.sites.trees import DAY, SMALL, VILLAGE, build, content_of, copy_small


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    built = build(SMALL, folder)
    assert built.problems == ()
    return folder


def test_every_division_has_its_site(output: Path) -> None:
    codes = {path.parent.name for path in output.glob("*/index.html")}

    assert codes == {"9901", "990101", "990101001", "990101001001", "990101100", "990101100201"}


def test_pages_are_written_where_the_formats_say(output: Path) -> None:
    village = set(content_of(output / "990101100201"))

    assert village == {
        "index.html",
        "404.html",
        "about.html",
        "about-copy.html",
        "api/v1/corrections.json",
        "api/v1/datasets.json",
        "api/v1/divisions.json",
        "api/v1/entries-0.json",
        "api/v1/matrix.json",
        "api/v1/site.json",
        "api/v1/slides.json",
        "board.html",
        "build.js",
        "by-date/2026.html",
        "catalog.jsonld",
        "catalog.ttl",
        "corrections.html",
        "documents.html",
        "feed.xml",
        "kiosk.html",
        "map.html",
        "matrix.html",
        "money.html",
        "publisher/8.html",
        "publisher/10.html",
        "shared.html",
        "slides.html",
        "search.html",
        "search/docs.js",
        "articles/old-notice.html",
        "notices/pond-lease.html",
        "data.json",
        "data/2026.xlsx",
        "data/ledger-2026-09.html",
        "data/ledger-2026-09/datapackage.json",
        "data/ledger-2026-09/datapackage.yaml",
        "data/ledger-2026-09/ledger.csv",
        "data/ledger-2026-09/ledger.excel.csv",
        "data/ledger-2026-09/ledger.json",
        "category/E0202.html",
        "category/E0405.html",
        "group/E02.html",
        "group/E02.xml",
        "group/E04.html",
        "group/E04.xml",
    }


def test_descriptor_and_table_are_published_unchanged(output: Path) -> None:
    source = SMALL / VILLAGE / "data" / "ledger-2026-09"

    published = content_of(output / "990101100201" / "data" / "ledger-2026-09")

    assert content_of(source).items() <= published.items()


def test_draft_is_nowhere_in_the_output(output: Path) -> None:
    everything = b"".join(content_of(output).values())

    assert "甲村冬季防火提示".encode() not in everything


def test_withdrawn_entry_keeps_its_address_and_leaves_the_lists(output: Path) -> None:
    village = output / "990101100201"

    page = (village / "articles" / "old-notice.html").read_text("utf-8")

    assert "价格写错，已重新发布" in page
    assert "甲村用水价格说明" in page
    assert "old-notice" not in (village / "index.html").read_text("utf-8")
    assert "old-notice" not in (village / "feed.xml").read_text("utf-8")


def test_link_across_divisions_becomes_a_relative_address(output: Path) -> None:
    page = (output / "990101100" / "articles" / "canal-repaired.html").read_text("utf-8")

    assert 'href="../../990101100201/data/ledger-2026-09.html"' in page


def test_theme_lies_once_beside_the_sites(output: Path) -> None:
    sheets = [path for path in content_of(output) if path.endswith(".css")]

    assert sheets
    assert all(path.startswith("theme/") for path in sheets)


def test_two_workers_give_the_same_bytes_as_one(output: Path, tmp_path: Path) -> None:
    build(SMALL, tmp_path, jobs=2)

    assert content_of(tmp_path) == content_of(output)


def test_order_of_the_sites_in_a_process_changes_nothing(output: Path, tmp_path: Path) -> None:
    register = load_register(SMALL)
    start = Start(SMALL, PRODUCT / "pelicanconf.py", DAY, frozenset(register.division_by_code))
    runner = make_runner(start)
    corrections = read_corrections(SMALL)
    corpus = gather(one.survey for one in map(runner.survey, register) if one)

    for division in reversed(tuple(register)):
        around, own = corpus.around(division, register), corrections.within(division.folder)
        runner.build(Job(division, tmp_path, DAY, around, own))

    pages, expected = content_of(tmp_path), content_of(output)
    assert len(pages) > 100
    assert {name for name, data in pages.items() if data != expected[name]} == set()


def test_building_again_gives_the_same_bytes(output: Path, tmp_path: Path) -> None:
    build(SMALL, tmp_path)
    build(SMALL, tmp_path)

    assert content_of(tmp_path) == content_of(output)


def test_broken_division_keeps_its_old_site_and_stops_no_other(tmp_path: Path) -> None:
    root, output = copy_small(tmp_path), tmp_path / "output"
    build(root, output)
    old = content_of(output / "990101100201")
    broken = root / VILLAGE / "notices" / "pond-lease.md"
    broken.write_text(broken.read_text("utf-8").replace("E0405", "E9999"), "utf-8")
    canal = root / "content/9901/990101/990101100/articles/canal-repaired.md"
    canal.write_text(canal.read_text("utf-8").replace("一千二百米", "一千三百米"), "utf-8")

    built = build(root, output)

    assert [division.code for division in built.failed] == ["990101100201"]
    assert {problem.code for problem in built.problems} == {"category-unknown"}
    assert content_of(output / "990101100201") == old
    page = output / "990101100" / "articles" / "canal-repaired.html"
    assert "一千三百米" in page.read_text("utf-8")


def test_single_division_is_built_alone_and_links_to_no_site_that_is_not_there(
    tmp_path: Path,
) -> None:
    build(SMALL, tmp_path, codes=("990101100",))

    assert [path.parent.name for path in tmp_path.glob("*/index.html")] == ["990101100"]
    page = (tmp_path / "990101100" / "articles" / "canal-repaired.html").read_text("utf-8")
    assert "甲村的账目" in page
    assert "990101100201/data" not in page


def test_template_error_is_a_named_problem(tmp_path: Path) -> None:
    config = tmp_path / "pelicanconf.py"
    settings = (PRODUCT / "pelicanconf.py").read_text("utf-8")
    plugins = f'PLUGIN_PATHS = ["{PRODUCT / "plugins"}"]'
    config.write_text(
        settings.replace('PATH = "content/9901"', 'PATH = "."').replace(
            'PLUGIN_PATHS = ["plugins"]', plugins
        )
    )
    templates = tmp_path / "theme" / "templates"
    shutil.copytree(PRODUCT / "theme" / "templates", templates)
    (templates / "index.html").write_text("{{ nobody.knows.this }}")
    division = load_register(SMALL).resolve("990101")
    runner = make_runner(Start(SMALL, config, DAY, frozenset({"990101"})))

    outcome = runner.build(Job(division, tmp_path / "output", DAY))

    assert not outcome.is_built
    assert [problem.code for problem in outcome.problems] == ["build-failed"]
    assert "nobody" in outcome.problems[0].message_zh
    assert not (tmp_path / "output" / "990101").exists()


def test_plugin_that_does_not_load_is_a_named_problem(tmp_path: Path) -> None:
    division = load_register(SMALL).resolve("990101")
    runner = make_runner(Start(SMALL, PRODUCT / "pelicanconf.py", DAY, frozenset({"990101"})))
    runner.base["PLUGINS"] = [*runner.base["PLUGINS"], "disclosure_nowhere"]

    outcome = runner.build(Job(division, tmp_path, DAY))

    assert [problem.code for problem in outcome.problems] == ["plugin-not-loaded"]


def test_site_the_disk_refuses_is_a_named_problem(tmp_path: Path) -> None:
    output = tmp_path / "output"
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    runner = make_runner(Start(SMALL, PRODUCT / "pelicanconf.py", DAY, frozenset({"990101100201"})))
    division = load_register(SMALL).resolve("990101100201")

    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        outcome = runner.build(Job(division, output, DAY))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert [problem.code for problem in outcome.problems] == ["site-not-written"]
    assert "超过允许的文件大小" in outcome.problems[0].message_zh
    assert not (output / "990101100201").exists()


def test_memos_of_one_run_do_not_outlive_it(tmp_path: Path) -> None:
    division = load_register(SMALL).resolve("9901")
    runner = make_runner(Start(SMALL, PRODUCT / "pelicanconf.py", DAY, frozenset({"9901"})))

    runner.build(Job(division, tmp_path, DAY))

    assert vars(Content)["get_content"].cache == {}
    assert vars(Content)["get_summary"].cache == {}


def test_site_moved_aside_by_an_interrupted_swap_comes_back(tmp_path: Path) -> None:
    aside = tmp_path / STAGING / "9901@here-1-old"
    aside.mkdir(parents=True)
    (aside / "index.html").write_text("old")
    (tmp_path / STAGING / "9901@here-1").mkdir()

    restore(tmp_path)

    assert content_of(tmp_path) == {"9901/index.html": b"old"}


def test_hostile_markdown_reaches_no_page_as_script(tmp_path: Path) -> None:
    root, output = copy_small(tmp_path), tmp_path / "output"
    canal = root / "content/9901/990101/990101100/articles/canal-repaired.md"
    text = canal.read_text("utf-8").replace("南镇修复灌溉渠", "<script>alert(1)</script>修渠")
    canal.write_text(text, "utf-8")

    build(root, output)

    for page in (output / "990101100").rglob("*.html"):
        assert "<script>alert" not in page.read_text("utf-8")


def test_replaced_division_leads_to_its_successor(tmp_path: Path) -> None:
    root, output = copy_small(tmp_path), tmp_path / "output"
    register = root / "catalogue" / "divisions.csv"
    merged = "990101100202,乙村,village,村,990101100000,,2026-06-30,990101100201,,,,,"
    register.write_text(register.read_text("utf-8") + merged + "\n", "utf-8")

    build(root, output)

    page = (output / "990101100202" / "index.html").read_text("utf-8")
    assert "乙村已于" in page
    assert "撤并，并入" in page
    assert 'href="./../990101100201/index.html"' in page


def test_what_programs_leave_beside_content_is_on_no_site(tmp_path: Path) -> None:
    root = copy_small(tmp_path)
    build(root, tmp_path / "before")
    folders = [path for path in (root / "content").rglob("*") if path.is_dir()]
    for folder in folders:
        for name in ("._a.md", "a.md~", "~$a.xlsx", "#a.md#", ".~a.csv", "Thumbs.db"):
            (folder / name).write_text("left here", "utf-8")
        (folder / ".#a.md").symlink_to("somebody@somewhere.1")

    built = build(root, tmp_path / "output")

    assert folders
    assert not built.problems
    assert content_of(tmp_path / "output") == content_of(tmp_path / "before")


@pytest.mark.parametrize("linked", ["", "/notices", "/files"])
def test_folder_that_is_a_link_is_not_published(tmp_path: Path, linked: str) -> None:
    root, output, outside = copy_small(tmp_path), tmp_path / "output", tmp_path / "outside"
    folder = root / f"{VILLAGE}{linked}"
    if folder.exists():
        folder.rename(outside)
    else:
        outside.mkdir()
        (outside / "a.txt").write_text("secret")
    folder.symlink_to(outside)

    built = build(root, output)

    assert {problem.code for problem in built.problems} == {"link-or-special-file"}
    assert [division.code for division in built.failed] == ["990101100201"]
    assert not (output / "990101100201").exists()


def test_pages_name_their_public_address_where_it_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCLOSURE_PUBLIC_URL", "https://www.example.gov.cn/gk/")
    division = load_register(SMALL).resolve("9901")
    runner = make_runner(Start(SMALL, PRODUCT / "publishconf.py", DAY, frozenset({"9901"})))

    runner.build(Job(division, tmp_path, DAY))

    page = (tmp_path / "9901" / "articles" / "parking-rules.html").read_text("utf-8")
    address = "https://www.example.gov.cn/gk/9901/articles/parking-rules.html"
    assert f'<link rel="canonical" href="{address}">' in page


def test_another_day_changes_only_what_depends_on_it(output: Path, tmp_path: Path) -> None:
    build_sites(Request(SMALL, tmp_path, DAY + timedelta(days=1)))

    after, before = content_of(tmp_path), content_of(output)
    changed = {name.rpartition("/")[2] for name in before if after[name] != before[name]}

    pages = {name for name in changed if name.endswith(".html")}
    assert pages == {"index.html", "matrix.html", "board.html", "kiosk.html", "slides.html"}


def test_a_request_that_is_printed_tells_no_secret(tmp_path: Path) -> None:
    request = Request(tmp_path, tmp_path / "output", DAY, secret=b"not for a log")

    assert "not for a log" not in repr(request)
