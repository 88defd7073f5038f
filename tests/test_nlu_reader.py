"""Whole messages: what is read from them, to which job it belongs, and what a bare answer means.

Today is 22 November 2026.
"""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlu.__main__ import main
from nlu.context import QUESTIONS, in_context
from nlu.facts import KINDS, Fact
from nlu.lexicon import known_words
from nlu.reader import read

TODAY = date(2026, 11, 22)


def facts(message: str, asked: str | None = None) -> tuple[Fact, ...]:
    return read(message, TODAY, asked)


def of_kind(message: str, kind: str, asked: str | None = None) -> list[Fact]:
    return [fact for fact in facts(message, asked) if fact.kind == kind]


def value(message: str, kind: str, asked: str | None = None) -> Mapping[str, Any]:
    found = of_kind(message, kind, asked)
    assert len(found) == 1, f"{message!r} should tell one {kind}, not {found}"
    return found[0].value


def jobs(message: str) -> list[str]:
    """Each job of a message in a line: "cook | 2023-05 to 2024-01 | 25 h"."""
    found: dict[int, dict[str, str]] = {}
    for fact in facts(message):
        if fact.job is None:
            continue
        job = found.setdefault(fact.job, {})
        mark = "?" if fact.ambiguous else ""
        if fact.kind == "title":
            job["title"] = fact.value["title"] + mark
        elif fact.kind == "period":
            end = "now" if fact.value["ongoing"] else fact.value["end"] or "open"
            job["period"] = f"{fact.value['start'] or 'open'} to {end}{mark}"
        elif fact.kind == "hours":
            least = "+" if "at_least" in fact.value else ""
            job["hours"] = f"{fact.value['per_week'] or 'unknown'}{least} h{mark}"
        elif fact.kind == "duration":
            job["duration"] = f"{fact.value['amount']} {fact.value['unit']}{mark}"
    order = ("title", "period", "duration", "hours")
    return [" | ".join(job[name] for name in order if name in job) for _, job in sorted(found.items())]


ALL_AT_ONCE = (
    "hi im a line cook in calgary on pgwp since may 2024 fulltime 37.5hr. ielts general listening 7.5 reading 7 "
    "writing 6 speaking 7 done in march"
)


def test_a_message_that_says_it_all_is_read_in_one_go() -> None:
    told = {fact.kind: fact.value for fact in facts(ALL_AT_ONCE)}
    assert told == {
        "title": {"title": "line cook"},
        "place": {"province": "AB", "city": "calgary", "country": "CA"},
        "permit": {"permit": "pgwp"},
        "period": {"start": "2024-05", "end": None, "ongoing": True},
        "hours": {"per_week": "37.5"},
        "test": {"test": "ielts_general_training"},
        "scores": {"listening": "7.5", "reading": "7", "writing": "6", "speaking": "7"},
        "test_date": {"date": "2026-03"},
    }
    assert not any(fact.ambiguous for fact in facts(ALL_AT_ONCE))


def test_the_same_in_telegram_style_asks_only_which_ielts() -> None:
    message = "pgwp, line cook since may 24, 37.5/wk, ielts listening 7.5 reading 7 writing 6 speaking 7"
    assert jobs(message) == ["line cook | 2024-05 to now | 37.5 h"]
    assert [fact.kind for fact in facts(message) if fact.ambiguous] == ["test"]


# -- jobs told apart --------------------------------------------------------------------------------------

