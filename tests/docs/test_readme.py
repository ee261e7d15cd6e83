"""The README's example: its report, read, gives its brief word for word."""

from __future__ import annotations

import os
import re
from pathlib import Path

from counterclaim.flow import run, view_of_ledger
from counterclaim.kit import Settings
from counterclaim.ledger.store import open_ledger
from counterclaim.present.brief.model import build_brief
from counterclaim.present.brief.text import render

README = Path(__file__).parents[2] / "README.md"
WIDTH = 100


def block(name: str) -> str:
    """The fenced block under a marker of the README."""
    found = re.search(rf"<!-- {name} -->\n```text\n(.*?)```", README.read_text(encoding="utf-8"), re.S)
    assert found, f"the README has no block marked {name!r}"
    return found.group(1)


def test_the_report_of_the_readme_gives_its_brief(tmp_path: Path):
    (tmp_path / "wire.txt").write_text(block("report"), encoding="utf-8")
    with open_ledger(tmp_path / "war.db", create=True) as ledger:
        run([str(tmp_path / "wire.txt")], ledger, Settings())
        brief = render(build_brief(view_of_ledger(ledger, Settings())), width=WIDTH)
    if os.environ.get("COUNTERCLAIM_APPROVE"):
        text = README.read_text(encoding="utf-8")
        README.write_text(re.sub(r"(<!-- brief -->\n```text\n).*?```", lambda m: m.group(1) + brief + "```", text, flags=re.S))
    assert brief == block("brief")
