"""The words that tell one telling from another, as hashes: names, numbers and what is not common in such reports."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.reconcile.lexicon import Lexicon
from counterclaim.reconcile.tellings import Telling
from counterclaim.records import Document, Reading

WORD = re.compile(r"\w+")
LEAD_TEXT = 2500
MOST = 150


def telling_words(reading: Reading, tellings: Sequence[Telling], lexicon: Lexicon) -> list[Telling]:
    """The tellings with their words: those of their sentences, and of the report's first part for what it leads with."""
    sentences = {claim.id: claim.sentence.text for claim in reading.claims}
    lead = lead_words(reading.document, lexicon)
    return [replace(one, words=lead if one.lead else own_words(one, sentences, lexicon)) for one in tellings]


def lead_words(document: Document, lexicon: Lexicon) -> frozenset[int]:
    """The words of the title and of the first part of a report."""
    text = document.text[document.body_start : document.body_start + LEAD_TEXT]
    return hashed(f"{document.title or ''} {text}", lexicon)


def own_words(telling: Telling, sentences: dict[str, str], lexicon: Lexicon) -> frozenset[int]:
    """The words of the sentences that a telling rests on."""
    return hashed(" ".join(dict.fromkeys(sentences[claim] for claim in telling.claims if claim in sentences)), lexicon)


def hashed(text: str, lexicon: Lexicon) -> frozenset[int]:
    """The hashes of the telling words of a text, the first of them where there are very many."""
    words = dict.fromkeys(word for word in WORD.findall(text.casefold()) if is_telling(word, lexicon))
    return frozenset(zlib.crc32(word.encode()) for word in list(words)[:MOST])


def is_telling(word: str, lexicon: Lexicon) -> bool:
    """Whether a word can tell one happening from another: longer than three letters, or a number of two digits."""
    if word.isdigit():
        return len(word) == 2
    return len(word) > 3 and word not in lexicon.common
