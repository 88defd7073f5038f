"""What a job title is taken for: sure, candidates, or an honest question back."""

from __future__ import annotations

import pytest

import noc
from noc.index import title_index
from noc.matching import CANDIDATE_SCORE
from noc.query import MOST_WORDS, read_query


def codes(match: noc.Match) -> list[str]:
    return [candidate.unit_group.code for candidate in match.candidates]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("cook", "63200"),
        ("line cook", "63200"),
        ("Line-Cook", "63200"),
        ("linecook", "63200"),
        ("cooks", "63200"),
        ("food service supervisor", "62020"),
        ("software developer", "21232"),
        ("registered nurse", "31301"),
        ("early childhood educator", "42202"),
        ("human resources assistant", "14102"),
        ("licensed practical nurse", "32101"),
        ("marketing manager", "10022"),
    ],
)
def test_a_title_as_it_is_known_is_sure(said: str, code: str) -> None:
    match = noc.search(said)
    assert (match.kind, codes(match)) == ("sure", [code])


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("i work as a cook", "63200"),
        ("I'm a line cook", "63200"),
        ("my job title is food service supervisor", "62020"),
        ("line cook since may 2024 full time", "63200"),
        ("cook (part time)", "63200"),
        ("full time cook", "63200"),
        ("presently working as line cook", "63200"),
        ("i am doing job as cook", "63200"),
        ("my current designation is line cook", "63200"),
        ("part-time line cook", "63200"),
        ("Senior Software Engineer II", "21231"),
        ("sr. accountant", "11100"),
        ("sw dev", "21232"),
        ("swe", "21231"),
        ("ECE", "42202"),
        ("R.N.", "31301"),
        ("hr manager", "10011"),
        ("manager, restaurant", "60030"),
        ("supervisor food service", "62020"),
        ("dish washer", "65201"),
        ("house-keeper", "65310"),
        ("salesman", "64100"),
    ],
)
def test_lead_ins_seniority_abbreviations_and_order_change_nothing(said: str, code: str) -> None:
    match = noc.search(said)
    assert (match.kind, codes(match)) == ("sure", [code])


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("food counter attendent", "65201"),
        ("food service superviser", "62020"),
        ("softwear developer", "21232"),
        ("administrative assistnat", "13110"),
        ("restraunt manager", "60030"),
        ("long haul truck drivr", "73300"),
        ("dental assisstant", "33100"),
    ],
)
def test_a_slip_is_mended(said: str, code: str) -> None:
    match = noc.search(said)
    assert match.kind in ("sure", "candidates")
    assert codes(match)[0] == code


@pytest.mark.parametrize(
    ("said", "never"),
    [
        ("farrier", "64200"),  # furrier
        ("printer", "73112"),  # painter
        ("beekeeper", "12200"),  # bookkeeper
        ("feller", "64400"),  # teller
        ("astrologist", "21112"),  # agrologist
        ("bolt maker", "63220"),  # boot maker
    ],
)
def test_a_lone_word_is_never_surely_a_misspelling_of_another(said: str, never: str) -> None:
    match = noc.search(said)
    assert not (match.kind == "sure" and codes(match) == [never])


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("supervisor at tims", "62020"),
        ("team member tim hortons", "65201"),
        ("shift supervisor @ McDonald's", "62020"),
        ("manager at walmart", "60020"),
        ("supervisor at walmart", "62010"),
        ("general manager at dominos", "60030"),
        ("manager at a hotel", "60031"),
        ("agent at teleperformance", "64409"),
        ("cook at swiss chalet", "63200"),
        ("pharmacist at shoppers", "31120"),
    ],
)
def test_the_employer_tells_what_a_broad_role_is(said: str, code: str) -> None:
    match = noc.search(said)
    assert (match.kind, codes(match)) == ("sure", [code])


