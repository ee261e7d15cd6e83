"""The words that tell one telling from another, as hashes: names, numbers and what is not common in such reports.

A word is the hash of its case-folded letters, doubled, plus one where the text writes it with a capital.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.reconcile.details import Bounds, details_in, grounds_in, persons_in
from counterclaim.reconcile.lexicon import Lexicon
from counterclaim.reconcile.round_ups import opening, tells_of_several
from counterclaim.reconcile.tellings import Telling
from counterclaim.records import Document, Reading, Span

WORD = re.compile(r"\w+")
FILM = re.compile(r"\s*\d{1,2}:\d\d\s+\S")
QUOTED = re.compile(r"[\"“”«»‘]")
LEAD_TEXT = 6000
MOST = 250
REPEATED = 3
PARAGRAPH, LONG = "\n", 800


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The telling words and the details of a whole report, and whether it tells of `several` happenings."""

    words: tuple[int, ...]
    details: frozenset[str]
    several: bool


def wording_of(reading: Reading, lexicon: Lexicon) -> Wording:
    """The wording of a whole report."""
    bounds = [(0, reading.document.body_start + LEAD_TEXT)]
    words, details = worded(lead_text(reading.document, lexicon), bounds, reading, lexicon)
    return Wording(words=words, details=details, several=tells_of_several(reading.document, details, lexicon))


def telling_words(reading: Reading, tellings: Sequence[Telling], whole: Wording, lexicon: Lexicon) -> list[Telling]:
    """The tellings with their words: those of their sentences; for what a report tells most of, of the whole report.

    A round-up of several happenings lends to each of them the words of its own paragraphs.
    """
    late = lexicon.outcomes.search(opening(reading.document)) is not None
    sentences = {claim.id: bounds_of(claim.sentence, reading.document, whole=whole.several) for claim in reading.claims}
    return [
        replace(one, words=whole.words, details=whole.details | grounds_in(reading), late=late)
        if one.lead and not whole.several
        else own_wording(one, sentences, reading, lexicon)
        for one in tellings
    ]


def bounds_of(sentence: Span, document: Document, *, whole: bool) -> Bounds:
    """Where a sentence begins and ends, or the `whole` paragraph that holds it, unless that is long."""
    if not whole:
        return sentence.start, sentence.end
    start = document.text.rfind(PARAGRAPH, 0, sentence.start) + 1
    end = document.text.find(PARAGRAPH, sentence.end)
    bounds = (start, end if end >= 0 else len(document.text))
    return bounds if bounds[1] - bounds[0] <= LONG else (sentence.start, sentence.end)


def own_wording(telling: Telling, sentences: Mapping[str, Bounds], reading: Reading, lexicon: Lexicon) -> Telling:
    """A telling with the words and details of the stretches that it rests on."""
    own = sorted({sentences[claim] for claim in telling.claims if claim in sentences})
    text = " ".join(dict.fromkeys(reading.document.text[start:end] for start, end in own))
    words, details = worded(text, own, reading, lexicon)
    return replace(telling, words=words, details=details)


def worded(
    text: str, bounds: Sequence[tuple[int, int]], reading: Reading, lexicon: Lexicon
) -> tuple[tuple[int, ...], frozenset[str]]:
    """The telling words of a text, and its details with the persons named within these stretches of the report."""
    return hashed(text, lexicon), details_in(text, lexicon.details) | persons_in(reading, bounds)


def lead_text(document: Document, lexicon: Lexicon) -> str:
    """The title and the report, without lines that speak to the reader of the page and links to films."""
    lines = document.text[document.body_start : document.body_start + LEAD_TEXT].splitlines()
    return "\n".join([document.title or "", *(line for line in lines if not is_furniture(line, lexicon))])


def is_furniture(line: str, lexicon: Lexicon) -> bool:
    """Whether a line of a page is a link to a film, by its length in front, or speaks to the reader; never one that quotes."""
    return FILM.match(line) is not None or (QUOTED.search(line) is None and lexicon.reader.search(line) is not None)


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
