"""What a person takes away: the report on a page and on paper, the dates for a calendar, bars in a terminal."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from icalendar import Calendar

from drawing.bars import history_bars, outlook_bars
from interview.answering import answer
from interview.card import card
from interview.reply import as_json
from interview.report import report
from interview.state import State
from nlg.card import as_bars, filled, filled_report, report_as_text
from nlg.words import Words
from reports.calendar import ics
from reports.files import bytes_of
from reports.page import html
from reports.paper import pdf

TODAY = date(2026, 11, 22)
WORDS = Words(TODAY)
COUNTS = dict.fromkeys(
    ("in_canada", "paid", "employee", "authorized", "temporary_status", "canadian_employer", "duties_match"), True
)
#: Enough on 28 February 2027, by a test that is good through 13 March 2028.
COOK = {"title": "line cook", "noc": "63200", "start": "2026-03-01", "ended": False, "hours_per_week": "37.5", **COUNTS}
IELTS = {
    "test": "ielts_general_training", "date": "2026-03-14",
    "scores": {"listening": "7.5", "reading": "7", "writing": "5.5", "speaking": "7"},
}  # fmt: skip


def told(*jobs: Mapping[str, Any], **known: Any) -> State:
    slot = {
        "v": 1, "jobs": [{**COOK, **job} for job in jobs or ({},)], "no_more_jobs": True, "language": IELTS,
        "outside_quebec": True, "inadmissibility": [], **known,
    }  # fmt: skip
    return State.from_slot(json.loads(json.dumps(slot)))


def report_of(state: State) -> dict[str, Any]:
    """The report with its words and pictures, as its pages are made from it."""
    return filled(report(answer(state, TODAY), state), WORDS)


def paper(content: bytes) -> tuple[int, str]:
    """The number of pages, and all their text with spaces made one."""
    document = pypdfium2.PdfDocument(content)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    return len(document), " ".join(text.split())


class _Text(HTMLParser):
    """What a person reads of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def read(page: str) -> tuple[str, list[tuple[str, dict[str, str | None]]]]:
    parser = _Text()
    parser.feed(page)
    return " ".join(" ".join(parser.said).split()), parser.tags


EVERYTHING = (
    "You do not appear to meet the requirements",
    "98 more days of full-time work",
    "IRPR 87.1(2)(a)",
    "28 February 2027",
    "Federal High-Skilled Class",
    "line cook, NOC 63200 Cooks, TEER 3, 1 March 2026 to now, 37.5 hours a week",
    "listening 7.5, reading 7, writing 5.5, speaking 7",
    "Nothing: every requirement could be decided",
    "a reference letter of the employer with title, duties, dates, hours a week and pay",
    "notices of assessment",
    "The test report of your IELTS General Training result",
    "not legal advice",
)


def test_paper_page_and_text_all_say_everything() -> None:
    state = told()
    data = report_of(state)
    of_paper = paper(pdf(data))[1]
    of_page = read(html(data))[0]
    of_text = report_as_text(report(answer(state, TODAY), state), WORDS)
    for said in EVERYTHING:
        assert said in of_paper
        assert said in of_page
        assert said in of_text


def test_a_plain_case_fits_on_one_sheet_and_a_long_one_on_two() -> None:
    assert paper(pdf(report_of(told())))[0] == 1
    jobs = [
        {"title": f"cook number {n}", "start": f"2024-{n:02}-01", "end": f"2024-{n:02}-20", "ended": True,
         "excluded": [{"start": f"2024-{n:02}-05", "end": f"2024-{n:02}-06", "reason": "leave"}]}
        for n in range(1, 5)
    ]  # fmt: skip
    assert paper(pdf(report_of(told(*jobs))))[0] == 2


def test_what_was_left_out_stands_with_its_reason() -> None:
    data = report_of(told({"excluded": [{"start": "2026-05", "end": "2026-06", "reason": "leave"}]}))
    assert "Not counted: line cook, 1 May 2026 to 30 June 2026, on leave (IRPR 73(2))" in paper(pdf(data))[1]
    assert "What shows the time that was left out" in paper(pdf(data))[1]


def test_what_is_open_is_named() -> None:
    data = report_of(told(outside_quebec=None))
    assert data["open"] == ["Residence: You have to intend to live outside Quebec, and that is still open."]


