"""The event of a proposition that only points back: "this", "the claims", "the incident", "it"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.extract.attributions.resumed import CONSTRUCTION
from counterclaim.extract.claiming.denied import is_purpose, is_told, tells_of_its_own
from counterclaim.extract.claiming.doers import with_doer
from counterclaim.extract.claiming.page import Page
from counterclaim.extract.claiming.propositions import Proposition
from counterclaim.extract.claiming.voices import Voice
from counterclaim.records import EventMention, Mention, Party

REACH = 60
OF_DEED = frozenset({"preposition_clause", "clause", "open_clause"})
NOUNS = frozenset({"NOUN", "PROPN"})
ANSWERS = frozenset({"deny", "reject", "confirm", "concede", "accuse", "retract", "claim_responsibility"})
DENYING = frozenset({"deny", "reject", "retract"})
NEAR = 3
OWNING = ("possessive", "compound", "modifier")
TELLERS = frozenset({"person", "group", "government", "organisation", "media", "place", "nationality"})


def with_antecedents(voices: Sequence[Voice], page: Page) -> list[tuple[Voice, EventMention | None]]:
    """The voices in text order, each with its event: its own, or the one that it points back to."""
    settled: list[tuple[Voice, EventMention | None]] = []
    within: dict[str | None, list[Voice]] = defaultdict(list)
    for voice in voices:
        within[voice.told.attribution.parent].append(voice)
    for voice in voices:
        event = own_event(voice, page)
        if event is None and points_back(voice, page):
            inner = [(other, other.part.event) for other in within.get(voice.told.attribution.id, ()) if other.part]
            event = antecedent(voice, [*settled[-REACH:], *inner], page)
        settled.append((voice, event))
    return settled


def own_event(voice: Voice, page: Page) -> EventMention | None:
    """The event that a voice tells itself; a denial has none where its words only mention one."""
    event = voice.part.event if voice.part else None
    if voice.part is None or event is None or voice.told.attribution.cue_class not in ("deny", "reject"):
        return with_doer(event, voice.part, voice.told.attribution, page) if voice.part and event else event
    return event if is_told(event, voice.part, page) else None


def points_back(voice: Voice, page: Page) -> bool:
    """Whether a voice without an event of its own speaks of one told before."""
    if voice.part is None:
        return voice.told.attribution.cue_class in ANSWERS and not voice.told.attribution.negated
    head, lemmas = page.tokens[voice.part.root], page.vocabulary.lemmas
    cue = page.tokens_of(voice.told.attribution.cue)
    if voice.told.attribution.cue_class in ("deny", "reject") and tells_of_its_own(voice.part.root, cue, page):
        return False
    if voice.told.attribution.cue_class == "accuse":
        return not any(page.tokens[index].relation in OF_DEED for index in voice.part.tokens)
    if head.pos in {"PRON", "DET"}:
        return head.lemma.lower() in lemmas["resuming"] | lemmas["relative"]
    if head.pos == "NOUN" and head.lemma.lower() in lemmas["told"] | lemmas["happenings"]:
        return True
    text = page.text(voice.part.tokens)
    return bool(page.vocabulary.falsehood.search(text)) or lays_at_a_door(voice.part, page)


def lays_at_a_door(part: Proposition, page: Page) -> bool:
    """Whether a proposition says who did something, without saying what ("was behind it", "is involved", "bears the blame")."""
    start, end = page.tokens[part.tokens[0]].start, page.tokens[part.tokens[-1]].end
    for found in page.vocabulary.responsibility.finditer(page.annotated.document.text, start, end):
        last = next((index for index in reversed(part.tokens) if page.tokens[index].start < found.end()), part.root)
        named = [page.tokens[index] for index in page.tree.having(last, "preposition_object")]
        lemmas = page.vocabulary.lemmas["happenings"] | page.vocabulary.lemmas["told"]
        if not any(token.pos in NOUNS and token.lemma.lower() not in lemmas for token in named):
            return True
    return False


def antecedent(voice: Voice, before: Sequence[tuple[Voice, EventMention | None]], page: Page) -> EventMention | None:
    """The event pointed to: told within, else the nearest told before (of another side, for an answer), else narrated."""
    if voice.told.attribution.construction == CONSTRUCTION and before:
        return before[-1][1]
    if voice.told.attribution.cue_class in DENYING or is_called_false(voice, page):
        return denied_before(voice, before, page)
    candidates = [(other, event) for other, event in reversed(before) if event is not None]
    if voice.told.attribution.cue_class in ANSWERS:
        others = [pair for pair in candidates if pair[0].source.side is None or pair[0].source.side != voice.source.side]
        candidates = others or candidates
    return candidates[0][1] if candidates else event_before(voice, page)


def denied_before(voice: Voice, before: Sequence[tuple[Voice, EventMention | None]], page: Page) -> EventMention | None:
    """What a denial points back to: what the others who spoke last before it tell, and no event where they tell of none.

    Charges are those of the last who accused; where the report itself tells of something later than that, it is that.
    """
    near = [pair for pair in before if 0 <= sentences_from(pair[0], voice, page) <= NEAR]
    whose = teller_named(voice, page)
    if whose is not None:
        near = [pair for pair in near if is_by(pair[0].source, whose, page)]
    said = [pair for pair in near if is_others(pair[0], voice)]
    charged = [pair for pair in said if pair[0].told.attribution.cue_class == "accuse"] if points_to_charge(voice, page) else []
    answered = last_word(charged or said, voice, page)
    told = [event for other, event in answered if event is not None and tells(other, event, page)]
    if told or whose is not None:
        return told[-1] if told else None
    nearest = min((sentences_from(other, voice, page) for other, _ in answered), default=None)
    found = event_before(voice, page)
    away = sentences_to(voice, found.trigger.start, page) if found is not None else NEAR + 1
    return found if away <= NEAR and (nearest is None or away < nearest) else None


def last_word(
    said: Sequence[tuple[Voice, EventMention | None]], voice: Voice, page: Page
) -> list[tuple[Voice, EventMention | None]]:
    """What was said in the sentence nearest before a denial, and before that by the same side."""
    nearest = min((sentences_from(other, voice, page) for other, _ in said), default=None)
    last = [pair for pair in said if sentences_from(pair[0], voice, page) == nearest]
    sides = {other.source.side for other, _ in last if other.source.side is not None}
    return [pair for pair in said if pair in last or pair[0].source.side in sides]


def tells(voice: Voice, event: EventMention, page: Page) -> bool:
    """Whether an event is what a voice tells, or did what it tells ("a strike killed nine")."""
    if voice.part is None or page.events.get(voice.part.root):
        return True
    return is_told(event, voice.part, page) and not is_purpose(event, voice.part, page)


def is_called_false(voice: Voice, page: Page) -> bool:
    """Whether a voice says of something told before that it is false."""
    return voice.part is not None and page.vocabulary.falsehood.search(page.text(voice.part.tokens)) is not None


def teller_named(voice: Voice, page: Page) -> Mention | None:
    """Who told what a denial points back to, where its words say so ("the army's claim", "government reports")."""
    if voice.part is None:
        return None
    nouns = [index for index in voice.part.tokens if page.tokens[index].lemma.lower() in page.vocabulary.lemmas["told"]]
    words = [child for noun in nouns[:1] for child in page.tree.having(noun, *OWNING) if child < noun]
    return next((mention for mention in page.mentions_in(words) if mention.kind in TELLERS), None)


def is_by(source: Party, teller: Mention, page: Page) -> bool:
    """Whether a source is the one that a mention names, or of its side, or told of in its words."""
    if source.side is not None and teller.side is not None:
        return source.side == teller.side
    named = source.name is not None and source.name == teller.name
    words = page.tokens_of(source.span)
    return named or page.tokens[teller.head].lemma.lower() in {page.tokens[index].lemma.lower() for index in words}


def is_others(other: Voice, voice: Voice) -> bool:
    """Whether a voice before a denial tells something, and is that of another source."""
    apart = other.source.side is None or other.source.side != voice.source.side or other.source.name != voice.source.name
    return apart and other.part is not None and other.told.attribution.cue_class != "silence"


def sentences_from(other: Voice, voice: Voice, page: Page) -> int:
    """How many sentences stand between the beginnings of two tellings."""
    return sentences_to(voice, other.told.attribution.sentence.start, page)


def sentences_to(voice: Voice, position: int, page: Page) -> int:
    """How many sentences after a position in the text a telling begins; far where no word stands at either."""
    first, second = page.tree.at(position), page.tree.at(voice.told.attribution.sentence.start)
    return page.tokens[second].sentence - page.tokens[first].sentence if first is not None and second is not None else NEAR + 1


def points_to_charge(voice: Voice, page: Page) -> bool:
    """Whether a denial is of charges ("denied the accusations")."""
    return voice.part is not None and page.tokens[voice.part.root].lemma.lower() in page.vocabulary.lemmas["charges"]


def event_before(voice: Voice, page: Page) -> EventMention | None:
    """The last event told before the sentence of a voice."""
    start = voice.told.attribution.sentence.start
    earlier = [event for events in page.events.values() for event in events if event.trigger.start < start]
    return max(earlier, key=lambda event: event.trigger.start, default=None)


def pointed(event: EventMention) -> EventMention:
    """The event as it is pointed to: what happened, without the words it was told with."""
    return replace(event, modality="actual", polarity="positive")
