"""Runs a script in a page that no debugger watches: it tells what it found in the page's title.

A debugger, and so whatever drives a browser, is told of every file a page loads, which costs the
page a third of a millisecond each: as much as the file itself.
"""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LOOK = 0.1  # seconds between two looks at a title, which cost the browser something
PATIENCE = 120.0  # seconds
TITLE = 4096  # characters that a browser keeps of a title
SCRIPT = """<script>
(async () => {
  const given = JSON.parse(decodeURIComponent(location.hash.slice(1)));
  const told = await (%s)(given).catch((error) => ({ said: [String(error)] }));
  document.title = JSON.stringify(told);
})();
</script>
"""


def add_script(page: Path, script: str) -> None:
    """Let a page run an asynchronous function of what its address gives behind the #."""
    page.write_text(page.read_text("utf-8") + SCRIPT % script, "utf-8")


def run_unwatched(browser: Browser, address: str, given: object, wait: float) -> Any:  # JSON
    """Return what the script of a page tells, in a new context, after `wait` seconds or more."""
    session = browser.new_browser_cdp_session()
    context = session.send("Target.createBrowserContext")["browserContextId"]
    opened = {"url": f"{address}#{quote(json.dumps(given))}", "browserContextId": context}
    target = session.send("Target.createTarget", opened)["targetId"]
    end = time.monotonic() + PATIENCE
    time.sleep(wait)
    title = ""
    while not title.startswith("{"):
        if time.monotonic() > end:
            raise SystemExit(f"{address}: no answer to {given}")
        time.sleep(LOOK)
        title = session.send("Target.getTargetInfo", {"targetId": target})["targetInfo"]["title"]
    session.send("Target.disposeBrowserContext", {"browserContextId": context})
    session.detach()
    if len(title) >= TITLE:
        raise SystemExit(f"{address}: more than a title holds is told of {given}")
    return json.loads(title)
