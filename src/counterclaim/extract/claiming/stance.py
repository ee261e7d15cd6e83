"""The stance of a source to a proposition: from the class of the cue, what the content says, and who speaks of whom."""

from __future__ import annotations

from collections.abc import Callable

from counterclaim.extract.claiming.channel import cue_head
from counterclaim.extract.claiming.doers import blamed_on, is_blaming
from counterclaim.extract.claiming.falsehood import called_false
from counterclaim.extract.claiming.interests import (
    around_root,
    fights,
    hurts_civilians,
    is_civilian,
    others,
    own_act,
    own_loss,
    wrong_of_other,
)
from counterclaim.extract.claiming.page import brands_false
from counterclaim.extract.claiming.propositions import VERBAL, subject_of
from counterclaim.extract.claiming.utterance import Telling
from counterclaim.records import EventMention, Party, Stance

UNSAID = frozenset({"say", "confirm", "concede", "claim", "claim_responsibility", "deny", "reject", "retract", "relay"})
REACH = 6  # far enough for the preposition that follows a cue ("called on")
OUTRIGHT: dict[str, Stance] = {
    "accuse": "accuses", "promise": "promises", "threaten": "threatens", "demand": "demands", "offer": "offers",
    "retract": "retracts", "deny": "denies", "opinion": "opinion", "attitude": "opinion",
    "claim_responsibility": "claims_responsibility",
}  # fmt: skip


def stance_of(telling: Telling) -> Stance:
    """The stance of a telling: the first rule that fits, else `asserts`."""
    for rule in RULES:
        stance = rule(telling)
        if stance is not None:
            return stance
    return "asserts"


def silent(telling: Telling) -> Stance | None:
    """Silence: a cue of silence, a saying that did not happen, or nobody who speaks."""
    if telling.cue_class == "silence" or (telling.attribution.negated and telling.cue_class in UNSAID):
        return "no_comment"
    if telling.cue_class == "deny" and is_left_open(telling):
        return "no_comment"
    source = telling.source.span
    nobody = source is not None and telling.page.vocabulary.nobody.match(source.text)
    return "no_comment" if nobody else None


def is_left_open(telling: Telling) -> bool:
    """Whether a cue of denial stands beside one of granting with an "or" ("declined to confirm or deny")."""
    page, head = telling.page, cue_head(telling.attribution, telling.page)
    if head is None:
        return False
    joined = [page.tokens[head].head] if page.tokens[head].relation == "conjunct" else page.tree.having(head, "conjunct")
    lemmas, words = page.vocabulary.lemmas, [other for one in (head, *joined) for other in page.tree.having(one, "coordinator")]
    granting = any(page.tokens[other].lemma.lower() in lemmas["granting"] for other in joined)
    return granting and any(page.tokens[word].lemma.lower() in lemmas["either"] for word in words)


def rejected(telling: Telling) -> Stance | None:
    """A rejection: of something told, or of a part in it, a denial; of a plan, an agreement or a deed an opinion."""
    if telling.cue_class != "reject":
        return None
    return "denies" if tells_of_telling(telling) else "opinion"


def tells_of_telling(telling: Telling) -> bool:
    """Whether the proposition is a clause, or headed by a noun that stands for something told or for a part in it."""
    page, root = telling.page, telling.page.tokens[telling.part.root]
    lemmas = page.vocabulary.lemmas["told"] | page.vocabulary.lemmas["involvement"]
    return root.lemma.lower() in lemmas or (root.pos in VERBAL and root.form != "gerund" and root.form != "base")


def branded(telling: Telling) -> Stance | None:
    """A denial by a verb that names: something told is called false, a lie, propaganda."""
    content, head = telling.attribution.content, cue_head(telling.attribution, telling.page)
    lemma = telling.page.tokens[head].lemma.lower() if head is not None else ""
    naming = telling.cue_class == "opinion" or lemma in telling.page.vocabulary.lemmas["naming"]
    return "denies" if naming and brands_false(content, telling.page) else None


def outright(telling: Telling) -> Stance | None:
    """The stance that the class of the cue names."""
    return OUTRIGHT.get(telling.cue_class)


def cued(telling: Telling) -> Stance | None:
    """The stance that the words of the cue name ("called for")."""
    cue = telling.attribution.cue
    if cue is None:
        return None
    entries = (entry for entry in telling.page.vocabulary.performatives if entry.stance == "demands")
    words = telling.page.annotated.document.text[cue.start : cue.end + REACH]
    return "demands" if any(entry.pattern.match(words) for entry in entries) else None


