"""The pictures: whole, safe, readable on a small screen, and told apart without colour."""

from __future__ import annotations

import struct
import xml.etree.ElementTree as ET
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import matplotlib
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from drawing import svg
from drawing.hours_over_time import hours_over_time
from drawing.png import png
from drawing.text import clean, fit, width
from drawing.work_history import work_history

SVG = "{http://www.w3.org/2000/svg}"
WINDOW = ["2023-11-22", "2026-11-21"]
LABELS = {
    "title": "Your work", "description": "All of it in words.", "hours": "1,000", "of_required": "of 1,560 hours",
    "window_start": "22 Nov 2023", "window_end": "21 Nov 2026", "window": "the three years that count",
    "counts": "counts", "not_counted": "does not count", "unsure": "not settled", "no_dates": "dates not known",
    "no_work": "No work was told.",
}  # fmt: skip
SERIES_LABELS = {
    "title": "Your hours", "description": "All of it in words.", "note": "If it goes on.",
    "required": "1,560 hours needed", "today": "today", "first": "First day", "last": "Last day",
}  # fmt: skip


def segment(start: str, end: str | None, counts: bool | None = True, reason: str | None = None) -> dict[str, Any]:
    return {"start": start, "end": end, "counts": counts, "reason": reason}


def job(*segments: dict[str, Any], title: str = "cook") -> dict[str, Any]:
    return {"title": title, "segments": list(segments)}


def draw(*jobs: dict[str, Any], counted: int = 1000, at_most: int | None = None) -> ET.Element:
    history = {
        "window": WINDOW, "as_of": "2026-11-22", "counted_hours": str(counted),
        "at_most_hours": str(at_most or counted), "required_hours": 1560, "jobs": list(jobs),
    }  # fmt: skip
    return ET.fromstring(work_history(history, {**LABELS, "job_hours": ["1,000 hours" for _ in jobs]}))


def texts(picture: ET.Element) -> list[str]:
    return ["".join(text.itertext()) for text in picture.iter(f"{SVG}text")]


def fills(picture: ET.Element) -> list[str]:
    """How the bars are filled; the signs of the legend below are not among them."""
    return [box.get("fill", "") for box in picture.iter(f"{SVG}rect") if box.get("height") == "16"]


def size(picture: ET.Element) -> tuple[float, float]:
    left, top, wide, high = map(float, picture.get("viewBox", "").split())
    assert (left, top) == (0, 0)
    return wide, high


def assert_all_text_is_inside(picture: ET.Element) -> None:
    wide, high = size(picture)
    for text in picture.iter(f"{SVG}text"):
        font = float(text.get("font-size", 0))
        assert font >= 11
        length = sum(
            width(part.text or "", float(part.get("font-size", 0)), bold=part.get("font-weight") == "600")
            for part in text.iter()
        )
        x, y = float(text.get("x", -1)), float(text.get("y", -1))
        left = {"start": x, "middle": x - length / 2, "end": x - length}[text.get("text-anchor", "start")]
        assert left >= 0
        assert left + length <= wide
        assert font * 0.7 <= y <= high - 3


def test_a_picture_is_as_wide_as_a_small_phone_and_named_for_who_does_not_see_it() -> None:
    picture = draw(job(segment("2024-05-01", "2026-11-21")))
    assert size(picture)[0] == 360
    assert picture.findtext(f"{SVG}title") == "Your work"
    assert picture.findtext(f"{SVG}desc") == "All of it in words."


def test_what_counts_what_does_not_and_what_is_not_settled_differ_in_pattern_and_sign() -> None:
    picture = draw(
        job(
            segment("2024-01-01", "2024-12-31"),
            segment("2025-01-01", "2025-08-31", False, "on leave"),
            segment("2025-09-01", "2026-11-21", None),
        )
    )
    assert fills(picture) == [svg.COUNTED, "url(#not_counted)", "url(#unsure)"]
    signs = {path.get("d") for path in picture.iter(f"{SVG}path")}
    assert len(signs) == 3
    assert {"counts", "does not count", "not settled"} <= set(texts(picture))


def test_the_legend_explains_only_what_is_there() -> None:
    said = texts(draw(job(segment("2024-01-01", "2026-11-21"))))
    assert "counts" in said
    assert "does not count" not in said


def test_the_reason_stands_below_the_job() -> None:
    assert "on leave" in texts(draw(job(segment("2024-01-01", "2024-12-31", False, "on leave"))))


def test_a_single_day_is_still_seen() -> None:
    picture = draw(job(segment("2025-05-05", "2025-05-05")))
    (bar,) = [box for box in picture.iter(f"{SVG}rect") if box.get("height") == "16"]
    assert float(bar.get("width", 0)) >= 2


def test_hours_beyond_the_required_ones_show_where_these_were_reached() -> None:
    assert "1,560" in texts(draw(job(segment("2024-01-01", "2026-11-21")), counted=4000))
    assert "1,560" not in texts(draw(job(segment("2026-01-01", "2026-11-21")), counted=900))


def test_work_whose_dates_are_not_known_is_named_all_the_same() -> None:
    assert {"cook", "dates not known"} <= set(texts(draw(job())))


def test_a_history_without_work_says_so() -> None:
    assert "No work was told." in texts(draw(counted=0))


def test_work_long_before_the_window_does_not_squeeze_the_window() -> None:
    picture = draw(job(segment("1995-01-01", "2026-11-21")))
    band = next(box for box in picture.iter(f"{SVG}rect") if box.get("fill") == svg.WINDOW)
    assert float(band.get("width", 0)) > 200


