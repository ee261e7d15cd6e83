"""Every export of the example has the shape that its readers expect."""

from __future__ import annotations

import csv
import io
import json
import re
from importlib import resources

import geojson
import jsonschema
import pytest

from counterclaim import plugins
from counterclaim.errors import InputError
from counterclaim.present.exports import acled, ged, hxl, panel
from counterclaim.present.filtering import Wanted, narrowed
from counterclaim.present.redaction import MASK, private_names, redacted
from counterclaim.present.writing import write_export

ACLED = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region",
    "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale",
    "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
TYPES = {
    "Battles", "Protests", "Riots", "Explosions/Remote violence", "Violence against civilians", "Strategic developments",
}  # fmt: skip
KINDS = {
    "", "State forces", "Rebel group", "Political militia", "Identity militia", "Rioters", "Protesters", "Civilians",
    "External/Other forces",
}  # fmt: skip
LINES = ["claims", "attributions", "events", "mentions", "whens"]


def text_of(name: str, view) -> str:
    stream = io.StringIO()
    plugins.get("export", name).write(view, stream)
    return stream.getvalue()


def rows_of(name: str, view) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text_of(name, view))))


@pytest.mark.parametrize("name", LINES)
def test_lines_are_as_many_as_the_export_says(name, view):
    stream = io.StringIO()
    assert plugins.get("export", f"{name}.jsonl").write(view, stream) == len(stream.getvalue().splitlines()) > 0


def test_every_claim_fits_the_shipped_schema(view):
    schema = json.loads(resources.files("counterclaim.present").joinpath("schema/claims.schema.json").read_text())
    check = jsonschema.Draft202012Validator(schema)
    for line in text_of("claims.jsonl", view).splitlines():
        assert list(check.iter_errors(json.loads(line))) == []


def test_every_offset_of_a_claim_slices_to_its_text(view):
    texts = {document.id: document.text for document in view.documents}
    for line in text_of("claims.jsonl", view).splitlines():
        claim = json.loads(line)
        for role in ("source", "cue", "content", "sentence"):
            span = claim[role]
            pieces = span.get("spans") or ([[span["start"], span["end"]]] if span["text"] else [])
            joined = " ".join(texts[claim["document"]["id"]][start:end] for start, end in pieces)
            assert joined == (span["text"] or "")