JOBS = [
    (
        "2022-2023 cook at X 20h, since then kitchen manager full time",
        ["cook | 2022-01 to 2023-12? | 20 h", "kitchen manager | 2023-12 to now? | 30+ h"],
    ),
    (
        "cook from may 23 to jan 24 then supervisor since feb 24, both 40h",
        ["cook | 2023-05 to 2024-01 | 40 h", "supervisor | 2024-02 to now | 40 h"],
    ),
    (
        "1) cook tim hortons may 2023 - jan 2024 25h 2) supervisor since feb 2024 40h",
        ["cook | 2023-05 to 2024-01 | 25 h", "supervisor | 2024-02 to now | 40 h"],
    ),
    (
        "1. line cook - tim hortons - may 2023 to dec 2023 - 25 hours\n"
        "2. shift supervisor - tims - jan 2024 to present - 40 hours",
        ["line cook | 2023-05 to 2023-12 | 25 h", "shift supervisor | 2024-01 to now | 40 h"],
    ),
    (
        "jan 2023 - dec 2023 barista 25 hrs a week\njan 2024 - now shift supervisor 40 hrs a week",
        ["barista | 2023-01 to 2023-12 | 25 h", "shift supervisor | 2024-01 to now | 40 h"],
    ),
    (
        "food service supervisor since feb 2024, before that i was a server from may 2022 to jan 2024",
        ["food service supervisor | 2024-02 to now", "server | 2022-05 to 2024-01"],
    ),
    (
        "cook, may 2023 to jan 2024, 25h; supervisor, feb 2024 to now, 40h",
        ["cook | 2023-05 to 2024-01 | 25 h", "supervisor | 2024-02 to now | 40 h"],
    ),
    (
        "accountant feb 2024-feb 2026. payroll administrator march 2026 onwards",
        ["accountant | 2024-02 to 2026-02", "payroll administrator | 2026-03 to now"],
    ),
    (
        "worked as cashier june 2022 - may 2023 part time 20h then as supervisor till now full time",
        ["cashier | 2022-06 to 2023-05 | 20 h", "supervisor | open to now | 30+ h"],
    ),
    (
        "truck driver since jan'25 60 hrs/wk before that warehouse worker for 8 months",
        ["truck driver | 2025-01 to now | 60 h", "warehouse worker | 8 month"],
    ),
    (
        "started as server in may 2022, promoted to supervisor in jan 2024, still working there full time",
        ["server | 2022-05 to open", "supervisor | 2024-01 to now | 30+ h"],
    ),
    (
        "since may 2024 cook 40h and server 20h",
        ["cook | 2024-05 to now | 40 h", "server | 20 h"],
    ),
    (
        "cook may 2022 to jan 2023 and again since june 2023",
        ["cook | 2022-05 to 2023-01", "cook | 2023-06 to now"],
    ),
    (
        "cook at A from jan 2023 to june 2023, B from july 2023 to dec 2024, C since jan 2025, all full time",
        ["cook | 2023-01 to 2023-06 | 30+ h", "2023-07 to 2024-12 | 30+ h", "2025-01 to now | 30+ h"],
    ),
]


@pytest.mark.parametrize(("message", "expected"), JOBS)
def test_jobs_of_one_message_are_told_apart(message: str, expected: list[str]) -> None:
    assert jobs(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (
            "line cook\ntim hortons\nmay 2024 - present\n37.5 hours",
            ["line cook | 2024-05 to now | 37.5 h"],
        ),
        ("joined as cook aug 24 resigned feb 26, 38 hours", ["cook | 2024-08 to 2026-02 | 38 h"]),
        ("full time cook since june 2023, 40 hours a week", ["cook | 2023-06 to now | 40 h"]),
        ("cook since may 2024, i work as cook 40h", ["cook | 2024-05 to now | 40 h"]),
        ("cook since may 2024, for the last 2 years", ["cook | 2024-05 to now"]),
        ("joined aug 24 as cook 40 hrs a week resigned feb 26", ["cook | 2024-08 to 2026-02 | 40 h"]),
        ("cook, started may 2024, 40 hrs, still working there", ["cook | 2024-05 to now | 40 h"]),
        ("psw 3 12s a week since sept last year", ["psw | 2025-09 to now | 36 h"]),
    ],
)
def test_one_job_told_in_pieces_stays_one_job(message: str, expected: list[str]) -> None:
    assert jobs(message) == expected


def test_an_unknown_word_before_a_second_period_is_not_given_the_first_title() -> None:
    assert jobs("cook from may 23 to jan 24, zamboni wrangler since feb 24")[1] == "2024-02 to now"


