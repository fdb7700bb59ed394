"""The wheel holds the domain and the plugins, and nothing that only a checkout has."""

from __future__ import annotations

import shutil
import subprocess
import sys
from email.parser import HeaderParser
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
BUILD = "from setuptools.build_meta import build_wheel; import sys; build_wheel(sys.argv[1])"
SOURCES = ("disclosure", "plugins", "LICENSES")
FILES = ("pyproject.toml", "README.md", "LICENSE")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(find_spec("setuptools") is None, reason="needs the build backend"),
]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"  # a copy: the backend writes beside what it builds
    for name in SOURCES:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, source / name, ignore=ignored)
    for name in FILES:
        shutil.copy(ROOT / name, source / name)
    subprocess.run(
        [sys.executable, "-c", BUILD, str(folder)], cwd=source, check=True, capture_output=True
    )
    (file,) = folder.glob("*.whl")
    return ZipFile(file)


def test_every_module_of_domain_and_plugins_is_in_it(wheel: ZipFile) -> None:
    domain = {path.relative_to(ROOT) for path in (ROOT / "disclosure").rglob("*.py")}
    plugins = {path.relative_to(ROOT / "plugins") for path in (ROOT / "plugins").rglob("*.py")}

    modules = {name for name in wheel.namelist() if name.endswith(".py")}

    assert modules == {path.as_posix() for path in domain | plugins}


def test_tables_the_domain_reads_are_in_it(wheel: ZipFile) -> None:
    tables = {path.relative_to(ROOT).as_posix() for path in (ROOT / "disclosure").rglob("*.csv")}

    assert tables
    assert tables <= set(wheel.namelist())


def test_nothing_else_is_in_it(wheel: ZipFile) -> None:
    tops = {name.partition("/")[0] for name in wheel.namelist()}
    plugins = {path.parent.name for path in (ROOT / "plugins").glob("*/__init__.py")}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"disclosure", *plugins}


def test_it_depends_on_msgspec_alone_unless_an_extra_is_asked_for(wheel: ZipFile) -> None:
    (name,) = (name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    metadata = HeaderParser().parsestr(wheel.read(name).decode())

    required = metadata.get_all("Requires-Dist") or []

    assert [line for line in required if "extra ==" not in line] == ["msgspec<1,>=0.20"]
    assert {"site", "test"} <= set(metadata.get_all("Provides-Extra") or [])


def test_licence_goes_with_it(wheel: ZipFile) -> None:
    assert [name for name in wheel.namelist() if name.endswith("/LICENSE")]
