"""Each happening and each saying gets the right expression, or an interval with a reason."""

from __future__ import annotations

import pytest

from counterclaim.extract.timing import when_of_event, when_of_saying
from counterclaim.syntax import span_of, tree_of


@pytest.fixture(scope="session")
def event_when(annotated, kit):
    """A function: text and trigger word in, its days and rule out."""

    def run(text: str, trigger: str, published: str | None = "2021-09-06"):
        page = annotated(text, published)
        tree = tree_of(page)
        when = when_of_event(page, tree, tree.at(text.index(trigger)), kit)
        return (when.earliest, when.latest, when.rule) if when else None

    return run


@pytest.fixture(scope="session")
def saying_when(annotated, kit):
    """A function: text and cue in, its days and rule out."""

    def run(text: str, cue: str, published: str | None = "2021-09-06"):
        page = annotated(text, published)
        start = text.index(cue)
        when = when_of_saying(page, tree_of(page), span_of(page.document, start, start + len(cue)), kit)
        return (when.earliest, when.latest, when.rule) if when else None

    return run


@pytest.mark.parametrize(
    ("text", "trigger", "earliest", "latest"),
    [
        ("Three farmers were killed on Saturday.", "killed", "2021-09-04", "2021-09-04"),
        ("The army said three farmers were killed on Saturday.", "killed", "2021-09-04", "2021-09-04"),
        ("The rebels shelled the town on Friday and attacked a post on Sunday.", "attacked", "2021-09-05", "2021-09-05"),
        ("The rebels shelled the town on Friday and attacked a post on Sunday.", "shelled", "2021-09-03", "2021-09-03"),
        ("The camp was shelled from 12 to 14 August.", "shelled", "2021-08-12", "2021-08-14"),
        ("The army has shelled the camp since 14 August.", "shelled", "2021-08-14", "2021-09-06"),
        (
            "The force killed one man while searching for a courier in a village, Ghazni province, April 13.",
            "killed",
            "2021-04-13",
            "2021-04-13",
        ),
        ("Officials today confirmed the killing of a courier in a raid, June 14.", "killing", "2021-06-14", "2021-06-14"),
        ("The general, who was appointed in 2019, attacked the town.", "attacked", None, "2021-09-06"),
        ("An attack on Thursday destroyed the bridge.", "attack", "2021-09-02", "2021-09-02"),
        (
            "KABUL, Afghanistan (Sept. 6, 2021) – A patrol killed a gunman in Logar on Friday.",
            "killed",
            "2021-09-03",
            "2021-09-03",
        ),
        ("KABUL, Afghanistan (Sept. 6, 2021) – A patrol killed a gunman in Logar.", "killed", None, "2021-09-06"),
        ("Two deaths were reported on Monday in the camp.", "deaths", None, "2021-09-06"),
    ],
)
def test_an_event_takes_the_expression_of_its_own_clause(event_when, text, trigger, earliest, latest):
    assert event_when(text, trigger)[:2] == (earliest, latest)


def test_an_event_goes_on_with_the_day_last_told(event_when):
    text = "Gunmen attacked the market on Thursday. Two traders were killed in the attack."
    assert event_when(text, "killed") == ("2021-09-02", "2021-09-02", "weekday, carried")


def test_the_day_of_an_aside_is_not_carried_past_that_of_the_story(event_when):
    text = "On Saturday a patrol stopped the courier, who had wounded a guard on Thursday. A second man was detained."
    assert event_when(text, "detained") == ("2021-09-04", "2021-09-04", "weekday, carried")


def test_an_event_without_a_day_lies_before_the_report_and_is_never_dated_by_it(event_when):
    assert event_when("The army has captured the hill.", "captured") == (None, "2021-09-06", "reported before")


def test_a_coming_event_lies_after_the_report(event_when):
    assert event_when("The army will attack the hill.", "attack") == ("2021-09-06", None, "told as coming")


def test_the_day_of_the_saying_is_not_that_of_the_event(event_when):
    assert event_when("The spokesman said on Monday that the army had captured the hill.", "captured")[0] is None


def test_an_undated_report_gives_no_days(event_when):
    assert event_when("The army has captured the hill.", "captured", None) is None


@pytest.mark.parametrize(
    ("text", "cue", "day"),
    [
        ("The spokesman said on Monday that the army had captured the hill.", "said", "2021-09-06"),
        ("The army took the hill, he said in a statement released on Friday.", "said", "2021-09-03"),
        ("On Sunday, the minister denied the report.", "denied", "2021-09-05"),
    ],
)
def test_a_saying_takes_the_expression_that_hangs_on_its_cue(saying_when, text, cue, day):
    assert saying_when(text, cue)[:2] == (day, day)


def test_a_time_inside_the_content_is_not_that_of_the_saying(saying_when):
    assert saying_when("The army said three farmers were killed on Saturday.", "said") == (
        None,
        "2021-09-06",
        "reported before",
    )


def test_a_day_before_the_story_is_not_carried_into_it(event_when):
    text = "Local militias had seized the district on Friday. A commander said fighters killed nine men in an ambush."
    assert event_when(text, "killed")[2] != "weekday, carried"
