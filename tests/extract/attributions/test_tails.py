"""What another said, told beside what is said, is the writer's and no part of it."""

from __future__ import annotations

import pytest

from counterclaim.extract.attribution import find_attributions


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The army said its troops had left Qorvane, a day after the rebels claimed to have captured the base there.",
         "its troops had left Qorvane"),
        ("The mayor said that thirty people had died in the strike, while the army said it had hit a camp.",
         "that thirty people had died in the strike"),
        ("The army said the rebels had shelled the town after they promised to stop.",
         "the rebels had shelled the town after they promised to stop"),
    ],
)  # fmt: skip
def test_a_content_ends_where_the_writer_tells_what_another_said(annotated, kit, text, content):
    first = min(find_attributions(annotated(text), kit), key=lambda one: one.cue.start)
    assert first.content is not None and first.content.text == content
