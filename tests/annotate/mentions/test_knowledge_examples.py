"""Every group, person and outlet of the knowledge files is found in its own example sentence."""

from __future__ import annotations

from counterclaim.annotate import annotate
from counterclaim.knowledge.load import load
from counterclaim.read.document import make_document


def test_every_entry_is_found_in_its_example(kit):
    wanted = [
        (getattr(entry, "same", None) or entry.id, entry.example)
        for conflict in load().conflicts.values()
        for entry in (*conflict.groups, *conflict.people)
        if entry.example
    ]
    documents = [make_document(text, uri=f"{number}.txt") for number, (_, text) in enumerate(wanted)]
    found = [{mention.known for mention in annotated.mentions} for annotated in annotate(documents, kit)]
    missed = [f"{key}: {text}" for (key, text), known in zip(wanted, found, strict=True) if key not in known]
    assert not missed


def test_every_group_and_person_names_its_source_and_gives_an_example():
    bare = [
        entry.id
        for conflict in load().conflicts.values()
        for entry in (*conflict.groups, *conflict.people)
        if not entry.source or not entry.example
    ]
    assert not bare
