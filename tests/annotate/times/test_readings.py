"""What time expressions come to: by tense, by story, by dateline, in quotations, in ranges."""

from __future__ import annotations

import pytest

from counterclaim.read.document import make_document
from counterclaim.syntax import span_of


def values(page):
    return [(when.span.text, when.value) for when in page.whens]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The patrol left the base on Monday.", "2021-09-06"),
        ("The patrol left the base on Thursday.", "2021-09-02"),
        ("The patrol will leave the base on Thursday.", "2021-09-09"),
        ("The patrol left the base last Monday.", "2021-08-30"),
        ("The patrol will leave the base next Monday.", "2021-09-13"),
        ("The talks are scheduled for Thursday.", "2021-09-09"),
        ("The camp was shelled in December.", "2020-12"),
        ("The vote will be held in December.", "2021-12"),
        ("The camp was shelled on 20 August.", "2021-08-20"),
    ],
)
def test_tense_decides_which_day_or_month_is_meant(annotated, text, value):
    assert [found for _, found in values(annotated(text))] == [value]


def test_a_part_of_the_reports_own_day_keeps_both_readings(annotated):
    (when,) = annotated("The depot blew up on Monday night.").whens
    assert (when.value, when.candidates) == ("2021-09-06TNI", ("2021-09-06TNI", "2021-08-30TNI"))


def test_part_of_another_day_is_not_ambiguous(annotated):
    (when,) = annotated("The depot blew up on Sunday night.").whens
    assert (when.value, when.candidates, when.precision) == ("2021-09-05TNI", (), "part_of_day")


def test_the_next_day_counts_from_the_day_last_told(annotated):
    page = annotated("The town fell on 15 August. The next day shops reopened. Two days later the airport closed.")
    assert [value for _, value in values(page)] == ["2021-08-15", "2021-08-16", "2021-08-18"]


def test_a_quarter_that_is_only_compared_with_is_not_the_quarter_told(annotated):
    page = annotated(
        "Output fell in the second quarter of 2020 from a year earlier. In the quarter two shut, against one a year ago."
    )
    assert [value for _, value in values(page)] == ["2020-Q2", "2019-Q2", "2020-Q2", "2019-Q2"]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("They fought there in nineteen ninety-six.", [("nineteen ninety-six", "1996")]),
        ("The camp was opened in January nineteen eighty.", [("January nineteen eighty", "1980-01")]),
        ("In nineteen oh five the fort was built.", [("nineteen oh five", "1905")]),
        ("Nineteen soldiers died.", []),
        ("In the last twenty four hours ten men died.", [("the last twenty four hours", "PT24H")]),
        ("They signed it on Sunday, September fifth.", [("Sunday, September fifth", "2021-09-05")]),
        ("They signed it on the twenty-first of May.", [("the twenty-first of May", "2021-05-21")]),
        ("Guerrillas hid there through the nineties.", [("the nineties", "199")]),
    ],
)
def test_years_days_and_numbers_are_read_in_words(annotated, text, pairs):
    assert values(annotated(text)) == pairs


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Police broke up the 1992 protests.", ["1992"]),
        ("The 2000 fighters withdrew.", []),
        ("In the attack 1950 people died.", []),
    ],
)
def test_figures_before_a_plural_are_a_year_only_after_a_determiner_and_where_not_round(annotated, text, year):
    assert [when.value for when in annotated(text).whens] == year


def test_a_time_of_day_hangs_on_the_last_day_told_not_on_a_bare_year(annotated):
    page = annotated("The guard was shot on 3 September. Four more had died since 2019. The alarm was raised at 6 a.m.")
    assert values(page)[-1] == ("6 a.m.", "2021-09-03T06:00")


def test_a_time_of_day_in_a_story_that_told_only_a_year_has_no_day(annotated):
    page = annotated("The war of 1866 was short. At 6 a.m. the guns fell silent.", None)
    assert values(page)[-1] == ("6 a.m.", "XXXX-XX-XXT06:00")


def test_a_year_after_an_amount_tells_how_often(annotated):
    (when,) = annotated("The mine earns them two million dollars a year.").whens
    assert (when.span.text, when.timex_type, when.value) == ("a year", "SET", "P1Y")


def test_the_same_period_of_last_year_is_a_year_where_no_quarter_was_told(annotated):
    assert ("the same period last year", "2020") in values(annotated("Attacks doubled from the same period last year."))


def test_a_quotation_counts_from_the_day_on_which_it_was_spoken(annotated):
    page = annotated('"We took the hill yesterday," the commander said on Friday.')
    assert ("yesterday", "2021-09-02") in values(page)


def test_a_history_takes_its_years_from_the_story(annotated):
    page = annotated("The war began in March 1848. In July the capital fell. By September it was over.", None)
    assert [value for _, value in values(page)] == ["1848-03", "1848-07", "1848-09"]


def test_a_history_goes_over_the_turn_of_the_year(annotated):
    page = annotated("The army crossed the river on 20 December 1846. In February it took the port.", None)
    assert values(page)[-1] == ("February", "1847-02")


def test_a_bare_year_gives_no_yesterday(annotated):
    page = annotated("The group was founded in 1996. Yesterday it disbanded.", None)
    when = page.whens[-1]
    assert (when.value, when.earliest, when.latest) == ("XXXX-XX-XX", None, None)


def test_an_undated_report_counts_from_its_dateline(annotated):
    page = annotated("KABUL, Afghanistan (Jan. 25, 2013) Two men were held in Ghazni yesterday.", None)
    assert [(when.value, when.rule) for when in page.whens] == [("2013-01-25", "dateline"), ("2013-01-24", "near day")]


def test_weekdays_count_from_the_dateline_where_it_differs_from_the_day_of_publication(annotated):
    text = "Mon Oct 31 2016 Two men were held on Sunday."
    plain = make_document(text, uri="test.txt")
    page = annotated(text, "2016-11-20", body_start=16, dateline_day=span_of(plain, 0, 15))
    assert [(when.value, when.rule) for when in page.whens] == [("2016-10-31", "dateline"), ("2016-10-30", "weekday")]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("The camp was shelled from 12 to 14 August.", [("12", "2021-08-12"), ("14 August", "2021-08-14")]),
        ("He was held from March to June 2016.", [("March", "2016-03"), ("June 2016", "2016-06")]),
        ("Fighting raged between 28 May and 2 June 2014.", [("28 May", "2014-05-28"), ("2 June 2014", "2014-06-02")]),
    ],
)
def test_both_ends_of_a_range_borrow_what_they_do_not_say(annotated, text, pairs):
    assert values(annotated(text)) == pairs


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("The offensive began in early March 2016.", "2016-03-01", "2016-03-11"),
        ("The offensive began in late 2016.", "2016-09-01", "2016-12-31"),
        ("The market was hit during Ramadan 2018.", "2018-05-15", "2018-06-15"),
        ("The bridge fell in the night of 5 to 6 September.", "2021-09-05", "2021-09-06"),
        ("The bridge fell last week.", "2021-08-30", "2021-09-05"),
    ],
)
def test_an_expression_spans_the_days_that_it_leaves_open(annotated, text, earliest, latest):
    (when,) = annotated(text).whens
    assert (when.earliest, when.latest) == (earliest, latest)


def test_an_era_is_dated_only_where_its_group_is_named(annotated):
    near = annotated("The Taliban banned music during their first reign.").whens
    far = annotated("The kings built roads during their first reign.").whens
    assert [(when.earliest, when.latest) for when in near] == [("1996-09-27", "2001-11-13")]
    assert far == ()