def blamed(telling: Telling) -> Stance | None:
    """An accusation by a verb that lays a deed at somebody's door ("attributed the bombing to the rebels")."""
    event, page = telling.part.event, telling.page
    laid = event is not None and is_blaming(telling.attribution, page)
    return "accuses" if laid and event is not None and blamed_on(event, telling.attribution, page) is not None else None


def believed(telling: Telling) -> Stance | None:
    """What is believed by nobody named is told as a fact of less certainty ("is believed to have fled")."""
    unnamed = telling.cue_class == "attitude" and telling.source.kind == "unstated"
    return "asserts" if unnamed and telling.attribution.construction != "nominal" else None


def at_fault(telling: Telling) -> Stance | None:
    """An admission of one's own part or fault ("we had a role in it")."""
    subject = subject_of(telling.part, telling.page)
    own = subject is not None and own_act(subject, telling.source, telling.page)
    if not own or telling.polarity != "positive":
        return None
    event = telling.part.event
    deed = event is not None and telling.page.vocabulary.stake(event.type, "hostile")
    if deed and telling.page.vocabulary.owning.search(around_root(telling.part, telling.page)) and not of_civilians(telling):
        return "claims_responsibility"
    return "admits" if telling.page.vocabulary.fault.search(telling.text) else None


def disowned(telling: Telling) -> Stance | None:
    """A denial by its content: the speaker's side had no part in a deed ("we had nothing to do with it")."""
    subject = subject_of(telling.part, telling.page)
    own = subject is not None and own_act(subject, telling.source, telling.page)
    return "denies" if own and telling.page.vocabulary.disowning.search(telling.text) else None


def of_civilians(telling: Telling) -> bool:
    """Whether a proposition speaks of people who do not fight."""
    return bool(set(lemmas_of(telling)) & telling.page.vocabulary.lemmas["civilians"])


def disputed(telling: Telling) -> Stance | None:
    """A denial by a verb of doubt: something told is called into question."""
    cue = telling.attribution.cue
    words = {telling.page.tokens[index].lemma.lower() for index in telling.page.tokens_of(cue)}
    told = telling.page.tokens[telling.part.root].lemma.lower() in telling.page.vocabulary.lemmas["told"]
    return "denies" if told and words & telling.page.vocabulary.lemmas["disputing"] else None


def performed(telling: Telling) -> Stance | None:
    """The stance that the main verb of the content performs ("we ask that ...")."""
    page, root = telling.page, telling.page.tokens[telling.part.root]
    for entry in page.vocabulary.performatives:
        near = entry.stance != "opinion" or telling.part.event is None or telling.modality == "hypothetical"
        if root.lemma in entry.lemmas and by_speaker(telling, passive=entry.stance != "opinion"):
            return entry.stance  # type: ignore[return-value]
        if near and entry.pattern.search(telling.text):
            return entry.stance  # type: ignore[return-value]
    return None


def by_speaker(telling: Telling, *, passive: bool) -> bool:
    """Whether the main verb of the content is done by the speaker or, where `passive` allows it, by nobody named."""
    subject = telling.page.tree.child(telling.part.root, "subject")
    if subject is None:
        return passive
    word = telling.page.tokens[subject].lemma.lower()
    same = passive and telling.source.kind != "media" and own_act(subject, telling.source, telling.page)
    return word in telling.page.vocabulary.lemmas["own"] or same


def warned(telling: Telling) -> Stance | None:
    """A warning: of one's own act a threat, of what may be an opinion."""
    if telling.cue_class != "warn":
        return None
    subject = subject_of(telling.part, telling.page)
    own = subject is not None and own_act(subject, telling.source, telling.page)
    if own and telling.modality in {"future", "conditional"}:
        return "threatens"
    verbless = not any(telling.page.tokens[index].pos in VERBAL for index in telling.part.tokens)
    return "opinion" if verbless or telling.modality in {"hypothetical", "conditional"} else None


