"""Look-ups over a view: which entity, place, event and document a record belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.described import first_described
from counterclaim.records import Attribution, Claim, Document, Entity, Event, Located, Mention, Party, Reading, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The records of a view by id, and the relations that they are shown by."""

    view: View
    readings: dict[str, Reading]
    claims: dict[str, Claim]
    attributions: dict[str, Attribution]
    claims_of: dict[str, tuple[str, ...]]
    mentions: dict[str, Mention]
    located: dict[str, Located]
    entities: dict[str, Entity]
    entity_of: dict[str, Entity]
    event_of: dict[str, Event]
    described: dict[str, str]

    def entity(self, party: Party | None) -> Entity | None:
        """The entity that a party's mention belongs to."""
        mention = self.mentions.get(party.mention or "") if party else None
        return self.entity_of.get(mention.chain) if mention else None

    def antecedent(self, party: Party) -> str | None:
        """The words that a party's pronoun stands for, None for a party told in other words."""
        mention = self.mentions.get(party.mention or "")
        return self.described.get(mention.chain) if mention and mention.form == "pronoun" else None

    def place(self, party: Party | None) -> Located | None:
        """Which place a party's mention means."""
        return self.located.get(party.mention or "") if party else None

    def document(self, claim: Claim) -> Document:
        """The report that a claim stands in."""
        return self.readings[claim.document].document


def build_index(view: View, whole: Index | None = None) -> Index:
    """All look-ups of a view, built in one pass; of a part of a `whole` view, mentions are looked up there."""
    attributions = {item.id: item for reading in view.readings for item in reading.attributions}
    claims = {claim.id: claim for reading in view.readings for claim in reading.claims}
    claims_of: dict[str, tuple[str, ...]] = {}
    for claim in claims.values():
        if claim.attribution:
            claims_of[claim.attribution] = (*claims_of.get(claim.attribution, ()), claim.id)
    return Index(
        view=view,
        readings={reading.document.id: reading for reading in view.readings},
        claims=claims,
        attributions=attributions,
        claims_of=claims_of,
        mentions=whole.mentions if whole else {one.id: one for reading in view.readings for one in reading.mentions},
        located=whole.located if whole else {one.mention: one for reading in view.readings for one in reading.located},
        entities={entity.id: entity for entity in view.entities},
        entity_of={chain: entity for entity in view.entities for chain in entity.chains},
        event_of={claim: event for event in view.events for claim in event.claims},
        described={chain: words for reading in view.readings for chain, words in first_described(reading.mentions).items()},
    )
