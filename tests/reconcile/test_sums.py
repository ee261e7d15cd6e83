"""Sums over a long time stay apart from single happenings, and what few tell gives no event its name."""

from __future__ import annotations

from counterclaim.flow import view_of
from counterclaim.present.brief.model import build_brief

ATTACK = "Taliban fighters attacked a police post in Kunduz in Afghanistan on Thursday and killed 12 policemen."


def events_of(reading, kit, *texts: str):
    """The events of reports of these texts, all of one day."""
    return view_of([reading(text, published="2021-09-04") for text in texts], kit.settings).events


def test_the_dead_of_a_year_are_no_part_of_one_attack(reading, kit) -> None:
    events = events_of(reading, kit, f"{ATTACK} In all, more than 400 policemen have been killed in Kunduz this year.")
    killed = {event.type: [figure.low for figure in event.figures if figure.measure == "killed"] for event in events}
    assert killed == {"attack": [12], "kill": [401]}


def test_an_attack_that_one_report_adds_an_abduction_to_is_still_called_an_attack(reading, kit) -> None:
    events = events_of(reading, kit, f"{ATTACK} The fighters took five policemen hostage.", ATTACK)
    assert [event.type for event in events] == ["attack"]


def test_a_facet_disputed_otherwise_than_the_event_stands_first_among_the_reasons(reading, kit) -> None:
    told = "The Taliban said on Sunday they had captured Bazarak in Panjshir in Afghanistan."
    held = "The National Resistance Front said on Sunday its fighters held Bazarak in Panjshir in Afghanistan."
    view = view_of([reading(told, published="2021-09-06"), reading(held, published="2021-09-06")], kit.settings)
    assert {event.reasons[0] for event in build_brief(view).events} == {"control: contested"}


def test_the_brief_tells_where_an_attribution_was_lost(reading, kit) -> None:
    said = "Six men were killed in a blast in Herat in Afghanistan on Friday, an ambulance worker said."
    bare = "Six men were killed in a blast in Herat in Afghanistan on Friday. It was market day in the old town."
    view = view_of([reading(said, published="2021-09-04"), reading(bare, published="2021-09-05")], kit.settings)
    (event,) = build_brief(view).events
    assert (
        event.reasons[-1] == "in these documents: 1 of 2 reports go back to what an ambulance worker said; 1 tells it as fact"
    )