def test_a_brand_that_is_also_a_word_is_an_employer_only_after_at() -> None:
    assert codes(noc.search("supervisor at subway")) == ["62020"]
    assert "62020" not in codes(noc.search("subway operator"))


def test_a_name_that_is_also_a_word_is_read_as_an_employer_only_where_the_wording_says_so() -> None:
    assert read_query("gap analyst").employer is None
    employer = read_query("analyst at gap").employer
    assert employer is not None
    assert employer.sector == "retail"


def test_a_brand_leaves_the_title_and_a_kind_of_place_does_not() -> None:
    assert read_query("walmart greeter").title == ("greeter",)
    assert read_query("hotel greeter").title == ("hotel", "greeter")


def test_two_words_of_role_in_another_order_are_not_sure() -> None:
    """An assistant teacher is not surely the teacher's assistant that the title names."""
    assert (noc.search("teacher assistant").kind, noc.search("assistant teacher").kind) == ("sure", "candidates")
    assert {"42202", "43100"} <= set(codes(noc.search("assistant teacher")))


@pytest.mark.parametrize(
    ("said", "among"),
    [
        ("nanny/housekeeper", ["44100", "65310"]),
        ("electrician and plumber", ["72200", "72300"]),
        ("cook, cashier", ["63200", "65100"]),
    ],
)
def test_two_titles_in_one_bring_the_groups_of_both(said: str, among: list[str]) -> None:
    match = noc.search(said)
    assert (match.kind, codes(match)[:2]) == ("candidates", among)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("painter and decorator", "73112"),
        ("shipper/receiver", "14400"),
        ("technicien/technicienne en pharmacie", "32124"),
        ("food and beverage server", "65200"),
    ],
)
def test_one_title_of_two_words_is_one_title(said: str, code: str) -> None:
    match = noc.search(said)
    assert (match.kind, codes(match)) == ("sure", [code])


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("line cook toronto", "63200"),
        ("cook in a hospital", "63200"),
        ("receptionist dental clinic", "14101"),
        ("korean restaurant cook", "63200"),
        ("plongeur dans un restaurant", "65201"),
        ("oil change guy", "74203"),
        ("cashier maxi", "65100"),
    ],
)
def test_town_place_cuisine_and_brand_change_no_trade(said: str, code: str) -> None:
    match = noc.search(said)
    assert (match.kind, codes(match)) == ("sure", [code])


@pytest.mark.parametrize("said", ["housekeeper in a private home", "plumber on farm", "cleaner in school"])
def test_a_place_where_the_same_words_are_other_work_is_asked_about(said: str) -> None:
    assert noc.search(said).kind == "candidates"


@pytest.mark.parametrize("said", [
        "walmart associate", "assistant manager at mcdonalds", "driver at amazon", "team lead at sobeys",
        "caregiver at a retirement home",
    ],
)  # fmt: skip
def test_a_role_that_is_several_groups_at_its_employer_is_asked_about(said: str) -> None:
    match = noc.search(said)
    assert match.kind == "candidates"
    assert len(match.candidates) > 1


def test_an_assistant_pharmacist_may_be_no_assistant_of_a_pharmacist() -> None:
    assert noc.search("pharmacist assistant").kind == "sure"
    assert noc.search("assistant pharmacist").kind == "candidates"


@pytest.mark.parametrize(
    "said", ["senior nursing home caregiver", "nursing home caregiver in toronto", "nursing home caregiver job"]
)
def test_a_title_of_several_groups_stays_so_with_seniority_or_a_town(said: str) -> None:
    assert codes(noc.search(said)) == codes(noc.search("nursing home caregiver"))
    assert noc.search(said).kind == "candidates"


def test_a_shared_level_alone_makes_no_title_near() -> None:
    assert noc.search("xylograph technician").kind == "broad"
    assert title_index().near(("xylograph", "technician")) == []


def test_what_is_hardly_near_is_not_offered() -> None:
    offered = [
        candidate
        for said in ("golden mountain dance friend", "paper lamp hanging", "night of the tailors")
        for candidate in noc.search(said).candidates
    ]
    assert all(candidate.score >= CANDIDATE_SCORE for candidate in offered)


