"""A folder outside the tree adds one of each kind; two that clash give an error that names both files."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterclaim import plugins
from counterclaim.errors import KnowledgeError, PluginError
from counterclaim.knowledge.load import load

EXPORT = 'name = "{}"\nsummary = "a test"\n\n\ndef write(view, stream):\n    return 0\n'
FORMAT = """
name = "{}"
suffixes = (".x",)
def fits(source): return False
def read(source, options): return iter(())
"""
ENGINE = """
name = "mine"
def map(*given): pass
def group(*given): pass
"""
CONFLICT = """
kind: conflict
name: {}
countries: [XK]
groups: [{{id: a, name: Harbour League, example: The Harbour League spoke.}}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for kind in ("formats", "exports", "backends", "engines", "taggers"):
        (tmp_path / kind).mkdir()
    (tmp_path / "formats" / "mine.py").write_text(FORMAT.format("mine"))
    (tmp_path / "exports" / "mine.py").write_text(EXPORT.format("mine.txt"))
    (tmp_path / "backends" / "mine.py").write_text('name = "mine"\n\n\ndef extract(annotated, kit):\n    return None\n')
    (tmp_path / "engines" / "mine.py").write_text(ENGINE)
    (tmp_path / "taggers" / "mine.py").write_text(
        'name = "mine"\n\n\ndef open_tagger(language, model=None):\n    return None\n'
    )
    (tmp_path / "coast.yaml").write_text(CONFLICT.format("coast"))
    (tmp_path / "sabotage.yaml").write_text("kind: event\nname: sabotage\nroles: {agent: who}\ntriggers: {}\n")
    (tmp_path / "scots.yaml").write_text("kind: language\nname: scots\nextends: en\n")
    return tmp_path


@pytest.mark.parametrize(
    ("kind", "name"),
    [("format", "mine"), ("export", "mine.txt"), ("backend", "mine"), ("engine", "mine"), ("tagger", "mine")],
)
def test_a_module_of_a_folder_is_found(folder, kind, name):
    assert plugins.get(kind, name, (folder,)).name == name


def test_knowledge_of_a_folder_is_joined(folder):
    known = load((folder,))
    assert "coast" in known.conflicts and "sabotage" in known.events and "scots" in known.languages


def test_two_modules_of_one_name_are_both_named(folder):
    (folder / "exports" / "again.py").write_text(EXPORT.format("mine.txt"))
    with pytest.raises(PluginError) as error:
        plugins.find("export", (folder,))
    assert "again.py" in str(error.value) and "mine.py" in str(error.value)


def test_two_files_of_one_conflict_are_both_named(folder):
    (folder / "coast_again.yaml").write_text(CONFLICT.format("coast"))
    with pytest.raises(KnowledgeError) as error:
        load((folder, folder / "none"))
    assert "coast.yaml" in str(error.value) and "coast_again.yaml" in str(error.value)


def test_a_word_of_the_shipped_language_given_anew_names_both_files(folder):
    (folder / "english.yaml").write_text("kind: language\nname: en\ncues: {verbs: {say: {class: deny}}}\n")
    with pytest.raises(KnowledgeError) as error:
        load((folder, folder / "other"))
    assert "english.yaml" in str(error.value) and "cues_verbs.yaml" in str(error.value)


def test_a_module_without_what_its_kind_needs_says_what_is_missing(folder):
    (folder / "exports" / "bare.py").write_text('name = "bare.txt"\n')
    with pytest.raises(PluginError, match="needs summary, write"):
        plugins.find("export", (folder,))


@pytest.mark.parametrize(("checked", "source"), [("last autumn", "A page"), ("2026-11-24", "")])
def test_an_entry_checked_on_no_day_or_against_nothing_is_an_error_that_names_the_file(tmp_path, checked, source):
    entry = f"{{id: a, name: Harbour League, source: '{source}', checked: {checked}, example: The Harbour League spoke.}}"
    (tmp_path / "coast.yaml").write_text(f"kind: conflict\nname: coast\ncountries: [XK]\ngroups: [{entry}]\n")
    with pytest.raises(KnowledgeError, match=r"coast\.yaml.*checked"):
        load((tmp_path,))


def test_the_day_on_which_a_source_was_read_is_kept(tmp_path):
    entry = "{id: a, name: Harbour League, source: A page, checked: 2026-11-24, example: The Harbour League spoke.}"
    (tmp_path / "coast.yaml").write_text(f"kind: conflict\nname: coast\ncountries: [XK]\ngroups: [{entry}]\n")
    assert load((tmp_path,)).groups()["coast/a"].checked == "2026-11-24"
