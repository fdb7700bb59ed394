from __future__ import annotations

from pathlib import Path

from bench.generate import generate
from bench.measure import run_task
from bench.peer import convert
from bench.places import make_places


def test_the_peer_reads_and_builds_as_many_publications(tmp_path: Path) -> None:
    places = make_places((1, 1, 1, 1))
    generate(tmp_path / "root", places, 30, seed=1)

    converted = convert(tmp_path / "root", tmp_path / "plain")
    # As the measurements do, in processes of their own: this one may have Pelican without Markdown.
    read = run_task("read", tmp_path / "plain").told
    built = run_task("build-plain", tmp_path / "plain", tmp_path / "sites").told

    assert converted == read["entries"] == 120
    assert built["sites"] == len(places)
    pages = {path.name for path in (tmp_path / "sites" / places[-1].code).glob("*.html")}
    assert sum(name.startswith(("articles-", "data-", "notices-")) for name in pages) > 20
