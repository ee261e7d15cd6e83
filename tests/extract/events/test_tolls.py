"""Sentences in, how many were killed and injured out."""

from __future__ import annotations

import pytest

from counterclaim.extract.event_mentions import find_event_mentions


@pytest.mark.parametrize(
    ("text", "kind", "killed", "injured"),
    [
        ("The attack left six dead and ten wounded.", "attack", 6, 10),
        ("A blast near the camp left at least 45 people dead and about 30 others injured.", "bombing", 45, 30),
        ("Two killed, five wounded in Kabul blast", "bombing", 2, 5),
        ("Ten civilians died in one of its drone strikes near the port.", "airstrike", 10, None),
        ("The troops entered the village and executed 17 people, two of them boys.", "kill", 17, None),
        ("The shelling killed several of them.", "shelling", 3, None),
        ("The troops shelled the camp, killing seven people, among them two children.", "shelling", 7, None),
        ("The ministry put the number of dead at 12.", "kill", 12, None),
    ],
)
def test_a_toll_is_told_with_its_cause(annotated, kit, text, kind, killed, injured):
    event = next(one for one in find_event_mentions(annotated(text), kit) if one.type == kind)
    counts = {count.measure: count.low for count in reversed(event.counts)}
    assert (counts.get("killed"), counts.get("injured")) == (killed, injured)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("The army said no more than three civilians were killed.", (0, None, 3)),
        ("The army put the number of civilians killed at three.", (3, 3, 3)),
        ("Officials said the number of people killed was 12.", (12, 12, 12)),
        ("A number of civilians were killed.", (3, None, None)),
    ],
)
def test_the_bounds_of_a_toll_are_read(annotated, kit, text, bounds):
    (event,) = [one for one in find_event_mentions(annotated(text), kit) if one.type == "kill"]
    assert [(count.low, count.best, count.high) for count in event.counts] == [bounds]
