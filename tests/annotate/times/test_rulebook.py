"""A language file with a rule that cannot work is refused by name, before any text is read."""

from __future__ import annotations

import pytest

from counterclaim.annotate.times.patterns import word_class
from counterclaim.annotate.times.rulebook import rulebook
from counterclaim.annotate.times.scan import WORD
from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.load import load

RULES = load().languages["en"].section("times")["rules"]

RULE = "kind: language\nname: en\ntimes:\n  rules:\n    - {id: odd, make: %s, guard: %s, patterns: ['%s']}\n"


@pytest.mark.parametrize(
    ("make", "guard", "pattern", "told"),
    [
        ("no such thing", "name", "<month>", "make is 'no such thing'"),
        ("date", "no such guard", "<month>", "guard is 'no such guard'"),
        ("date", "name", "<no_such_class>", "does not compile"),
        ("date", "name", "[<month>]", "everything in it is optional"),
    ],
)
def test_a_rule_that_cannot_work_is_named(tmp_path, make, guard, pattern, told):
    (tmp_path / "times.yaml").write_text(RULE % (make, guard, pattern), encoding="utf-8")
    with pytest.raises(KnowledgeError, match="'odd'") as error:
        rulebook((tmp_path,), "en")
    assert told in str(error.value)


def test_a_rule_of_a_plug_in_folder_is_used(tmp_path):
    (tmp_path / "times.yaml").write_text(RULE % ("weekday", "", "market_day <weekday>"), encoding="utf-8")
    book = rulebook((tmp_path,), "en")
    assert "odd" in {rule.id for rule in book.by_first["market"]}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_the_gate_of_a_word_lets_through_what_a_rule_of_it_matches(rule):
    book, text = rulebook((), "en"), rule["example"]
    starts = {word.start(): word.group().casefold() for word in WORD.finditer(text)}
    for at, word in starts.items():
        key = "#" if word[0].isdigit() else word
        matched = any(found.pattern.regex.match(text, at) for found in book.by_first.get(key, ()))
        gate = book.gate(key)
        assert bool(gate and gate.match(text, at)) is matched


def test_gates_are_compiled_for_the_words_met(tmp_path):
    book = rulebook((tmp_path,), "en")
    assert not book.gates
    assert book.gate("yesterday") is book.gate("yesterday")
    assert book.gate("Karsun") is None
    assert set(book.gates) == {"yesterday"}


def test_a_class_whose_shape_does_not_compile_is_named(tmp_path):
    (tmp_path / "times.yaml").write_text(
        "kind: language\nname: en\ntimes:\n  classes:\n    odd: {shape: '(('}\n", encoding="utf-8"
    )
    with pytest.raises(KnowledgeError, match="class 'odd'"):
        rulebook((tmp_path,), "en")


def test_words_of_several_tables_add_up():
    found = word_class({}, None, (), ({"twenty": 20, "thirty": 30}, {"one": 1, "two": 2}))
    assert found.words["thirty-two"] == found.words["thirty two"] == "32"
    assert found.first == {"twenty", "thirty"}