def test_a_title_inside_a_longer_one_is_offered_but_never_sure() -> None:
    match = noc.search("support worker autism")
    assert match.kind == "candidates"
    assert "42201" in codes(match)


def test_a_kind_of_place_stays_part_of_the_title() -> None:
    assert codes(noc.search("hotel concierge")) != codes(noc.search("concierge"))
    assert codes(noc.search("hotel night auditor"))[0] == "64314"


@pytest.mark.parametrize(
    "said",
    [
        "manager", "supervisor", "analyst", "engineer", "technician", "associate", "coordinator",
        "assistant", "operator", "consultant", "officer", "worker", "specialist", "clerk", "agent",
        "lead", "team lead", "TL", "team leader", "Assistant Manager", "shift supervisor",
        "senior manager", "sr. analyst", "i am a manager", "gérant", "tims", "driver",
    ],
)  # fmt: skip
def test_a_title_that_fits_many_groups_is_broad_and_names_none(said: str) -> None:
    match = noc.search(said)
    assert (match.kind, match.candidates) == ("broad", ())


@pytest.mark.parametrize(
    ("said", "among"),
    [
        ("psw", {"33102", "44101"}),
        ("rpn", {"31301", "32101"}),
        ("pm", {"70010", "21222"}),
        ("nurse", {"31301", "32101"}),
        ("farmer", {"80020", "85101"}),
        ("general labourer", {"75110", "95109"}),
        ("full stack developer", {"21231", "21232", "21234"}),
        ("business analyst", {"21221", "11201"}),
    ],
)
def test_a_title_that_fits_several_groups_brings_them_as_candidates(said: str, among: set[str]) -> None:
    match = noc.search(said)
    assert match.kind == "candidates"
    assert among <= set(codes(match))


def test_candidates_are_at_most_three_and_as_many_as_asked_for() -> None:
    assert len(noc.search("kitchen").candidates) <= 3
    assert len(noc.search("general labourer", limit=2).candidates) == 2


def test_candidates_come_best_first_each_with_the_title_it_was_found_by() -> None:
    found = noc.search("office cleaning person").candidates
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)
    assert all(candidate.title for candidate in found)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("cuisinière", "63200"),
        ("plongeur", "65201"),
        ("caissière", "65100"),
        ("infirmière auxiliaire", "32101"),
        ("préposé aux bénéficiaires", "33102"),
        ("commis d’épicerie", "65102"),
        ("adjointe administrative", "13110"),
        ("soudeur", "72106"),
        ("coiffeuse", "63210"),
    ],
)
def test_french_titles_are_known_in_both_genders(said: str, code: str) -> None:
    match = noc.search(said)
    assert (match.kind, codes(match)) == ("sure", [code])


@pytest.mark.parametrize("said", ["", "   ", "?", "???", "zxcv", "12", "👍", "."])
def test_nonsense_is_called_so(said: str) -> None:
    match = noc.search(said)
    assert (match.kind, match.candidates) == ("nonsense", ())


@pytest.mark.parametrize("said", ["wizard of the seventh moon", "none", "unemployed", "student", "job", "asdfgh"])
def test_what_is_no_known_title_is_asked_about(said: str) -> None:
    match = noc.search(said)
    assert (match.kind, match.candidates) == ("describe", ())


def test_a_role_that_is_not_matched_is_never_sure() -> None:
    """A cook's helper is no cook, and whoever helps a plumber is no plumber."""
    for said in ("butcher helper", "trainee of a baker", "cook's boss"):
        assert noc.search(said).kind != "sure", said


def test_of_a_very_long_text_the_beginning_is_read() -> None:
    assert len(read_query("line cook " * 500).words) == MOST_WORDS
    assert codes(noc.search("line cook " * 500))[0] == "63200"