def test_two_titles_of_one_job_are_asked() -> None:
    (title,) = of_kind("barista, baker since may 24", "title")
    assert title.ambiguous
    assert [reading["title"] for reading in title.readings] == ["barista", "baker"]


def test_two_figures_for_one_job_are_asked() -> None:
    (hours,) = of_kind("cook since may 2024, 20 hours at first then 40 hours", "hours")
    assert hours.ambiguous
    assert [reading["per_week"] for reading in hours.readings] == ["20", "40"]


@pytest.mark.parametrize(
    "message",
    [
        "psw since may 2024, casual then full time",
        "cook since may 2024, part time at first, now full time",
        "cook since 2 yrs but only 6 months full time",
        "cook since may 2024, 20 hours for the first 6 months",
    ],
)
def test_hours_of_a_part_of_the_job_are_not_taken_for_the_whole(message: str) -> None:
    (hours,) = of_kind(message, "hours")
    assert hours.ambiguous


def test_rotating_shifts_do_not_take_full_time_back() -> None:
    (hours,) = of_kind("cook since may 2024 full time rotating shifts", "hours")
    assert (hours.value["per_week"], hours.ambiguous) == ("30", False)


def test_a_stray_date_beside_a_period_is_no_end_of_it() -> None:
    message = "hired 06/2023 as psw, 01/2025 new manager came"
    assert jobs(message) == ["psw | 2023-06 to open"]
    assert of_kind(message, "date") == []


def test_every_fact_of_a_job_has_its_number_and_facts_of_the_test_have_none() -> None:
    for fact in facts(ALL_AT_ONCE):
        assert (fact.job is None) is (fact.kind in ("test", "scores", "test_date"))


def test_a_break_belongs_to_the_job_that_it_is_told_with() -> None:
    message = "server from jan 2023 to jan 2024; cook since june 2025, off oct to feb"
    (leave,) = of_kind(message, "exclusion")
    assert (leave.job, leave.value["start"], leave.value["end"]) == (1, "2025-10", "2026-02")


# -- what contends for the same words ---------------------------------------------------------------------


def test_scores_win_over_hours_and_dates() -> None:
    message = "celpip 8 9 7 9 in lrws order last june"
    assert value(message, "scores") == {
        "listening": "8",
        "reading": "9",
        "writing": "7",
        "speaking": "9",
    }
    assert of_kind(message, "hours") == of_kind(message, "number") == []


@pytest.mark.parametrize(
    ("message", "day"),
    [
        ("celpip 8 9 7 9 in lrws order last june", "2026-06"),
        ("ielts gt l8 r7 w7 s7 on 14 march 2026", "2026-03-14"),
        ("ielts general done in march, cook since june 2025", "2026-03"),
        ("cook since june 2025. celpip taken on 2026-01-10", "2026-01-10"),
        ("my test was in september", "2026-09"),
        ("tef canada 12 janvier 2026", "2026-01-12"),
    ],
)
def test_a_date_near_the_test_is_the_test_s(message: str, day: str) -> None:
    assert value(message, "test_date")["date"] == day


def test_a_date_near_the_job_stays_the_job_s() -> None:
    message = "cook since june 2025. celpip 8 8 8 8"
    assert of_kind(message, "test_date") == []
    assert value(message, "period")["start"] == "2025-06"


def test_a_test_taken_two_years_ago_is_asked_since_two_years_is_its_life() -> None:
    (fact,) = of_kind("i took celpip 2 years ago", "test_date")
    assert fact.ambiguous


def test_study_is_no_work_and_keeps_its_dates() -> None:
    message = "full time student till april 2024, cook since may 2024"
    assert jobs(message) == ["cook | 2024-05 to now"]
    assert value(message, "exclusion")["end"] == "2024-04"


