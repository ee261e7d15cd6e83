"""Names folded across romanisations: shared keys, scores, laws."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.folding import fold, name_score
from counterclaim.knowledge.tables import folding_table

TABLE = folding_table()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Panjshir", "Pandjir"), ("Panjshir", "Punjir"), ("Bazarak", "Basarak"), ("Sabiullah", "Zabihullah"),
        ("Kharkiv", "Charkiw"), ("Mekelle", "Mek'ele"), ("Deir ez-Zor", "Deir al-Zour"),
        ("Masar-e Sharif", "Mazar-i-Sharif"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_share_a_key_and_score_high(left: str, right: str) -> None:
    assert set(fold(left, TABLE)) & set(fold(right, TABLE))
    assert name_score(left, right, TABLE) >= 0.9


@pytest.mark.parametrize(
    ("left", "right"),
    [("Ahmad Massoud", "Ahmad Shah Massoud"), ("Paktia", "Paktika"), ("M23", "M27"), ("NRF", "NRA"), ("Palma", "Panama")],
)
def test_different_names_score_low(left: str, right: str) -> None:
    assert name_score(left, right, TABLE) < 0.88


@pytest.mark.parametrize(
    ("acronym", "name"),
    [("NRF", "National Resistance Front"), ("HTS", "Hayat Tahrir al-Sham"), ("AQAP", "al-Qaeda in the Arabian Peninsula")],
)
def test_an_acronym_stands_for_its_words(acronym: str, name: str) -> None:
    assert name_score(acronym, name, TABLE) == 1.0


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=20), st.text(max_size=20))
def test_a_score_is_symmetric_and_between_0_and_1(left: str, right: str) -> None:
    score = name_score(left, right, TABLE)
    assert 0.0 <= score <= 1.0
    assert abs(score - name_score(right, left, TABLE)) < 1e-9


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=20))
def test_folding_takes_any_text(name: str) -> None:
    assert all(isinstance(key, str) for key in fold(name, TABLE))
