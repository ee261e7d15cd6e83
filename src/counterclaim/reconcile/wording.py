"""The words that tell one telling from another, as hashes: names, numbers and what is not common in such reports.

A word is the hash of its case-folded letters, doubled, plus one where the text writes it with a capital.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.reconcile.lexicon import Lexicon
from counterclaim.reconcile.tellings import Telling
from counterclaim.records import Document, Reading

WORD = re.compile(r"\w+")
LEAD_TEXT = 6000
MOST = 250
REPEATED = 3


def telling_words(reading: Reading, tellings: Sequence[Telling], lexicon: Lexicon) -> list[Telling]:
    """The tellings with their words: those of their sentences, and of the whole report for what it leads with."""
    sentences = {claim.id: claim.sentence.text for claim in reading.claims}
    lead = lead_words(reading.document, lexicon)
    return [replace(one, words=lead if one.lead else own_words(one, sentences, lexicon)) for one in tellings]


def lead_words(document: Document, lexicon: Lexicon) -> tuple[int, ...]:
    """The words of the title and of the report."""
    text = document.text[document.body_start : document.body_start + LEAD_TEXT]
    return hashed(f"{document.title or ''} {text}", lexicon)


def own_words(telling: Telling, sentences: dict[str, str], lexicon: Lexicon) -> tuple[int, ...]:
    """The words of the sentences that a telling rests on."""
    return hashed(" ".join(dict.fromkeys(sentences[claim] for claim in telling.claims if claim in sentences)), lexicon)


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
