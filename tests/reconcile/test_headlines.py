"""What one report tells of one event, and what of two: headline and lead, taking and taking back."""

from __future__ import annotations

from counterclaim.flow import view_of


def test_a_headline_without_the_name_is_on_the_event_of_the_lead(reading, kit) -> None:
    lead = "The National Resistance Front said its commander Wali Karimi was killed on Sunday."
    text = f"Commander of Afghan resistance killed\n\n{lead}"
    (event,) = view_of([reading(text)], kit.settings).events
    assert (event.type, len(event.claims)) == ("kill", 2)


def test_two_named_dead_are_two_events(reading, kit) -> None:
    text = "Wali Karimi killed near Kunduz\n\nThe front said that Karim Noori was killed on Sunday near Kunduz in Afghanistan."
    assert len(view_of([reading(text)], kit.settings).events) == 2


def test_what_is_taken_back_was_taken_by_others_before(reading, kit) -> None:
    text = "The Taliban have retaken Kunduz in Afghanistan, a commander said. Local militias had seized Kunduz on Friday."
    found = view_of([reading(text)], kit.settings).events
    assert [event.type for event in found] == ["capture", "capture"]
