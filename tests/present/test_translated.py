"""A translated sentence is nobody's own words: no brief or list puts it in quotation marks."""

import pytest

from counterclaim.flow import view_of
from counterclaim.kit import Settings
from counterclaim.present.brief.model import Line
from counterclaim.present.brief.text import sentence_of
from counterclaim.present.index import build_index
from counterclaim.present.listing import claim_line

TEXT = "Rebels captured the town of Bakhmut on Monday, a spokesman for the army said."


def line(translated: str | None) -> Line:
    return Line(
        who="army", stance="asserts", channel=None, day=None, sentence="We won.", uri="a.txt", start=0, claim="c",
        translated=translated,
    )  # fmt: skip


@pytest.mark.parametrize(("language", "words"), [(None, "“We won.”"), ("ru", "(translated from ru) We won.")])
def test_only_what_was_written_so_stands_in_quotation_marks(language, words):
    assert sentence_of(line(language)) == words


@pytest.mark.parametrize(("language", "marked"), [(None, False), ("ru", True)])
def test_a_listed_claim_says_that_its_report_was_translated(reading, language, marked):
    view = view_of([reading(TEXT, translated_from=language)], Settings())
    listed = claim_line(view.readings[0].claims[0], build_index(view))
    assert (f"(translated from ru) {TEXT}" in listed) is marked
    assert (f"“{TEXT}”" in listed) is not marked
