"""Words from reports made harmless for a terminal: no control characters, no marks that turn the direction of text."""

from __future__ import annotations

import re

HARMFUL = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def printable(text: str) -> str:
    r"""The text on one line, harmful characters shown as a replacement mark.

    >>> printable("a\x1b[31m\nb")
    'a�[31m b'
    """
    return " ".join(HARMFUL.sub("\ufffd", text).split())
