"""Every example of the knowledge files gives what its entry says."""

from __future__ import annotations

import pytest

from counterclaim.extract.event_mentions import find_event_mentions
from counterclaim.extract.events.lexicon import lexicon_of
from counterclaim.knowledge.load import load

ENTRIES = sorted({(trigger.type, trigger.example) for group in lexicon_of((), "en").triggers.values() for trigger in group})


@pytest.mark.parametrize(("kind", "text"), ENTRIES, ids=lambda value: value)
def test_an_example_of_a_trigger_gives_its_type(annotated, kit, kind, text):
    events = find_event_mentions(annotated(text), kit)
    assert kind in [event.type for event in events], [(event.type, event.trigger.text) for event in events]


@pytest.mark.parametrize("example", load().languages["en"].section("counts")["examples"], ids=lambda e: e["text"])
def test_an_example_of_a_count_gives_its_bounds(annotated, kit, example):
    events = find_event_mentions(annotated(example["text"]), kit)
    counts = [count for event in events for count in event.counts if count.measure == example["measure"]]
    assert counts, [(event.type, event.trigger.text) for event in events]
    assert (counts[0].low, counts[0].high) == (example["low"], example["high"])


@pytest.mark.parametrize("example", load().languages["en"].section("event_status")["examples"], ids=lambda e: e["text"])
def test_an_example_of_a_status_gives_its_status(annotated, kit, example):
    events = [e for e in find_event_mentions(annotated(example["text"]), kit) if e.type == example["type"]]
    assert events
    wanted = {name: value for name, value in example.items() if name not in ("text", "type")}
    assert {name: getattr(events[0], name) for name in wanted} == wanted
