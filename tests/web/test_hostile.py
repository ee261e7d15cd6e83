"""Two hundred hostile reports leave no executable trace on any page, in the static site, or in the brief."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from counterclaim.flow import run, view_of_ledger
from counterclaim.kit import Settings
from counterclaim.ledger.store import open_ledger
from counterclaim.present.brief import html, text
from counterclaim.present.brief.model import build_brief
from counterclaim.present.exports import site

PAYLOADS = [
    "<script>window.owned=1</script>", "<img src=x onerror=window.owned=1>", '"><svg onload=window.owned=1>',
    "' onmouseover='window.owned=1", "</script><script>window.owned=1</script>", "javascript:window.owned=1",
    "<a href=javascript:window.owned=1>General Azad</a>", "{{ 7*7 }}{% raw %}", "\u202egnihton\u202c", "\x1b[31mred\x1b[0m",
    "<!--", "<style>*{display:none}</style>", "&lt;script&gt;", "<iframe srcdoc='<script>parent.owned=1</script>'>",
    "<base href=//evil.example/>", "<form action=//evil.example><input name=csrf>",
    "]]></title><script>window.owned=1</script>",
    "<math><mi xlink:href=javascript:window.owned=1>", "A" * 5_000, "\ufeff\u0000\ufffe",
]  # fmt: skip
FRAMES = [
    "The army said on Monday that {} had captured Bazarak.",
    "{} denied that the rebels had taken Kabul.",
    "Twelve people were killed in {} on Tuesday, the police said.",
    "\u201c{}\u201d, the Taliban said in a statement.",
    "A spokesman for {} said its fighters had shelled Herat.",
]
SPOTS = ["body", "title"]


@pytest.fixture(scope="module")
def hostile_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of 200 hostile reports, one of them with a line of a million characters."""
    folder = tmp_path_factory.mktemp("hostile")
    for number, (payload, frame, spot) in enumerate(itertools.product(PAYLOADS, FRAMES, SPOTS)):
        named = f"title: {payload}\npublisher: {payload[:60]}\n" if spot == "title" else ""
        head = f"{named}date: 2021-09-06\n\n"
        (folder / f"r{number:03}.txt").write_text(head + frame.format(payload) + "\n", encoding="utf-8")
    (folder / "long.txt").write_text("date 2021-09-06\n\nThe army said " + "x" * 1_000_000, encoding="utf-8")
    path = tmp_path_factory.mktemp("ledger") / "hostile.db"
    with open_ledger(path, create=True) as ledger:
        run([str(folder)], ledger, Settings(gate=False))
    return path


def test_no_page_of_the_static_site_runs_anything(page, hostile_ledger, tmp_path):
    with open_ledger(hostile_ledger) as ledger:
        view, failures = view_of_ledger(ledger, Settings()), ledger.failures()
    assert len(view.documents) + len(failures) == 201
    assert len(view.documents) >= 180
    site.write_folder(view, tmp_path / "site")
    pages = sorted((tmp_path / "site").glob("*.html"))
    sample = [path for path in pages if not path.name.startswith(("who-", "where-"))]
    for path in sample:
        page.goto(path.as_uri(), wait_until="domcontentloaded")
        assert page.evaluate(TRACES) == [], path.name


TRACES = """() => {
  const found = window.owned ? ['a script ran'] : [];
  const foreign = 'script:not([src]):not([type="application/json"]), iframe, base, object, embed';
  document.querySelectorAll(foreign).forEach(e => found.push(e.outerHTML));
  document.querySelectorAll('*').forEach(e => { for (const a of e.attributes) {
    if (/^on/i.test(a.name) || /^\\s*javascript:/i.test(a.value)) found.push(e.outerHTML.slice(0, 100)); } });
  return found;
}"""


def test_the_brief_carries_no_markup_and_no_control_characters(hostile_ledger):
    with open_ledger(hostile_ledger) as ledger:
        brief = build_brief(view_of_ledger(ledger, Settings()), limit=500)
    assert "<script" not in html.render(brief).replace("&lt;script", "")
    assert not any(character in text.render(brief) for character in "\x1b\u202e\u0000")
