"""Names: what the knowledge files know, what the tagger took for a name, and capitalised words that neither covers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.annotate.mentions.lexicon import Entry, key_of
from counterclaim.annotate.mentions.page import Known, Page, lowered, meanings
from counterclaim.records import Mention, MentionKind, Token
from counterclaim.syntax import title_range

BODY_NOUNS = frozenset({"force", "body", "government", "organisation", "media"})
STATE_SORTS = frozenset({"state", "adjective", "people", "capital"})
KINDS: dict[str, MentionKind] = {
    "person": "person", "organisation": "organisation", "place": "place", "facility": "facility", "weapon": "weapon",
    "nationality": "nationality", "document": "document", "other": "other",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A name before it is a mention: its half-open token range, kind, entry and how it was found."""

    first: int
    last: int
    kind: MentionKind
    entry: Entry | None = None
    rule: str
    candidates: tuple[str, ...] = ()


def find_names(page: Page) -> list[Mention]:
    """The names of a document in text order, none overlapping another."""
    known = [found_known(name, page) for name in page.known]
    tagged = [found for found in tagged_names(page) if found.first < found.last and not within_title(found, page)]
    kept = merged(known, tagged, page)
    spare = [found for found in capitalised(page, taken_by(kept)) if not within_title(found, page)]
    return [name_mention(found, page) for found in sorted((*kept, *spare), key=lambda f: f.first)]


def within_title(found: Found, page: Page) -> bool:
    """Whether a word is no name but part of a title of several words ("Secretary of State"), or the speaker of a headline."""
    if found.last - found.first > 1:
        return False
    if closes_title(found, page):
        return True
    keys = [key_of(token.text) for token in page.tokens[max(0, found.first - 2) : found.last + 2]]
    at = min(found.first, 2)
    return any(
        tuple(keys[start : start + size]) in page.words.ranks
        for size in (2, 3)
        for start in range(max(0, at - size + 1), at + 1)
    )


def closes_title(found: Found, page: Page) -> bool:
    """Whether a common noun with a capital closes the headline: who says it, by kind and not by name ("... Monitor")."""
    title, token = title_range(page.annotated.document), page.tokens[found.first]
    return title is not None and token.end == title[1] and key_of(token.text) in page.words.nouns


def name_mention(found: Found, page: Page) -> Mention:
    """The mention of a found name."""
    entry = found.entry
    conflict_entry = entry is not None and entry.sort in ("group", "person", "outlet")
    text = page.annotated.document.text[page.tokens[found.first].start : page.tokens[found.last - 1].end]
    return page.mention(
        found.first, found.last, found.kind, "name", rule=found.rule, name=entry.name if entry else " ".join(text.split()),
        known=entry.id if entry and conflict_entry else None, country=entry.country if entry else None,
        plural=entry is not None and entry.sort == "people", candidates=found.candidates,
    )  # fmt: skip


def found_known(name: Known, page: Page) -> Found:
    """A known name with the entry that fits the document best, without one where it fits several alike."""
    entry = best_entry(name.entries, page)
    rivals = {other.id for other in name.entries if weight_of(other, page) == weight_of(entry, page)} & meanings(name.entries)
    if len(rivals) > 1:
        return Found(
            first=name.first, last=name.last, kind=entry.kind, rule="known to mean several", candidates=tuple(sorted(rivals))
        )
    return Found(first=name.first, last=name.last, kind=entry.kind, entry=entry, rule=f"known {entry.sort}")


def weight_of(entry: Entry, page: Page) -> float:
    """How much a document speaks of the conflict of an entry."""
    return dict(page.conflicts).get(entry.conflict, 0.0)


def best_entry(entries: Sequence[Entry], page: Page) -> Entry:
    """The entry of the conflict that the document speaks of most; conflict entries before outlets and states."""
    weight = dict(page.conflicts)
    day = page.annotated.document.published
    order = {"group": 0, "person": 1, "outlet": 2, "seat": 3}

    def rank(entry: Entry) -> tuple[float, bool, int, str]:
        current = any(side.holds(day) for side in entry.sides) or not entry.sides
        return -weight.get(entry.conflict, 0.0), not current, order.get(entry.sort, 4), entry.id

    return min(entries, key=rank)


def tagged_names(page: Page) -> Iterator[Found]:
    """The tagger's names with articles, titles, quotes and possessives trimmed off."""
    for name in page.annotated.names:
        if name.kind in KINDS:
            tokens = page.tree.within(name.start, name.end)
            first, last = trimmed(tokens.start, tokens.stop, page)
            if first < last and not is_mere_modifier(first, last, name.kind, page):
                first = with_particle(first, page)
                kind = kind_by_words(page.tokens[first:last], page) or KINDS[name.kind]
                yield Found(first=first, last=last, kind=kind, rule="tagger")


def is_mere_modifier(first: int, last: int, kind: str, page: Page) -> bool:
    """Whether a word taken for a body, in a text in capitals, is only an adjective before a noun ("THE NATIONAL POLICE")."""
    token = page.tokens[first]
    alone = last - first == 1 and kind == "organisation" and token.pos == "ADJ" and token.relation == "modifier"
    return alone and lowered(token, page.annotated) and token.head > first and page.tokens[token.head].pos == "NOUN"


