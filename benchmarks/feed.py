"""A mixed feed out of the development sets: a share of reports on conflict among local, political and business news."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from html import unescape
from itertools import cycle, islice
from pathlib import Path

from counterclaim.read.document import make_document
from counterclaim.records import Document

TAG = re.compile(r"<[^>]+>")
LGL_TEXT = re.compile(r"<text>(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?</text>", re.DOTALL)


def conflict_texts(data: Path) -> Iterator[str]:
    """Reports on conflict: FA-KES, then articles on Afghanistan."""
    yield from syrian_texts(data)
    for path in sorted((data / "news/timeline17").rglob("*.txt")):
        yield path.read_text(encoding="utf-8", errors="replace")


def syrian_texts(data: Path) -> Iterator[str]:
    """The reports of FA-KES, in the order of the file."""
    csv.field_size_limit(10**8)
    with (data / "news/fa-kes/fa_kes_dev.csv").open(encoding="utf-8", errors="replace", newline="") as stream:
        yield from (row["article_content"] for row in csv.DictReader(stream))


def other_texts(data: Path) -> Iterator[str]:
    """News on other things: American local news, American politics, business (Wall Street Journal), in turn."""
    local = (unescape(TAG.sub("", text)) for text in LGL_TEXT.findall((data / "geo/LGL/lgl.xml").read_text(encoding="utf-8")))
    politics = (path.read_text(encoding="utf-8") for path in sorted((data / "attribution/polnear/train/text").glob("*.txt")))
    business = (
        unescape(TAG.sub("", path.read_text(encoding="utf-8")))
        for path in sorted((data / "time/TBAQ-cleaned").rglob("wsj_*.tml"))
    )
    sources = [local, politics, business]
    while sources:
        for source in list(sources):
            text = next(source, None)
            if text is None:
                sources.remove(source)
            elif text.strip():
                yield text


def mixed_feed(data: Path, size: int, *, one_in: int = 5) -> list[tuple[bool, Document]]:
    """So many documents, one in `one_in` of them about conflict; each with whether it is. Short of texts, they come again."""
    conflict, other = cycle(list(conflict_texts(data))), cycle(list(other_texts(data)))
    turns = (index % one_in == 0 for index in range(size))
    texts = [(about, next(conflict if about else other)) for about in turns]
    return [
        (about, make_document(text.strip(), uri=f"{number:06}.txt", published="2016-06-01"))
        for number, (about, text) in enumerate(islice(texts, size))
    ]


def main() -> None:
    """Prints the feed as JSON lines."""
    for about, document in mixed_feed(Path("../shared/data"), 100):
        print(json.dumps({"conflict": about, "text": document.text[:80]}))


if __name__ == "__main__":
    main()
