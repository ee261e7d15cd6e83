"""Entities across documents."""

from __future__ import annotations

import pytest

from counterclaim import plugins
from counterclaim.kit import Settings
from counterclaim.resolve.entities import resolve_entities

TEXTS = (
    "KABUL - NRF spokesman Karim Walizada denied in Afghanistan that the valley had fallen.",
    "KABUL - NRF spokesman Kareem Walisada said in Afghanistan that the fight went on.",
    "KABUL - Taliban spokesman Rahim Walizada claimed the valley of Panjshir in Afghanistan.",
)


@pytest.fixture(scope="module")
def readings(reading):
    return [reading(text) for text in TEXTS]


def resolved(readings):
    return resolve_entities(readings, plugins.get("engine", "one"), Settings())


def named(resolution, text):
    return [entity for entity in resolution.entities if text in dict(entity.spellings)]


def test_two_spellings_of_one_man_are_one_entity(readings):
    (entity,) = named(resolved(readings), "Karim Walizada")
    assert "Kareem Walisada" in dict(entity.spellings)


def test_another_given_name_is_another_entity(readings):
    (entity,) = named(resolved(readings), "Rahim Walizada")
    assert "Karim Walizada" not in dict(entity.spellings)


def test_an_entity_lists_the_links_that_it_rests_on(readings):
    resolution = resolved(readings)
    (entity,) = named(resolution, "Karim Walizada")
    rules = {link.rule for link in resolution.links if link.id in entity.links}
    assert "sound" in rules


def test_the_order_of_documents_changes_nothing(readings):
    assert resolved(readings) == resolved(readings[::-1])


def test_every_chain_belongs_to_one_entity(readings):
    chains = [chain for entity in resolved(readings).entities for chain in entity.chains]
    assert len(chains) == len(set(chains))