def trimmed(first: int, last: int, page: Page) -> tuple[int, int]:
    """The range without articles, titles and punctuation at its front, possessives, marks and numbers of others at its end."""
    tokens = page.tokens
    while last > first and (tokens[last - 1].pos in ("PUNCT", "PART", "ADP", "SYM", "CCONJ") or not worded(tokens[last - 1])):
        last -= 1
    while last > first + 1 and tokens[last - 1].relation == "number" and tokens[last - 1].head >= last:
        last -= 1
    while first < last and (tokens[first].pos in ("DET", "PUNCT", "SYM") or not worded(tokens[first])):
        first += 1
    return after_titles(first, last, page), last


def after_titles(first: int, last: int, page: Page) -> int:
    """Where the name begins once titles and offices before it are passed over; `first` where nothing would be left."""
    at = first
    for index in range(first, last - 1):
        key = key_of(page.tokens[index].text)
        title = key in page.words.courtesy or is_office(key, page) or (key,) in page.words.ranks
        if title and not is_body(key_of(page.tokens[index + 1].text), page):
            at = index + 1
    rest = page.tokens[at:last]
    return at if at > first and all(token.text[:1].isupper() or len(token.text) < 4 for token in rest) else first


def is_body(key: str, page: Page) -> bool:
    """Whether a word after a title makes of both the name of a body ("General Staff")."""
    noun = page.words.nouns.get(key)
    return noun is not None and noun.group in BODY_NOUNS


def is_office(key: str, page: Page) -> bool:
    """Whether a word is an office ("spokesman")."""
    noun = page.words.nouns.get(key)
    return noun is not None and noun.group == "office"


def worded(token: Token) -> bool:
    """Whether a token has a letter or digit."""
    return any(letter.isalnum() for letter in token.text)


def with_particle(first: int, page: Page) -> int:
    """The start moved over a particle and its hyphen ("al-")."""
    tokens = page.tokens
    if first >= 2 and tokens[first - 1].text == "-" and key_of(tokens[first - 2].text) in page.words.sets["particles"]:
        return first - 2
    return first


def kind_by_words(tokens: Sequence[Token], page: Page) -> MentionKind | None:
    """The kind that a telling word of the name gives it ("Brigade", "Ministry"): the last one before "of", else the first."""
    if len(tokens) < 2:
        return None
    head = next((index for index, token in enumerate(tokens) if token.pos == "ADP"), len(tokens))
    telling = [page.words.name_words[t.text] for t in tokens[:head] if t.text in page.words.name_words]
    return telling[-1] if telling else None


def merged(known: Sequence[Found], tagged: Sequence[Found], page: Page) -> list[Found]:
    """Known and tagged names together: the known one wins unless a longer tagged name is another thing."""
    owner = {index: name for name in known for index in range(name.first, name.last)}
    dropped: set[Found] = set()
    kept: list[Found] = []
    for name in tagged:
        inside = list(dict.fromkeys(owner[index] for index in range(name.first, name.last) if index in owner))
        if not inside:
            kept.append(name)
        elif all(is_part(part, name, page) for part in inside):
            dropped.update(inside)
            kept.append(name)
    return [name for name in known if name not in dropped] + without_overlap(kept)


def without_overlap(names: Iterable[Found]) -> list[Found]:
    """The names that begin after the one before has ended."""
    kept: list[Found] = []
    for name in sorted(names, key=lambda f: (f.first, -f.last)):
        if not kept or name.first >= kept[-1].last:
            kept.append(name)
    return kept


def is_part(part: Found, whole: Found, page: Page) -> bool:
    """Whether a known name is only a part of a longer name that is something else ("Syrian" in "Syrian Observatory")."""
    if part.first < whole.first or part.last > whole.last or part.last - part.first >= whole.last - whole.first:
        return False
    entry = part.entry
    if entry is None or entry.sort == "outlet":
        return False
    if entry.sort == "person":
        return whole.kind == "person" and part.last == whole.last
    telling = page.tokens[whole.last - 1].text in page.words.name_words
    if entry.sort in STATE_SORTS:
        return telling or part.last < whole.last or whole.kind == "person"
    return telling and part.last < whole.last


def taken_by(names: Iterable[Found]) -> frozenset[int]:
    """The tokens that names cover."""
    return frozenset(index for name in names for index in range(name.first, name.last))


def capitalised(page: Page, taken: frozenset[int]) -> Iterator[Found]:
    """Runs of capitalised proper nouns that nothing covers, outside headlines."""
    run: list[int] = []
    for token in (*page.tokens, None):
        if token is not None and may_run(token, page, taken) and (not run or token.index == run[-1] + 1):
            run.append(token.index)
            continue
        if run and sum(len(page.tokens[index].text) for index in run) > 2:
            first, last = trimmed(run[0], run[-1] + 1, page)
            if first < last and not is_office(key_of(page.tokens[last - 1].text), page):
                first = with_particle(first, page)
                yield Found(
                    first=first, last=last, kind=kind_by_words(page.tokens[first:last], page) or "other", rule="capitals"
                )
        run = [token.index] if token is not None and may_run(token, page, taken) else []


def heads_body(token: Token, page: Page) -> bool:
    """Whether a title stands before the noun of a body, both written large ("General Staff")."""
    after = page.tokens[token.index + 1] if token.index + 1 < len(page.tokens) else token
    return after is not token and after.text[:1].isupper() and is_body(key_of(after.text), page)


def may_run(token: Token, page: Page, taken: frozenset[int]) -> bool:
    """Whether a token may be part of a capitalised name."""
    if token.index in taken or token.sentence in page.quiet or token.pos != "PROPN":
        return False
    key = key_of(token.text)
    return (
        token.text[:1].isupper()
        and key not in page.words.courtesy
        and ((key,) not in page.words.ranks or heads_body(token, page))
        and not page.words.has("days", key)
    )