def test_each_rule_is_a_link_to_its_source() -> None:
    _, tags = read(html(report_of(told())))
    links = [attributes["href"] for tag, attributes in tags if tag == "a"]
    assert len(links) == 6
    assert all(str(link).startswith("https://") for link in links)


def test_the_page_loads_nothing_and_runs_nothing() -> None:
    page = html(report_of(told({"title": '<script>alert(1)</script> "cook" &amp;'})))
    said, tags = read(page)
    assert '<script>alert(1)</script> "cook" &amp;' in said
    assert not {"script", "link", "iframe", "object"} & {tag for tag, _ in tags}
    sources = [str(attributes["src"]) for tag, attributes in tags if tag == "img"]
    assert len(sources) == 2
    assert all(source.startswith("data:image/svg+xml;base64,") for source in sources)
    assert not re.search(r"url\(|@import", page)


def test_the_pictures_have_their_words() -> None:
    _, tags = read(html(report_of(told())))
    alts = [str(attributes["alt"]) for tag, attributes in tags if tag == "img"]
    assert "1 March 2026 to 21 November 2026 counts" in alts[0]
    assert "All is met from 28 Feb 2027" in alts[1]


@pytest.mark.parametrize("title", ['#read("/etc/passwd")', "*bold* $x$ \\ @ref <b>", "कुक 厨师 طباخ", "\u202ecook"])
def test_what_a_person_typed_is_shown_and_never_executed(title: str) -> None:
    pages, text = paper(pdf(report_of(told({"title": title}))))
    assert pages == 1
    if title.isascii():
        assert title in text


def test_the_same_report_gives_the_same_bytes() -> None:
    data = report_of(told())
    assert pdf(data) == pdf(data)


def test_the_report_comes_with_its_files() -> None:
    state = told()
    custom = filled_report(report(answer(state, TODAY), state), WORDS)
    assert (custom["type"], custom["as_of"]) == ("report", "2026-11-22")
    assert [file["name"] for file in custom["files"]] == ["cec-report.pdf", "cec-report.html", "cec-dates.ics"]
    page, text, calendar = (bytes_of(file) for file in custom["files"])
    assert page.startswith(b"%PDF-")
    assert text.startswith(b"<!doctype html>")
    assert calendar.startswith(b"BEGIN:VCALENDAR")


# The calendar.


def events(content: bytes) -> dict[str, Any]:
    found = Calendar.from_ical(content).walk("VEVENT")
    return {str(event["uid"]).partition("@")[0]: event for event in found}


def calendar_of(state: State) -> dict[str, Any]:
    shown = filled(card(answer(state, TODAY)), WORDS)
    return events(bytes_of(shown["files"][0])) if "files" in shown else {}


def test_the_calendar_has_the_first_day_the_last_day_and_the_end_of_the_test() -> None:
    found = calendar_of(told())
    assert {name: event.decoded("dtstart") for name, event in found.items()} == {
        "first_day": date(2027, 2, 28),
        "last_day": date(2028, 3, 13),
        "test_expiry": date(2028, 3, 14),
    }
    assert found["first_day"].decoded("dtend") == date(2027, 3, 1)
    assert "information, not legal advice" in found["first_day"]["description"]


def test_what_ends_is_reminded_of_and_what_begins_is_not() -> None:
    found = calendar_of(told())
    assert {name: len(event.walk("VALARM")) for name, event in found.items()} == {
        "first_day": 0,
        "last_day": 1,
        "test_expiry": 1,
    }


def test_a_day_that_has_passed_is_in_no_calendar() -> None:
    old = {**IELTS, "date": "2024-11-22"}
    assert "test_expiry" not in calendar_of(told(language=old))
    assert "first_day" not in calendar_of(told({"start": "2024-03-01"}))


def test_without_a_day_to_come_there_is_no_calendar() -> None:
    assert calendar_of(told(language=None)) == {}


def test_a_newer_calendar_takes_the_place_of_the_older() -> None:
    dates = [{"id": "first_day", "date": "2027-02-28", "summary": "s", "note": "n", "ends": False}]
    (older,), (newer,) = (events(ics(dates, day)).values() for day in (TODAY, date(2026, 11, 23)))
    assert older["uid"] == newer["uid"]
    assert older["sequence"] < newer["sequence"]
    assert older.decoded("dtstamp") < newer.decoded("dtstamp")


