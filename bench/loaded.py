"""What a browser takes for the files of a query alone: nothing is done with what they bring."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bench.asked import TYPING, Answer, chromium, kind_of
from bench.unwatched import add_script, run_unwatched

PAGE = '<!DOCTYPE html>\n<meta charset="utf-8"><title>files</title>\n'
LOADED = """async ([before, files, typing]) => {
  window.DISCLOSURE = { index() {}, shard() {}, texts() {} };
  const load = (address) => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = done;
    script.onerror = () => failed(address);
    document.head.append(script);
  });
  await Promise.all(before.map(load));
  await new Promise((done) => setTimeout(done, typing));
  const asked = performance.now();
  await Promise.all(files.map(load));
  return { took: performance.now() - asked };
}"""


def load_alone(page: Path, folder: str, answers: Sequence[Answer]) -> list[float]:
    """Return the milliseconds for the files of each query, in a new context, all asked for at once.

    Those that opening loads are there before, as when somebody asks.
    """
    page.write_text(PAGE, "utf-8")
    add_script(page, LOADED)
    took = []
    with chromium() as browser:
        for answer in answers:
            files = [script.replace("~", folder) for script in answer.scripts]
            sorts = {file: kind_of(page.parent / file) for file in files}
            before = [file for file in files if sorts[file] == "lists"]
            asked = [file for file in files if sorts[file] in ("terms", "documents")]
            given = [before, asked, TYPING]
            told = run_unwatched(browser, page.as_uri(), given, TYPING / 1000)
            if told.get("said"):
                raise SystemExit(f"{answer.query.text}: {told['said']}")
            took.append(told["took"])
    return took
