"""Shared fixtures: the shipped kit, a text reader, and the folder with outside data where it is present."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from counterclaim.annotate import annotate
from counterclaim.flow import open_kit, read_documents
from counterclaim.kit import Kit, Settings
from counterclaim.read.document import make_document
from counterclaim.records import Annotated, Reading

# the suite tries the same examples on every run, so that a change is judged by what it changed; `just laws` looks for new ones
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("new", derandomize=False, deadline=None, print_blob=True)
settings.load_profile("same")

SHARED = Path(os.environ.get("COUNTERCLAIM_SHARED", Path(__file__).parents[2] / "shared"))


@pytest.fixture(scope="session")
def kit() -> Kit:
    return open_kit(Settings())


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.exists():
        pytest.skip(f"no outside data at {SHARED}")
    return SHARED


@pytest.fixture(scope="session")
def annotated(kit: Kit):
    """A function: text (and published day) in, annotated document out."""

    def run(text: str, published: str | None = "2021-09-06", **known: object) -> Annotated:
        return next(annotate([make_document(text, uri="test.txt", published=published, **known)], kit))

    return run


@pytest.fixture(scope="session")
def reading(kit: Kit):
    """A function: text (and published day) in, everything that the map stages made of it out."""

    def run(text: str, published: str | None = "2021-09-06", **known: object) -> Reading:
        document = make_document(text, uri="test.txt", published=published, **known)
        return next(read_documents([document], kit.settings))

    return run
