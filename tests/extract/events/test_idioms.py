"""Words that look like the trigger of an event and tell of none."""

import pytest

from counterclaim.extract.event_mentions import find_event_mentions
from counterclaim.extract.events.lexicon import lexicon_of
from counterclaim.knowledge.load import load

IDIOMS = load().languages["en"].section("event_idioms")


def told_by(words, annotated, kit, text):
    """The types of the events that one of these words tells of."""
    page = annotated(text)
    events = [event for event in find_event_mentions(page, kit) if event.type != "other"]
    looked_for = {phrase.split()[-1] for phrase in words}
    return [event.type for event in events if page.tokens[event.trigger_token].lemma.lower() in looked_for]


@pytest.mark.parametrize("entry", IDIOMS, ids=lambda entry: entry["example"])
def test_an_idiom_tells_of_no_event(annotated, kit, entry):
    assert not told_by(entry["words"], annotated, kit, entry["example"])


@pytest.mark.parametrize("entry", IDIOMS, ids=lambda entry: entry["but"])
def test_the_same_words_outside_the_idiom_tell_of_one(annotated, kit, entry):
    assert told_by(entry["words"], annotated, kit, entry["but"])


@pytest.mark.parametrize("entry", IDIOMS, ids=lambda entry: entry["example"])
def test_each_word_of_an_idiom_could_be_a_trigger(entry):
    known = lexicon_of((), "en").triggers
    assert [phrase for phrase in entry["words"] if phrase.split()[-1] not in known] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A book with the title Rules of Battle was sold near the old town hall.", []),
        ("He liked the film Die Slowly and wanted to see it again in the town.", []),
        ("Crowds walked slowly to Liberation Square and stood there until the evening.", []),
        ("Nobody was ever tried for the Ghouta Massacre, a lawyer said in the capital.", ["attack"]),
        ("Rebels Attack Army Base In Marafa", ["attack"]),
    ],
)
def test_words_of_a_title_in_running_text_tell_of_no_event(annotated, kit, text, found):
    assert [event.type for event in find_event_mentions(annotated(text), kit)] == found


def test_attacks_of_no_one_in_particular_take_no_kind_from_an_attack_told_before(annotated, kit):
    text = "Shells hit the town on Monday. Security attacks in other countries worried the minister. The attack went on."
    found = [(event.trigger.text, event.type) for event in find_event_mentions(annotated(text), kit)]
    assert [kind for word, kind in found if word == "attacks"] == ["attack"]
    assert [kind for word, kind in found if word == "attack"] == ["shelling"]
