"""Job titles in running text: found where a person tells their job, and nowhere else."""

from __future__ import annotations

import itertools

import pytest

import noc


def titles(message: str) -> list[str]:
    return [mention.title for mention in noc.mentions(message)]


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("line cook", ["line cook"]),
        ("hi im a line cook in calgary on pgwp since may 2024 37.5hr", ["line cook"]),
        ("pgwp, cook since may 24, 37.5/wk, ielts listening 7.5 reading 7", ["cook"]),
        ("I work as a Software Developer at a bank", ["software developer"]),
        ("worked as sw dev from 2022", ["sw dev"]),
        ("PSW", ["psw"]),
        ("RN in toronto", ["rn"]),
        ("i am an ECE", ["ece"]),
        ("AZ driver since jan 2023", ["az driver"]),
        ("TL at concentrix", ["tl"]),
        ("started as dishwasher, then line cook", ["dishwasher", "line cook"]),
        ("6 months cook and 6 months supervisor", ["cook", "supervisor"]),
        ("promoted from cook to manager", ["cook", "manager"]),
        ("home support worker/caregiver", ["home support worker", "caregiver"]),
        ("suis cuisinière à montréal", ["cuisinière"]),
        ("actually im a chef not a cook", ["chef", "cook"]),
        ("my cook job was 30h", ["cook"]),
        ("i was a supervisor", ["supervisor"]),
        ("manager at walmart", ["manager"]),
        ("server", ["server"]),
        ("is cook eligible for cec", ["cook"]),
        ("my letter says team member but i supervise", ["team member"]),
        ("dairy herd manager", ["dairy herd manager"]),
        ("cook and supervisor both", ["cook", "supervisor"]),
        ("food and beverage server", ["food and beverage server"]),
        ("cook/cashier", ["cook/cashier"]),
        ("mornings cook at a diner, nights security guard", ["cook", "security guard"]),
        ("ok so cafe shift supervisor, whistler, sept 24 till now", ["cafe shift supervisor"]),
        ("supervisor-tims", ["supervisor"]),
    ],
)
def test_titles_are_found_in_messages(message: str, found: list[str]) -> None:
    assert titles(message) == found


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("senior software developer", ["senior software developer"]),
        ("sr. accountant since 2021", ["sr. accountant"]),
        ("assistant store manager", ["assistant store manager"]),
        ("unlicensed cook supervisor here", ["cook supervisor"]),
        ("apprentice plumber 2nd year", ["apprentice plumber"]),
    ],
)
def test_words_that_change_the_job_belong_to_the_title(message: str, found: list[str]) -> None:
    assert [title.removeprefix("unlicensed ") for title in titles(message)] == found


@pytest.mark.parametrize(
    "message",
    [
        "i work full time",
        "my manager said i can apply",
        "my lawyer told me to wait",
        "should i get an immigration lawyer for this",
        "my supervisor will not sign the letter",
        "the officer asked for a letter",
        "my employer refuses to give reference letter",
        "does co-op count?",
        "no i was not a student",
        "i was self employed",
        "i am a contractor",
        "speaking was 7.5 not 6.5",
        "actually 22 hours",
        "actually i started in june not may",
        "from 9 am to 5 pm",
        "it is full time",
        "what is teer",
        "thanks for the help",
        "express entry profile",
        "the second job ended in march",
        "is a diploma needed",
        "pourquoi tu demandes ça",
        "ca",
        "no",
        "yes",
        "",
        "instructions",
        "i pressed the wrong button",
        "remove the tim hortons one",
        "are conversations logged",
        "my cook told me to apply",
        "our manager wont sign",
        "my restaurant manager refuses to sign the letter",
        "i train the cashier",
        "my wife is a nurse",
        "he works as cook",
        "ma femme est médecin",
        "old gaffer wont write me anything",
    ],
)
def test_ordinary_words_and_other_people_are_no_titles(message: str) -> None:
    assert titles(message) == []


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("food counter attendent at mcdonalds", ["food counter attendent"]),
        ("i am a sofware developper", ["sofware developper"]),
        ("working as admistrative assistant", ["admistrative assistant"]),
        ("i work as a recepcionist", ["recepcionist"]),
    ],
)
def test_a_misspelt_title_is_found_as_it_was_typed(message: str, found: list[str]) -> None:
    assert titles(message) == found


