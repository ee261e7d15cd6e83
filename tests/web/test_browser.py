"""What a person does in the browser, done by a real one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from counterclaim.flow import view_of_ledger
from counterclaim.kit import Settings
from counterclaim.ledger.store import open_ledger
from counterclaim.present.exports import site

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
PAGES = yaml.safe_load(Path(__file__).with_name("pages.yaml").read_text(encoding="utf-8"))


def contested(page, served):
    page.goto(f"{served}/?label=contested&type=capture")
    page.locator("ol.cards a").first.click()
    page.wait_for_selector("#standing")


def test_a_filter_narrows_the_list_and_the_title_counts_it(page, served):
    page.goto(served)
    everything = int(re.match(r"\d+", page.title()).group())
    page.select_option("select[name=type]", "capture")
    page.get_by_role("button", name="Filter").click()
    page.wait_for_url(re.compile("type=capture"))
    assert 0 < int(re.match(r"\d+", page.title()).group()) < everything


def test_an_event_shows_both_sides_in_lanes(page, served):
    contested(page, served)
    assert page.locator(".l-says li").count() >= 1
    assert page.locator(".l-denies li").count() >= 1


def test_a_claim_leads_to_its_highlighted_sentence(page, served):
    contested(page, served)
    page.locator(".l-denies a[href*='/reports/']").first.click()
    page.wait_for_selector(".claim.now")
    assert page.locator(".claim.now").first.is_visible()


def test_the_as_of_slider_moves_the_standing(page, served):
    page.goto(f"{served}/?type=capture&q=Panjshir")
    late = page.locator("ol.cards").inner_text()
    page.locator("#as_of_range").evaluate("e => { e.value = 0; e.dispatchEvent(new Event('change')); }")
    page.wait_for_url(re.compile("as_of="))
    assert page.locator("main").inner_text() != late


def test_the_slider_goes_forward_again_from_an_earlier_day(page, served):
    page.goto(f"{served}/?as_of=2021-09-03")
    page.locator("#main").focus()
    page.keyboard.press("]")
    page.wait_for_url(re.compile("as_of=2021-09-04"))
    page.get_by_role("link", name="back to now").click()
    page.wait_for_url(re.compile(r"/\??$"))


def test_five_reviews_by_keyboard_one_undone_all_there_after_a_reload(page, served, ledger_path):
    page.goto(served)
    for key in "gv":
        page.keyboard.press(key)
    page.wait_for_selector("form[data-review]")
    while page.evaluate("document.activeElement.name") != "author":
        page.keyboard.press("Tab")
    page.keyboard.type("tester")
    page.keyboard.press("Escape")
    for number, key in enumerate("ynuyn", 1):
        page.keyboard.press(key)
        page.wait_for_function("n => document.querySelector('#card .facts')?.textContent.includes(n + ' decided')", arg=number)
    page.keyboard.press("z")
    page.wait_for_function("() => document.querySelector('#card .facts')?.textContent.includes('4 decided')")
    page.reload()
    assert "4 decided" in page.locator("#card .facts").first.inner_text()
    with open_ledger(ledger_path) as ledger:
        assert [decision.verdict for decision in ledger.decisions()] == [
            "accept",
            "reject",
            "unsure",
            "accept",
            "reject",
            "undo",
        ]


def test_an_edit_by_keyboard_asks_for_what_it_lacks_and_is_kept(page, served, ledger_path):
    page.goto(f"{served}/review")
    page.fill("input[name=author]", "tester")
    page.keyboard.press("Escape")
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.name") == "stance"
    page.keyboard.type("asserts")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('#card .facts')?.textContent.includes('1 decided')")
    with open_ledger(ledger_path) as ledger:
        assert [(decision.verdict, decision.changes) for decision in ledger.decisions()] == [
            ("correct", (("stance", "asserts"),))
        ]


def test_the_day_of_the_map_hides_later_events_and_stands_in_the_address(page, served):
    page.goto(f"{served}/map")
    page.wait_for_selector("#map path.leaflet-interactive")
    everything = page.locator("[data-point]:visible").count()
    page.locator("#mapday").evaluate(
        "e => { e.value = 0; e.dispatchEvent(new Event('input')); e.dispatchEvent(new Event('change')); }"
    )
    some = page.locator("[data-point]:visible").count()
    assert 0 < some < everything and "day=" in page.url
    page.reload()
    page.wait_for_selector("#map path.leaflet-interactive")
    assert page.locator("[data-point]:visible").count() == some


def test_a_standing_leads_to_the_events_that_stand_so(page, served):
    page.goto(served)
    link = page.locator(".tallies a").first
    number = int(link.locator("b").inner_text())
    link.click()
    page.wait_for_url(re.compile("label="))
    assert page.locator("ol.cards li").count() == number


def test_the_timeline_has_two_clocks(page, served):
    page.goto(f"{served}/timeline")
    by_event = page.locator("tbody td.day").all_inner_texts()
    page.get_by_role("link", name="report time").click()
    page.wait_for_url(re.compile("clock=report"))
    assert page.locator("svg rect").count() > 0 and page.locator("tbody td.day").all_inner_texts() != by_event


def test_a_decision_is_taken_without_scripts(page, served, ledger_path):
    page.goto(f"{served}/review")
    page.fill("input[name=author]", "tester")
    page.locator("form[data-review]").evaluate(
        "e => { const verdict = document.createElement('input'); verdict.type = 'hidden';"
        " verdict.name = 'verdict'; verdict.value = 'accept';"
        " e.append(verdict); e.submit(); }"
    )
    page.wait_for_url(re.compile("position="))
    assert "1 decided" in page.locator("#card .facts").first.inner_text()
    with open_ledger(ledger_path) as ledger:
        assert [decision.verdict for decision in ledger.decisions()] == ["accept"]


def test_the_static_site_opens_from_disk(page, ledger_path, tmp_path):
    with open_ledger(ledger_path) as ledger:
        site.write_folder(view_of_ledger(ledger, Settings()), tmp_path / "site")
    page.context.set_offline(True)
    page.goto((tmp_path / "site" / "index.html").as_uri())
    page.locator("ol.cards a").first.click()
    page.wait_for_selector("#standing")
    page.locator("a[href^='report-']").first.click()
    page.wait_for_selector(".claim.now")
    page.get_by_role("link", name="Map").click()
    page.wait_for_selector("#map path.leaflet-interactive")


@pytest.mark.parametrize("address", PAGES)
def test_no_serious_fault_of_access(page, served, address):
    page.goto(served + address)
    assert faults(page) == []


def test_no_serious_fault_of_access_on_event_report_and_entity_pages(page, served):
    contested(page, served)
    found = faults(page)
    page.locator(".lane a[href*='/reports/']").first.click()
    found += faults(page)
    page.goto(f"{served}/who")
    page.locator("tbody a").first.click()
    assert found + faults(page) == []


def faults(page) -> list[str]:
    """Serious and critical faults that axe finds on the page."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{page.url} {fault['id']}: {fault['nodes'][0]['html'][:120]}"
        for fault in result["violations"]
        if fault["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("address", PAGES)
def test_nothing_runs_over_at_380_pixels(page, served, address):
    page.set_viewport_size({"width": 380, "height": 800})
    page.goto(served + address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 382


def test_pages_read_without_scripts(browser, served):
    context = browser.new_context(java_script_enabled=False)
    bare = context.new_page()
    bare.goto(served)
    bare.locator("ol.cards a").first.click()
    assert bare.locator(".lane li").count() >= 1
    context.close()