@pytest.mark.parametrize(
    "message",
    [
        "does 30 hours count",
        "what if i work 40 hours",
        "is part time ok?",
        "can i apply if i worked from may 2024 to now",
    ],
)
def test_a_question_states_no_facts_of_work(message: str) -> None:
    assert [fact.kind for fact in facts(message) if fact.kind in ("hours", "period", "number")] == []


def test_what_is_stated_beside_a_question_is_taken() -> None:
    assert value("i work 30 hours, does that count", "hours") == {"per_week": "30"}


@pytest.mark.parametrize(
    ("message", "kind", "new", "old"),
    [
        ("no it was 22 hours not 32", "hours", {"per_week": "22"}, {"per_week": "32"}),
        ("not 2024 but 2025", "date", {"date": "2025-01"}, {"date": "2024-01"}),
        ("i started in june 2025 not may 2025", "period", "2025-06", "2025-05"),
    ],
)
def test_a_correction_names_what_it_replaces(message: str, kind: str, new: Any, old: Any) -> None:
    (fact,) = of_kind(message, kind)
    assert fact.replaces is not None
    if isinstance(new, str):
        assert (fact.value["start"], fact.replaces["start"]) == (new, old)
    else:
        assert (fact.value, fact.replaces) == (new, old)


# -- bare figures and the question that was asked -----------------------------------------------------------


def test_without_a_question_figures_stay_bare() -> None:
    assert value("37.5", "number") == {"value": "37.5"}
    assert value("25 to 30", "numbers") == {"values": ["25", "30"]}
    assert value("8 7 7 6", "numbers") == {"values": ["8", "7", "7", "6"]}
    assert value("8765", "numbers") == {"values": ["8", "7", "6", "5"]}


@pytest.mark.parametrize(
    "message",
    [
        "i have 2 kids",
        "i manage 6 staff",
        "remove job 2",
        "only one",
        "1560 hours",
        "my crs is 478",
        "37.5% of it",
        "37:30",
        "1) cook 2) baker",
    ],
)
def test_figures_that_count_something_else_are_no_answers(message: str) -> None:
    assert [fact for fact in facts(message) if fact.kind in ("number", "numbers")] == []


@pytest.mark.parametrize(
    ("message", "per_week"),
    [
        ("37.5", "37.5"),
        ("40", "40"),
        ("about 33", "33"),
        ("forty", "40"),
        ("37 and a half", "37.5"),
        ("36,25", "36.25"),
    ],
)
def test_a_figure_is_hours_where_hours_were_asked(message: str, per_week: str) -> None:
    (fact,) = of_kind(message, "hours", "job_hours")
    assert (fact.value, fact.ambiguous) == ({"per_week": per_week}, False)


@pytest.mark.parametrize("message", ["25 to 30", "25-30", "30 or 25", "usually 25 to 30", "less than 30, sometimes 25"])
def test_a_bare_range_of_hours_is_asked_the_lower_first(message: str) -> None:
    (fact,) = of_kind(message, "hours", "job_hours")
    assert fact.ambiguous
    assert [reading["per_week"] for reading in fact.readings] == ["25", "30"]


def test_a_bare_figure_that_may_be_a_day_s_hours_is_asked() -> None:
    (fact,) = of_kind("8", "hours", "job_hours")
    assert fact.ambiguous


def test_told_hours_are_not_overruled_by_a_bare_figure() -> None:
    (fact,) = of_kind("40 hours, 5 days", "hours", "job_hours")
    assert fact.value == {"per_week": "40"}


@pytest.mark.parametrize(
    ("message", "asked", "expected"),
    [
        ("may 2024", "job_period", ("2024-05", None, False)),
        ("may 2024 - now", "job_period", ("2024-05", None, True)),
        ("may 2024", "job_end_date", (None, "2024-05", False)),
        ("yesterday", "job_end_date", (None, "2026-11-21", False)),
        ("14 may 2024", "job_start_day", ("2024-05-14", None, False)),
        ("march 2025", "exclusion_period", ("2025-03", "2025-03", False)),
    ],
)
def test_a_bare_date_is_the_side_that_was_asked(message: str, asked: str, expected: tuple[Any, ...]) -> None:
    (fact,) = of_kind(message, "period", asked)
    assert tuple(fact.value.values()) == expected


