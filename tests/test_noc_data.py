"""The tables of occupations: complete, consistent, and within what the rest relies on."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

import noc
from noc.codes import codes_2016
from noc.distinctions import distinctions
from noc.employers import employers
from noc.groups import common_groups, unit_groups
from noc.lexicon import ordinary_words
from noc.tables import DATA, DataError, rows
from noc.titles import TITLES, read_titles, titles
from noc.words import rewrites


def test_noc_2021_has_516_unit_groups_with_names_in_both_languages() -> None:
    groups = unit_groups()
    assert len(groups) == 516
    assert all(group.title_en and group.title_fr for group in groups.values())


def test_the_teer_of_a_unit_group_is_the_second_digit_of_its_code() -> None:
    assert all(group.teer == int(group.code[1]) for group in unit_groups().values())
    assert Counter(group.teer for group in unit_groups().values()) == {
        0: 48, 1: 97, 2: 162, 3: 69, 4: 95, 5: 45
    }  # fmt: skip


def test_the_table_of_unit_groups_carries_the_notice_of_its_licence() -> None:
    head = (DATA / "unit_groups.csv").read_text(encoding="utf-8")[:1000]
    assert "Adapted from Statistics Canada" in head
    assert "does not constitute an" in head
    assert "Version 1.0" in head


def test_every_unit_group_has_exactly_one_description() -> None:
    described = Counter(
        code for path in DATA.glob("descriptions*.csv") for _, (code, _) in rows(path, ("code", "description"))
    )
    assert set(described) == set(unit_groups())
    assert set(described.values()) == {1}


@pytest.mark.parametrize("group", unit_groups().values(), ids=lambda group: group.code)
def test_a_description_fits_after_the_name_on_a_phone(group: noc.UnitGroup) -> None:
    said = group.description
    assert 20 <= len(said) <= 140
    assert said[0].islower() or said[:2].isupper()
    assert not said.endswith(".")


def test_every_unit_group_has_everyday_titles() -> None:
    count = Counter(code for path in TITLES.glob("*.csv") for _, _, codes in read_titles(path) for code in codes)
    assert min(count[code] for code in unit_groups()) >= 3


def test_every_title_has_words_and_known_codes() -> None:
    for title in titles(imported=Path("none")):
        assert title.words, title.text
        assert all(code in unit_groups() for code in title.codes), title.text


def test_no_title_stands_twice_in_one_table() -> None:
    for path in TITLES.glob("*.csv"):
        seen = Counter(title for _, title, _ in read_titles(path))
        assert [title for title, n in seen.items() if n > 1] == [], path.name


def test_the_other_tables_load_and_name_only_known_unit_groups() -> None:
    assert common_groups() <= unit_groups().keys()
    assert len(codes_2016()) > 300
    assert all(re.fullmatch(r"\d{4}", code) for code in codes_2016())
    assert {"fast_food", "retail", "warehouse"} <= {e.sector for e in employers().values()}
    assert ordinary_words()["lawyer"] == "bystander"
    assert rewrites().same[("psw",)] == ("personal", "support", "worker")


def test_a_2016_code_keeps_its_broad_category_but_for_the_known_moves() -> None:
    """Both versions open with the broad category; mail, traffic, borders and psychology moved."""
    moved = {old for old, new in codes_2016().items() if old[0] != "0" and any(code[0] != old[0] for code in new)}
    mail, traffic = {"1511", "1512", "1513"}, {"2271", "2272", "2273", "2274", "2275"}
    assert moved == mail | traffic | {"1228", "4151"}


def test_there_are_at_least_37_distinctions_between_known_groups() -> None:
    found = distinctions()
    assert len(found) >= 37
    for known in found:
        assert known.question.endswith("?"), known.question
        assert known.difference.endswith("."), known.difference
        assert all(5 <= len(answer) <= 90 for answer in known.answers.values()), known.question
    assert len({frozenset(known.answers) for known in found}) == len(found)


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.csv")), ids=lambda path: path.name)
def test_a_table_is_plain_utf_8_without_stray_spaces(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "\r" not in text
    assert "\ufffd" not in text
    for row in csv.reader(line for line in text.splitlines() if not line.startswith("#")):
        assert [field.strip() for field in row] == row, row


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("job,codes\ncook,63200\n", "line 1: the header should be title,codes"),
        ("title,codes\ncook\n", "line 2: 1 fields, should be 2"),
        ("# a remark\ntitle,codes\ncook,63299\n", "line 3: codes of 'cook' should be five-digit"),
        ("title,codes\ncook,63200;63200\n", "each once, not '63200;63200'"),
        ("title,codes\n,63200\n", "line 2: the title is empty"),
    ],
)
def test_a_bad_row_is_refused_with_its_file_line_and_remedy(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=re.escape(complaint)) as error:
        list(read_titles(path))
    assert "mine.csv" in str(error.value)