def test_a_title_with_markup_stays_text() -> None:
    marker = '<script>alert("x")</script>&'
    picture = draw(job(segment("2024-01-01", "2026-11-21"), title=marker))
    assert marker in texts(picture)
    assert {element.tag.removeprefix(SVG) for element in picture.iter()} <= {
        "svg", "title", "desc", "defs", "pattern", "rect", "circle", "line", "path", "text", "tspan",
    }  # fmt: skip


def test_signs_that_xml_or_a_line_of_text_cannot_hold_are_left_out() -> None:
    assert clean("a\x00b\ud800c\u202edef\n\tg") == "a b cdef g"


def test_a_long_title_ends_with_an_ellipsis() -> None:
    cut = fit("sous-chef at the restaurant at the end of the street", 12, 120)
    assert cut.startswith("sous-chef")
    assert cut.endswith("…")
    assert width(cut, 12) <= 120


@pytest.mark.parametrize("text", ["sous-chef at The Keg", "does not count", "22 Nov 2023", "WWW MMM", "1,560 hours"])
def test_room_is_kept_for_the_letters_of_a_wide_font(text: str) -> None:
    font = TTFont(Path(matplotlib.get_data_path()) / "fonts/ttf/DejaVuSans.ttf")
    glyphs, advances = font.getBestCmap(), font["hmtx"]
    needed = sum(advances[glyphs[ord(c)]][0] for c in text) / font["head"].unitsPerEm * 12
    assert needed <= width(text, 12) <= 1.35 * needed


days = st.dates(date(2019, 1, 1), date(2029, 1, 1))
titles = st.one_of(st.text(max_size=80), st.sampled_from(["W" * 60, "cook", "管理栄養士" * 9, "<script>", "مهندس"]))


@st.composite
def segments(draw: st.DrawFn) -> dict[str, Any]:
    start = draw(days)
    end = start + timedelta(days=draw(st.one_of(st.just(0), st.integers(0, 2500))))
    counts = draw(st.sampled_from([True, False, None]))
    reason = draw(st.one_of(st.none(), st.text(max_size=50)))
    return segment(start.isoformat(), draw(st.sampled_from([end.isoformat(), end.isoformat(), None])), counts, reason)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.builds(lambda parts, title: job(*parts, title=title), st.lists(segments(), max_size=5), titles),
             max_size=10),
    st.integers(0, 6000), st.integers(0, 6000),
)  # fmt: skip
def test_every_history_gives_a_whole_picture_with_all_text_inside(
    jobs: list[dict[str, Any]], counted: int, more: int
) -> None:
    picture = draw(*jobs, counted=counted, at_most=counted + more)
    assert_all_text_is_inside(picture)
    wide, high = size(picture)
    for box in picture.iter(f"{SVG}rect"):
        assert float(box.get("x", 0)) + float(box.get("width", 0)) <= wide
        assert float(box.get("y", 0)) + float(box.get("height", 0)) <= high


def series(points: list[list[str]], **marks: str | None) -> dict[str, Any]:
    today = {"as_of": "2026-11-22", "hours": "1048", "required_hours": 1560}
    return {**today, "points": points, "first": None, "last": None, **marks}


RISING = [["2025-11-22", "0"], ["2026-03-05", "0"], ["2029-03-05", "4384"], ["2029-11-22", "4384"]]


def test_the_first_and_the_last_day_are_marked_and_named() -> None:
    marked = ET.fromstring(hours_over_time(series(RISING, first="2027-03-30", last="2028-02-29"), SERIES_LABELS))
    assert {"First day", "Last day", "today: 1,048", "1,560 hours needed"} <= set(texts(marked))
    plain = ET.fromstring(hours_over_time(series(RISING), SERIES_LABELS))
    assert "First day" not in texts(plain)
    assert len(list(plain.iter(f"{SVG}circle"))) < len(list(marked.iter(f"{SVG}circle")))


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(days, st.integers(0, 5000), min_size=2, max_size=12))
def test_every_course_of_hours_gives_a_picture_with_all_text_inside(course: dict[date, int]) -> None:
    points = [[day.isoformat(), str(hours)] for day, hours in sorted(course.items())]
    first, last = min(course).isoformat(), max(course).isoformat()
    told = {**series(points, first=first, last=last), "as_of": first}
    assert_all_text_is_inside(ET.fromstring(hours_over_time(told, SERIES_LABELS)))


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("ground", [svg.PAPER, svg.WINDOW])
@pytest.mark.parametrize("ink", [svg.INK, svg.MUTED, svg.LEFT_OUT, svg.UNSURE, svg.WINDOW_EDGE, svg.COUNTED])
def test_every_colour_of_text_can_be_read_on_every_ground(ink: str, ground: str) -> None:
    light, dark = luminance(ground), luminance(ink)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_a_png_is_twice_as_large_and_shows_the_letters() -> None:
    def painted(title: str) -> bytes:
        history = {
            "window": WINDOW, "counted_hours": "1", "at_most_hours": "1", "required_hours": 1560,
            "jobs": [job(segment("2024-01-01", "2026-11-21"), title=title)],
        }  # fmt: skip
        return png(work_history(history, {**LABELS, "job_hours": ["1 hour"]}))

    cook, baker = painted("cook"), painted("baker")
    assert cook.startswith(b"\x89PNG")
    assert struct.unpack(">I", cook[16:20]) == (720,)
    assert cook != baker