@pytest.mark.parametrize("name", LINES)
def test_parquet_holds_the_same_rows(name, view, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra 'parquet' is not installed")
    rows = write_export(plugins.get("export", f"{name}.parquet"), view, tmp_path / f"{name}.parquet")
    assert parquet.read_table(tmp_path / f"{name}.parquet").num_rows == rows == len(text_of(f"{name}.jsonl", view).splitlines())


def test_acled_has_its_31_columns_first(view):
    header = text_of("acled.csv", view).splitlines()[0].split(",")
    assert header[:31] == list(ACLED)
    assert header[31:] == list(acled.OURS)


def test_acled_uses_only_its_own_words(view):
    rows = rows_of("acled.csv", view)
    assert rows
    for row in rows:
        assert row["event_type"] in TYPES
        assert row["time_precision"] in {"1", "2", "3"} and row["geo_precision"] in {"1", "2", "3"}
        assert -90 <= float(row["latitude"]) <= 90 and int(row["fatalities"]) >= 0
        assert row["inter1"] in KINDS and row["inter2"] in KINDS


def test_ged_has_its_49_columns_and_ordered_figures(view):
    assert len(ged.COLUMNS) == 49
    for row in rows_of("ged.csv", view):
        assert int(row["low"]) <= int(row["best"]) <= int(row["high"])
        split = sum(int(row[f"deaths_{side}"]) for side in ("a", "b", "civilians", "unknown"))
        assert split == int(row["best"])


def test_hxl_has_hashtags_in_its_second_row(view):
    assert text_of("hxl.csv", view).splitlines()[1] == ",".join(hxl.TAGS.values())


def test_the_panel_tells_zero_from_not_read(view):
    rows = rows_of("panel.csv", view)
    assert {row["week"] for row in rows}
    for row in rows:
        nothing = all(row[column] == "" for column in panel.columns()[4:])
        assert nothing == (row["documents_read"] == "0" and row["events_reported"] == "")


def test_geojson_has_valid_points_and_null_where_unlocated(view):
    collection = json.loads(text_of("events.geojson", view))
    assert collection["type"] == "FeatureCollection" and len(collection["features"]) == len(view.events)
    for feature in collection["features"]:
        assert feature["type"] == "Feature" and feature["id"]
        if feature["geometry"]:
            longitude, latitude = feature["geometry"]["coordinates"]
            assert -180 <= longitude <= 180 and -90 <= latitude <= 90


def test_geojson_passes_a_validator(view):
    collection = geojson.loads(text_of("events.geojson", view))
    assert collection.is_valid, collection.errors()
    assert all(feature.is_valid for feature in collection["features"])


def test_the_report_level_has_one_row_a_claim_of_an_event(view):
    assert len(rows_of("report_level.csv", view)) == sum(len(event.claims) for event in view.events)


def test_every_export_says_what_it_was_made_of(view, tmp_path):
    rows = write_export(plugins.get("export", "acled.csv"), view, tmp_path / "acled.csv")
    meta = json.loads((tmp_path / "acled.csv.meta.json").read_text())
    assert meta["rows"] == rows and meta["rule"] == acled.rule and "GeoNames" in meta["credit"] and len(meta["sha256"]) == 64


def test_an_export_that_cannot_be_written_leaves_nothing(view, tmp_path):
    with pytest.raises(InputError, match="cannot write"):
        write_export(plugins.get("export", "acled.csv"), view, tmp_path / "none" / "acled.csv")
    assert list(tmp_path.iterdir()) == []


def test_names_of_private_persons_are_blacked_out_and_offsets_stay(view):
    names = private_names(view)
    hidden = redacted(view)
    assert "Rohullah Azizi" in names and "Ahmad Massoud" not in names
    assert not any(re.search(rf"\b{re.escape(name)}\b", document.text) for document in hidden.documents for name in names)
    assert [len(document.text) for document in hidden.documents] == [len(document.text) for document in view.documents]
    assert any(MASK in event.title for event in hidden.events)


@pytest.mark.parametrize(
    ("wanted", "holds"),
    [
        (Wanted(label="contested"), lambda event: event.standings[0].label.startswith("contested")),
        (Wanted(dispute="denied"), lambda event: any(one.dispute == "denied" for one in event.standings)),
        (Wanted(place="panjshir"), lambda event: "panjshir" in (event.place_name or "").casefold() or event.place),
        (Wanted(first="2021-09-01"), lambda event: not event.when or (event.when.latest or "9") >= "2021-09-01"),
        (Wanted(last="2021-08-20"), lambda event: (event.when.earliest or "0") <= "2021-08-21"),
        (Wanted(source="Kestrel Dispatch"), lambda event: bool(event.documents)),
    ],
)
def test_filters_narrow_every_export_to_some_events(wanted, holds, view):
    some = narrowed(view, wanted)
    assert 0 < len(some.events) < len(view.events) and all(holds(event) for event in some.events)
    assert {key for event in some.events for key in event.documents} == {reading.document.id for reading in some.readings}


def test_what_was_read_in_a_week_does_not_depend_on_a_filter(view):
    def read(some):
        return {row["week"]: row["documents_read"] for row in rows_of("panel.csv", some)}

    whole, some = read(view), read(narrowed(view, Wanted(label="contested")))
    assert some and all(whole[week] == number for week, number in some.items())


def test_a_filter_nobody_satisfies_by_name_is_refused(view):
    with pytest.raises(InputError, match="no publisher called 'Kestrel'"):
        narrowed(view, Wanted(source="Kestrel"))


def test_figures_follow_the_rule_that_is_chosen_and_the_file_beside_says_which(view, tmp_path):
    best = {}
    for rule in ged.rules:
        write_export(plugins.get("export", "ged.csv"), view, tmp_path / "ged.csv", chosen=rule, filters={"label": "contested"})
        best[rule] = sum(
            int(row["best"]) for row in csv.DictReader((tmp_path / "ged.csv").read_text(encoding="utf-8").splitlines())
        )
        meta = json.loads((tmp_path / "ged.csv.meta.json").read_text())
        assert meta["chosen_rule"] == rule and meta["filters"] == {"label": "contested"}
    assert best["lowest"] <= best["most-told"] <= best["highest"] and best["lowest"] < best["highest"]


def test_an_export_without_rules_refuses_one(view, tmp_path):
    with pytest.raises(InputError, match=r"no rule of hxl\.csv called 'lowest'"):
        write_export(plugins.get("export", "hxl.csv"), view, tmp_path / "hxl.csv", chosen="lowest")
    assert list(tmp_path.iterdir()) == []
