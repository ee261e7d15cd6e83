"""Laws of reconciling, by Hypothesis on hand-made reports: order, reprints, as-of, removal."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SOURCES = [("Taliban", "Taliban"), ("Front", "National Resistance Front"), ("Observers", None)]
CLAIMS = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["capture", "attack", "kill", "hold_control", "bombing"]),
        "stance": st.sampled_from(["asserts", "denies", "confirms", "admits", "accuses", "no_comment", "retracts"]),
        "place": st.sampled_from(["Panjshir", "Bazarak", "Kabul", None]),
        "day": st.sampled_from(["2021-09-03", "2021-09-04", "2021-09-10", None]),
        "killed": st.sampled_from([None, 2, 17]),
        "source": st.sampled_from(SOURCES),
        "agent": st.sampled_from([*SOURCES, None]),
        "modality": st.sampled_from(["actual", "actual", "future"]),
    }
)
REPORTS = st.lists(
    st.tuples(st.lists(CLAIMS, max_size=3), st.sampled_from(["2021-09-03", "2021-09-04", "2021-09-11", None])),
    min_size=1,
    max_size=5,
)
LAW = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def readings(reports, made, who):
    found = []
    for index, (claims, published) in enumerate(reports):
        parts = []
        for one in claims:
            one = dict(one)
            name, side = one.pop("source")
            agent = one.pop("agent")
            parts.append({**one, "by": who(name, side=side), "agent": who(agent[0], side=agent[1]) if agent else None})
        found.append(made(f"doc{index}", *parts, published=published))
    return found


def gist(view):
    """What is told of each event, without ids that count its documents."""
    return sorted(
        (event.id, event.type, tuple((one.facet, one.support, one.dispute, one.label) for one in event.standings))
        for event in view.events
    )


@LAW
@given(REPORTS, st.randoms())
def test_the_order_of_documents_does_not_matter(made, who, view, reports, random):
    found = readings(reports, made, who)
    shuffled = list(found)
    random.shuffle(shuffled)
    one, other = view(*found), view(*shuffled)
    assert (one.events, one.origins, one.control) == (other.events, other.origins, other.control)
    assert sorted(link.id for link in one.links) == sorted(link.id for link in other.links)


@LAW
@given(REPORTS, st.integers(min_value=0, max_value=4))
def test_adding_a_reprint_changes_no_standing(made, who, view, reports, index):
    found = readings(reports, made, who)
    first = found[index % len(found)]
    again = reprint(first)
    before, after = view(*found), view(*found, again)
    assert standings(before) == standings(after)


def reprint(reading):
    """The same report under another id, a paper that runs it under its own name."""
    copy = f"{reading.document.id}-again"
    claims = tuple(replace(claim, id=f"{claim.id}-again", document=copy) for claim in reading.claims)
    document = replace(reading.document, id=copy, uri=f"{copy}.txt", publisher="Another paper")
    return replace(reading, document=document, claims=claims)


def standings(view):
    return sorted(
        (event.type, event.place_name or "", event.when.latest if event.when else "",
         tuple((one.facet, one.support, one.dispute, one.label, tuple((side.name, side.origins) for side in one.supported_by))
               for one in event.standings))
        for event in view.events
    )  # fmt: skip


@LAW
@given(REPORTS)
def test_as_of_now_equals_no_as_of_but_for_undated_documents(made, who, view, reports):
    found = readings(reports, made, who)
    dated = [reading for reading in found if reading.document.published]
    now = view(*found, as_of="2030-01-01")
    assert gist(now) == gist(view(*dated))
    assert now.undated == len(found) - len(dated)


@LAW
@given(REPORTS)
def test_the_view_as_of_a_past_day_equals_the_view_made_on_that_day(made, who, view, reports):
    found = readings(reports, made, who)
    by_then = [reading for reading in found if (reading.document.published or "9") <= "2021-09-04"]
    assert view(*found, as_of="2021-09-04").events == view(*by_then).events


@LAW
@given(REPORTS, st.integers(min_value=0, max_value=4))
def test_removing_a_document_equals_never_having_read_it(made, who, view, reports, index):
    found = readings(reports, made, who)
    rest = [reading for position, reading in enumerate(found) if position != index % len(found)]
    view(*found)
    assert view(*rest) == view(*reversed(rest))