def test_an_ambiguous_bare_date_stays_ambiguous() -> None:
    (fact,) = of_kind("mar 21", "period", "job_period")
    assert [reading["start"] for reading in fact.readings] == ["2021-03", "2026-03-21"]


def test_four_bare_scores_come_in_the_order_that_was_asked_for_unless_run_together() -> None:
    assert value("8 7 7 6", "scores", "scores") == {
        "listening": "8",
        "reading": "7",
        "writing": "7",
        "speaking": "6",
    }
    assert value("8/7/6.5/6", "scores", "scores")["writing"] == "6.5"
    assert of_kind("8765", "scores", "scores") == []


def test_a_bare_date_is_the_test_s_where_that_was_asked() -> None:
    assert value("last month", "test_date", "test_date") == {"date": "2026-10"}
    assert value("14/03/2026", "test_date", "test_date") == {"date": "2026-03-14"}


@pytest.mark.parametrize(
    ("message", "title"),
    [
        ("Zamboni wrangler", "zamboni wrangler"),
        ("i am a zamboni wrangler", "zamboni wrangler"),
        ("my job is poultry debeaker.", "poultry debeaker"),
        ("line cook", "line cook"),
    ],
)
def test_where_the_job_was_asked_the_whole_answer_is_its_title(message: str, title: str) -> None:
    assert value(message, "title", "job_title") == {"title": title}


@pytest.mark.parametrize(
    "message",
    [
        "skip",
        "i dont know",
        "why do you ask?",
        "none",
        "yes",
        "help",
        "what does that mean",
        "40",
        "...",
    ],
)
def test_what_is_no_title_is_not_made_one(message: str) -> None:
    assert of_kind(message, "title", "job_title") == []


def test_context_changes_nothing_where_nothing_was_asked() -> None:
    told = facts(ALL_AT_ONCE)
    assert in_context(told, None) == told


def test_an_answer_can_be_put_into_context_later() -> None:
    told = facts("37.5")
    assert in_context(told, "job_hours", "37.5") == facts("37.5", "job_hours")


# -- any message --------------------------------------------------------------------------------------------

_WORDS = st.sampled_from(
    [
        *known_words(),
        "1",
        "8",
        "24",
        "37.5",
        "2024",
        "8765",
        "04/06/24",
        "since",
        "may",
        "cook",
        "ielts",
        ",",
        ".",
        "-",
        "/",
        "\n",
        "(",
        "$",
        "'24",
        "🙂",
        "à",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_WORDS, max_size=30).map(" ".join), st.sampled_from([None, *QUESTIONS]))
def test_whatever_is_written_the_facts_are_well_formed(message: str, asked: str | None) -> None:
    for fact in facts(message, asked):
        assert fact.kind in KINDS
        assert 0 <= fact.start <= fact.end <= len(message)
        assert fact.ambiguous or not fact.readings
        assert len(fact.readings) != 1
        json.dumps(fact.to_dict())
        for told in (fact.value, *fact.readings):
            for name in ("start", "end", "date"):
                if told.get(name):
                    date.fromisoformat(told[name] if len(told[name]) == 10 else f"{told[name]}-01")
            if fact.kind == "hours" and not fact.ambiguous:
                assert 0 < float(told["per_week"]) <= 168
        if fact.kind == "period" and not fact.ambiguous:
            start, end = fact.value["start"], fact.value["end"]
            assert fact.value["ongoing"] is False or end is None
            assert not (start and end) or start[:7] <= end[:7]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_text_at_all_is_read_without_a_fault(message: str) -> None:
    facts(message)


# -- the command line ---------------------------------------------------------------------------------------


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["read", "--facts-only", *arguments])
    out, err = capsys.readouterr()
    return status, out, err