def intended(telling: Telling) -> Stance | None:
    """What a source with a side says will be: offers and threats under conditions, else a promise."""
    if telling.modality not in {"future", "conditional"} or not has_side(telling.source) or telling.polarity == "negative":
        return "promises" if telling.modality == "future" and has_side(telling.source) else None
    subject = subject_of(telling.part, telling.page)
    own = subject is not None and own_act(subject, telling.source, telling.page)
    event = telling.part.event
    conciliatory = event is not None and bool(telling.page.vocabulary.stake(event.type, "conciliatory"))
    if telling.modality == "conditional":
        return ("offers" if conciliatory else "threatens") if own else None
    wrong = telling.page.vocabulary.wrongs.search(telling.text) is not None
    return None if wrong and not own else "promises"


def has_side(source: Party) -> bool:
    """Whether the source is a party, or speaks for one: media and witnesses foretell, they do not promise."""
    return source.side is not None and source.kind not in {"media", "witness", "unstated", "narrator"}


def conceded(telling: Telling) -> Stance | None:
    """An admission: the speaker's own loss, or harm by the speaker's own side that is granted."""
    event, granting = telling.part.event, telling.cue_class in {"concede", "confirm"}
    if telling.cue_class == "concede" and is_name(telling):
        return "opinion"
    if telling.cue_class == "concede" and telling.page.vocabulary.fault.search(around_root(telling.part, telling.page)):
        return "admits"
    if event is None or telling.polarity == "negative":
        return "admits" if telling.cue_class == "concede" else None
    if telling.modality not in {"future", "conditional"} and own_loss(event, telling.source, telling.page):
        return "admits"
    if telling.cue_class == "concede":
        own = has_side(telling.source) or lost_by_body(event, telling) or any(acts_for(a, telling) for a in agents_of(event))
        own = own or lost_to_others(event, telling)
        return "admits" if own else "confirms"
    return "admits" if granting and own_harm(telling) else None


def is_name(telling: Telling) -> bool:
    """Whether all that is granted is somebody or something by name ("recognised the council as the government")."""
    root = telling.page.tokens[telling.part.root]
    return telling.part.event is None and root.pos == "PROPN"


def own_harm(telling: Telling) -> bool:
    """Whether the event is a harm that the speaker's own side did to those who do not fight."""
    event = telling.part.event
    return event is not None and owned(telling) == "claims_responsibility" and of_civilians(telling)


def lemmas_of(telling: Telling) -> list[str]:
    """The base forms in a proposition."""
    return [telling.page.tokens[index].lemma.lower() for index in telling.part.tokens]


def accused(telling: Telling) -> Stance | None:
    """An accusation: another party is named as having done a wrong, or as the one who did it."""
    event = telling.part.event
    denied = telling.polarity == "negative" and telling.modality == "actual"
    if telling.modality == "hypothetical" or denied or telling.source.kind == "media":
        return None
    if event is None:
        return "accuses" if decries(telling) else None
    wrong = wrong_of_other(event, telling.part, telling.source, telling.page) or alleged(telling)
    return "accuses" if wrong else None


def alleged(telling: Telling) -> bool:
    """Whether harm to those who do not fight is laid to another by a verb of alleging."""
    event, page, head = telling.part.event, telling.page, cue_head(telling.attribution, telling.page)
    cued = head is not None and page.tokens[head].lemma.lower() in page.vocabulary.lemmas["alleging"]
    return cued and event is not None and bool(others(event, telling.source, page)) and hurts_civilians(event, page)


def decries(telling: Telling) -> bool:
    """Whether a fighting side says of another, without telling of an event, that it does wrong."""
    page, subject = telling.page, subject_of(telling.part, telling.page)
    sides = [mention.side for mention in page.mentions.get(subject, ())] if subject is not None else []
    other = any(side is not None and side != telling.source.side for side in sides)
    return other and fights(telling.source.side, page) and page.vocabulary.wrongs.search(telling.text) is not None


def owned(telling: Telling) -> Stance | None:
    """A claim of responsibility: a hostile act told by the side that did it."""
    event = telling.part.event
    if event is None or not telling.page.vocabulary.stake(event.type, "hostile"):
        return None
    if telling.polarity == "negative" or telling.modality != "actual":
        return None
    if telling.source.kind != "media" and claimed_deed(telling):
        return "claims_responsibility"
    judged = telling.page.tokens[telling.part.root].lemma in telling.page.vocabulary.lemmas["copula"]
    told = not judged or "agent" not in event.roles_inferred
    agents = agents_of(event) if told else ()
    fighting = [agent for agent in agents if not is_civilian(agent, telling.page)]
    same = any(telling.source.side is not None and agent.side == telling.source.side for agent in fighting)
    same = same or any(acts_for(agent, telling) for agent in agents)
    return "claims_responsibility" if same and telling.source.kind != "media" else None


