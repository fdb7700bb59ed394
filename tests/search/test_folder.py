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


def test_a_file_that_was_touched_is_seen(tmp_path: Path) -> None:
    folder = IndexFolder(tmp_path)
    folder.put("a.js", "村")
    before = folder.look(["a.js"])

    (tmp_path / "a.js").write_text("村务", "utf-8")

    assert before
    assert folder.look(["a.js"]) != before
    assert folder.look(["a.js", "b.js"]) == ""


def test_a_file_in_the_place_of_a_folder_gives_way(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("in the way", "utf-8")
    folder = IndexFolder(tmp_path)

    folder.put("a/b.js", "村")

    assert (tmp_path / "a" / "b.js").read_text("utf-8") == "村"
