from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def told(reading):
    """A function: text in, the claims that are not the narrator's out."""

    def run(text: str, **known: object):
        return [claim for claim in reading(text, **known).claims if claim.source.kind != "narrator"]

    return run


@pytest.fixture(scope="session")
def claim_on(told):
    """A function: text and words of a content in, the claim whose content holds them out."""

    def run(text: str, words: str):
        found = [claim for claim in told(text) if claim.content and words in claim.content.text]
        assert found, f"no claim on {words!r}; there are: {[c.content.text for c in told(text) if c.content]}"
        return min(found, key=lambda claim: len(claim.content.text))

    return run
