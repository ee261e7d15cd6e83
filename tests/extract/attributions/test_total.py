import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.extract.attribution import find_attributions

PIECES = [
    "said", "The army", "“", "”", '"', "'", ",", ".", "that", "who", "according to",
    "citing", ":", "—", "\n\n", "denied",
          "it was", "not clear", "no comment from", "reportedly", "the claim of", "(", ")", "he", "would", "fled",
    "told", "’",
]  # fmt: skip


TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))


def test_no_text_raises_and_every_span_is_its_text(annotated, kit):
    @settings(max_examples=80, deadline=None)
    @given(TEXTS)
    def holds(text):
        for one in find_attributions(annotated(text), kit):
            for span in (one.cue, one.source, one.content):
                if span is not None and not span.pieces:
                    assert text[span.start : span.end] == span.text
            assert one.content is not None or one.cue_class == "silence"

    holds()


def test_one_cue_gives_one_attribution_and_parents_are_there(annotated, kit):
    @settings(max_examples=40, deadline=None)
    @given(TEXTS)
    def holds(text):
        found = find_attributions(annotated(text), kit)
        ids = {one.id for one in found}
        cues = [(one.cue.start, one.cue.end) for one in found if one.cue is not None]
        assert len(ids) == len(found)
        assert all(one.parent is None or one.parent in ids for one in found)
        assert len(set(cues)) == len(cues)

    holds()


@pytest.mark.parametrize("text", ["", " ", "\n\n", "said", "“", "“said", ":", "—", "“”", "“Go” — ", "X:"])
def test_scraps_give_no_error(annotated, kit, text):
    assert isinstance(find_attributions(annotated(text), kit), tuple)


def test_an_unclosed_quotation_loses_nothing_but_itself(annotated, kit):
    text = "“We hold the bridge, the colonel said.\n\nThe mayor said that the town was empty."
    sources = [one.source.text for one in find_attributions(annotated(text), kit) if one.source]
    assert "The mayor" in sources


def test_a_document_of_one_long_line_is_read(annotated, kit):
    text = "The army said that the town was quiet. " * 400
    assert len(find_attributions(annotated(text), kit)) == 400


def test_a_quotation_that_fills_the_next_paragraph_goes_on_with_the_same_telling(annotated, kit):
    text = "“We came at dawn,” the colonel said.\n\n“The houses were empty and the road was mined.”"
    (found,) = [one for one in find_attributions(annotated(text), kit) if one.parent is None]
    assert found.source.text == "the colonel"
    assert found.content.end == len(text)


def test_a_quotation_left_open_belongs_to_the_paragraph_that_closes_it(annotated, kit):
    text = "“The houses were empty and the road was mined.\n\n“Nobody was left in the town,” the colonel said."
    (found,) = [one for one in find_attributions(annotated(text), kit) if one.parent is None]
    assert found.source.text == "the colonel"
    assert found.content.start == 0
