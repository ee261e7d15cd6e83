import pytest

from counterclaim.extract.attribution import find_attributions

SAID = [
    ("The spokesman said that the town had fallen.", "The spokesman", "said", "that the town had fallen", "say"),
    ("“We hold the bridge,” the commander said.", "the commander", "said", "“We hold the bridge,”", "say"),
    ("Several rebels had fled, the ministry said.", "the ministry", "said", "Several rebels had fled", "say"),
    ("The group denied that it had shelled the camp.", "The group", "denied", "that it had shelled the camp", "deny"),
    ("According to the statement, two soldiers died.", "the statement", "According to", "two soldiers died", "relay"),
    ("The minister called for a truce.", "The minister", "called for", "a truce", "demand"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content", "cue_class"), SAID)
def test_a_cue_gives_source_and_content(annotated, kit, text, source, cue, content, cue_class):
    (found, *_) = find_attributions(annotated(text), kit)
    assert (found.source.text, found.cue.text, found.content.text, found.cue_class) == (source, cue, content, cue_class)
