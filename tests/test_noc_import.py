"""The index of Statistics Canada: imported from its own file, refused from any other."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from noc import DataError, matching
from noc.checking import disagreements
from noc.importing import import_elements, plain_title, read_elements
from noc.index import TitleIndex
from noc.titles import titles

HEADER = (
    "Level",
    "Code - NOC 2021 V1.0",
    "Class title",
    "Element Type Label English",
    "Element Description English",
)
ROWS = [
    ("1", "6", "Sales and service", "Inclusion(s)", "not a title"),
    ("5", "63200", "Cooks", "Illustrative example(s)", "Cook"),
    ("5", "63200", "Cooks", "All examples", "Lunar cook (LC)"),
    ("5", "63200", "Cooks", "All examples", "Cook, moon base"),
    ("5", "63200", "Cooks", "Main duties", "Prepare and cook complete meals"),
    ("5", "10", "Legislators", "All examples", "Moon alderman/woman"),
    ("5", "73300", "Transport truck drivers", "All examples", "Rover driver - moon (except Mars)"),
    ("5", "75201", "Delivery service drivers", "All examples", "Rover driver - moon"),
]


@pytest.fixture
def elements(tmp_path: Path) -> Path:
    path = tmp_path / "noc_2021_version_1.0_-_elements.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([HEADER, *ROWS])
    return path


def test_only_example_titles_of_unit_groups_are_taken(elements: Path) -> None:
    assert list(read_elements(elements)) == [
        ("cook", "63200"),
        ("lunar cook", "63200"),
        ("cook, moon base", "63200"),
        ("moon alderman", "00010"),
        ("rover driver - moon", "73300"),
        ("rover driver - moon", "75201"),
    ]


def test_the_search_uses_imported_titles(elements: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    imported = tmp_path / "imported"
    assert import_elements(elements, imported) == 5
    index = TitleIndex(titles(imported))
    monkeypatch.setattr(matching, "title_index", lambda: index)
    matching.search.cache_clear()
    try:
        lunar = matching.search("lunar cook")
        rover = matching.search("moon rover driver")
    finally:
        matching.search.cache_clear()
    assert (lunar.kind, lunar.candidates[0].unit_group.code) == ("sure", "63200")
    assert rover.kind == "candidates"
    assert {c.unit_group.code for c in rover.candidates} == {"73300", "75201"}


def test_importing_again_replaces_what_was_there(elements: Path, tmp_path: Path) -> None:
    imported = tmp_path / "imported"
    import_elements(elements, imported)
    import_elements(elements, imported)
    assert [path.name for path in imported.iterdir()] == ["titles.csv"]


def test_a_file_in_an_older_encoding_is_read(tmp_path: Path) -> None:
    path = tmp_path / "elements.csv"
    line = '5,62200,Chefs,All examples,"Chef pâtissier"\n'
    path.write_bytes((",".join(HEADER) + "\n" + line).encode("cp1252"))
    assert list(read_elements(path)) == [("chef pâtissier", "62200")]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "no column Level"),
        (b"code,title\n63200,Cook\n", "not Statistics Canada's elements file"),
        (b"\x89PNG\0\0", "a binary file"),
        ((",".join(HEADER) + "\n").encode(), "no example titles"),
        (
            (",".join(HEADER) + "\n5,99999,X,All examples,Y\n").encode(),
            "NOC 2021 has no unit group 99999",
        ),
    ],
)
def test_a_wrong_file_is_refused_and_nothing_is_written(tmp_path: Path, content: bytes, complaint: str) -> None:
    path = tmp_path / "wrong.csv"
    path.write_bytes(content)
    with pytest.raises(DataError, match=complaint):
        import_elements(path, tmp_path / "imported")
    assert not (tmp_path / "imported").exists()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"nowhere\.csv: No such file"):
        import_elements(tmp_path / "nowhere.csv", tmp_path / "imported")


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Fireman/woman (except forest)", "fireman"),
        ("Information technology (IT) project manager", "information technology project manager"),
        ("Host/hostess - restaurant", "host - restaurant"),
        ("Bus boy/girl", "bus boy"),
    ],
)
def test_a_title_of_the_index_is_said_plainly(title: str, plain: str) -> None:
    assert plain_title(title) == plain


def test_a_check_tells_where_the_index_puts_an_everyday_title_elsewhere(tmp_path: Path) -> None:
    index = tmp_path / "index.csv"
    index.write_text("code,title\n62200,Line cook\n65200,Server\n", encoding="utf-8")
    found = {item.title: item for item in disagreements(index)}
    assert found["line cook"].grave
    assert found["line cook"].index_codes == ("62200",)
    assert "server" not in found
