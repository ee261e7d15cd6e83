"""Events in ACLED's and UCDP's code lists: actors by their role that day, types by who stands against whom, figures by rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counterclaim.knowledge.load import load
from counterclaim.present.coding.acled import SUB_EVENTS, Nearby, completed, event_types
from counterclaim.present.coding.actors import actors, interaction
from counterclaim.present.coding.countries import coding
from counterclaim.present.coding.figures import vague_number
from counterclaim.present.coding.groups import groups
from counterclaim.present.coding.precision import acled_date
from counterclaim.present.coding.sources import source_scale
from counterclaim.present.exports.acled import aggregated, identity, row
from counterclaim.present.exports.ged import row_of
from counterclaim.present.index import build_index
from counterclaim.records import Event, Figure, Party, Place, SideTally, Span, Standing, View, When

EMPTY = View(as_of=None, documents=(), readings=(), entities=(), origins=(), links=(), events=(), control=())
INDEX = build_index(EMPTY)
ALONE = Nearby()
TALIBAN, NRF, ARMY = "afghanistan/taliban", "afghanistan/nrf", "afghanistan/army"
TOWN = Place(id="gn:1", name="Khost", kind="PPL", country="AF", latitude=33.3, longitude=69.9)


def span(text: str) -> Span:
    return Span(document="d", start=0, end=len(text), text=text)


def party(text: str, kind: str = "group", **known: object) -> Party:
    return Party(span=span(text), kind=kind, **known)


def taliban(text: str = "the Taliban") -> Party:
    return party(text, name="Taliban", known=TALIBAN, side="Taliban")


def nrf(text: str = "the front") -> Party:
    return party(text, name="National Resistance Front", known=NRF, side="National Resistance Front")


def day(first: str | None, last: str) -> When:
    return When(id="w", span=None, timex_type="DATE", value=None, earliest=first, latest=last, precision="day", rule="told")


def event(
    type: str, agents=(), patients=(), *, on="2021-09-03", first: str | None = "", place=TOWN, deaths=(), denied=()
) -> Event:
    tallies = tuple(SideTally(side=side, name=side, claims=(), origins=1, first_said=None, last_said=None) for side in denied)
    standing = Standing(
        facet="occurrence", support="claimed", dispute="denied" if denied else "none", label="claimed", disputed_by=tallies
    )
    figures = tuple(
        Figure(measure="killed", low=n, best=n, high=n, who=None, side=None, name="x", claims=(), day=None) for n in deaths
    )
    return Event(
        id=f"{type}-{on}", type=type, title=type, claims=(), documents=(), standings=(standing,), independent_origins=1,
        roles=(("agent", tuple(agents)), ("patient", tuple(patients))), place=place, figures=figures,
        when=day(on if first == "" else first, on), first_reported=on,
    )  # fmt: skip


def types_of(one: Event, near: Nearby = ALONE) -> tuple[str, str] | None:
    return event_types(one, *actors(one, INDEX), near)


@pytest.mark.parametrize(
    ("group", "on", "name", "inter"),
    [
        (TALIBAN, "2021-08-01", "Taliban", "Rebel group"),
        (TALIBAN, "2021-08-20", "Military Forces of Afghanistan (2021-)", "State forces"),
        (ARMY, "2015-08-20", "Military Forces of Afghanistan (2004-2021)", "State forces"),
        (NRF, "2021-09-03", "National Resistance Front", "Rebel group"),
        ("syria/russian-forces", "2021-09-03", "Military Forces of Russia (2000-)", "External/Other forces"),
    ],
)
def test_a_group_is_what_it_was_on_the_day(group, on, name, inter):
    first, _ = actors(event("attack", [party("they", known=group)], on=on), INDEX)
    assert first is not None and (first.name, first.inter) == (name, inter)


@pytest.mark.parametrize(
    ("victim", "name", "beside"),
    [
        (party("two farmers", "person"), "Civilians (Afghanistan)", ("Farmers (Afghanistan)",)),
        (party("Omar Karimi", "person", name="Omar Karimi", role="brother"), "Civilians (Afghanistan)", ()),
        (party("General Karimi", "person", role="general", side="National Resistance Front"), "National Resistance Front", ()),
        (party("six fighters", "person"), "Unidentified Armed Group (Afghanistan)", ()),
        (
            party("a former governor", "person", role="governor", side="Afghan government"),
            "Civilians (Afghanistan)",
            ("Government of Afghanistan (2004-2021)",),
        ),
    ],
)
def test_victims_are_civilians_unless_they_are_of_an_armed_side(victim, name, beside):
    _, second = actors(event("kill", [], [victim]), INDEX)
    assert second is not None and (second.name, second.associated) == (name, beside)


def test_who_does_violence_is_no_civilian():
    first, _ = actors(event("kill", [party("his men", "person")], [taliban()]), INDEX)
    assert first is not None and first.name == "Unidentified Armed Group (Afghanistan)"


def test_the_losses_of_ones_own_side_are_not_the_target():
    _, second = actors(event("attack", [taliban()], [taliban("eight Taliban fighters"), nrf("two fighters")]), INDEX)
    assert second is not None and second.name == "National Resistance Front"


def test_both_sides_of_talks_are_actors():
    first, second = actors(event("talks", [taliban(), nrf()]), INDEX)
    assert first and second and (first.name, second.name) == ("Government of Afghanistan (2021-)", "National Resistance Front")
    assert interaction(first, second) == "State forces-Rebel group"


def test_who_denies_a_capture_is_the_other_party_to_it():
    _, second = actors(event("capture", [taliban()], denied=["National Resistance Front"]), INDEX)
    assert second is not None and second.name == "National Resistance Front"


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (event("kill", [taliban()], [nrf()]), ("Battles", "Armed clash")),
        (event("kill", [taliban()], [party("a farmer", "person")]), ("Violence against civilians", "Attack")),
        (event("kill", [party("celebratory gunfire", "other")], [party("two people", "person")]), None),
        (event("capture", [taliban()]), ("Strategic developments", "Non-violent transfer of territory")),
        (event("capture", [taliban()], deaths=[4]), ("Battles", "Government regains territory")),
        (event("capture", [nrf()], deaths=[4]), ("Battles", "Non-state actor overtakes territory")),
        (event("detain", [taliban()], [nrf()]), ("Strategic developments", "Arrests")),
        (event("detain", [nrf()], [taliban()]), ("Violence against civilians", "Abduction/forced disappearance")),
        (event("advance", [taliban()]), ("Strategic developments", "Change to group/activity")),
        (event("hold_control", [nrf()]), None),
        (event("airstrike", [taliban()], [party("a farmer", "person")]), ("Explosions/Remote violence", "Air/drone strike")),
    ],
)
def test_the_type_follows_from_who_stands_against_whom(one, expected):
    assert types_of(one) == expected


def test_a_place_taken_and_lost_again_within_a_day_is_a_clash():
    lost = event("capture", [nrf()], deaths=[4], on="2021-09-03")
    regained = event("capture", [taliban()], deaths=[4], on="2021-09-04")
    assert types_of(lost, Nearby(captures=(regained,))) == ("Battles", "Armed clash")
    assert types_of(regained, Nearby(captures=(lost,))) == ("Battles", "Government regains territory")


def test_an_attack_nobody_is_named_for_is_by_an_unidentified_group():
    one = event("kill", [], [party("a farmer", "person")])
    pair = actors(one, INDEX)
    first, second = completed(one, *pair, ("Violence against civilians", "Attack"))
    assert first and second and (first.name, second.inter) == ("Unidentified Armed Group (Afghanistan)", "Civilians")


def test_groups_of_the_table_are_known():
    assert {*coding()["services"], *coding()["state_forces"]} <= set(groups())


def test_every_code_of_an_event_type_is_one_of_acleds():
    for kind in load().events.values():
        codes = (kind.data.get("codes") or {}).get("acled")
        for key in codes or ():
            if key != "event_type":
                assert codes[key] in SUB_EVENTS


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2021-09-03", "2021-09-03", ("2021-09-03", 1)),
        ("2021-08-30", "2021-09-05", ("2021-09-02", 2)),
        ("2021-08-01", "2021-08-31", ("2021-08-16", 3)),
        ("2021-06-01", "2021-08-31", None),
        (None, "2021-09-03", ("2021-09-03", 2)),
    ],
)
def test_the_day_has_acleds_precision(first, last, expected):
    found = acled_date(event("clash", first=first, on=last))
    assert (found and (found[0].isoformat(), found[1])) == expected


def test_an_open_beginning_told_long_after_has_no_day():
    assert acled_date(replace(event("clash", first=None, on="2021-09-03"), first_reported="2021-10-01")) is None


@pytest.mark.parametrize(("text", "number"), [("several", 3), ("dozens of people", 12), ("hundreds", 100), ("17", None)])
def test_vague_figures_are_acleds(text, number):
    assert vague_number(text) == number


def test_the_source_scale_joins_what_is_known_of_the_outlets():
    assert source_scale(["Reuters", "Harbour Wire"], "AF") == "International"
    assert source_scale(["Okapi", "Radio Okapi"], "CD") == "National"
    assert source_scale(["Harbour Wire"], "AF") == ""


def test_same_actors_place_and_day_are_one_row_with_all_the_dead():
    victims = [party(name, "person", name=name, side="National Resistance Front") for name in ("Ahmad", "Karim")]
    rows = [row(event("kill", [taliban()], [one], deaths=[1]), INDEX, Nearby()) for one in victims]
    assert len({identity(*one) for one in rows if one}) == 1
    merged = aggregated([one for one in rows if one])
    assert merged["fatalities"] == 2 and merged["sub_event_type"] == "Armed clash"


def test_ged_puts_the_state_first_and_the_dead_to_their_side():
    made = row_of(event("kill", [nrf()], [taliban()], deaths=[4]), INDEX)
    assert made is not None and made["dyad_name"] == "Government of Afghanistan - National Resistance Front"
    assert (made["type_of_violence"], made["best"]) == (1, 4)


def test_ged_leaves_accidents_out():
    assert row_of(event("kill", [party("stray bullets", "other")], [party("a farmer", "person")], deaths=[1]), INDEX) is None
