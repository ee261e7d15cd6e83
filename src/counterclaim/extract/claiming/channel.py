"""Through what a thing was said, and when: what hangs on the cue beside the content."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.extract.claiming.page import Page
from counterclaim.extract.claiming.sources import speaks
from counterclaim.records import Attribution, Channel, Party, Span

LINKS = frozenset({"conjunct"})


def cue_head(attribution: Attribution, page: Page) -> int | None:
    """The token that heads the cue, or None where there is no cue."""
    indices = page.tokens_of(attribution.cue)
    if not indices:
        return None
    inside = set(indices)
    return next((i for i in indices if page.tokens[i].head not in inside or page.tokens[i].head == i), indices[0])


def beside_cue(attribution: Attribution, page: Page) -> list[int]:
    """The tokens of source and cue and of what hangs on the cue, content left out."""
    head, content = cue_head(attribution, page), set(page.tokens_of(attribution.content))
    own = set(page.tokens_of(attribution.source)) | set(page.tokens_of(attribution.cue))
    hanging: set[int] = set()
    if head is not None:
        barred = [child for child in page.tree.having(head, *LINKS) if page.tree.child(child, "subject", "passive_subject")]
        clauses = page.tree.having(head, "clause", "adverbial_clause", "parataxis", "relative_clause")
        hanging = set(page.tree.subtree(head, without=[*barred, *clauses]))
    return sorted(own | (hanging - content))


def channel_of(beside: Sequence[int], source: Party, page: Page) -> Channel | None:
    """The channel that the words beside a content name; reports of media are `media_report`."""
    found = channel_in([page.tokens[index].text for index in beside], page)
    if found == "broadcast" and is_person(source):
        return None
    if found is not None:
        return found
    if source.kind == "document" and reports(source.span, page) and names_author(source, page):
        return "statement"
    return "media_report" if source.kind == "media" or is_reporter(source, page) else None


def is_reporter(source: Party, page: Page) -> bool:
    """Whether a reporter speaks, named or not."""
    lemmas = {page.tokens[index].lemma.lower() for index in page.tokens_of(source.span)}
    return bool(lemmas & page.vocabulary.lemmas["reporter"])


def names_author(source: Party, page: Page) -> bool:
    """Whether the words of a document name whose it is."""
    return any(speaks(mention) for mention in page.mentions_in(page.tokens_of(source.span)))


def is_person(source: Party) -> bool:
    """Whether a person or group speaks, to a broadcaster or not, and not the broadcaster."""
    return source.kind in {"person", "unnamed", "witness"}


def reports(source: Span | None, page: Page) -> bool:
    """Whether the words of a source speak of a report or another document that is put out."""
    return source is not None and bool(page.vocabulary.statement_documents.search(source.text))


def channel_in(words: Sequence[str], page: Page) -> Channel | None:
    """The channel that these words name: the first of the vocabulary's order."""
    text = " ".join(words)
    for entry in page.vocabulary.channels:
        if entry.pattern.search(text):
            return entry.value  # type: ignore[return-value]
    return None
