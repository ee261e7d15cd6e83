"""Through whom a claim came: the outer tellings that it is told within, outermost first."""

from __future__ import annotations

from counterclaim.extract.claiming.channel import cue_head
from counterclaim.extract.claiming.page import Page
from counterclaim.extract.claiming.sources import party_of
from counterclaim.records import Attribution, Party

# who denies a thing or keeps silent on it passes nothing on
KEPT_BACK = frozenset({"deny", "reject", "silence", "retract"})


def via_of(attribution: Attribution, page: Page) -> tuple[Party, ...]:
    """The sources of the tellings around an attribution that pass it on, outermost first."""
    found: list[Party] = []
    seen = {attribution.id}
    inner, parent = attribution, attribution.parent
    while parent is not None and parent not in seen and parent in page.attributions:
        seen.add(parent)
        outer = page.attributions[parent]
        if is_aside(inner, outer, page):
            break
        if outer.source is not None and outer.cue_class not in KEPT_BACK and not outer.negated:
            found.append(party_of(outer.source, page))
        inner, parent = outer, outer.parent
    return tuple(reversed(found))


def is_aside(inner: Attribution, outer: Attribution, page: Page) -> bool:
    """Whether a telling is the publisher's aside within another's, a relative clause after a comma ("..., which he denied")."""
    head, inside = cue_head(inner, page), set(page.tokens_of(outer.content))
    for index in (head, *page.tree.ancestors(head)) if head is not None else ():
        if index not in inside or is_quoted(index, page):
            return False
        if page.tokens[index].relation in ("relative_clause", "apposition"):
            first = page.tree.subtree(index)[0]
            if first > 0 and page.tokens[first - 1].pos == "PUNCT":
                return True
    return False


def is_quoted(index: int, page: Page) -> bool:
    """Whether a token stands within a quotation."""
    start = page.tokens[index].start
    return any(quote.span.start <= start < quote.span.end for quote in page.annotated.quotations)
