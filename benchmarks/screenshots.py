"""Writes screenshots of every page in light, dark and at 380 pixels: `python -m benchmarks.screenshots [FOLDER]`."""

from __future__ import annotations

import shutil
import socket
import sys
import tempfile
import threading
import time
from pathlib import Path

import uvicorn
from playwright.sync_api import Page, sync_playwright

from counterclaim.cli.run import example_folder
from counterclaim.cli.serve import LedgerSource
from counterclaim.flow import run
from counterclaim.kit import Settings
from counterclaim.ledger.store import open_ledger
from counterclaim.present.web.app import create_app

PAGES = {
    "events": "/", "changes": "/changes?since=2021-09-03", "map": "/map", "timeline": "/timeline", "reports": "/reports",
    "who": "/who", "where": "/where", "sources": "/sources", "review": "/review",
    "decisions": "/decisions", "api": "/api", "keys": "/keys", "past": "/?as_of=2021-09-03",
}  # fmt: skip
LOOKS = {
    "light": {"color_scheme": "light", "viewport": {"width": 1200, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1200, "height": 900}},
    "narrow": {"color_scheme": "light", "viewport": {"width": 380, "height": 800}},
}


def main() -> None:
    """Reads the example, serves it and takes the pictures."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "example.db"
        with open_ledger(path, create=True) as ledger:
            run([str(example_folder())], ledger, Settings())
        take_all(serve(LedgerSource(path, Settings(), readonly=False)), folder)


def serve(source: LedgerSource) -> str:
    """The address of a server that runs until the program ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(source), host="127.0.0.1", port=port, log_level="error"))
    threading.Thread(target=server.run, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    return f"http://127.0.0.1:{port}"


def take_all(address: str, folder: Path) -> None:
    """One picture a page and look."""
    chromium = next(found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name)))
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for look, options in LOOKS.items():
            page = browser.new_page(**options)
            page.set_default_timeout(120_000)
            for name, path in PAGES.items():
                page.goto(address + path)
                picture(page, folder / f"{name}-{look}.png")
            page.goto(address)
            page.locator("ol.cards a").first.click()
            picture(page, folder / f"event-{look}.png")
            page.locator(".lane a[href*='/reports/']").first.click()
            picture(page, folder / f"report-{look}.png")
            for name, path in (("person", "/who"), ("place", "/where")):
                page.goto(address + path)
                page.locator("tbody a").first.click()
                picture(page, folder / f"{name}-{look}.png")
        browser.close()


def picture(page: Page, path: Path) -> None:
    """A picture of what is on the screen once it has settled."""
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    page.screenshot(path=path)


if __name__ == "__main__":
    main()
