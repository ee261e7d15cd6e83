"""The words that tell one telling from another, as hashes: names, numbers and what is not common in such reports.

A word is the hash of its case-folded letters, doubled, plus one where the text writes it with a capital.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from counterclaim.reconcile.details import details_in, is_round_up, persons_in
from counterclaim.reconcile.lexicon import Lexicon
from counterclaim.reconcile.tellings import Telling
from counterclaim.records import Document, Reading, Span

WORD = re.compile(r"\w+")
LEAD_TEXT = 6000
MOST = 250
REPEATED = 3


def telling_words(reading: Reading, tellings: Sequence[Telling], lexicon: Lexicon) -> list[Telling]:
    """The tellings with their words: those of their sentences; for what a report tells most of, of the whole report.

    A round-up of many happenings lends its words to none of them.
    """
    lead = worded(lead_text(reading.document), [(0, reading.document.body_start + LEAD_TEXT)], reading, lexicon)
    alone = is_round_up(lead[1])
    sentences = {claim.id: claim.sentence for claim in reading.claims}
    return [
        replace(one, words=lead[0], details=lead[1])
        if one.lead and not alone
        else own_wording(one, sentences, reading, lexicon)
        for one in tellings
    ]


def own_wording(telling: Telling, sentences: Mapping[str, Span], reading: Reading, lexicon: Lexicon) -> Telling:
    """A telling with the words and details of the sentences that it rests on."""
    own = {sentences[claim].start: sentences[claim] for claim in telling.claims if claim in sentences}
    text = " ".join(dict.fromkeys(own[start].text for start in sorted(own)))
    words, details = worded(text, [(span.start, span.end) for span in own.values()], reading, lexicon)
    return replace(telling, words=words, details=details)


def worded(
    text: str, bounds: Sequence[tuple[int, int]], reading: Reading, lexicon: Lexicon
) -> tuple[tuple[int, ...], frozenset[str]]:
    """The telling words of a text, and its details with the persons named within these stretches of the report."""
    return hashed(text, lexicon), details_in(text, lexicon.details) | persons_in(reading, bounds)


def lead_text(document: Document) -> str:
    """The title and the report."""
    text = document.text[document.body_start : document.body_start + LEAD_TEXT]
    return f"{document.title or ''} {text}"


def hashed(text: str, lexicon: Lexicon) -> tuple[int, ...]:
    """The telling words of a text in order, repeated ones up to three times, the first where there are very many."""
    written: dict[str, list[str]] = {}
    for word in WORD.findall(text):
        written.setdefault(word.casefold(), []).append(word)
    told = [(word, forms) for word, forms in written.items() if is_telling(word, lexicon)][:MOST]
    return tuple(sorted(code for word, forms in told for code in [code_of(word, forms)] * min(len(forms), REPEATED)))


def code_of(word: str, forms: Sequence[str]) -> int:
    """The hash of a word, odd where most of its forms begin with a capital or a digit."""
    capital = sum(form[0].isupper() or form[0].isdigit() for form in forms) * 2 > len(forms)
    return zlib.crc32(word.encode()) * 2 + capital


def is_telling(word: str, lexicon: Lexicon) -> bool:
    """Whether a word can tell one happening from another: longer than three letters, or a number of two digits."""
    if word.isdigit():
        return len(word) == 2
    return len(word) > 3 and word not in lexicon.common


def counted(words: Sequence[int]) -> Counter[int]:
    """How often a telling has each word."""
    return Counter(words)