def test_the_command_line_shows_facts_to_a_person(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "cook since mar 21, 25-30 hrs", "--today", "2026-11-22")
    assert status == 0
    assert "job 1  title" in out
    assert "start 2021-03" in out
    assert "ambiguous: per_week 25 | per_week 30" in out


def test_the_command_line_gives_json(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "37.5", "--asked", "job_hours", "--json", "--today", "2026-11-22")
    assert status == 0
    assert json.loads(out)["facts"][0]["value"] == {"per_week": "37.5"}


def test_json_lines_go_on_after_a_bad_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        "cook",
        '{"text": "40", "asked": "job_hours"}',
        "{bad",
        '{"words": 1}',
        '{"text": "x", "asked": "weather"}',
        "",
        "baker",
    ]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines)))
    status, out, _ = run(capsys, "--jsonl")
    answers = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [answer.get("error", {}).get("line") for answer in answers] == [
        None,
        None,
        3,
        4,
        5,
        None,
    ]
    assert answers[1]["facts"][0]["kind"] == "hours"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "no message"),
        (("cook", "--today", "2026-13-01"), "2026-13-01 is no date"),
        (("cook", "--asked", "weather"), "no question is named 'weather'"),
        (("cook", "--jsonl"), "standard input"),
    ],
)
def test_wrong_input_gets_one_clear_line_and_status_2(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], says: str
) -> None:
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1


OTHER_LANGUAGES = [
    ("welder desde enero 2024, 40 horas semanal", "welder | 2024-01 to now | 40 h"),
    ("roofer, marzo 2024 a octubre 2025", "roofer | 2024-03 to 2025-10"),
    ("cuisinier de mars 2024 à aujourd'hui, 35 heures et demie", "cuisinier | 2024-03 to now | 35.5 h"),
    ("caregiver mula noong Pebrero 2025 hanggang ngayon, 44 oras", "caregiver | 2025-02 to now | 44 h"),
    ("baker, 2023年7月到2025年1月, 每周38小时", "baker | 2023-07 to 2025-01 | 38 h"),
    ("welder desde março de 2024 até agora", "welder | 2024-03 to now"),
    ("cook từ tháng 3 2025 đến nay, 42 tiếng", "cook | 2025-03 to now | 42 h"),
]


@pytest.mark.parametrize(("message", "job"), OTHER_LANGUAGES)
def test_dates_and_hours_are_read_in_the_languages_people_mix_in(message: str, job: str) -> None:
    assert jobs(message) == [job]


SPOKEN = [
    ("june of twenty twenty three", "2023-06"),
    ("two thousand and twenty five march the ninth", "2025-03-09"),
    ("it was in may, the 20th", "2026-05-20"),
    ("last thursday", "2026-11-19"),
]


@pytest.mark.parametrize(("message", "day"), SPOKEN)
def test_dates_are_read_as_they_are_spoken(message: str, day: str) -> None:
    assert value(message, "test_date", "test_date") == {"date": day}


def test_the_day_after_a_dash_is_no_year_of_the_month_before_it() -> None:
    told = value("3 mar - 28 aug 2025", "period", "job_period")
    assert (told["start"], told["end"]) == ("2025-03-03", "2025-08-28")


def test_a_permit_in_a_list_does_not_take_the_dates_of_the_job() -> None:
    assert jobs("line cook, lmia work permit, from jan 2024 until now") == ["line cook | 2024-01 to now"]


def test_a_layoff_told_after_the_end_of_a_job_is_no_break_in_it() -> None:
    assert not of_kind("welder from may 2024 to june 2026, then laid off", "exclusion")


def test_the_end_told_of_the_next_job_does_not_close_the_one_before() -> None:
    told = jobs("plumber: started may 2024. baker: ended 15 june 2025")
    assert told == ["plumber | 2024-05 to open", "baker | open to 2025-06-15"]


def test_dates_that_touch_across_a_dash_are_two() -> None:
    assert jobs("welder 03/2024-08/2025") == ["welder | 2024-03 to 2025-08"]
    assert jobs("welder 13/06/2024-30/09/2025") == ["welder | 2024-06-13 to 2025-09-30"]


