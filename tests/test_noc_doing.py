"""What people do instead of what they are called: "i fix cars"."""

from __future__ import annotations

import pytest

import noc
from noc.doing import titles_of


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("i drive a school bus", "73301"),
        ("i clean houses", "65310"),
        ("im painting houses", "73112"),
        ("i bake bread", "63202"),
        ("I deliver pizza", "75201"),
        ("i was operating a crane", "72500"),
        ("i fix appliances", "72421"),
        ("driving truck", "73300"),
    ],
)
def test_the_title_of_who_does_it_is_sure_where_the_duties_agree(said: str, code: str) -> None:
    match = noc.search(said)
    assert (match.kind, [found.unit_group.code for found in match.candidates]) == ("sure", [code])


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("i fix hvac units", "72402"),
        ("i help old people", "44101"),
        ("i wash dishes", "65201"),
        ("i cut hair", "63210"),
        ("i do bookkeeping", "12200"),
        ("i stock shelves at night", "65102"),
        ("i answer phones in a call centre", "64409"),
        ("i make coffee at starbucks", "65201"),
    ],
)
def test_what_somebody_does_brings_the_right_group_first(said: str, code: str) -> None:
    assert noc.search(said).candidates[0].unit_group.code == code


@pytest.mark.parametrize("said", ["i work as a cook", "i am doing job as cook", "line cook", "i"])
def test_a_title_is_read_as_a_title(said: str) -> None:
    assert titles_of(said) == ()


def test_a_verb_becomes_who_does_it_with_what_it_is_done_to_and_for_whom() -> None:
    assert titles_of("i fix peoples cars at midas")[0] == "cars repairer at midas"
    assert "cars mechanic" in titles_of("i fix peoples cars at midas")
    assert titles_of("i install hvac units") == ("hvac units installer", "hvac installer")
