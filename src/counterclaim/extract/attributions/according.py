"""Prepositional cues: "according to the statement", "in the view of"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.extract.attributions.contents import trimmed
from counterclaim.extract.attributions.draft import Draft
from counterclaim.extract.attributions.page import Page
from counterclaim.extract.attributions.phrases import two_names
from counterclaim.extract.attributions.sources import is_passive, noun_phrase
from counterclaim.records import Sentence

CLIMBED = frozenset(
    {"clause", "participle", "open_clause", "preposition_clause", "adverbial_clause", "conjunct", "relative_clause"}
)
VERBAL = frozenset({"VERB", "AUX"})


def according_drafts(page: Page) -> Iterator[Draft]:
    """One draft for each "according to" with an object."""
    for token in page.tokens:
        if page.is_word(token.index, "according") and (draft := according_draft(page, token.index)):
            yield draft


def according_draft(page: Page, index: int) -> Draft | None:
    """The draft of one "according to", or None where its object or its clause is not found."""
    link = index + 1
    if link >= len(page.tokens) or not page.is_word(link, "according_link"):
        return None
    head = page.tree.child(link, "preposition_object") or page.tree.child(index, "preposition_object")
    phrase = noun_phrase(page, head, index) if head is not None else words_after(page, link)
    source = spoken_part(page, phrase) if phrase else ()
    if not source:
        return None
    source = with_apposition(page, index, source)
    content = content_of(page, index, source)
    return Draft(
        head=index, cue=(index, link), source=source, content=tuple(content), cue_class="relay", construction="according",
    )  # fmt: skip


def with_apposition(page: Page, index: int, source: tuple[int, ...]) -> tuple[int, ...]:
    """The source with what a parser took for a second object after a comma ("according to the council, a relief body, ...")."""
    second = next((noun for noun in page.tree.having(index, "preposition_object") if noun > source[-1]), None)
    words = page.subtree(second) if second is not None else []
    beside = (
        bool(words)
        and words[0] == source[-1] + 2
        and page.is_word(words[0] - 1, "comma")
        and page.tokens[words[0]].pos == "DET"
    )
    return (*source, source[-1] + 1, *words) if beside else source


def words_after(page: Page, link: int) -> tuple[int, ...]:
    """The words of a noun phrase after the preposition, for a text without commas that a parser could not divide."""
    end, last = link + 1, page.sentence(link).last
    while page.comma_free and end < last and page.tokens[end].pos in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP"}:
        end += 1
    return tuple(range(link + 1, end))


def spoken_part(page: Page, source: Sequence[int]) -> tuple[int, ...]:
    """The source up to where a text without commas goes on to another noun phrase ("according to the army nine men")."""
    if not page.comma_free:
        return tuple(source)
    cut = next((index for index in source[1:] if begins_another(page, index)), None)
    kept = [index for index in source if cut is None or index < cut]
    return (*kept, *name_after(page, kept)) if cut is None and kept else tuple(kept)


def name_after(page: Page, source: Sequence[int]) -> list[int]:
    """The name that a source's last noun introduces and a parser left out ("the television station Al-Manar")."""
    found, index = [], source[-1] + 1
    while page.is_word(source[-1], "name_titles", "speaker_nouns") and index < len(page.tokens) and index in page.named:
        if page.named[index] != page.named[source[-1] + 1]:
            break
        found.append(index)
        index += 1
    return found


def begins_another(page: Page, index: int) -> bool:
    """Whether a noun phrase of its own begins at a word that a parser joins to the one before."""
    token, before = page.tokens[index], page.tokens[index - 1]
    if before.pos not in {"PROPN", "NOUN"}:
        return False
    if token.pos == "DET" or (token.pos == "NUM" and before.pos != "NUM") or two_names(page, index - 1, index):
        return True
    title = page.is_word(index - 1, "name_titles") and token.form != "plural"
    speaker = page.is_word(index - 1, "speaker_nouns") and not title
    return (before.pos == "PROPN" or speaker) and token.pos == "NOUN" and not page.is_word(index, "speaker_nouns")


def content_of(page: Page, index: int, source: Sequence[int]) -> list[int]:
    """What a prepositional cue tells: the rest of a sentence that it opens, else the clause that it hangs on."""
    sentence, last = page.sentence(index), max((index + 1, *source))
    taken = {index, index + 1, *source}
    if page.comma_free and opens_sentence(page, index, sentence):
        return trimmed(page, list(range(last + 1, sentence.last)))
    if interrupts(page, index, sentence):
        host = page.subtree(host_of(page, index, climb=False))
        return trimmed(page, [part for part in host if part > last])
    closing = all(page.tokens[part].pos in {"PUNCT", "SPACE"} for part in range(last + 1, sentence.last))
    return trimmed(page, [part for part in page.subtree(host_of(page, index, climb=closing)) if part not in taken])


def interrupts(page: Page, index: int, sentence: Sentence) -> bool:
    """Whether the cue stands between commas right after a word that opens a subordinate clause ("when, according to X,")."""
    word = index - 2
    return word >= sentence.first and page.is_word(index - 1, "comma") and page.is_word(word, "subordinators")


def opens_sentence(page: Page, index: int, sentence: Sentence) -> bool:
    """Whether nothing but a linking word stands before the cue in its sentence."""
    return all(page.tokens[part].pos in {"CCONJ", "ADV", "PUNCT", "SPACE"} for part in range(sentence.first, index))


def host_of(page: Page, index: int, *, climb: bool) -> int:
    """The verb that a prepositional cue hangs on; one that closes its sentence hangs on the whole statement."""
    host = next((head for head in page.tree.ancestors(index) if page.tokens[head].pos in VERBAL), None)
    if host is None:
        return page.tokens[index].head
    while climb and page.tokens[host].relation in CLIMBED:
        above = next((head for head in page.tree.ancestors(host) if page.tokens[head].pos in VERBAL), None)
        if above is None or (page.tokens[host].relation == "clause" and speaks(page, above)):
            break
        host = above
    return host


def speaks(page: Page, verb: int) -> bool:
    """Whether a verb is an active cue: what hangs on it is told by its subject."""
    return page.lexicon.verb(page.tokens[verb].lemma) is not None and not is_passive(page, verb)
