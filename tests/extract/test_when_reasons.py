"""No event and no saying takes a day that no words give: it has its expression, or an interval with the rule that made it."""

from __future__ import annotations

import pytest

from counterclaim.cli.run import example_folder
from counterclaim.flow import open_kit, read_with
from counterclaim.kit import Settings
from counterclaim.knowledge.load import load
from counterclaim.read import read_paths
from counterclaim.read.document import make_document

PUBLISHED = "2021-09-06"


def triggers() -> list[str]:
    """The example of every trigger, in two texts: all as the publisher's own words, all as what somebody said."""
    kinds = [kind for kind in load().events.values() if kind.name != "other"]
    found = [
        str(entry["example"])
        for kind in kinds
        for entries in (kind.data.get("triggers") or {}).get("en", {}).values()
        for entry in entries
        if "example" in entry
    ]
    assert len(found) > 100
    return [" ".join(found), " ".join(f"The Harbour League said: “{text}”" for text in found)]


@pytest.fixture(scope="module")
def readings():
    kit = open_kit(Settings())
    documents = list(read_paths([str(example_folder())], kit.settings, kit.knowledge))
    documents += [make_document(text, uri=f"{n}.txt", published=PUBLISHED) for n, text in enumerate(triggers())]
    return list(read_with(documents, kit))


def whens(readings, *, said: bool):
    for reading in readings:
        for claim in reading.claims:
            if said and claim.attribution is not None:
                yield claim, claim.said
            elif not said and claim.event is not None:
                yield claim, claim.event.when


@pytest.mark.parametrize("said", [True, False], ids=["sayings", "events"])
def test_each_has_an_expression_or_an_interval_with_its_rule(readings, said):
    found = list(whens(readings, said=said))
    assert len(found) > 100
    for claim, when in found:
        assert when is not None and when.rule, claim.sentence.text
        if when.span is None:
            assert when.precision in ("interval", "vague") and when.earliest != when.latest, (claim.sentence.text, when)


def test_an_expression_stands_in_the_text_of_the_report(readings):
    texts = {reading.document.id: reading.document.text for reading in readings}
    spans = [when.span for said in (True, False) for _, when in whens(readings, said=said) if when and when.span]
    assert spans and all(texts[span.document][span.start : span.end] == span.text for span in spans)
