"""Text out of a fragment of HTML, paragraphs apart, scripts and styles left out."""

from __future__ import annotations

import re
from html.parser import HTMLParser

BLOCKS = frozenset(
    ("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "blockquote", "section", "article")
)
SILENT = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "object"})
GAPS = re.compile(r"\s*\n\s*")
SPACES = re.compile(r"[ \t\r\f\v\u00a0]+")


class TextOf(HTMLParser):
    """Collects the text of a fragment; `pieces` holds it in order, a line break at each block."""

    def __init__(self) -> None:
        """Begins with nothing."""
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes a block or the beginning of something silent."""
        self.silent += tag in SILENT
        if tag in BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Notes the end of a block or of something silent."""
        self.silent = max(0, self.silent - (tag in SILENT))
        if tag in BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        """Keeps text that is shown."""
        if not self.silent:
            self.pieces.append(SPACES.sub(" ", data.replace("\n", " ")))


def plain_text(fragment: str) -> str:
    """The text of a fragment of HTML, an empty line between paragraphs."""
    parser = TextOf()
    parser.feed(fragment)
    parser.close()
    return GAPS.sub("\n\n", "".join(parser.pieces)).strip()
