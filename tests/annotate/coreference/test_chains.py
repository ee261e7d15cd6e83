"""Who is who within one document."""

from __future__ import annotations

import pytest


def chains(annotated, text, **known):
    return {mention.span.text: mention for mention in annotated(text, **known).mentions}


def test_an_acronym_in_brackets_is_the_name_before_it(annotated):
    found = chains(annotated, "The Golan Liberation Movement (GLM) denied the report. The GLM had no men there.")
    assert found["GLM"].chain == found["Golan Liberation Movement"].chain


def test_a_second_spokesman_is_not_the_first(annotated):
    found = chains(annotated, "NRF spokesman Karim Wali was killed. A second NRF spokesman denied the report.")
    assert found["A second NRF spokesman"].chain != found["Karim Wali"].chain


@pytest.mark.parametrize("pronoun", ["He", "himself"])
def test_a_pronoun_is_the_subject_before_it(annotated, pronoun):
    found = chains(annotated, "A Taliban spokesman shared a photo. He himself wrote that the war was over.")
    assert found[pronoun].chain == found["A Taliban spokesman"].chain


def test_islamists_are_the_taliban_where_the_document_speaks_of_no_other(annotated):
    found = chains(annotated, "Islamist Taliban militants took the post. The Islamists then burned it.")
    assert found["Islamists"].known == "afghanistan/taliban"


def test_islamists_stand_for_nobody_where_no_group_is_named(annotated):
    found = chains(annotated, "Fighting broke out in the port. The Islamists burned two lorries.")
    assert found["Islamists"].known is None