def test_lines_of_the_calendar_are_no_longer_than_the_format_allows() -> None:
    dates = [{"id": "x", "date": "2027-02-28", "summary": "long; words, " * 20, "note": "n\nn", "ends": False}]
    content = ics(dates, TODAY)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert str(next(iter(events(content).values()))["summary"]) == "long; words, " * 20


# Bars.


def test_the_bars_show_what_counts_and_what_does_not_month_by_month() -> None:
    leave = {"excluded": [{"start": "2026-06-01", "end": "2026-07-31", "reason": "leave"}]}
    shown = as_bars(card(answer(told(leave), TODAY)), WORDS)
    job = next(line for line in shown.splitlines() if line.startswith("line cook"))
    assert job.split()[2] == "·" * 28 + "███░░████"
    assert "░ does not count" in shown


def test_the_bars_mark_today_and_the_months_with_enough_hours() -> None:
    lines = as_bars(card(answer(told(), TODAY)), WORDS).splitlines()
    enough = next(line for line in lines if "━ 1,560 hours needed" in line).split()[0]
    today = next(line for line in lines if line.endswith("▼ today")).index("▼")
    assert enough.index("━") == today + 4  # 1 March 2027 is the first of a month after 28 February
    assert "● All is met from 28 Feb 2027" in lines
    assert all(len(line) <= 70 for line in lines)


def test_a_case_without_work_has_bars_too() -> None:
    history = {"window": ["2023-11-22", "2026-11-21"], "counted_hours": "0", "required_hours": 1560, "jobs": []}
    labels = {"hours": "0", "of_required": "of 1,560 hours", "job_hours": []}
    assert history_bars(history, labels)[1] == "·" * 36


def test_the_course_of_the_hours_is_full_where_they_are_highest() -> None:
    series = {
        "points": [["2026-01-01", "0"], ["2027-01-01", "1560"]], "as_of": "2026-06-15", "required_hours": 1560,
        "first": None, "last": None,
    }  # fmt: skip
    labels = {"title": "t", "note": "n", "required": "r", "today": "today"}
    blocks = outlook_bars(series, labels)[2]
    assert (blocks[0], blocks[-1]) == ("▁", "█")
    assert list(blocks) == sorted(blocks)


# The command.

CASE = """
as_of: 2026-11-22
outside_quebec: true
inadmissibility: []
jobs:
  - {title: Line cook, noc: "63200", start: 2026-03-01, hours_per_week: 37.5, in_canada: true, paid: true,
     employee: true, canadian_employer: true, authorized: true, temporary_status: true, duties_match: true}
language_test:
  {test: ielts_general_training, date: 2026-03-14, scores: {listening: 7.5, reading: 7, writing: 5.5, speaking: 7}}
"""


def command(folder: Path, *arguments: str, case: str = CASE) -> subprocess.CompletedProcess[bytes]:
    (folder / "case.yml").write_text(case, encoding="utf-8")
    line = [sys.executable, "-m", "cec", "report", str(folder / "case.yml"), *arguments]
    return subprocess.run(line, capture_output=True, check=False)


def test_the_command_prints_the_page_of_a_case_file(tmp_path: Path) -> None:
    done = command(tmp_path)
    assert done.returncode == 0
    assert "98 more days of full-time work" in read(done.stdout.decode())[0]


def test_the_command_writes_the_paper_of_a_case_file(tmp_path: Path) -> None:
    assert command(tmp_path, "--pdf", str(tmp_path / "report.pdf")).returncode == 0
    assert "28 February 2027" in paper((tmp_path / "report.pdf").read_bytes())[1]


def test_a_case_that_cannot_be_read_is_refused_by_its_field(tmp_path: Path) -> None:
    done = command(tmp_path, case="jobs: 7")
    assert done.returncode == 2
    assert b"jobs: must be a list" in done.stderr


def test_the_dates_travel_as_plain_json() -> None:
    shown = filled(card(answer(told(), TODAY)), WORDS)
    assert json.loads(json.dumps(as_json(shown))) == shown