def agents_of(event: EventMention) -> tuple[Party, ...]:
    """The doers of an event."""
    return next((parties for role, parties in event.roles if role == "agent"), ())


def acts_for(agent: Party, telling: Telling) -> bool:
    """Whether a doer is the speaker by a pronoun, or the speaker's own people ("his men"); a witness is no party."""
    page, indices = telling.page, telling.page.tokens_of(agent.span)
    if not indices or telling.source.kind in {"media", "witness", "unstated", "narrator", "document"}:
        return False
    if telling.source.span is not None and agent.span == telling.source.span:
        return True
    if len(indices) == 1:
        return page.tokens[indices[0]].pos == "PRON" and own_act(indices[0], telling.source, page)
    followers = page.tokens[indices[-1]].lemma.lower() in page.vocabulary.lemmas["followers"]
    owners = [index for index in indices if page.tokens[index].relation == "possessive" and page.tokens[index].pos == "PRON"]
    return followers and any(own_act(index, telling.source, page) for index in owners)


def lost_by_body(event: EventMention, telling: Telling) -> bool:
    """Whether a body that fights tells of a loss of ground and of no one else who lost it."""
    roles = dict(event.roles)
    return (
        telling.source.kind == "group" and event.type == "lose_control" and not roles.get("patient") and not roles.get("agent")
    )


def lost_to_others(event: EventMention, telling: Telling) -> bool:
    """Whether a body that fights tells of ground that others won."""
    fighting = telling.source.kind == "group" and telling.page.vocabulary.stake(event.type, "gains_ground")
    return bool(fighting) and any(agent.span != telling.source.span for agent in agents_of(event))


def claimed_deed(telling: Telling) -> bool:
    """Whether a deed, told by a noun, is what the source claims ("claimed the attack")."""
    event, head = telling.part.event, cue_head(telling.attribution, telling.page)
    if event is None or head is None or telling.part.root != event.trigger_token:
        return False
    noun = telling.page.tokens[event.trigger_token].pos in ("NOUN", "PROPN")
    return noun and telling.page.tokens[head].lemma.lower() in telling.page.vocabulary.lemmas["claiming"]


def confirmed(telling: Telling) -> Stance | None:
    """A confirmation, by its cue."""
    return "confirms" if telling.cue_class == "confirm" else None


def judged(telling: Telling) -> Stance | None:
    """An opinion: no event, and something said to be good, bad, a brother, a day."""
    if telling.part.event is not None:
        return None
    tree, root = telling.page.tree, telling.part.root
    copular = (
        telling.page.tokens[root].lemma in telling.page.vocabulary.lemmas["copula"]
        and tree.child(root, "attribute", "adjective_complement") is not None
    )
    if not any(telling.page.tokens[index].pos in VERBAL for index in telling.part.tokens):
        first = telling.page.tokens[telling.part.tokens[0]].lemma.lower() if telling.part.tokens else ""
        return "opinion" if first in telling.page.vocabulary.lemmas["judged"] else None
    if names_culprit(telling):
        return None
    subject = subject_of(telling.part, telling.page)
    pronoun = subject is not None and telling.page.tokens[subject].lemma.lower() in telling.page.vocabulary.lemmas["judged"]
    return "opinion" if copular and pronoun and telling.modality == "actual" else None


def names_culprit(telling: Telling) -> bool:
    """Whether a statement says who or what it was, and passes no judgement ("it was Kyiv", "it was a Ukrainian missile")."""
    page, told = telling.page, telling.page.tree.child(telling.part.root, "attribute")
    subject = subject_of(telling.part, page)
    pointing = subject is not None and page.tokens[subject].lemma.lower() in page.vocabulary.lemmas["resuming"]
    mentions = page.mentions.get(told, ()) if told is not None and pointing else ()
    return any(
        mention.kind == "weapon" or bool(mention.form == "name" and (mention.side or mention.country)) for mention in mentions
    )


RULES: tuple[Callable[[Telling], Stance | None], ...] = (
    silent, believed, rejected, branded, disputed, outright, blamed, cued, called_false, performed, warned, disowned, at_fault,
    conceded, owned, accused, confirmed, intended, judged,
)  # fmt: skip
