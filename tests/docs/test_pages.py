"""Every page of the docs, done as written: files saved, commands run, Python run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from counterclaim.cli import main

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("docs/**/*.md"), ROOT / "CONTRIBUTING.md"]) if (ROOT / "docs").exists() else []
BLOCK = re.compile(r"^```(\w+)(?: title=\"([^\"]+)\")?\n(.*?)^```", re.S | re.M)
SET_UP = ("python -m pip", "apt-get", "git clone", "just")


def blocks(page: Path) -> list[tuple[str, str, str]]:
    """Language, file title and content of each fenced block of a page."""
    return [(kind, title, body) for kind, title, body in BLOCK.findall(page.read_text(encoding="utf-8"))]


def runs(page: Path) -> bool:
    """Whether a page has anything to run."""
    return any(kind in ("console", "python") for kind, _, _ in blocks(page))


@pytest.mark.parametrize("page", [page for page in PAGES if page.exists() and runs(page)], ids=lambda page: page.stem)
def test_a_page_does_what_it_says(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    for kind, title, body in blocks(page):
        if title:
            (tmp_path / title).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / title).write_text(body, encoding="utf-8")
        elif kind == "console":
            for line in re.findall(r"^\$ (.*)$", body, re.M):
                run_line(line)
        elif kind == "python":
            exec(compile(body, str(page), "exec"), {"__name__": "__docs__"})


def run_line(line: str) -> None:
    """Runs one command line in this process; set-up commands are the reader's."""
    if line.startswith(SET_UP):
        return
    words = shlex.split(line)
    assert words[0] == "counterclaim", line
    result = CliRunner().invoke(main, words[1:], catch_exceptions=False)
    assert result.exit_code == 0, f"{line}\n{result.output}"
