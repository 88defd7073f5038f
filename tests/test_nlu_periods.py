"""When jobs were held and what interrupted them, as applicants write it. Today is 22 November 2026, a Sunday."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlu.breaks import read_breaks
from nlu.dates import read_dates
from nlu.facts import Fact
from nlu.lexer import lex
from nlu.lexicon import class_names
from nlu.patterns import named_classes
from nlu.periods import read_periods
from nlu.text import Text

TODAY = date(2026, 11, 22)


def facts(message: str, today: date = TODAY) -> list[Fact]:
    return read_periods(Text.of(message), today)


def period(message: str, today: date = TODAY) -> Fact:
    found = [fact for fact in facts(message, today) if fact.kind == "period"]
    assert len(found) == 1, f"{message!r} should tell one period, not {found}"
    return found[0]


def told(fact: Fact) -> tuple[str | None, str | None, bool]:
    return fact.value["start"], fact.value["end"], fact.value["ongoing"]


CERTAIN = [
    # since: still held
    ("since may 2024", "2024-05", None, True),
    ("since may 24", "2024-05", None, True),
    ("since may24", "2024-05", None, True),
    ("since may'24", "2024-05", None, True),
    ("since Jan’25", "2025-01", None, True),
    ("since janury 2025", "2025-01", None, True),
    ("sinse febuary 2025", "2025-02", None, True),
    ("since setp 2024", "2024-09", None, True),
    ("since agust 2024", "2024-08", None, True),
    ("since 03/2024", "2024-03", None, True),
    ("since 2025.03", "2025-03", None, True),
    ("since 2025-03", "2025-03", None, True),
    ("since 1st of june 2023", "2023-06-01", None, True),
    ("since June 3, 2024", "2024-06-03", None, True),
    ("since 3 june 24", "2024-06-03", None, True),
    ("since 14march2026", "2026-03-14", None, True),
    ("since 2024-05-01", "2024-05-01", None, True),
    ("since 25/06/24", "2024-06-25", None, True),
    ("since 06/25/2024", "2024-06-25", None, True),
    ("since 20240501", "2024-05-01", None, True),
    ("since mid april 2025", "2025-04", None, True),
    ("since the beginning of march 2025", "2025-03", None, True),
    ("since end of last month", "2026-10", None, True),
    ("since first week of june 2024", "2024-06", None, True),
    ("since march", "2026-03", None, True),
    ("since this january", "2026-01", None, True),
    ("since yesterday", "2026-11-21", None, True),
    ("since i joined in may 2024", "2024-05", None, True),
    ("since 14 months", "2025-09", None, True),
    ("from last 26 months", "2024-09", None, True),
    ("for the last 14 months", "2025-09", None, True),
    ("past 18 months", "2025-05", None, True),
    ("i have been working there for 26 months", "2024-09", None, True),
    ("i am working as welder 26 months", "2024-09", None, True),
    ("16 months now", "2025-07", None, True),
    ("depuis mars 2024", "2024-03", None, True),
    ("depuis 26 mois", "2024-09", None, True),
    ("desde enero 2025", "2025-01", None, True),
    ("26 mahine se", "2024-09", None, True),
    # from-to
    ("may 2023 till now", "2023-05", None, True),
    ("may 2023 till date", "2023-05", None, True),
    ("may 2023 to today", "2023-05", None, True),
    ("may 2023 present", "2023-05", None, True),
    ("may 2023 - current", "2023-05", None, True),
    ("sept 2023-ongoing", "2023-09", None, True),
    ("may 2023 se aaj tak", "2023-05", None, True),
    ("may 2023 still there", "2023-05", None, True),
    ("sep 2024 onwards", "2024-09", None, True),
    ("03/2024 - present", "2024-03", None, True),
    ("from 05/24 to present", "2024-05", None, True),
    ("02-06-2024 to 28-11-2025", "2024-06-02", "2025-11-28", False),
    ("04/06/24 - 28/11/25", "2024-06-04", "2025-11-28", False),
    ("from may 24 to jan 25", "2024-05", "2025-01", False),
    ("05/24 - 08/25", "2024-05", "2025-08", False),
    ("from june 10 to sept 12", "2026-06-10", "2026-09-12", False),
    ("5 to 20 june 2024", "2024-06-05", "2024-06-20", False),
    ("june to august 2024", "2024-06", "2024-08", False),
    ("oct to march 2025", "2024-10", "2025-03", False),
    ("jan - mar", "2026-01", "2026-03", False),
    ("worked from oct to march", "2025-10", "2026-03", False),
    ("between may 2023 and june 2024", "2023-05", "2024-06", False),
    ("2023 march to 2024 march", "2023-03", "2024-03", False),
    ("de mars 2024 à juin 2025", "2024-03", "2025-06", False),
    ("de janvier à décembre 2025", "2025-01", "2025-12", False),
    ("june 1 2024 until may 30 2026", "2024-06-01", "2026-05-30", False),
    # a start alone leaves the end open; an end alone the start
    ("from march 2023", "2023-03", None, False),
    ("started two months ago", "2026-09", None, False),
    ("joined on 14 feb 2025", "2025-02-14", None, False),
    ("i started working as a cook at tims in may 2024", "2024-05", None, False),
    ("got hired in aug 2025", "2025-08", None, False),
    ("left in dec", None, "2025-12", False),
    ("last day was 31 october", None, "2026-10-31", False),
    ("until last week", None, "2026-11", False),
    ("i lost my job in september", None, "2026-09", False),
    ("until the restaurant closed in january", None, "2026-01", False),
    ("contract until next june", None, "2027-06", False),
    ("contract ends in march", None, "2027-03", False),
    ("till now", None, None, True),
    # told apart
    ("joined aug 24 resigned feb 26", "2024-08", "2026-02", False),
    ("start date: 05/06/2023, end date: 20/07/2024", "2023-06-05", "2024-07-20", False),
    ("started may 2024, still working there", "2024-05", None, True),
    ("i am working as cook from may 2024", "2024-05", None, True),
    ("full time from june 23, off oct to feb, back since then", "2023-06", None, True),
]


@pytest.mark.parametrize(("message", "start", "end", "ongoing"), CERTAIN)
def test_a_period_is_read_as_it_was_meant(message: str, start: str | None, end: str | None, ongoing: bool) -> None:
    fact = period(message)
    assert told(fact) == (start, end, ongoing)
    assert not fact.ambiguous


AMBIGUOUS = [
    ("from 04/06/24", [("2024-06-04", None), ("2024-04-06", None)]),
    ("1/2/2024 to 5/6/2025", [("2024-02-01", "2025-06-05"), ("2024-01-02", "2025-05-06")]),
    ("started last september", [("2026-09", None), ("2025-09", None)]),
    ("since november", [("2026-11", None), ("2025-11", None)]),
    ("from oct to march", [("2026-10", "2027-03"), ("2025-10", "2026-03")]),
    ("jan 2024 to june", [("2024-01", "2024-06"), ("2024-01", "2025-06"), ("2024-01", "2026-06")]),
    ("until mar 25", [(None, "2025-03"), (None, "2026-03-25")]),
    ("till may 28", [(None, "2028-05"), (None, "2026-05-28")]),
    ("from jun 15 to sep 20", [("2026-06-15", "2026-09-20"), ("2015-06", "2020-09")]),
    ("since last winter", [("2025-12", None), ("2026-01", None), ("2026-02", None)]),
    ("since the beginning of last fall", [("2025-09", None), ("2025-10", None), ("2025-11", None)]),
    ("since end of last fall", [("2025-11", None), ("2025-10", None), ("2025-09", None)]),
]


@pytest.mark.parametrize(("message", "readings"), AMBIGUOUS)
def test_a_period_of_several_readings_is_ambiguous_best_first(
    message: str, readings: list[tuple[str | None, str | None]]
) -> None:
    fact = period(message)
    assert fact.ambiguous
    assert [(value["start"], value["end"]) for value in fact.readings] == readings
    assert fact.value == fact.readings[0]


@pytest.mark.parametrize(
    "message",
    [
        "since 2022",
        "2022-2023",
        "2023-24",
        "since i came in 2023",
        "since the pandemic",
        "since a while",
        "few months",
        "since few months",
        "from 31 feb 2024",
        "from 13/2024 to 02/2025",
        "from 31/04/2024",
        "since last summer",
        "from may 2025 to jan 2024",
        "since dec 2026",
        "since over 2 years",
        "depuis 2 ans",
        "2 saal se",
        "i have been working there for 2 years",
        "since diwali 2024",
        "from 2024-02-30",
        "since last year",
        "since end of 2023",
    ],
)
def test_a_period_that_cannot_be_listed_is_asked_openly(message: str) -> None:
    fact = period(message)
    assert fact.ambiguous
    assert fact.readings == ()


@pytest.mark.parametrize(
    ("message", "start", "end"),
    [
        ("from 31 feb 2024", "2024-02", None),
        ("from 29 feb 2023 to 1 june 2023", "2023-02", "2023-06-01"),
        ("since 2022", "2022-01", None),
        ("2022-2023", "2022-01", "2023-12"),
    ],
)
def test_of_an_impossible_or_rough_date_what_is_certain_is_kept(message: str, start: str, end: str | None) -> None:
    assert told(period(message))[:2] == (start, end)


def test_a_number_after_a_month_is_a_year_after_since_and_open_when_alone() -> None:
    assert told(period("since mar 21")) == ("2021-03", None, True)
    (alone,) = facts("mar 21")
    assert alone.kind == "date"
    assert [reading["date"] for reading in alone.readings] == ["2021-03", "2026-03-21"]


def test_a_number_that_can_only_be_a_day_is_a_day() -> None:
    assert told(period("since dec 5"))[0] == "2025-12-05"
    assert told(period("since may 24th"))[0] == "2026-05-24"
    assert told(period("since 24 may"))[0] == "2026-05-24"


def test_month_and_day_that_agree_at_the_month_need_no_question() -> None:
    fact = period("since march 26")
    assert (fact.value["start"], fact.ambiguous) == ("2026-03", False)


def test_years_that_would_run_backwards_are_days() -> None:
    assert told(period("from may 24 to june 23"))[:2] == ("2026-05-24", "2026-06-23")


def test_a_date_that_settles_the_order_settles_it_for_the_whole_message() -> None:
    assert told(period("from 04/06/24 to 25/06/25"))[:2] == ("2024-06-04", "2025-06-25")
    assert told(period("from 04/06/24 to 06/25/25"))[:2] == ("2024-04-06", "2025-06-25")


def test_the_day_it_is_decides_which_march_is_meant() -> None:
    assert told(period("since march", date(2026, 2, 10)))[0] == "2025-03"
    assert told(period("from oct to march", date(2026, 4, 10)))[:2] == ("2025-10", "2026-03")


@pytest.mark.parametrize(
    "message",
    [
        "pgwp expires in march 2027",
        "my permit is valid till june 2027",
        "on pgwp since june 2024",
        "student till april 2024",
        "diploma from sep 2022 to apr 2024",
        "i graduated in april 2024",
        "came to canada in may 2022",
        "i moved to bc in 2023",
        "i have been in canada for 3 years",
        "unemployed from may to july 2025",
        "i had a DUI in 2022",
        "left canada in march 2026",
        "waiting since 7 months",
        "aor in march still no news",
        "in the last 3 years",
        "co-op from jan to april 2024",
        "cec draw of 2026",
        "new rules 2026",
        "see you next week",
        "i may have",
        "it may take 3 weeks",
        "3 year open work permit",
        "i overstayed 2 months",
        "expired in june restored in sept",
        "5 years old",
        "one month left on my permit",
        "took 3 weeks vacation in dec",
        "depends on season, in summer 45 winter 20",
        "call me at 416-555-2024",
    ],
)
def test_time_that_is_no_work_is_no_period(message: str) -> None:
    assert facts(message) == []


@pytest.mark.parametrize(
    ("message", "start"),
    [
        ("line cook in calgary on pgwp since may 2024", "2024-05"),
        ("graduated april 2024, cook since may 2024", "2024-05"),
        (
            "i finished my diploma in april 2024 and got pgwp in july 2024 now working as cook from august 2024",
            "2024-08",
        ),
        ("came to canada in may 2022, hired as welder in june 2023", "2023-06"),
        ("off campus job since may 2024", "2024-05"),
        ("no gap since may 2024", "2024-05"),
    ],
)
def test_work_is_found_beside_permits_studies_and_arrivals(message: str, start: str) -> None:
    assert period(message).value["start"] == start


@pytest.mark.parametrize(
    ("message", "amount", "unit", "ambiguous"),
    [
        ("14 months", "14", "month", False),
        ("1.5 years", "1.5", "year", False),
        ("a year and a half", "1.5", "year", False),
        ("two and a half years", "2.5", "year", False),
        ("one year and 2 months", "14", "month", False),
        ("2 yrs 3 months", "27", "month", False),
        ("half a year", "0.5", "year", False),
        ("3 weeks", "3", "week", False),
        ("about a year", "1", "year", False),
        ("a year and something", "1", "year", True),
        ("over 2 years", "2", "year", True),
        ("almost 3 years", "3", "year", True),
        ("13 months and 2 weeks", "13", "month", True),
        ("1-2 years", "1", "year", True),
    ],
)
def test_a_length_without_a_date_is_a_duration(message: str, amount: str, unit: str, ambiguous: bool) -> None:
    (fact,) = facts(message)
    assert (fact.kind, fact.value, fact.ambiguous) == (
        "duration",
        {"amount": amount, "unit": unit},
        ambiguous,
    )


def test_two_jobs_give_two_periods() -> None:
    found = facts("cook from may 23 to jan 24 then supervisor since feb 24")
    assert [told(fact) for fact in found] == [
        ("2023-05", "2024-01", False),
        ("2024-02", None, True),
    ]


def test_since_then_begins_where_the_stretch_before_ended() -> None:
    found = facts("from may 2022 to jan 2024 server, since then supervisor")
    assert told(found[1]) == ("2024-01", None, True)


def test_the_span_is_what_the_person_typed() -> None:
    message = "Hi! I’m a cook… since  May 24 (full time)"
    fact = period(message)
    assert message[fact.start : fact.end] == "since  May 24"


@pytest.mark.parametrize(
    "message", ["still working there", "yes i still work there", "still there", "present", "till now"]
)
def test_still_there_is_an_answer_by_itself(message: str) -> None:
    assert told(period(message)) == (None, None, True)


@pytest.mark.parametrize("message", ["still waiting", "still no job", "i am still in canada"])
def test_still_waiting_is_not(message: str) -> None:
    assert facts(message) == []


# -- breaks -----------------------------------------------------------------------------------------------


def breaks(message: str) -> list[Fact]:
    return read_breaks(Text.of(message), TODAY)


BREAKS = [
    ("parental leave from jan 2025 to june 2025", "leave", "2025-01", "2025-06"),
    ("mat leave sept 24 - aug 25", "leave", "2024-09", "2025-08"),
    ("i took maternity leave from jan to june 2025", "leave", "2025-01", "2025-06"),
    ("maternity from april 2025 till now", "leave", "2025-04", None),
    ("was laid off april to june 2025", "leave", "2025-04", "2025-06"),
    ("laid off in march came back in may", "leave", "2026-03", "2026-05"),
    ("i was also away jan to march", "leave", "2026-01", "2026-03"),
    ("off oct to feb", "leave", "2025-10", "2026-02"),
    ("cook since june 2025, off oct to feb", "leave", "2025-10", "2026-02"),
    ("leave without pay from 3 march 2025 to 20 april 2025", "leave", "2025-03-03", "2025-04-20"),
    ("unpaid vacation dec 2025", "leave", "2025-12", "2025-12"),
    ("on leave 3 months", "leave", None, None),
    ("since may 2024 with 2 months unpaid leave", "leave", None, None),
    ("was sick for 2 months", "leave", None, None),
    ("went home to india for 2 months", "abroad", None, None),
    ("went to india from dec 2024 to jan 2025", "abroad", "2024-12", "2025-01"),
    ("i was in pakistan from 1 dec 2024 to 20 jan 2025", "abroad", "2024-12-01", "2025-01-20"),
    ("visited my home country in june 2025 for 3 weeks", "abroad", "2025-06", None),
]


@pytest.mark.parametrize(("message", "reason", "start", "end"), BREAKS)
def test_a_break_is_an_exclusion_with_what_is_told_of_its_dates(
    message: str, reason: str, start: str | None, end: str | None
) -> None:
    (fact,) = breaks(message)
    assert fact.value == {"reason": reason, "present": True, "start": start, "end": end}


def test_a_break_inside_a_job_leaves_one_period() -> None:
    message = "cook since june 2025, off oct to feb, back since then"
    assert [told(fact) for fact in facts(message)] == [("2025-06", None, True)]
    assert len(breaks(message)) == 1


def test_a_break_that_fits_several_winters_of_the_job_is_asked_and_has_no_dates_meanwhile() -> None:
    (fact,) = breaks("full time from june 23, off oct to feb, back since then")
    assert fact.ambiguous
    assert (fact.value["start"], fact.value["end"]) == (None, None)
    assert [reading["start"] for reading in fact.readings] == ["2023-10", "2024-10", "2025-10"]


def test_a_layoff_without_a_return_may_be_the_end_of_the_job() -> None:
    (fact,) = breaks("layoff in march")
    assert fact.ambiguous
    assert fact.value["start"] == "2026-03"


@pytest.mark.parametrize(
    "message",
    [
        "no leave",
        "never took any parental leave",
        "no breaks",
        "without any gap",
        "i never took leave",
    ],
)
def test_a_denied_break_is_absent(message: str) -> None:
    (fact,) = breaks(message)
    assert (fact.value["reason"], fact.value["present"]) == ("leave", False)


@pytest.mark.parametrize(
    "message",
    [
        "2 weeks paid vacation",
        "took 3 weeks vacation in dec",
        "off campus job since may 2024",
        "went home for a month on paid leave",
        "gap of 3 months between the two jobs",
        "cut off this month",
        "i left in june",
        "lunch break 30 min",
        "2 days off per week",
    ],
)
def test_what_counts_as_work_or_lies_between_jobs_is_no_break(message: str) -> None:
    assert breaks(message) == []


def test_every_class_that_a_grammar_names_is_one_that_tokens_have() -> None:
    of_tokens = {
        "DEC",
        "ORD",
        "YEAR",
        "BIG",
        "SHORTYEAR",
        "NUMDATE",
        "MONEY",
        "TELEPHONE",
        "ADDRESS",
        "CODE",
        "NEWLINE",
    }
    of_chunks = {"MOMENT", "LENGTH", "TITLE"}
    of_marks = {token.kind for token in lex(Text.of(".,;:!?/-+()*~<>@%&|_•#'\"=")).items}
    assert named_classes() <= class_names() | of_tokens | of_chunks | of_marks | {"MARK"}


# -- dates ------------------------------------------------------------------------------------------------


def test_dates_are_given_with_all_their_readings() -> None:
    found = read_dates(Text.of("on 04/06/24 and in june 2025"), TODAY)
    assert [(one.value, one.ambiguous, one.readings) for one in found] == [
        ("2024-06-04", True, ("2024-06-04", "2024-04-06")),
        ("2025-06", False, ()),
    ]


@pytest.mark.parametrize(
    "written",
    ["{0:%Y-%m-%d}", "{0:%d %B %Y}", "{0:%B %d, %Y}", "{0:%d%b%Y}", "{0:%b %d %Y}", "{0:%Y/%m/%d}"],
)
@settings(max_examples=40, deadline=None)
@given(day=st.dates(date(2000, 1, 1), date(2026, 12, 31)))
def test_every_day_written_out_is_read_back(written: str, day: date) -> None:
    (found,) = read_dates(Text.of(written.format(day)), TODAY)
    assert (found.value, found.ambiguous) == (day.isoformat(), False)


@settings(max_examples=60, deadline=None)
@given(st.dates(date(2000, 1, 1), date(2026, 12, 31)))
def test_a_day_in_figures_is_read_or_asked_but_never_wrong(day: date) -> None:
    (found,) = read_dates(Text.of(f"{day:%d/%m/%Y}"), TODAY)
    assert day.isoformat() in (found.readings or (found.value,))
    assert found.ambiguous is (day.day <= 12 and day.day != day.month)


@pytest.mark.parametrize("message", ["left 2 years ago", "since 3 yrs ago", "joined one year back"])
def test_so_many_years_ago_is_rounded_and_is_asked(message: str) -> None:
    assert period(message).ambiguous


@pytest.mark.parametrize(
    "message", ["i will finish 1 year on 20 february 2027", "finished one year in august", "no shifts in january"]
)
def test_a_full_year_or_a_month_without_shifts_ends_no_job(message: str) -> None:
    assert not any(fact.kind == "period" for fact in facts(message))


def test_finished_a_job_still_ends_it() -> None:
    assert told(period("finished my job at the bakery on 7 may 2026")) == (None, "2026-05-07", False)


def test_the_start_is_changed_though_the_word_is_mistyped() -> None:
    assert told(period("chenge the start to 9 april")) == ("2026-04-09", None, False)


def test_work_that_was_found_has_begun() -> None:
    assert told(period("found work in november 2024 as a baker")) == ("2024-11", None, False)


def test_an_age_that_someone_turned_is_no_date_of_work() -> None:
    assert facts("turned 35 in june 2026") == []


@pytest.mark.parametrize(
    ("message", "start", "end", "ongoing"),
    [
        ("cook full time 1 may 2025 until now", "2025-05-01", None, True),
        ("cook part time 5 june 2024 to 3 march 2025", "2024-06-05", "2025-03-03", False),
        ("since the first of october twenty twenty four i am a cook", "2024-10-01", None, True),
        ("first jan last year till 15 august this year", "2025-01-01", "2026-08-15", False),
        ("cook 2024 jan-june", "2024-01", "2024-06", False),
        ("june, july and august 2025 i worked as cook", "2025-06", "2025-08", False),
        ("pharmacy assistant, 9 sept 2024 and still going", "2024-09-09", None, True),
        ("2024年6月开始 到现在", "2024-06", None, True),
        ("from second of january 2025 till now", "2025-01-02", None, True),
        ("dec 1st 2023 > today, admin assistant", "2023-12-01", None, True),
        ("cook oct/nov/dec 2025", "2025-10", "2025-12", False),
        ("dec 2024 se supervisor", "2024-12", None, True),
        ("my contract was until 30 june", None, "2026-06-30", False),
    ],
)
def test_days_beside_full_time_first_days_and_years_told_first(
    message: str, start: str | None, end: str | None, ongoing: bool
) -> None:
    assert told(period(message)) == (start, end, ongoing)
    assert not period(message).ambiguous


def test_the_hours_of_full_time_are_no_day_of_a_month() -> None:
    assert told(period("full time 30 may 2024 to now")) == ("2024-05", None, True)


def test_a_job_taken_up_again_until_today_is_a_second_period() -> None:
    found = [told(fact) for fact in facts("may to dec 2025, then back feb 2026 untill today") if fact.kind == "period"]
    assert found == [("2025-05", "2025-12", False), ("2026-02", None, True)]


def test_a_contract_that_finishes_without_a_tense_may_be_over_or_to_come() -> None:
    assert period("contract finish 31 march").ambiguous
    assert told(period("contract finish 31 october")) == (None, "2026-10-31", False)
