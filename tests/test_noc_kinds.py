"""Which kind of manager: what is offered where a word says the level or role and no trade."""

from __future__ import annotations

import pytest

import noc
from noc.kinds import MOST_KINDS, fields
from noc.lexicon import broad_titles


@pytest.mark.parametrize(
    ("said", "kind", "code"),
    [
        ("manager", "restaurant", "60030"),
        ("Senior Manager", "retail store", "60020"),
        ("supervisor", "restaurant or coffee shop", "62020"),
        ("TL", "call centre", "62023"),
        ("engineer", "software", "21231"),
        ("driver", "delivery", "75201"),
        ("technicien", "cars and trucks", "72410"),
    ],
)
def test_a_broad_word_offers_its_kinds_each_with_its_unit_group(said: str, kind: str, code: str) -> None:
    offered = {found.said: found.unit_group.code for found in noc.kinds(said)}
    assert offered[kind] == code


@pytest.mark.parametrize("said", ["line cook", "restaurant manager", "blorgist", "manager at walmart", ""])
def test_what_says_the_trade_offers_no_kinds(said: str) -> None:
    assert noc.kinds(said) == ()


@pytest.mark.parametrize("words", sorted(broad_titles()), ids=" ".join)
def test_every_broad_title_has_two_to_six_kinds_of_different_unit_groups(words: tuple[str, ...]) -> None:
    offered = noc.kinds(" ".join(words))
    assert 2 <= len(offered) <= MOST_KINDS
    assert len({kind.unit_group for kind in offered}) == len({kind.said for kind in offered}) == len(offered)


def test_a_kind_fits_on_a_button() -> None:
    assert all(len(kind.said) <= 40 for words in broad_titles() for kind in noc.kinds(" ".join(words)))


@pytest.mark.parametrize(
    ("said", "code"), [("factory", "95109"), ("i work in a restaurant", "65200"), ("customer service", "64409")]
)
def test_a_line_of_work_instead_of_a_title_is_asked_about(said: str, code: str) -> None:
    match = noc.search(said)
    assert match.kind == "candidates"
    assert match.candidates[0].unit_group.code == code


def test_a_line_of_work_is_no_title_in_running_text() -> None:
    words = {" ".join(field) for field in fields()}
    assert {"factory", "restaurant", "insurance"} <= words
    for message in ("my insurance ran out", "the factory closed in may", "i applied in the office"):
        assert noc.mentions(message) == ()
