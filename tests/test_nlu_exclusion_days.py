"""Days told beside work that does not count are no job's; studies of unknown extent are asked about."""

from __future__ import annotations

from datetime import date

import pytest

from nlu.facts import Fact
from nlu.reader import read

TODAY = date(2026, 11, 22)


def told(message: str) -> list[Fact]:
    """The exclusions that are present, and the periods of jobs."""
    facts = read(message, TODAY, "exclusions")
    return [fact for fact in facts if fact.kind == "period" or (fact.kind == "exclusion" and fact.value["present"])]


@pytest.mark.parametrize(
    ("message", "reason", "start", "end"),
    [
        (
            "Between 3/11/2025 and 28/11/2025 I was in Accra, working online for the same company",
            "abroad",
            "2025-11-03",
            "2025-11-28",
        ),
        ("du 2 au 20 janvier 2025 j'étais au Maroc en télétravail", "abroad", "2025-01-02", "2025-01-20"),
        ("from dec 10 2024 to jan 5 2025 i was in manila, nag work ako online", "abroad", "2024-12-10", "2025-01-05"),
        ("no study but from 3 feb to 17 march 2025 i worked from iran", "abroad", "2025-02-03", "2025-03-17"),
        ("they didnt pay me it was trial, from 1 may 2024 to 14 may 2024", "unpaid", "2024-05-01", "2024-05-14"),
        ("salary nahi mili training ki, 3 june se 16 june 2024", "unpaid", "2024-06-03", "2024-06-16"),
        ("walang sahod yung first month ko, march 2024", "unpaid", "2024-03", "2024-03"),
        ("i volunteer may, june and july 2024", "unpaid", "2024-05", "2024-07"),
        ("well june and july of 2023 i worked cash without any permit", "unauthorized", "2023-06", "2023-07"),
        ("de enero a marzo 2024 trabajé sin permiso", "unauthorized", "2024-01", "2024-03"),
        ("visa expired 5 jan 2025 but i kept working till 20 feb 2025", "unauthorized", "2025-01-05", "2025-02-20"),
        (
            "mon permis a expiré le 10 mai 2025, j'ai travaillé sans statut jusqu'au 2 juillet 2025",
            "no_status",
            "2025-05-10",
            "2025-07-02",
        ),
        ("por conta própria, de fevereiro a junho de 2024", "self_employed", "2024-02", "2024-06"),
        ("aug to dec 2024 my employer was a colombian company", "foreign_employer", "2024-08", "2024-12"),
        (
            "company is in bangalore they pay me in rupees but i sit in calgary, from sept 2025 to dec 2025",
            "foreign_employer",
            "2025-09",
            "2025-12",
        ),
        (
            "only thing is masters at university of manitoba full time, Sept 2023 till Aug 2025",
            "full_time_study",
            "2023-09",
            "2025-08",
        ),
    ],
)
def test_the_days_beside_it_are_those_that_do_not_count(message: str, reason: str, start: str, end: str) -> None:
    (fact,) = told(message)
    assert fact.value == {"reason": reason, "present": True, "start": start, "end": end}
    assert not fact.ambiguous


def test_weeks_of_a_month_are_not_all_of_it() -> None:
    (fact,) = told("worked from india for 3 weeks in january 2026")
    assert fact.value["start"] is None


def test_the_days_of_a_job_told_after_it_stay_the_jobs() -> None:
    exclusion, period = told("i was self employed. my job is from may 2024 to june 2025")
    assert exclusion.value["start"] is None
    assert period.value["start"] == "2024-05"


@pytest.mark.parametrize(
    "message", ["they did not pay me overtime", "i was in india for marriage and came back feb 2025"]
)
def test_what_only_sounds_alike_excludes_nothing(message: str) -> None:
    assert not [fact for fact in told(message) if fact.kind == "exclusion"]


@pytest.mark.parametrize("message", ["student", "I was a student", "oui j'étais étudiant", "nag aral ako, student pa"])
def test_how_much_a_student_studied_is_asked(message: str) -> None:
    (fact,) = told(message)
    assert fact.value["reason"] == "full_time_study"
    assert fact.ambiguous


@pytest.mark.parametrize("message", ["i was full time student", "student at humber till april 2024", "student, co-op"])
def test_a_college_or_full_time_tells_it(message: str) -> None:
    (fact,) = told(message)
    assert not fact.ambiguous


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("all my work dem pay me", "unpaid"),
        ("siempre me pagaron", "unpaid"),
        ("toujours sur le territoire", "abroad"),
        ("je n'ai jamais quitté le Canada", "abroad"),
        ("hamesha canada mein", "abroad"),
    ],
)
def test_a_denial_is_read_in_many_wordings(message: str, reason: str) -> None:
    facts = [fact for fact in read(message, TODAY, "exclusions") if fact.kind == "exclusion"]
    assert [(fact.value["reason"], fact.value["present"]) for fact in facts] == [(reason, False)]


def _told(message: str, asked: str | None = None) -> list[dict[str, object]]:
    return [dict(fact.value) for fact in read(message, TODAY, asked) if fact.kind == "exclusion" and not fact.ambiguous]


@pytest.mark.parametrize(
    ("message", "start", "end"),
    [
        ("my permit expired in Feb 2026 and I kept working till april 2026 without applying", "2026-02", "2026-04"),
        ("wp expired 2025-03-01, still working till 2025-04-15 with no extension", "2025-03-01", "2025-04-15"),
        ("mon permis a expiré en mars 2025 et j'ai travaillé jusqu'en mai sans faire de demande", "2025-03", "2025-05"),
    ],
)
def test_who_let_the_permit_lapse_had_no_status_from_then_on(message: str, start: str, end: str) -> None:
    assert _told(message) == [{"reason": "no_status", "present": True, "start": start, "end": end}]


def test_work_while_an_extension_was_open_is_not_taken_for_unauthorized() -> None:
    assert _told("visa expired but i applied extension before and kept working") == []


@pytest.mark.parametrize(
    ("message", "asked", "end"),
    [
        ("till april 2025 when i finished my diploma", "exclusion_period", "2025-04"),
        ("i made a mistake, my studies finished in dec 2023 not april 2024", None, "2023-12"),
        ("study ended 25 april 2025, i said 25 may by mistake", None, "2025-04-25"),
        ("oops i finished my diploma in dec 2024 not jan 2025", None, "2024-12"),
    ],
)
def test_the_end_of_studies_is_told_where_it_was_asked_or_is_put_right(
    message: str, asked: str | None, end: str
) -> None:
    assert _told(message, asked) == [{"reason": "full_time_study", "present": True, "start": None, "end": end}]


def test_the_end_of_studies_alone_is_no_work_as_a_student() -> None:
    assert _told("my studies finished april 2025. then cook since june 2025, sorry my english") == []
