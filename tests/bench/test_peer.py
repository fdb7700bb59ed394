from __future__ import annotations

from pathlib import Path

from bench.generate import generate
from bench.peer import build_one, convert, read_all
from bench.places import make_places


def test_the_peer_reads_and_builds_as_many_publications(tmp_path: Path) -> None:
    places = make_places((1, 1, 1, 1))
    generate(tmp_path / "root", places, 30, seed=1)

    converted = convert(tmp_path / "root", tmp_path / "plain")
    read = read_all(tmp_path / "plain")
    build_one(tmp_path / "plain" / places[-1].code, tmp_path / "site")

    assert converted == read == 120
    pages = {path.name for path in (tmp_path / "site").glob("*.html")}
    assert sum(name.startswith(("articles-", "data-", "notices-")) for name in pages) > 20
