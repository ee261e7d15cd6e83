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


def test_the_air_force_is_not_the_monitor_named_before(by_text) -> None:
    text = "Dozens died in Syria, the Syrian Observatory for Human Rights said. The air force dropped barrel bombs on the town."
    assert by_text(text)["The air force"].known != "syria/sohr"


def test_groups_are_not_the_one_organisation_named_before(by_text) -> None:
    text = "Nine died in Syria, the Syrian Observatory for Human Rights said. The rights groups condemned the raids."
    named = by_text(text)
    assert named["The rights groups"].chain != named["Syrian Observatory for Human Rights"].chain


def test_who_closes_a_headline_is_not_the_name_that_follows_it(annotated) -> None:
    title = "Syria army kills 12 rebels in mountain ambush NGO"
    text = f"{title} Syrian troops killed 12 rebels in an ambush in the mountains on Sunday a monitoring group said."
    speaker = next(one for one in annotated(text, title=title).mentions if one.span.end == len(title))
    assert (speaker.span.text, speaker.side) == ("NGO", None)


def test_who_closes_a_headline_is_no_part_of_what_it_tells(annotated) -> None:
    title = "Syria army kills 12 rebels in mountain ambush NGO"
    text = f"{title} Syrian troops killed 12 rebels in an ambush in the mountains on Sunday a monitoring group said."
    assert not [
        one for one in annotated(text, title=title).mentions if one.span.text.startswith("12") and "NGO" in one.span.text
    ]


def test_the_group_is_the_subject_and_not_the_body_that_it_is_an_affiliate_of(reading):
    (claim,) = reading("JNIM, an al-Qaeda affiliate, had attacked an army base near Ouahigouya, the group said.").claims
    assert claim.source.name == "JNIM"
