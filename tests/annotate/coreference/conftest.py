from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def by_text(annotated):
    """A function: text in, its mentions by their words out."""

    def run(text: str, **known: object):
        return {mention.span.text: mention for mention in annotated(text, **known).mentions}

    return run
