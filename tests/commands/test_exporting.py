"""`tasks.py export` hands on one site as one file that opens without a network."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from disclosure.product import PRODUCT
from disclosure.sites.export import zim
from tasks import program
from tests.bundle.sites import COUNTY, VILLAGE, write_files, write_output
from tests.sites.trees import copy_small

LINKING = f'<!doctype html><a href="../{COUNTY}/index.html">东区</a>'
HREF = re.compile(r'href="([^"#:?]+)')


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A root whose sites stand in its output; the village's home leads to its county's."""
    root = copy_small(tmp_path)
    write_output(root / "output", {f"{VILLAGE}/index.html": LINKING})
    return root


def run(root: Path, *arguments: str) -> Result:
    command = ["export", *arguments, "--root", str(root)]
    return CliRunner().invoke(program, command)


def zipped(root: Path, name: str, division: str = "甲村") -> Path:
    done = run(root, "zip", "--division", division, "--output", str(root / name))
    assert done.exit_code == 0, done.output
    return root / name


def test_zip_holds_one_site_and_the_theme(root: Path) -> None:
    with ZipFile(zipped(root, "v.zip")) as archive:
        names = set(archive.namelist())

    mine = {path.relative_to(root / "output").as_posix()
            for path in (root / "output" / VILLAGE).rglob("*") if path.is_file()}  # fmt: skip
    assert names == {*mine, "theme/css/base.css", "index.html", f"{COUNTY}/index.html"}


def test_no_page_of_the_zip_leads_nowhere(root: Path, tmp_path: Path) -> None:
    with ZipFile(zipped(root, "v.zip")) as archive:
        archive.extractall(tmp_path / "opened")

    for page in (tmp_path / "opened").rglob("*.html"):
        for target in HREF.findall(page.read_text("utf-8")):
            if target.endswith(".html"):
                assert (page.parent / unquote(target)).is_file(), (page, target)
    told = (tmp_path / "opened" / COUNTY / "index.html").read_text("utf-8")
    assert "东区的网站没有收录" in told


def test_same_site_makes_the_same_zip(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root, tmp_path / "elsewhere")

    one, other = zipped(root, "a.zip"), zipped(tmp_path / "elsewhere", "b.zip", VILLAGE)

    assert one.read_bytes() == other.read_bytes()


def test_phone_finds_the_pages_of_a_zim_file(root: Path) -> None:
    reader = pytest.importorskip("libzim.reader", reason='pip install ".[zim]"')
    icon = (PRODUCT / "theme/static/img/icon-48.png").read_bytes()
    write_files(root, {"output/theme/img/icon-48.png": icon})
    file = root / "v.zim"

    done = run(root, "zim", "--division", "甲村", "--output", str(file), "--as-of", "2026-11-22")

    assert done.exit_code == 0, done.output
    archive = reader.Archive(file)
    assert archive.check()
    assert archive.main_entry.get_item().path == f"{VILLAGE}/index.html"
    assert bytes(archive.main_entry.get_item().content) == LINKING.encode()
    told = {name: archive.get_metadata(name).decode() for name in ("Language", "Title", "Date")}
    assert told == {"Language": "zho", "Title": "甲村政务公开", "Date": "2026-11-22"}
    assert archive.has_illustration(48)
    assert archive.has_entry_by_path(f"{COUNTY}/index.html")
    assert not archive.has_entry_by_path(f"{COUNTY}/articles/road.html")


def test_zim_without_its_library_says_what_to_install(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zim, "find_spec", lambda _: None)

    done = run(root, "zim", "--division", "甲村")

    assert done.exit_code == 2
    assert 'pip install ".[zim]"' in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--division", "不存在村"], "没有找到区划"),
        (["--division", "甲村", "--sites", "nowhere"], "没有生成好的网站"),
        (["--division", "甲村", "--output", "output/v.zip"], "在网站的文件夹里"),
    ],
)
def test_what_was_typed_wrongly_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(root)

    done = run(root, "zip", *arguments)

    assert done.exit_code == 2
    assert said in done.stderr
    assert not list(root.rglob("*.zip"))


def test_old_file_stays_where_nothing_can_be_exported(root: Path) -> None:
    old = zipped(root, "v.zip").read_bytes()
    write_files(root, {"output/part.json": "{}"})

    done = run(root, "zip", "--division", "甲村", "--output", str(root / "v.zip"))

    assert done.exit_code == 2
    assert (root / "v.zip").read_bytes() == old