def test_an_end_that_is_past_lies_in_no_year_to_come() -> None:
    told = value("i stopped there dec 31", "period")
    assert told["end"] == "2025-12-31"


def test_a_date_that_was_asked_for_is_taken_from_among_other_words() -> None:
    told = value("i sat for it on the 5th of march 2025 in manila before my flight", "test_date", "test_date")
    assert told == {"date": "2025-03-05"}


@pytest.mark.parametrize(
    ("message", "job"),
    [
        ("taking a cook diploma, working as baker", "baker"),
        ("baker. my supervisor told me i need more hours", "baker"),
        ("on paper dishwasher but i also cook the whole menu", "dishwasher"),
        ("i cook at a hotel", "cook"),
    ],
)
def test_a_title_is_that_of_the_job_and_of_nothing_else(message: str, job: str) -> None:
    assert value(message, "title")["title"] == job


@pytest.mark.parametrize("message", ["yes that one", "como funciona esto", "kya karna hai", "pano po yan"])
def test_a_question_or_a_yes_is_no_title(message: str) -> None:
    assert not of_kind(message, "title", "job_title")


def test_periods_go_to_the_jobs_that_their_words_name() -> None:
    told = jobs("weekdays baker 24h, weekends security guard 16h. first one since feb 2025 the other since may 2025")
    assert told == ["baker | 2025-02 to now | 24 h", "security guard | 2025-05 to now | 16 h"]
    told = jobs("last one ended 15 may 2026. and the first one i started 3 june 2024")
    assert told == ["open to 2026-05-15", "2024-06-03 to open"]


def test_a_list_that_begins_with_the_title_heading_it_tells_no_job_more() -> None:
    told = jobs("baker, 2 jobs. 1st baker jan 2023 - jan 2024 30hrs, 2nd baker supervisor feb 2024 till now 40hrs")
    assert told == ["baker | 2023-01 to 2024-01 | 30 h", "baker supervisor | 2024-02 to now | 40 h"]


def test_a_layoff_before_a_new_job_is_the_end_of_the_old_one() -> None:
    assert jobs("laid off oct 2025 and new job start march 2026") == ["open to 2025-10", "2026-03 to open"]
    assert not of_kind("laid off oct 2025 and new job start march 2026", "exclusion")


def test_full_time_studies_say_nothing_of_the_hours_of_work() -> None:
    assert jobs("20h pendant ma maitrise à temps plein") == ["20 h"]


def test_figures_before_on_and_a_date_are_scores_and_no_rota() -> None:
    kinds = {fact.kind for fact in read("ielts gt 7 7 7 7 on 2 may 2026", date(2026, 11, 22))}
    assert {"scores", "test_date"} <= kinds


def test_periods_go_to_the_jobs_that_a_title_points_to() -> None:
    told = jobs("plumber one: started march 2024. baker one: ended 15 june 2025")
    assert told == ["2024-03 to open", "open to 2025-06-15"]


def test_a_code_that_somebody_told_the_person_answers_the_question_of_the_job() -> None:
    assert value("my consultant told me it is teer 2", "noc", "job_title") == {"teer": 2}
    assert not of_kind("my friend told me he is teer 2", "noc")


def test_days_told_only_of_what_does_not_count_are_no_job() -> None:
    assert not of_kind("sorry i was self employed, feb to may 2025", "period")


def test_a_figure_in_the_place_of_hours_taken_back_is_hours() -> None:
    assert value("i said 40 hrs but my contract says 35", "hours") == {"per_week": "35"}


def test_the_only_dates_beside_a_permit_in_a_list_are_those_of_the_job() -> None:
    assert jobs("baker, open permit, 02/2024-09/2025") == ["baker | 2024-02 to 2025-09"]
    assert not of_kind("on pgwp, jan 2023 to jan 2026", "period")


