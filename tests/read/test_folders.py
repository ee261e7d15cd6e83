"""What of a folder is read: no ledgers, no JSON files that lie beside texts and hold none."""

import json

import pytest

from counterclaim.kit import Settings
from counterclaim.knowledge.load import load
from counterclaim.ledger.store import open_ledger
from counterclaim.read import read_paths
from counterclaim.read.sources import files_of
from counterclaim.records import Document


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.txt").write_text("Rebels took the bridge on Monday, officials said.")
    return tmp_path


def read(folder, **known):
    """The documents and failures of a folder, and the names of the files that were laid aside."""
    aside = list[str]()
    found = list(read_paths([str(folder)], Settings(**known), load(), aside=aside.append))
    return found, [uri.rsplit("/", 1)[-1] for uri in aside]


@pytest.mark.parametrize("name", ["l.db", "war.ledger", "b.txt"])
def test_a_ledger_in_the_folder_is_no_report_while_it_is_open_or_closed(folder, name):
    with open_ledger(folder / name, create=True):
        assert len(list(folder.iterdir())) > 2
        assert files_of(folder) == [folder / "a.txt"]
    assert files_of(folder) == [folder / "a.txt"]


def test_a_database_of_another_program_is_still_told_of(folder):
    (folder / "other.db").write_bytes(b"SQLite format 3\x00" + bytes(100))
    assert files_of(folder) == [folder / "a.txt", folder / "other.db"]


def test_annotations_beside_a_text_are_laid_aside(folder):
    (folder / "a.gold.json").write_text(json.dumps({"doc": "a", "claims": [{"text": "took"}]}))
    (folder / "settings.json").write_text(json.dumps({"colour": "red"}))
    found, aside = read(folder)
    assert [type(one) for one in found] == [Document]
    assert aside == ["a.gold.json", "settings.json"]


def test_a_report_in_json_beside_a_text_is_read(folder):
    (folder / "b.json").write_text(json.dumps({"body": "The army denied it on Tuesday.", "date": "2021-09-07"}))
    found, aside = read(folder)
    assert (len(found), aside) == (2, [])


def test_a_field_that_the_user_names_is_text(folder):
    (folder / "b.json").write_text(json.dumps({"wording": "The army denied it on Tuesday."}))
    found, aside = read(folder, mapping=(("text", "wording"),))
    assert ([type(one) for one in found], aside) == ([Document, Document], [])


@pytest.mark.parametrize("content", ['[{"wording": "Rebels left."}]', '{"wording": "Rebels left."'])
def test_rows_and_damaged_files_fail_as_before(folder, content):
    (folder / "b.json").write_text(content)
    found, aside = read(folder)
    assert (isinstance(found[1], Document), aside) == (False, [])


def test_without_texts_beside_it_a_json_file_fails(tmp_path):
    (tmp_path / "b.json").write_text(json.dumps({"wording": "Rebels left."}))
    found, aside = read(tmp_path)
    assert "no field holds the text" in found[0].reason
    assert aside == []
