import pytest

from counterclaim.extract.attribution import find_attributions

SAID = [
    ("The spokesman said that the town had fallen.", "The spokesman", "said", "that the town had fallen", "say"),
    ("“We hold the bridge,” the commander said.", "the commander", "said", "“We hold the bridge,”", "say"),
    ("Several rebels had fled, the ministry said.", "the ministry", "said", "Several rebels had fled", "say"),
    ("The group denied that it had shelled the camp.", "The group", "denied", "that it had shelled the camp", "deny"),
    ("According to the statement, two soldiers died.", "the statement", "According to", "two soldiers died", "relay"),
    ("Two dead in blast at market, police say", "police", "say", "Two dead in blast at market", "say"),
    (
        "The rebels denied the report; their men were safe, they said.",
        "they", "said", "their men were safe", "say",
    ),
    ("The minister called for a truce.", "The minister", "called for", "a truce", "demand"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "cue", "content", "cue_class"), SAID)
def test_a_cue_gives_source_and_content(annotated, kit, text, source, cue, content, cue_class):
    found = find_attributions(annotated(text), kit)[-1]
    assert (found.source.text, found.cue.text, found.content.text, found.cue_class) == (source, cue, content, cue_class)


def test_a_citation_of_nothing_said_is_no_relay(annotated, kit):
    assert all(one.content is not None for one in find_attributions(annotated("0 000 said citing A"), kit))


def test_an_adjunct_before_a_closing_cue_is_not_what_was_said(annotated, kit):
    found = find_attributions(annotated("After the raid on the market, police said."), kit)
    assert not [one for one in found if one.construction.startswith("verb")]