def test_words_right_after_a_start_say_that_the_job_goes_on() -> None:
    assert jobs("cashier from sep 2025 ongoing 40h") == ["cashier | 2025-09 to now | 40 h"]


def test_getting_fired_ends_the_job() -> None:
    assert value("i got fired last tuesday", "period", "job_end")["end"] == "2026-11-17"
    assert value("i resigned effective 15 sept", "period", "job_end")["end"] == "2026-09-15"


def test_years_ago_are_rounded_as_the_day_of_a_test() -> None:
    assert of_kind("2 yrs back", "test_date", "test_date")[0].ambiguous


def test_two_dates_for_one_question_are_both_asked_about() -> None:
    told = of_kind("3 may but on paper 20 may 2024", "period", "job_start_day")
    assert len(told) == 2
    assert all(fact.ambiguous for fact in told)


@pytest.mark.parametrize("message", ["im working in a factory", "at the airport", "for a big company"])
def test_where_someone_works_is_no_title(message: str) -> None:
    assert not of_kind(message, "title", "job")


def test_an_average_is_hours_where_hours_were_asked() -> None:
    assert value("36 average", "hours", "job_hours") == {"per_week": "36"}


def test_an_average_beside_a_test_is_no_hours() -> None:
    assert not of_kind("celpip average 9", "hours", "job_hours")


@pytest.mark.parametrize("message", ["25 hours second year 40", "in summer 44 hours, less after", "32h first year"])
def test_hours_of_one_year_or_season_are_not_taken_for_all(message: str) -> None:
    assert of_kind(message, "hours")[0].ambiguous


@pytest.mark.parametrize(
    "message", ["i am a supervisor but my pay stub says cashier", "letter says cleaner but i cook"]
)
def test_another_title_on_paper_is_asked_and_is_no_second_job(message: str) -> None:
    titles = of_kind(message, "title")
    assert len(titles) == 1
    assert titles[0].ambiguous
    assert len(titles[0].readings) == 2


def test_a_title_that_came_after_another_is_a_second_job() -> None:
    assert len(of_kind("cook till may 2024 but then official title was supervisor", "title")) == 2


def test_the_place_after_a_title_is_no_second_job() -> None:
    assert len(of_kind("general labour at amazon warehouse", "title")) == 1


@pytest.mark.parametrize("word", ["both", "half half", "everything", "maybe"])
def test_a_word_that_names_no_work_is_no_title(word: str) -> None:
    assert read(word, date(2026, 11, 22), "job") == ()


def test_four_equal_figures_beside_a_test_are_its_scores_in_whatever_order() -> None:
    assert [dict(fact.value) for fact in of_kind("ielts gen 6 6 6 6, june 2025", "scores")] == [
        dict.fromkeys(("listening", "reading", "writing", "speaking"), "6")
    ]
    assert not of_kind("ielts gen 6 6 6 7, june 2025", "scores")


@pytest.mark.parametrize("said", ["haanji bilkul sahi", "ouais c'est bien ça", "opo", "así es"])
def test_a_yes_in_another_language_is_no_title(said: str) -> None:
    assert read(said, date(2026, 11, 22), "job_title") == ()


@pytest.mark.parametrize(
    ("message", "asked", "title"),
    [
        ('its written "Team Lead, Customer Care" in my contract', "job_title", "team lead, customer care"),
        ("mechanical engineer EIT in Saskatoon, May 6 2024 - present, 40h/week", "job", "mechanical engineer eit"),
        ("conveyancing legal assistant", "job_title", "conveyancing legal assistant"),
        ("hopefully cook", "job_title", "cook"),
        ("main job is IT technician", None, "it technician"),
        ("also weekend cleaner 12h", "more_jobs", "cleaner"),
    ],
)
def test_departments_designations_and_trades_are_part_of_a_title(message: str, asked: str | None, title: str) -> None:
    titles = [fact for fact in read(message, TODAY, asked) if fact.kind == "title"]
    assert [(fact.value["title"], fact.ambiguous) for fact in titles] == [(title, False)]
