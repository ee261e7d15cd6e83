"""A name of several groups means the one of the conflict that the document speaks of, and stays open without one."""

from __future__ import annotations

import pytest

from counterclaim.errors import KnowledgeError
from counterclaim.knowledge.load import load


def named(annotated, text: str, words: str):
    return next(mention for mention in annotated(text).mentions if mention.span.text == words)


@pytest.mark.parametrize(
    ("text", "words", "known"),
    [
        ("The ISI denied that it was behind the attack in Peshawar.", "ISI", "afghanistan/isi"),
        ("The ISI claimed the bombing in Baghdad.", "ISI", "syria/islamic-state"),
        ("The Taliban said the ISI had no men there.", "ISI", "afghanistan/isi"),
        ("The SNA took the village from Al-Shabaab.", "SNA", "somalia/army"),
        ("The SNA shelled the outskirts of Kismayo on Friday.", "SNA", "somalia/army"),
        ("The SNA shelled positions of the SDF.", "SNA", "syria/sna"),
        ("The SNA is backed by Turkey, residents of Syria said.", "SNA", "syria/sna"),
        ("The Russian army shelled Kharkiv, Ukrainian officials said.", "Russian army", "syria/russian-forces"),
        ("The Russian army bombed Idlib in Syria.", "Russian army", "syria/russian-forces"),
        ("Barkhane struck a column in Mali, the French army said.", "Barkhane", "sahel/barkhane"),
    ],
)
def test_the_conflict_that_a_document_speaks_of_decides(annotated, text, words, known):
    found = named(annotated, text, words)
    assert (found.known, found.candidates) == (known, ())


@pytest.mark.parametrize(
    ("text", "words", "candidates"),
    [
        ("Soldiers of the SNA entered the town.", "SNA", ("somalia/army", "syria/sna")),
        ("The ISI made no comment.", "ISI", ("afghanistan/isi", "syria/islamic-state")),
    ],
)
def test_without_context_a_name_stays_open_between_its_groups(annotated, text, words, candidates):
    found = named(annotated, text, words)
    assert (found.known, found.side, found.candidates) == (None, None, candidates)


def test_one_group_has_one_id_in_every_conflict():
    groups = load().groups()
    names: dict[str, set[str]] = {}
    for group in groups.values():
        for name in (group.name, *group.aliases):
            names.setdefault(name.casefold(), set()).add(group.same or group.id)
    assert {name for name, ids in names.items() if len(ids) > 1} <= {"isi", "sna"}


def test_a_group_that_is_the_same_as_none_is_an_error(tmp_path):
    page = "kind: conflict\nname: x\ncountries: []\ngroups:\n  - {id: a, name: A, same: y/b, source: s, example: e}\n"
    (tmp_path / "x.yaml").write_text(page, encoding="utf-8")
    with pytest.raises(KnowledgeError, match="no group with an entry of its own"):
        load((tmp_path,))
