"""The peer of search: the same documents as plain pages, indexed by Pagefind."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from html import escape
from pathlib import Path

from bench.measure import Run, run_process
from bench.places import Place
from bench.queries import name_of
from disclosure.search.document import Document

PAGE = """\
<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>{title}</title></head>
<body><main><h1>{title}</h1>{paragraphs}</main></body>
</html>
"""
FRAME = "frame.html"  # an empty page from which the browser searches; it is no result
OUTPUT = "pagefind"
CODE = (".js", ".pagefind", ".css")  # what a visit loads once, with what lists languages
LISTS = (".pf_meta", "entry.json", ".pf_filter")


def write_pages(folder: Path, place: Place, documents: Iterable[Document]) -> None:
    """Write each document as a page whose address is its name."""
    for document in documents:
        if not document.withdrawn:
            path = folder / f"{name_of(place, document)}.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            paragraphs = "".join(f"<p>{escape(line)}</p>" for line in document.body.split("\n"))
            page = PAGE.format(title=escape(document.title), paragraphs=paragraphs)
            path.write_text(page, "utf-8")


def has_pagefind(python: str) -> bool:
    """Tell whether an interpreter has the package pagefind[extended]."""
    command = [python, "-c", "import pagefind, pagefind_bin_extended"]
    return not subprocess.run(command, capture_output=True, check=False).returncode


def index_pages(python: str, pages: Path) -> Run:
    """Index the pages on one core; the index comes beside them."""
    pagefind = [python, "-m", "pagefind", "--site", str(pages), "--output-subdir", OUTPUT]
    run = run_process(["taskset", "--cpu-list", "0", *pagefind])
    (pages / FRAME).write_text("<!DOCTYPE html><title>检索</title>", "utf-8")
    return run


def sort_of(path: str) -> str:
    """Return what a file is for: code and lists are loaded once, the rest for every query."""
    if path.endswith(CODE):
        return "code"
    return "lists" if path.endswith(LISTS) else "query"
