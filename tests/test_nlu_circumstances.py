"""Permits, places, plans to live, work that may not count, and grounds of inadmissibility."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cec
from nlu.circumstances import read_circumstances
from nlu.facts import PERMITS, REASONS, Fact
from nlu.inadmissibility_words import GROUNDS
from nlu.reader import read as all_of
from nlu.text import Text

TODAY = date(2026, 11, 22)


def read(message: str) -> list[Fact]:
    return read_circumstances(Text.of(message), TODAY)


def of_kind(message: str, kind: str) -> list[Fact]:
    return [fact for fact in read(message) if fact.kind == kind]


def told(message: str) -> list[str]:
    """The reasons told as present, and those denied with a "-" before; "?" marks the ambiguous."""
    return [
        ("" if fact.value["present"] else "-") + fact.value["reason"] + ("?" if fact.ambiguous else "")
        for fact in of_kind(message, "exclusion")
    ]


def permits(message: str) -> list[str]:
    return [fact.value["permit"] for fact in of_kind(message, "permit")]


def places(message: str) -> list[str]:
    return [fact.value["province"] or fact.value["country"] for fact in of_kind(message, "place")]


@pytest.mark.parametrize(
    "message",
    [
        "was full time student till april 2024",
        "i was studying full-time",
        "co-op",
        "i did coop 8 months",
        "it was a co-op",
        "on campus job",
        "off campus work 20 hours",
        "it was a student job",
        "worked 20 hrs during studies",
        "while i was in college",
        "as a student",
        "yes the first part was when i was student",
        "the first 4 months i was still in college",
        "international student worked part time",
        "internship in my final semester",
        "i did 4 month internship at bank, paid, as part of my degree",
        "j'étais étudiante à temps plein",
        "pendant mes études",
        "padhai ke time job kiya",
    ],
)
def test_work_as_a_full_time_student_is_told_in_many_words(message: str) -> None:
    assert "full_time_study" in told(message)


@pytest.mark.parametrize(
    "message",
    [
        "i was studying part time",
        "part time student only, one course",
        "took evening classes part time while working",
        "i studied part time while working full time",
        "graduated april 2024",
        "completed my studies in april then pgwp",
        "came as student in 2022",
        "i teach students",
        "student advisor at a college",
        "i work at calgary co-op",
        "grocery store co-op",
        "internship after graduation",
    ],
)
def test_part_time_study_and_the_past_are_no_exclusion(message: str) -> None:
    assert told(message) == []


@pytest.mark.parametrize(
    "message",
    [
        "i was self employed",
        "selfemployed",
        "i had my own corporation",
        "i invoice them every month",
        "contractor, i send invoices",
        "my employer pays me as contractor",
        "T4A",
        "i got a t4a not t4",
        "i got 1099",
        "freelance web designer",
        "uber eats on weekends",
        "doordash and skip",
        "i rent a chair in the salon",
        "owner operator truck",
        "driver inc for 8 months",
        "i work for myself",
        "sole proprietor",
        "travailleuse autonome",
        "doctor paid fee for service",
    ],
)
def test_self_employment_is_told_in_many_words(message: str) -> None:
    assert [reason.rstrip("?") for reason in told(message)] == ["self_employed"]


@pytest.mark.parametrize(
    "message",
    [
        "T4",
        "employee, T4",
        "through a staffing agency",
        "always employee on payroll",
        "I was on T4 not contractor",
        "not self employed",
        "i have never been self-employed",
        "no self employment",
        "it was a family business but i was on payroll",
        "no invoices, regular employee",
    ],
)
def test_employment_denies_self_employment(message: str) -> None:
    assert told(message) == ["-self_employed"]


@pytest.mark.parametrize(
    "message",
    [
        "i worked for a contractor in edmonton",
        "software engineer at uber",
        "my boss runs his own business",
        "accounts payable clerk processing invoices",
        "my contract ends in june",
        "payroll administrator",
        "general contractor company pays me hourly",
    ],
)
def test_words_of_business_are_not_always_self_employment(message: str) -> None:
    assert told(message) == []


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("unpaid internship", ["unpaid"]),
        ("i was volunteering at a food bank", ["unpaid"]),
        ("training was without salary", ["unpaid"]),
        ("it was paid", ["-unpaid"]),
        ("every shift was paid", ["-unpaid"]),
        ("all my jobs were outside canada", ["abroad"]),
        ("everything i did was paid and in canada", ["-abroad"]),
        ("was in india working online", ["abroad"]),
        ("j'ai travaillé depuis l'étranger", ["abroad"]),
        ("pendant ma maîtrise", ["full_time_study"]),
        ("wala akong status noon", ["no_status"]),
        ("applied for restoration in june", ["no_status?"]),
        ("worked for cash before my permit", ["unauthorized"]),
        ("i need to see my paystub", []),
        ("i get paystubs from them", ["-self_employed"]),
        ("paid", ["-unpaid"]),
        ("none of my work was unpaid", ["-unpaid"]),
        ("unpaid leave for 2 months", []),
        ("volunteer coordinator", []),
        ("i worked without a work permit", ["unauthorized"]),
        ("worked cash under the table", ["unauthorized"]),
        ("i was paid in cash", []),
        ("i continued working after my permit expired", ["unauthorized"]),
        ("worked some cash job when i was visitor", ["unauthorized"]),
        ("worked before getting work permit", ["unauthorized?"]),
        ("never worked without permit", ["-unauthorized"]),
        ("my work was authorized always", ["-unauthorized"]),
        ("i was out of status for 2 months", ["no_status"]),
        ("i was never out of status", ["-no_status"]),
        ("always had valid status", ["-no_status"]),
        ("i had implied status during extension", []),
        ("refugee claimant", ["no_status"]),
        ("i worked remotely from india for 2 months", ["abroad"]),
        ("some of it was from india", ["abroad"]),
        ("3 years experience in india", ["abroad"]),
        ("outside canada", ["abroad"]),
        ("everything was in canada", ["-abroad"]),
        ("remote from home in toronto", []),
        ("i work from home", []),
        ("working holiday from ireland", []),
        ("my employer is in usa", ["foreign_employer"]),
        ("working remotely in toronto for company in bangalore", ["foreign_employer"]),
        ("i stopped working when permit expired", []),
        ("i answer phones and send invoices", ["self_employed?"]),
        ("us based startup", ["foreign_employer"]),
        ("canadian company", ["-foreign_employer"]),
        ("internship", ["full_time_study?"]),
        ("paid internship", ["-unpaid", "full_time_study?"]),
    ],
)
def test_other_work_that_does_not_count(message: str, expected: list[str]) -> None:
    assert told(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("no i was not a student", ["-full_time_study"]),
        ("never studied in canada", ["-full_time_study"]),
        ("i did not study here", ["-full_time_study"]),
        ("no student", ["-full_time_study"]),
        ("not a student and never self employed", ["-full_time_study", "-self_employed"]),
        ("no co-op or internship or self employment", ["-full_time_study", "-self_employed"]),
        (
            "student no self employed no unpaid no",
            ["-full_time_study", "-self_employed", "-unpaid"],
        ),
        ("co-op: no, self employed: yes", ["-full_time_study", "self_employed"]),
        ("no i was self employed", ["self_employed"]),
        ("not on t4", ["self_employed?"]),
        ("i was not on t4 i was self employed", ["self_employed"]),
        ("i don't think i was self employed", ["-self_employed"]),
        ("i have no degree self employed since 2020", ["self_employed"]),
        ("dont know self employed or employee", ["self_employed?"]),
        ("i have not completed my studies", []),
        ("i finished grade 12, no college", []),
        ("never studied here and im t4 employee", ["-full_time_study", "-self_employed"]),
        ("they gave no t4. is it self employed?", []),
        ("did not finish college", []),
        ("not only self employed, also a student", ["self_employed", "full_time_study"]),
        ("i never worked during my studies", ["-full_time_study"]),
        ("no invoices, regular employee", ["-self_employed"]),
        ("no status issues", ["-no_status"]),
        ("one job was self employed the other is T4", ["self_employed?"]),
        ("none of that", []),
        ("none", []),
    ],
)
def test_denials_reach_what_they_deny_and_no_more(message: str, expected: list[str]) -> None:
    assert told(message) == expected


@pytest.mark.parametrize(
    ("message", "start", "end"),
    [
        ("was full time student till april 2024", None, "2024-04"),
        ("full time student from sep 2022 to apr 2024 then pgwp", "2022-09", "2024-04"),
        ("i did coop from may to august 2023", "2023-05", "2023-08"),
        ("from may to aug 2023 i did coop then cook since may 2024", "2023-05", "2023-08"),
        ("i worked from india between jan and march 2025", "2025-01", "2025-03"),
        ("lost status in may 2025 and restored in august", "2025-05", None),
        ("full time college until june 2025", None, "2025-06"),
        ("unpaid training in may 2023", "2023-05", "2023-05"),
        ("was in india working online in may 2025 and june 2025", "2025-05", "2025-06"),
        ("self employed only at the barber job from may 2023 to july 2023", "2023-05", "2023-07"),
        ("applied for restoration in june 2025", None, None),
        ("i was a student, cook since may 2024", None, None),
        ("student then cook from may 2024 to june 2025", None, None),
        ("cook since may 2024 self employed before that", None, None),
        ("i was student for 2 years", None, None),
    ],
)
def test_the_days_beside_an_exclusion_are_its_own_and_no_others(
    message: str, start: str | None, end: str | None
) -> None:
    (fact,) = of_kind(message, "exclusion")
    assert (fact.value["start"], fact.value["end"]) == (start, end)


def test_the_span_of_an_exclusion_holds_its_days() -> None:
    message = "hi, was full time student till april 2024, now cook"
    (fact,) = of_kind(message, "exclusion")
    assert message[fact.start : fact.end] == "full time student till april 2024"


@pytest.mark.parametrize(
    "message",
    [
        "does my internship count",
        "can I apply if i was self employed?",
        "is co-op ok",
        "what if i was a student",
        "co-op counts or not",
        "what about volunteering",
        "is my remote work from india ok?",
        "i was told self employed is not counted",
        "my wife is studying full time",
        "my friend was self employed",
        "not sure if i was contractor",
        "kya coop count hota hai",
        "can pgwp holders apply?",
        "does a dui matter",
        "what happens if i overstayed",
        "is quebec ok?",
    ],
)
def test_questions_suppositions_and_other_people_give_no_facts(message: str) -> None:
    assert read(message) == []


def test_what_is_stated_beside_a_question_is_read() -> None:
    assert told("i was self employed for 2 months, is that ok?") == ["self_employed"]
    assert permits("do i qualify i am on pgwp and working as cook") == ["pgwp"]


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("pgwp", ["pgwp"]),
        ("3 year post-graduation work permit", ["pgwp"]),
        ("post grad wp", ["pgwp"]),
        ("3 years open permit after college", ["pgwp"]),
        ("permis post-diplôme", ["pgwp"]),
        ("sowp", ["spousal_open"]),
        ("open work permit through my husband", ["spousal_open"]),
        ("lmia closed permit", ["lmia", "employer_specific"]),
        ("closed work permit", ["employer_specific"]),
        ("IEC working holiday", ["iec"]),
        ("bowp", ["bridging"]),
        ("co-op work permit", ["co_op"]),
        ("i changed from study permit to pgwp", ["study", "pgwp"]),
        ("visitor record", ["visitor"]),
        ("i am on maintained status", ["maintained"]),
        ("implied status since february", ["maintained"]),
        ("i applied for extension before it expired", ["maintained"]),
        ("my permit expired in june", ["expired"]),
        ("no permit now", ["none"]),
        ("refugee claimant with work permit", ["refugee_claimant"]),
        ("open work permit", ["open"]),
        ("permis de travail ouvert", ["open"]),
        ("my pgwp expires in 3 weeks", ["pgwp"]),
        ("work permit", []),
        ("i dont have pgwp", []),
        ("pgwp not lmia", ["pgwp"]),
        ("i was refused visitor visa in 2019", []),
        ("my ielts is expired", []),
    ],
)
def test_permits_are_known_by_their_many_names(message: str, expected: list[str]) -> None:
    assert permits(message) == expected


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("calgary", ["AB"]),
        ("calgery", ["AB"]),
        ("toronto, ON", ["ON"]),
        ("toronto on", ["ON"]),
        ("im in Surrey, BC", ["BC"]),
        ("surrey bc", ["BC"]),
        ("i work in bc", ["BC"]),
        ("working in toranto", ["ON"]),
        ("living in missisauga", ["ON"]),
        ("st. john's nl", ["NL"]),
        ("saint john nb", ["NB"]),
        ("Trois-Rivières", ["QC"]),
        ("laval quebec", ["QC"]),
        ("i worked in montreal", ["QC"]),
        ("Gatineau", ["QC"]),
        ("Québec", ["QC"]),
        ("sydney nova scotia", ["NS"]),
        ("brandon manitoba", ["MB"]),
        ("working in victoria", ["BC"]),
        ("fort mcmurray", ["AB"]),
        ("PEI", ["PE"]),
        ("colombie-britannique", ["BC"]),
        ("work in gatineau live in ottawa", ["QC", "ON"]),
        ("from delhi, living in brampton", ["IN", "ON"]),
        ("cook in dubai before", ["AE"]),
        ("london uk", ["GB"]),
        ("london ontario", ["ON"]),
    ],
)
def test_places_are_found_with_their_province_or_country(message: str, expected: list[str]) -> None:
    assert places(message) == expected


@pytest.mark.parametrize(
    "message",
    [
        "working on sunday",
        "on pgwp",
        "bc my permit is expiring",
        "ab tak",
        "my name is victoria",
        "i hope so",
        "cambridge exam",
        "quality time with brandon",
        "ON PGWP SINCE MAY 2024",
        "king street hamilton street",
        "no trail mix",
    ],
)
def test_ordinary_words_are_no_places(message: str) -> None:
    assert [fact for fact in of_kind(message, "place") if fact.value["city"] != "hamilton"] == []


def test_london_alone_is_ontario_or_england() -> None:
    (fact,) = of_kind("working in london", "place")
    assert fact.ambiguous
    assert [reading["country"] for reading in fact.readings] == ["CA", "GB"]


def test_a_city_keeps_its_name_and_span() -> None:
    message = "job in Québec City since 2024"
    (fact,) = of_kind(message, "place")
    assert message[fact.start : fact.end] == "Québec City"
    assert fact.value == {"province": "QC", "city": "quebec city", "country": "CA"}


@pytest.mark.parametrize(
    ("message", "outside"),
    [
        ("i plan to live in toronto", True),
        ("i will stay in ontario", True),
        ("moving to bc next year", True),
        ("moving to quebec", False),
        ("anywhere but quebec", True),
        ("any province except quebec", True),
        ("outside quebec", True),
        ("not quebec", True),
        ("no quebec", True),
        ("not planning to live in quebec", True),
        ("i dont want to live in quebec", True),
        ("i will leave quebec after pr", True),
        ("i don't plan to leave quebec", False),
        ("i want to stay in montreal", False),
        ("quebec is my home now", False),
        ("i live in montreal but will move to toronto", True),
        ("will be moving from calgary to toronto next month", True),
        ("planning to relocate from toronto to gatineau", False),
        ("i live in ottawa and plan to stay", True),
        ("je veux vivre à Ottawa", True),
        ("my plan is nova scotia", True),
        ("no plan to move to quebec", True),
        ("cook in regina since 2024, no plans for quebec", True),
        ("in halifax now and staying, not quebec", True),
        ("je pense m'installer à Gatineau", False),
    ],
)
def test_an_intention_to_live_somewhere_is_read(message: str, outside: bool) -> None:
    (fact,) = of_kind(message, "outside_quebec")
    assert (fact.value["value"], fact.ambiguous) == (outside, False)


@pytest.mark.parametrize(
    "message",
    [
        "maybe quebec",
        "not decided between toronto and montreal",
        "i might move to montreal or ottawa",
        "anywhere",
    ],
)
def test_an_open_intention_is_ambiguous(message: str) -> None:
    assert [fact.ambiguous for fact in of_kind(message, "outside_quebec")] == [True]


@pytest.mark.parametrize(
    "message",
    [
        "i live in toronto",
        "i worked in montreal",
        "moved from montreal to calgary in 2024",
        "job was in quebec city",
        "i work from home in winnipeg for a bank in toronto",
    ],
)
def test_where_someone_lived_or_worked_is_no_intention(message: str) -> None:
    assert of_kind(message, "outside_quebec") == []
    assert of_kind(message, "place")


@pytest.mark.parametrize(
    "message",
    [
        "i never worked in gatineau",
        "we dont live in quebec",
        "i have never been to montreal",
        "did not stay in laval",
    ],
)
def test_where_someone_never_was_is_no_place(message: str) -> None:
    assert places(message) == []


def test_the_place_of_an_intention_is_not_where_the_work_was() -> None:
    assert places("cook in calgary, i plan to live in toronto") == ["AB"]


@pytest.mark.parametrize(
    ("message", "ground"),
    [
        ("i have a criminal record", "criminality"),
        ("i had a DUI in 2022", "criminality"),
        ("convicted of theft", "criminality"),
        ("charge pending", "criminality"),
        ("arrested once", "criminality"),
        ("refused for misrepresentation in 2020", "misrepresentation"),
        ("i lied on a visa form once", "misrepresentation"),
        ("5 year ban", "misrepresentation"),
        ("removal order in 2018", "non_compliance"),
        ("i overstayed 2 months", "non_compliance"),
        ("i was deported from us", "non_compliance"),
        ("i failed medical", "health"),
        ("my wife has a medical condition", "family_member"),
        ("my husband has a record", "family_member"),
        ("i am inadmissible", "any"),
        ("not convicted but charged with assault", "criminality"),
        ("no criminal record except a dui in 2019", "criminality"),
    ],
)
def test_a_ground_of_inadmissibility_is_named(message: str, ground: str) -> None:
    assert [dict(fact.value) for fact in of_kind(message, "inadmissibility")] == [{"ground": ground, "present": True}]


@pytest.mark.parametrize(
    ("message", "ground"),
    [
        ("no criminal record", "criminality"),
        ("never arrested", "criminality"),
        ("never convicted or charged", "criminality"),
        ("no police case", "criminality"),
        ("i never overstayed", "non_compliance"),
        ("clean record", "criminality"),
        ("all clean", "any"),
        ("clean criminal background", "criminality"),
        ("sin antecedentes penales", "criminality"),
        ("je n'ai jamais menti", "misrepresentation"),
        ("no dui no arrests", "criminality"),
        ("i never lied to ircc", "misrepresentation"),
        ("wala po akong criminal record", "criminality"),
        ("ningun criminal record", "criminality"),
        ("i am not inadmissible", "any"),
    ],
)
def test_a_denied_ground_is_denied_and_no_other(message: str, ground: str) -> None:
    assert [dict(fact.value) for fact in of_kind(message, "inadmissibility")] == [{"ground": ground, "present": False}]


@pytest.mark.parametrize(
    "message",
    [
        "speeding tickets only",
        "visa refused once",
        "i charge $25 an hour",
        "security guard at mall",
        "criminal justice diploma",
        "police check done",
        "i am so scared they deport me",
        "nothing like that",
        "medical office assistant",
    ],
)
def test_what_only_sounds_like_a_ground_is_none(message: str) -> None:
    assert of_kind(message, "inadmissibility") == []


def test_every_ground_that_can_be_read_is_known_to_the_law() -> None:
    assert set(GROUNDS) - {"any"} == set(cec.parameters.on(TODAY).inadmissibility_grounds)


_PIECES = (
    "i was", "not", "never", "no", "student", "self employed", "co-op", "till april 2024", "quebec",
    "from india", "toronto", "plan to live in", "on t4", "pgwp", "expired", "record", "dui", ",",
    ".", "?", "\n", "does", "if", "my wife", "and", "or", "unpaid", "without permit", "canada",
    "remote", "but",
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=30).map(" ".join))
def test_any_words_give_facts_of_the_agreed_shape(message: str) -> None:
    for fact in read(message):
        assert 0 <= fact.start < fact.end <= len(message)
        if fact.kind == "exclusion":
            assert fact.value["reason"] in REASONS
            assert set(fact.value) == {"reason", "present", "start", "end"}
        if fact.kind == "permit":
            assert fact.value["permit"] in PERMITS


@pytest.mark.parametrize(
    ("message", "first", "last"),
    [
        ("my status expired 9 may 2025, restored 2 july 2025", "2025-05-09", "2025-07-02"),
        ("i was not authorised to work feb to april 2024", "2024-02", "2024-04"),
        ("j'étudiais à temps plein de janvier 2022 à juin 2023", "2022-01", "2023-06"),
        ("estudié a tiempo completo hasta mayo 2024", None, "2024-05"),
        ("did a co-op from june to august 2024", "2024-06", "2024-08"),
    ],
)
def test_the_days_that_do_not_count_are_those_the_person_means(
    message: str, first: str | None, last: str | None
) -> None:
    (fact,) = of_kind(message, "exclusion")
    assert (fact.value["start"], fact.value["end"], fact.ambiguous) == (first, last, False)


def test_days_told_closer_under_a_year_told_before_are_left_to_be_asked() -> None:
    facts = all_of("i lost status for 5 weeks in early 2025, from february 3 to march 9, but kept working", TODAY)
    assert [(fact.kind, fact.value.get("start")) for fact in facts if fact.kind in ("exclusion", "period")] == [
        ("exclusion", None)
    ]


def test_ones_own_company_on_a_t4_is_asked_about() -> None:
    assert told("own company, i pay myself a T4") == ["self_employed?"]


def test_papers_of_a_school_are_no_permit_to_work() -> None:
    assert told("i bake without papers of a pastry school") == []
    assert told("i baked without papers for 2 months") == ["unauthorized"]


def test_a_denial_of_crimes_is_of_criminality() -> None:
    assert [dict(fact.value) for fact in of_kind("no crimes in my life", "inadmissibility")] == [
        {"ground": "criminality", "present": False}
    ]


@pytest.mark.parametrize(
    "message", ["no studies after 2021", "i am not a student anymore", "not self employed since may"]
)
def test_a_denial_for_some_of_the_time_is_asked_about(message: str) -> None:
    assert told(message)[0].endswith("?")


@pytest.mark.parametrize("message", ["i never studied since i came here", "i am not a student", "never self employed"])
def test_a_denial_without_a_limit_is_certain(message: str) -> None:
    assert not told(message)[0].endswith("?")


def test_the_student_a_person_is_married_to_is_not_the_person() -> None:
    assert told("open work permit, spouse of a student") == []


@pytest.mark.parametrize(
    ("message", "ground"), [("a theft case against me", "criminality"), ("was banned 5 years", "misrepresentation")]
)
def test_a_case_and_a_ban_are_grounds(message: str, ground: str) -> None:
    assert [fact.value["ground"] for fact in of_kind(message, "inadmissibility")] == [ground]


def test_days_on_which_nobody_worked_are_a_break_and_no_job() -> None:
    facts = all_of("between two permits i did not work from 3 may to 9 july 2025", TODAY)
    assert [(fact.kind, fact.value.get("start"), fact.value.get("end")) for fact in facts] == [
        ("exclusion", "2025-05-03", "2025-07-09")
    ]


@pytest.mark.parametrize(
    ("message", "ground"),
    [
        ("casier judiciaire vierge", "criminality"),
        ("antecedentes limpios", "criminality"),
        ("mera record saaf hai", "criminality"),
        ("koi police case nahi hai", "criminality"),
        ("walang kaso, walang record", "criminality"),
        ("судимости нет", "criminality"),
        ("nunca tuve problemas con la policia", "criminality"),
        ("aucune condamnation", "criminality"),
        ("health also ok", "health"),
        ("Clean record, no issues with immigration or police anywhere", "any"),
        ("i dey clean, police never catch me", "any"),
        ("tudo limpo", "any"),
        ("clean ji, no criminal record", "criminality"),
    ],
)
def test_a_clean_record_is_a_denial_in_any_language(message: str, ground: str) -> None:
    assert [fact.value for fact in read(message)] == [{"ground": ground, "present": False}]


@pytest.mark.parametrize(
    "message", ["dui cleared in court", "i got dui but record is clean now", "j'ai été arrêté en 2020"]
)
def test_an_arrest_stays_told_whatever_became_of_it(message: str) -> None:
    assert [fact.value for fact in read(message)] == [{"ground": "criminality", "present": True}]


@pytest.mark.parametrize(
    ("message", "reasons"),
    [
        ("no, never studied here and always had valid status", {"full_time_study", "no_status"}),
        ("the whole time i was in status, never self employed", {"no_status", "self_employed"}),
        ("I studied part time only, evening classes, never full time", {"full_time_study"}),
    ],
)
def test_a_denial_ends_before_what_was_so_all_the_time(message: str, reasons: set[str]) -> None:
    told = [fact for fact in all_of(message, TODAY, "exclusions") if fact.kind == "exclusion"]
    assert {fact.value["reason"] for fact in told} == reasons
    assert not any(fact.value["present"] or fact.ambiguous for fact in told)


def test_an_employer_abroad_is_not_where_the_work_was_done() -> None:
    told = all_of("the employer was in Seoul, I worked from my apartment in Vancouver", TODAY, "exclusions")
    assert [fact.value["reason"] for fact in told if fact.kind == "exclusion"] == ["foreign_employer"]


@pytest.mark.parametrize(
    ("message", "reasons"),
    [
        ("bookkeeper in a chinese company markham", []),
        ("cook at korean company, calgary", []),
        ("i work for a us company from toronto remotely", ["foreign_employer"]),
        ("paid by a us company in toronto, in usd", ["foreign_employer"]),
        ("foreign company in toronto", ["foreign_employer"]),
        ("i work for indian company based in delhi", ["foreign_employer"]),
    ],
)
def test_a_company_of_some_nationality_in_canada_is_no_foreign_employer(message: str, reasons: list[str]) -> None:
    assert [fact.value["reason"] for fact in all_of(message, TODAY) if fact.kind == "exclusion"] == reasons


def test_what_the_rest_was_takes_nothing_back() -> None:
    (told,) = all_of("Doordash for some months as self employed, rest normal employee", TODAY, "exclusions")
    assert told.value["present"]
    assert not told.ambiguous


def test_without_a_record_is_a_denial_in_french() -> None:
    (told,) = all_of("sans casier judiciaire", TODAY, "admissibility")
    assert told.value == {"ground": "criminality", "present": False}


@pytest.mark.parametrize(
    "message",
    [
        "i was outside canada for 3 weeks vacation in december 2025",
        "I visited my family in Philippines in january 2026",
        "went to Mexico on holiday for 2 weeks in august",
    ],
)
def test_a_holiday_or_a_visit_abroad_is_no_work_abroad(message: str) -> None:
    assert not [fact for fact in all_of(message, TODAY) if fact.kind == "exclusion"]


def test_work_on_a_journey_is_work_abroad_on_its_own_days() -> None:
    message = "analyst in Toronto, june 2024 to now, 40h, worked from India from oct 2025 to feb 2026"
    facts = {fact.kind: dict(fact.value) for fact in all_of(message, TODAY)}
    assert facts["period"]["start"] == "2024-06"
    assert facts["exclusion"] == {"reason": "abroad", "present": True, "start": "2025-10", "end": "2026-02"}
