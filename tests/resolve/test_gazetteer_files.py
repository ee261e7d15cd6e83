"""Gazetteer files: built whole or not at all, and errors that name the file and the line."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from counterclaim.cli.gazetteer import gazetteer
from counterclaim.errors import GazetteerError
from counterclaim.resolve.gazetteer import build as building
from counterclaim.resolve.gazetteer import open_gazetteer
from counterclaim.resolve.gazetteer.build import build, without_wrong
from counterclaim.resolve.gazetteer.dump import dump_rows
from counterclaim.resolve.gazetteer.opening import drop_old
from counterclaim.resolve.gazetteer.own import own_rows
from counterclaim.resolve.gazetteer.rows import PlaceRow

HEADER = "name\tkind\tcountry\tlatitude\tlongitude\n"


def town(name: str = "Orvale", **known: object) -> PlaceRow:
    """An invented town."""
    return PlaceRow(id="own:1", name=name, kind="PPL", country="AF", latitude=34.0, longitude=69.0, **known)  # type: ignore[arg-type]


def dump_line(number: int, name: str, group: str, code: str, admin1: str = "", admin2: str = "") -> str:
    """One line in the form of a GeoNames dump."""
    cells = [str(number), name, name, "", "34.5", "69.5", group, code, "AF", "", admin1, admin2, "", "", "1200", "", "", "", ""]
    return "\t".join(cells) + "\n"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "gazetteer.sqlite"
    build(path, [town(names=("Orwale",))], "test")
    return path


def test_a_built_file_is_looked_up(small: Path) -> None:
    opened = open_gazetteer(small)
    assert opened.version == "test"
    assert [place.name for place in opened.exact("orwale")] == ["Orvale"]


def test_a_missing_file_says_how_to_build_it(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="counterclaim gazetteer build"):
        open_gazetteer(tmp_path / "none.sqlite")


@pytest.mark.parametrize("size", [0, 50, 5000])
def test_a_file_cut_short_is_named(small: Path, size: int) -> None:
    small.write_bytes(small.read_bytes()[:size])
    with pytest.raises(GazetteerError, match=small.name):
        open_gazetteer(small)


def test_damage_inside_a_file_is_named_when_met(small: Path) -> None:
    data = small.read_bytes()
    small.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    with pytest.raises(GazetteerError, match=small.name):
        open_gazetteer(small).exact("orvale")


def test_a_file_of_an_older_form_is_refused(small: Path) -> None:
    with sqlite3.connect(small) as database:
        database.execute("update meta set value = '1' where key = 'format'")
    database.close()
    with pytest.raises(GazetteerError, match="its format is 1"):
        open_gazetteer(small)


def test_a_build_that_fails_leaves_the_old_file(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = small.read_bytes()

    def full(*args: object) -> Iterator[int]:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(building, "write_rows", full)
    with pytest.raises(GazetteerError, match="disk is full"):
        build(small, [town()], "new")
    assert small.read_bytes() == before
    assert [path.name for path in small.parent.iterdir()] == [small.name]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name\tkind\tcountry\tlat\tlongitude\n", "own.tsv:1: unknown column 'lat'"),
        ("name\tkind\tcountry\tlatitude\n", "own.tsv:1: no column 'longitude'"),
        (HEADER + "Orvale\tPPL\tAF\t34.0\n", "own.tsv:2: 4 columns"),
        (HEADER + "Orvale\ttown\tAF\t34.0\t69.0\n", "own.tsv:2: 'Orvale' has the kind 'town'"),
        (HEADER + "Orvale\tPPL\tAF\tnorth\t69.0\n", "own.tsv:2: latitude of 'Orvale' is 'north'"),
        (HEADER + "Orvale\tPPL\tAF\t34.0\t690\n", "own.tsv:2: longitude of 'Orvale' is '690'"),
        (HEADER + "\tPPL\tAF\t34.0\t69.0\n", "own.tsv:2: a place needs a name"),
        ("", "own.tsv:1: no column 'name'"),
    ],
)
def test_a_wrong_line_of_own_places_is_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "own.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(GazetteerError, match=message):
        list(own_rows(path))


def test_own_places_are_found(tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    path.write_text(
        "name\tkind\tcountry\tlatitude\tlongitude\tnames\nOrvale\tPPL\tAF\t34.0\t69.0\tOrwale|Old Orvale\n", "utf-8"
    )
    build(tmp_path / "g.sqlite", own_rows(path), "test")
    (place,) = open_gazetteer(tmp_path / "g.sqlite").exact("Old Orvale")
    assert (place.name, place.latitude) == ("Orvale", 34.0)


def test_a_dump_gives_places_with_their_divisions(tmp_path: Path) -> None:
    path = tmp_path / "AF.txt"
    lines = [
        dump_line(1, "Arvand", "A", "ADM1", "42"),
        dump_line(2, 'Or"vale', "P", "PPL", "42"),
        dump_line(3, "Shop", "S", "SHP"),
    ]
    path.write_text("".join(lines), encoding="utf-8")
    rows = list(dump_rows(path, None, ()))
    assert [(row.name, row.kind, row.admin1) for row in rows] == [("Arvand", "ADM1", None), ('Or"vale', "PPL", "gn:1")]
    assert list(dump_rows(path, None, ("SY",))) == []


def test_alternate_names_are_added_to_a_dump(tmp_path: Path) -> None:
    dump, alternates = tmp_path / "AF.txt", tmp_path / "alternates.txt"
    dump.write_text(dump_line(2, "Orvale", "P", "PPL"), encoding="utf-8")
    alternates.write_text("9\t2\ten\tOld Orvale\t\t\t\t1\t1980\t1992\n8\t2\tlink\thttp://x\t\t\t\t\t\t\n", encoding="utf-8")
    build(tmp_path / "g.sqlite", dump_rows(dump, alternates, ()), "test")
    opened = open_gazetteer(tmp_path / "g.sqlite")
    assert [place.id for place in opened.exact("Old Orvale")] == ["gn:2"]
    assert opened.exact("http://x") == ()


def test_a_truncated_dump_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "AF.txt"
    path.write_text((dump_line(1, "Arvand", "A", "ADM1") + dump_line(2, "Orvale", "P", "PPL"))[:-30], encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"AF.txt:2: .* is the file complete"):
        list(dump_rows(path, None, ()))


def test_a_truncated_archive_is_named(tmp_path: Path) -> None:
    path = tmp_path / "AF.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("AF.txt", dump_line(2, "Orvale", "P", "PPL"))
    assert [row.name for row in dump_rows(path, None, ())] == ["Orvale"]
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(GazetteerError, match=r"AF.zip"):
        list(dump_rows(path, None, ()))


def test_the_command_says_which_line_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "AF.txt"
    path.write_text("cut\tshort\n", encoding="utf-8")
    result = CliRunner().invoke(gazetteer, ["build", "--geonames", str(path), "--to", str(tmp_path / "g.sqlite")])
    assert result.exit_code == 1
    assert "AF.txt:1: 2 columns" in result.output
    assert not (tmp_path / "g.sqlite").exists()


def test_info_shows_what_a_file_holds(small: Path) -> None:
    result = CliRunner().invoke(gazetteer, ["info", "--file", str(small)])
    assert result.exit_code == 0
    assert "test" in result.output
    assert "GeoNames (CC BY 4.0)" in result.output


def test_of_builds_of_other_versions_the_two_latest_stay_and_the_users_own(tmp_path: Path):
    for age, name in enumerate(("packages-a", "packages-b", "packages-c", "packages-d")):
        (tmp_path / f"gazetteer-{name}.sqlite").write_bytes(b"x")
        os.utime(tmp_path / f"gazetteer-{name}.sqlite", (1_000 - age, 1_000 - age))
    (tmp_path / "gazetteer.sqlite").write_bytes(b"x")
    drop_old(tmp_path / "gazetteer-packages-d.sqlite")
    left = sorted(path.stem.removeprefix("gazetteer-packages-") for path in tmp_path.iterdir())
    assert left == ["a", "b", "d", "gazetteer"]


FULL = """
import resource, sys
from pathlib import Path
from counterclaim.errors import GazetteerError
from counterclaim.resolve.gazetteer.build import build, without_wrong
from counterclaim.resolve.gazetteer.rows import PlaceRow

rows = (PlaceRow(id=f"own:{n}", name=f"Town {n}", kind="PPL", country="AF", latitude=34.0, longitude=69.0) for n in range(9000))
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
try:
    build(Path(sys.argv[1]), rows, "new")
except GazetteerError as error:
    print(error)
"""


def test_a_disk_that_takes_no_more_leaves_the_old_file_in_use(small: Path) -> None:
    before = small.read_bytes()
    pytest.importorskip("resource")
    said = subprocess.run([sys.executable, "-c", FULL, str(small)], capture_output=True, text=True, check=False).stdout
    assert small.name in said and "what was there before stays" in said
    assert small.read_bytes() == before and open_gazetteer(small).exact("orvale")


def test_a_name_that_is_another_places_is_left_out() -> None:
    row = without_wrong(town(names=("Orwale", "Elsewhere")), frozenset({"Elsewhere"}))
    assert row.names == ("Orwale",)
