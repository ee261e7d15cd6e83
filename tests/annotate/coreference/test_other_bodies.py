"""A noun within a description tells one body from another."""

from __future__ import annotations


def test_the_defence_ministry_is_not_the_interior_ministry_named_before(annotated) -> None:
    text = "The Afghan interior ministry denied the report. There was no comment from the defence ministry."
    named = {mention.span.text: mention.chain for mention in annotated(text, published="2018-09-05").mentions}
    assert named["the defence ministry"] != named["Afghan interior ministry"]


def test_the_ministry_is_the_one_named_before(annotated) -> None:
    text = "The Afghan interior ministry denied the report. The ministry said that nobody had died."
    named = {mention.span.text: mention.chain for mention in annotated(text, published="2018-09-05").mentions}
    assert named["The ministry"] == named["Afghan interior ministry"]
