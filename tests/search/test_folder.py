from __future__ import annotations

from pathlib import Path

from disclosure.search.folder import IndexFolder


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    first = IndexFolder(tmp_path / "index")
    first.put("a/b.js", "村")
    first.put("c.js", "务")

    second = IndexFolder(tmp_path / "index")
    second.put("a/b.js", "村")
    second.put("c.js", "公开")

    assert (first.written, first.size) == (["a/b.js", "c.js"], 6)
    assert (second.written, second.size) == (["c.js"], 6)


def test_what_does_not_belong_is_removed_with_its_folder(tmp_path: Path) -> None:
    first = IndexFolder(tmp_path / "index")
    first.put("a/b.js", "村")
    first.put("c.js", "务")
    second = IndexFolder(tmp_path / "index")
    second.keep(["c.js"])

    assert second.close() == ["a/b.js"]
    assert [path.name for path in (tmp_path / "index").iterdir()] == ["c.js"]


def test_a_file_is_removed_with_the_folders_that_are_empty_then(tmp_path: Path) -> None:
    folder = IndexFolder(tmp_path)
    for name in ("a/b/c.js", "a/d.js"):
        folder.put(name, "村")

    folder.remove("a/b/c.js")

    assert folder.close() == ["a/b/c.js"]
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["d.js"]


def test_a_folder_that_is_vouched_for_is_not_looked_into(tmp_path: Path) -> None:
    IndexFolder(tmp_path).put("a/b.js", "村")
    folder = IndexFolder(tmp_path)
    folder.vouch("a")

    assert folder.close() == []


def test_a_file_in_the_place_of_a_folder_gives_way(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("in the way", "utf-8")
    folder = IndexFolder(tmp_path)

    folder.put("a/b.js", "村")

    assert (tmp_path / "a" / "b.js").read_text("utf-8") == "村"
