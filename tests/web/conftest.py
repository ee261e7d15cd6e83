"""A served demo ledger and a headless browser, where the system has one."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the extra 'web' is not installed")

from counterclaim.cli.run import example_folder
from counterclaim.cli.serve import LedgerSource
from counterclaim.flow import run
from counterclaim.kit import Settings
from counterclaim.ledger.store import open_ledger
from counterclaim.present.web.app import create_app


@pytest.fixture(scope="session")
def example_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped example, read once."""
    path = tmp_path_factory.mktemp("web") / "example.db"
    with open_ledger(path, create=True) as ledger:
        run([str(example_folder())], ledger, Settings())
    return path


@pytest.fixture
def ledger_path(example_ledger: Path, tmp_path: Path) -> Path:
    """A copy of the example ledger that a test may write to."""
    return Path(shutil.copy(example_ledger, tmp_path / "ledger.db"))


@pytest.fixture
def served(ledger_path: Path) -> Iterator[str]:
    """The address of a running server over the ledger."""
    yield from serving(LedgerSource(ledger_path, Settings(), readonly=False))


def serving(source: LedgerSource) -> Iterator[str]:
    """Runs a server until the test is over."""
    import uvicorn

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(source), host="127.0.0.1", port=port, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """A headless Chromium; tests that need one skip where there is none."""
    path = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("no Chromium on this system (Debian: apt-get install chromium)")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser) -> Iterator[object]:
    """A fresh page that fails the test on any error of a script or any request that leaves this machine."""
    context = browser.new_context()
    context.set_default_timeout(15_000)
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    opened.on("request", lambda request: faults.append(request.url) if not local(request.url) else None)
    yield opened
    context.close()
    assert faults == []


def local(url: str) -> bool:
    """Whether an address is on this machine."""
    return url.startswith(("http://127.0.0.1", "file://", "data:", "about:", "blob:"))