def test_a_mention_knows_its_place_in_the_message_as_typed() -> None:
    message = "Bonjour, je suis  Cuisinière chez Cora"
    (mention,) = noc.mentions(message)
    assert message[mention.start : mention.end] == "Cuisinière"
    assert mention.title == "cuisinière"


@pytest.mark.parametrize(
    ("message", "employer"),
    [
        ("supervisor at tims since may", "tim hortons"),
        ("i work in tim hortons as supervisor", "tim hortons"),
        ("manager @ walmart", "walmart"),
        ("i was a supervisor at subway", "subway"),
        ("i am a cook, i take the subway to work", None),
        ("line cook in calgary", None),
    ],
)
def test_a_well_known_employer_beside_the_title_is_told(message: str, employer: str | None) -> None:
    (mention,) = noc.mentions(message)
    assert mention.employer == employer


def test_title_and_employer_together_can_be_searched() -> None:
    (mention,) = noc.mentions("i was promoted to supervisor at tims in may 2025")
    match = noc.search(f"{mention.title} at {mention.employer}")
    assert [c.unit_group.code for c in match.candidates] == ["62020"]


@pytest.mark.parametrize(
    ("message", "title"),
    [
        ("i work as a moon gardener in calgary", "moon gardener"),
        ("worked as quantum barber since 2020", "quantum barber"),
    ],
)
def test_a_title_nobody_listed_is_taken_where_the_person_says_it_is_one(message: str, title: str) -> None:
    assert title.split()[-1] in titles(message)[0]


def test_an_unlisted_title_is_marked_as_not_known() -> None:
    (mention,) = noc.mentions("i work as a blorgist in calgary")
    assert (mention.title, mention.known) == ("blorgist", False)


def test_mentions_never_overlap_and_come_in_order() -> None:
    message = "cook, baker, line cook and assistant store manager, then senior software engineer"
    spans = [(mention.start, mention.end) for mention in noc.mentions(message)]
    assert len(spans) == 5
    assert all(left[1] <= right[0] for left, right in itertools.pairwise(spans))


def test_a_very_long_message_is_read_to_the_end() -> None:
    message = "i work and i work " * 300 + "i am a line cook"
    assert titles(message)[-1] == "line cook"


@pytest.mark.parametrize(
    ("message", "title"),
    [
        ("first job hotel cleaner banff, nov 2023", "hotel cleaner"),
        ("cashier walmart sep 23 to apr 24", "cashier"),
        ("supervisor walmart", "supervisor"),
        ('contract write "Assistant Manager" but i do everything', "assistant manager"),
    ],
)
def test_a_workplace_before_a_title_is_part_of_it_and_a_brand_after_it_is_not(message: str, title: str) -> None:
    assert [mention.title for mention in noc.mentions(message)] == [title]


@pytest.mark.parametrize(
    ("message", "title"),
    [
        ("i was hostess in a restaurant, like 20h", "hostess"),
        ("Front desk hotel whistler since dec 2024", "front desk"),
        ("then same hotel front office supervisor nov 2024", "front office supervisor"),
        ("director of marketing since may", "director of marketing"),
    ],
)
def test_a_workplace_after_a_title_is_no_part_of_it(message: str, title: str) -> None:
    assert [mention.title for mention in noc.mentions(message)] == [title]


@pytest.mark.parametrize(
    ("message", "title", "employer"),
    [
        ("tims team member 2024", "team member", "tim hortons"),
        ("subway supervisor 35h", "supervisor", "subway"),
        ("walmart cashier since may", "walmart cashier", None),
        ("subway operator since may", "subway operator", None),
        ("uber driver", "uber driver", None),
        ("weekend supervisor at shell", "supervisor", "shell"),
    ],
)
def test_a_brand_before_a_title_is_the_employer_unless_it_names_the_work(
    message: str, title: str, employer: str | None
) -> None:
    (mention,) = noc.mentions(message)
    assert (mention.title, mention.employer) == (title, employer)
