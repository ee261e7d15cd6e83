from __future__ import annotations

import pytest

from counterclaim.extract.claiming.vocabulary import pattern_of, vocabulary_of
from counterclaim.flow import open_kit
from counterclaim.kit import Settings
from counterclaim.records import CHANNELS, EVENT_TYPES, STANCES

KIT = open_kit(Settings())
LANGUAGE = KIT.language


def test_every_channel_of_the_vocabulary_is_a_channel() -> None:
    assert {entry["channel"] for entry in LANGUAGE.section("channels")} <= set(CHANNELS)


@pytest.mark.parametrize("entry", LANGUAGE.section("channels"), ids=lambda entry: entry["channel"])
def test_a_channel_is_found_in_its_example(entry) -> None:
    matching = [found.value for found in vocabulary_of(KIT).channels if found.pattern.search(entry["example"])]
    assert entry["channel"] == matching[0]


@pytest.mark.parametrize("entry", LANGUAGE.section("hedges"), ids=lambda entry: entry["certainty"])
def test_a_hedge_is_found_in_its_example(entry) -> None:
    assert pattern_of(entry["words"]).search(entry["example"])


@pytest.mark.parametrize("entry", LANGUAGE.section("evidence"), ids=lambda entry: entry["evidence"])
def test_evidence_is_found_in_its_example(entry) -> None:
    assert pattern_of(entry["words"]).search(entry["example"])


def word_entries():
    """Every entry of the claim vocabularies that lists words or lemmas, with its name."""
    sections = [LANGUAGE.section(name) for name in ("stances", "sources", "telling")]
    entries = [pair for section in sections for pair in section.items()]
    entries += [(name, LANGUAGE.section(name)) for name in ("statement_documents", "unverified_remarks", "failing")]
    return [pytest.param(entry, id=name) for name, entry in entries if isinstance(entry, dict)]


@pytest.mark.parametrize("entry", word_entries())
def test_the_example_of_an_entry_holds_one_of_its_words(entry) -> None:
    lemmas = {token.lemma.lower() for token in next(KIT.tagger.tag([entry["example"]])).tokens}
    words = entry.get("words", [])
    assert lemmas & set(entry.get("lemmas", [])) or (words and pattern_of(words).search(entry["example"]))


@pytest.mark.parametrize("name", ["falsehood", "responsibility", "wrongs", "nobody"])
def test_words_of_a_stance_are_found_in_their_example(name) -> None:
    entry = LANGUAGE.section("stances")[name]
    assert pattern_of(entry["words"]).search(entry["example"])


def test_performatives_name_stances() -> None:
    assert {entry["stance"] for entry in LANGUAGE.section("stances")["performatives"]} <= set(STANCES)


def test_stakes_are_told_for_every_event_type() -> None:
    assert set(KIT.knowledge.tables["stakes"]["types"]) == set(EVENT_TYPES)


def test_a_pattern_finds_whole_words_only() -> None:
    assert not pattern_of(["may"]).search("The mayor spoke.")


def test_a_pattern_of_no_words_finds_nothing() -> None:
    assert not pattern_of([]).search("anything")
