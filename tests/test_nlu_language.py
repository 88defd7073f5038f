"""What people write about their language test, and what is read from it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cec
from nlu.exam_words import FAMILIES, PHRASES, VARIANTS
from nlu.facts import SKILLS, Fact
from nlu.language_tests import read_language
from nlu.text import Text

TODAY = date(2026, 11, 22)


def read(message: str) -> list[Fact]:
    return read_language(Text.of(message), TODAY)


def of_kind(message: str, kind: str) -> list[Fact]:
    return [fact for fact in read(message) if fact.kind == kind]


def scores(message: str) -> str:
    """The scores in LRWS order, "-" for a skill that was not told; "" without scores."""
    facts = of_kind(message, "scores")
    assert len(facts) <= 1, facts
    return " ".join(facts[0].value.get(skill, "-") for skill in SKILLS) if facts else ""


def named(message: str) -> list[str]:
    return [fact.value["test"] for fact in of_kind(message, "test")]


@pytest.mark.parametrize(
    ("message", "lrws"),
    [
        ("l 8 r 7 w 6.5 s 7", "8 7 6.5 7"),
        ("listening 7.5 reading 7 writing 6 speaking 7", "7.5 7 6 7"),
        ("Listening: 8.0 Reading: 7.5 Writing: 6.5 Speaking: 7.0", "8 7.5 6.5 7"),
        ("L8.5/R9/W7/S7", "8.5 9 7 7"),
        ("L - 6.5, R - 6, W - 6, S - 6", "6.5 6 6 6"),
        ("R:7,W:6,L:8,S:7", "8 7 6 7"),
        ("l=8 r=7 w=6 s=7", "8 7 6 7"),
        ("r7w6l8s7", "8 7 6 7"),
        ("7 in speaking, 6.5 writing", "- - 6.5 7"),
        ("8l 7r 6w 7s", "8 7 6 7"),
        ("7(R) 6(W) 8(L) 7(S)", "8 7 6 7"),
        ("L: 8. R: 7. W: 6.5. S: 7", "8 7 6.5 7"),
        ("Speaking 7.0 / Writing 6.5 / Reading 7.5 / Listening 8.0", "8 7.5 6.5 7"),
        ("w 6 s 6.5 r 6 l 7", "7 6 6 6.5"),
        ("reading-7 writing-6 listening-8 speaking-7", "8 7 6 7"),
        ("Listening\n8\nReading\n7\nWriting\n6.5\nSpeaking\n7", "8 7 6.5 7"),
        ("i got 7 in listening, 8 in reading, 6.5 in writing and 7 in speaking", "7 8 6.5 7"),
        ("my listening is 8.5 n speaking 6.5 n reading 7 n writing 6", "8.5 7 6 6.5"),
        ("listening me 8 hai reading me 7", "8 7 - -"),
        ("my reading is the weakest 5.5", "- 5.5 - -"),
        ("listening sixty reading fifty eight writing seventy-one and speaking sixty six", "60 58 71 66"),
        ("writing 6 in toronto", "- - 6 -"),
    ],
)
def test_labels_stand_before_or_after_the_figures_in_any_order(message: str, lrws: str) -> None:
    assert scores(message) == lrws


@pytest.mark.parametrize(
    ("message", "lrws"),
    [
        ("lrws 8 7 7 6", "8 7 7 6"),
        ("6 in l r s and 5.5 in w", "6 6 5.5 6"),
        ("6 in L R W and 7 speaking", "6 6 6 7"),
        ("8 9 7 9 in lrws order", "8 9 7 9"),
        ("8/8/7/7 (L/R/W/S)", "8 8 7 7"),
        ("listening/reading/writing/speaking 8/7/7/6", "8 7 7 6"),
        ("listening reading writing speaking 8 7 7 6", "8 7 7 6"),
        ("i scored 8,7,7,6 in listening, reading, writing, speaking respectively", "8 7 7 6"),
        ("LSRW 8 7 7 6", "8 7 6 7"),
        ("order is lrsw 8 7 6 7", "8 7 7 6"),
        ("celpip 10 10 9 8 (LRWS)", "10 10 9 8"),
        ("lrws 8765", "8 7 6 5"),
        ("8777 ielts lrws", "8 7 7 7"),
        ("lrws 7,5,6,5,7,7", "7.5 6.5 7 7"),
        ("pte core 75 70 68 72 lrws", "75 70 68 72"),
        ("tef canada 460,450,430,470 (co ce ee eo)", "460 450 430 470"),
    ],
)
def test_a_named_order_gives_bare_figures_their_skills(message: str, lrws: str) -> None:
    assert scores(message) == lrws


@pytest.mark.parametrize(
    "message",
    ["8765", "8 7 6 5", "8,7,7,6", "ielts 7 7 6 6.5", "IELTS 8777", "celpip 9 9 8 9", "8/8/7/7"],
)
def test_figures_without_an_order_are_left_to_whoever_asked(message: str) -> None:
    assert scores(message) == ""
    assert not of_kind(message, "overall")


@pytest.mark.parametrize(
    ("message", "lrws"),
    [
        ("7 in everything", "7 7 7 7"),
        ("7 each", "7 7 7 7"),
        ("all 7s", "7 7 7 7"),
        ("straight 9s", "9 9 9 9"),
        ("8 in all but 6 in speaking", "8 8 8 6"),
        ("all 8 except writing 6.5", "8 8 6.5 8"),
        ("7 each except speaking which is 6", "7 7 7 6"),
        ("except writing 6 all 7", "7 7 6 7"),
        ("7 everywhere only writing 6", "7 7 6 7"),
        ("ielts 7 except writing 6", "7 7 6 7"),
        ("all my ielts bands are 7 except 6 in writing", "7 7 6 7"),
        ("listening 8, 6 in the rest", "8 6 6 6"),
        ("i got 6 in writing and 7 in other three", "7 7 6 7"),
        ("listening 9 others 7", "9 7 7 7"),
        ("celpip all 9 only speaking 8", "9 9 9 8"),
        ("listening and reading 7, writing and speaking 6", "7 7 6 6"),
        ("got 7.5 listening, 7 reading and 6 in both writing and speaking", "7.5 7 6 6"),
        ("each band 7", "7 7 7 7"),
        ("8 in each of the modules", "8 8 8 8"),
        ("eight in all four", "8 8 8 8"),
        ("sab me 7", "7 7 7 7"),
        ("ielts all eights", "8 8 8 8"),
        ("6 each my teacher told", "6 6 6 6"),
        ("ya 7 in all", "7 7 7 7"),
        ("79 each in pte core", "79 79 79 79"),
    ],
)
def test_all_each_and_the_rest_stand_for_the_skills_not_named(message: str, lrws: str) -> None:
    assert scores(message) == lrws


@pytest.mark.parametrize(
    ("message", "lrws"),
    [
        ("lisening 8 redaing 7 writting 6 speeking 7", "8 7 6 7"),
        ("listning 7 readng 6.5 wrting 6 spekaing 7", "7 6.5 6 7"),
        ("CO 460 CE 450 EE 430 EO 470", "460 450 430 470"),
        ("compréhension orale 470, compréhension écrite 460", "470 460 - -"),
        ("expression écrite 440, expression orale 480", "- - 440 480"),
        ("comprehension de l'oral 470 comprehension de l'ecrit 460", "470 460 - -"),
        ("tcf canada écoute 500 lecture 490 écriture 12 parler 13", "500 490 12 13"),
        ("lectura 7 escritura 6 escucha 8 habla 7", "8 7 6 7"),
        ("ielts écrit 6 oral 7", "- - 6 7"),
        ("nói 7 nghe 6.5 viết 6 đọc 7", "6.5 7 6 7"),
        ("ریدینگ 8 اسپیکینگ 7", "- 8 - 7"),
        ("听力 8 阅读 7 写作 6 口语 6.5", "8 7 6 6.5"),
    ],
)  # fmt: skip
def test_skills_are_known_misspelt_and_in_other_languages(message: str, lrws: str) -> None:
    assert scores(message) == lrws


@pytest.mark.parametrize(
    ("message", "lrws"),
    [
        ("speaking 6,5 writing 7,5", "- - 7.5 6.5"),
        ("L 8 R 7,5 W 6,5 S 7", "8 7.5 6.5 7"),
        ("listening seven point five", "7.5 - - -"),
        ("eight in reading", "- 8 - -"),
        ("speaking seven and half", "- - - 7.5"),
        ("writing 6½", "- - 6.5 -"),
        ("writing 6 1/2", "- - 6.5 -"),
        ("sadhe 6 writing me", "- - 6.5 -"),
        ("l eight r seven w six s seven", "8 7 6 7"),
        ("L 8.5/9 R 7/9 W 6.5/9 S 7/9", "8.5 7 6.5 7"),
        ("listening 8 out of 9", "8 - - -"),
        ("listening 08 reading 7.50", "8 7.5 - -"),
        ("listening 6.3", "6.3 - - -"),
        ("celpip writing 13", "- - 13 -"),
    ],
)
def test_figures_are_read_as_people_write_them_even_impossible_ones(message: str, lrws: str) -> None:
    assert scores(message) == lrws


@pytest.mark.parametrize(
    "message",
    [
        "i worked 40 hours each week",
        "2 jobs 20 hours each",
        "i worked 30 in each",
        "working 8 hours each day",
        "i speak english and french",
        "i read 8 books",
        "writing 6 years experience",
        "ielts done 14 march 2026",
        "i did listening 8 years ago",
        "instead of 40 write 35",
        "noc 63200 teer 3",
        "from 02-06-2024 to 28-11-2025",
        "$25 an hour",
        "call me at 416 555 0199",
        "i have 2 tests",
    ],
)
def test_figures_of_something_else_are_no_scores(message: str) -> None:
    assert scores(message) == ""


@pytest.mark.parametrize(
    "message",
    [
        "listening 8 reading 7 writing 6 speaking 7 march 2026",
        "listening 8 reading 7 writing 6 speaking 7 line cook in toronto",
        "listening 8 reading 7 writing 6 speaking 7 am working as a cook",
        "listening 8 reading 7 writing 6 speaking 7 exam date 3 nov 2025",
        "listening 8 reading 7 writing 6 speaking 7 40 hours a week",
        "8 7 6 7 l r w s 5 may 2026",
        "40 hours since may 2024 l 8 r 7 w 6 s 7 call 416 555 0199",
        "cook, 3 years, 8 hours a day: 8 listening, 7 reading, 6 writing, 7 speaking",
    ],
)
def test_words_and_figures_around_the_scores_change_nothing(message: str) -> None:
    assert scores(message) == "8 7 6 7"
    assert not of_kind(message, "scores")[0].ambiguous


@pytest.mark.parametrize(
    ("message", "overall"),
    [
        ("band 7.5 overall", "7.5"),
        ("overall 7.5", "7.5"),
        ("ielts 7.5", "7.5"),
        ("i got 7.5 in ielts", "7.5"),
        ("my ielts band is 7", "7"),
        ("celpip 9", "9"),
        ("pte 65", "65"),
        ("i have 7 bands in ielts general", "7"),
        ("duolingo 125", "125"),
    ],
)
def test_one_figure_for_the_whole_test_is_overall_and_never_scores(message: str, overall: str) -> None:
    assert [fact.value for fact in of_kind(message, "overall")] == [{"overall": overall}]
    assert scores(message) == ""


def test_an_overall_figure_stands_beside_the_four_scores() -> None:
    message = "ielts 7.5 listening 8 reading 7 writing 6 speaking 7"
    assert scores(message) == "8 7 6 7"
    assert of_kind(message, "overall")[0].value == {"overall": "7.5"}


@pytest.mark.parametrize(
    ("message", "levels"),
    [
        ("CLB 9 in all", {"all": "9"}),
        ("nclc 7 partout", {"all": "7"}),
        ("my level is clb 7 in all 4 skills", {"all": "7"}),
        ("clb l9 r9 w8 s9", dict(zip(SKILLS, "9989", strict=True))),
        ("clb 9 listening 8 reading 7 writing 7 speaking", dict(zip(SKILLS, "9877", strict=True))),
        ("clb 9 except writing clb 8", dict(zip(SKILLS, "9989", strict=True))),
        ("clb 6 in writing rest 7", dict(zip(SKILLS, "7767", strict=True))),
        ("nclc 7 CO, 8 CE, 7 EE, 9 EO", dict(zip(SKILLS, "7879", strict=True))),
    ],
)
def test_levels_are_no_scores(message: str, levels: dict[str, str]) -> None:
    found = of_kind(message, "clb")
    assert [dict(fact.value) for fact in found] == [levels]
    assert not found[0].ambiguous
    assert scores(message) == ""


def test_scores_and_their_levels_in_brackets_are_told_apart() -> None:
    message = "listening 7.5 (clb 8) reading 6.5 (clb 8) writing 7 (clb 9) speaking 7 (clb 9)"
    assert scores(message) == "7.5 6.5 7 7"
    assert list(of_kind(message, "clb")[0].value.values()) == ["8", "8", "9", "9"]


@pytest.mark.parametrize("message", ["clb 7", "i have clb 8", "clb 7 or higher", "my clb is 9 9 8 7"])
def test_a_level_for_no_skill_by_name_is_ambiguous(message: str) -> None:
    assert [fact.ambiguous for fact in of_kind(message, "clb")] == [True]


@pytest.mark.parametrize(
    "message",
    [
        "at least 7 in each",
        "7+ in all bands",
        "around 7 in speaking",
        "speaking 7 maybe",
        "writing 6-7",
        "listening 6 or 6.5",
        "writing 6 first time then 6.5 in second attempt",
        "listening reading 7 writing 6",
    ],
)
def test_a_doubtful_score_is_ambiguous(message: str) -> None:
    assert all(fact.ambiguous for fact in of_kind(message, "scores"))
    assert of_kind(message, "scores")


def test_six_or_six_and_a_half_lists_both_readings() -> None:
    (fact,) = of_kind("listening 6 or 6.5", "scores")
    assert fact.readings == ({"listening": "6"}, {"listening": "6.5"})


def test_two_sittings_of_one_test_are_both_doubtful() -> None:
    found = of_kind("first attempt: l 7 r 6 w 5.5 s 6, second attempt: l 7.5 r 6.5 w 6 s 6.5", "scores")
    assert [fact.ambiguous for fact in found] == [True, True]


@pytest.mark.parametrize(
    ("message", "test"),
    [
        ("ielts general", "ielts_general_training"),
        ("ielts gt l 8 r 7", "ielts_general_training"),
        ("i took general ielts", "ielts_general_training"),
        ("ielts l 8 r 7 w 7 s 7 general", "ielts_general_training"),
        ("IETLS (general training)", "ielts_general_training"),
        ("the general not academic", "ielts_general_training"),
        ("ielts academic", "ielts_academic"),
        ("academic ielts", "ielts_academic"),
        ("i took academic for my study permit", "ielts_academic"),
        ("ielts life skills", "ielts_life_skills"),
        ("celpip", "celpip_general"),
        ("clepip g", "celpip_general"),
        ("selpip", "celpip_general"),
        ("CELPIP-General LS", "celpip_general_ls"),
        ("pte core", "pte_core"),
        ("pte academic 65", "pte_academic"),
        ("tef canada", "tef_canada"),
        ("TEFAQ", "tefaq"),
        ("my tef was the normal one not tef canada", "tef_non_canada"),
        ("it was the ordinary tcf, not tcf canada", "tcf_non_canada"),
        ("tcf canada", "tcf_canada"),
        ("tcf quebec", "tcf_quebec"),
        ("toefl 100", "toefl_ibt"),
        ("duolingo english test", "duolingo"),
        ("det 120", "duolingo"),
        ("cambridge c1", "cambridge"),
        ("delf b2", "delf"),
        ("dalf c1", "dalf"),
    ],
)
def test_a_test_is_known_by_its_name_and_variant(message: str, test: str) -> None:
    (fact,) = of_kind(message, "test")
    assert (fact.value["test"], fact.ambiguous) == (test, False)


@pytest.mark.parametrize(
    ("message", "readings"),
    [
        ("ielts", ["ielts_general_training", "ielts_academic"]),
        ("ilets", ["ielts_general_training", "ielts_academic"]),
        ("general manager with ielts", ["ielts_general_training", "ielts_academic"]),
        ("pte", ["pte_core", "pte_academic"]),
        ("tef", ["tef_canada", "tef_non_canada"]),
        ("TCF", ["tcf_canada", "tcf_non_canada"]),
        ("i have celpip and tef canada", ["celpip_general", "tef_canada"]),
    ],
)
def test_a_name_without_its_variant_is_ambiguous_the_accepted_first(message: str, readings: list[str]) -> None:
    fact = of_kind(message, "test")[0]
    assert fact.ambiguous
    assert [reading["test"] for reading in fact.readings] == readings


@pytest.mark.parametrize(
    "message",
    [
        "no test yet",
        "havent given ielts yet",
        "i never took ielts",
        "ielts not done yet",
        "no ielts",
        "i live in cambridge ontario",
        "belts and bells",
    ],
)
def test_a_test_not_taken_is_no_test(message: str) -> None:
    assert named(message) == []


def test_every_test_that_can_be_read_is_known_to_the_law() -> None:
    law = cec.parameters.on(TODAY)
    read_ids = {test for tests in FAMILIES.values() for test in tests}
    read_ids |= {test for variants in VARIANTS.values() for test in variants}
    read_ids |= {test for test, _ in PHRASES}
    assert read_ids <= {*law.accepted_tests, *law.unaccepted_tests}


def test_a_variant_said_once_settles_every_mention() -> None:
    assert named("ielts general in march. ielts listening 8") == ["ielts_general_training"]


@pytest.mark.parametrize(
    "message",
    [
        "is ielts 6 enough",
        "what if i get 7 in speaking",
        "if I get 7",
        "i need 7 in speaking",
        "need clb 7 for teer 1",
        "my wife got 7 in each",
        "how much clb for cook? clb 5?",
        "am i eligible with clb 7",
        "does pte academic count",
        "they said celpip 9 is needed",
    ],
)
def test_questions_wishes_and_other_people_give_no_facts(message: str) -> None:
    assert read(message) == []


def test_a_question_about_ones_own_full_scores_gives_them() -> None:
    message = "am i eligible with celpip l 9 r 8 w 7 s 7"
    assert scores(message) == "9 8 7 7"
    assert named(message) == ["celpip_general"]


def test_what_stands_beside_a_wish_is_read() -> None:
    assert scores("i have 6 in writing but i need 7") == "- - 6 -"


def test_a_span_holds_the_words_it_was_read_from() -> None:
    message = "hi 👋 IELTS Général: écoute 8, lecture 7"
    (fact,) = of_kind(message, "scores")
    assert message[fact.start : fact.end] == "écoute 8, lecture 7"


@settings(max_examples=60, deadline=None)
@given(
    st.permutations(SKILLS),
    st.lists(st.sampled_from(["4", "5.5", "6", "6.5", "7", "8", "9", "10"]), min_size=4, max_size=4),
    st.sampled_from([" ", ": ", " = ", " - ", " is ", ""]),
    st.sampled_from([" ", ", ", " / ", "\n", "; ", " and "]),
    st.booleans(),
)
def test_four_labelled_scores_are_read_in_any_order_and_punctuation(
    order: list[str], values: list[str], link: str, gap: str, label_last: bool
) -> None:
    if label_last:
        told = gap.join(f"{value} {skill}" for skill, value in zip(order, values, strict=True))
    else:
        told = gap.join(f"{skill}{link}{value}" for skill, value in zip(order, values, strict=True))
    expected = dict(zip(order, values, strict=True))
    assert scores(told) == " ".join(expected[skill] for skill in SKILLS)


_LABELS = {
    "listening": ["listening", "L", "lisening", "CO", "écoute"],
    "reading": ["reading", "R", "redaing", "CE", "lecture"],
    "writing": ["writing", "W", "writting", "EE", "écriture"],
    "speaking": ["speaking", "S", "speeking", "EO", "spk"],
}
_BEFORE = ["", "ielts general ", "celpip last june ", "cook since may 2024 40 hrs/week ielts gt "]
_AFTER = [
    "",
    " done in march",
    " march 2026",
    ", working as cook",
    " overall 7",
    " valid till 2027",
]


@settings(max_examples=150, deadline=None)
@given(
    st.permutations(SKILLS),
    st.lists(st.sampled_from(["5", "6", "6.5", "7", "7.5", "8"]), min_size=4, max_size=4),
    st.sampled_from(range(5)),
    st.sampled_from(["{s} {n}", "{n} {s}", "{n} in {s}", "{s}: {n}", "{s} is {n}", "{s} {n}/9"]),
    st.sampled_from([" ", ", ", " / ", "\n", " and ", " | "]),
    st.sampled_from(_BEFORE),
    st.sampled_from(_AFTER),
)
def test_scores_among_other_words_are_never_wrong_in_silence(
    order: list[str], values: list[str], style: int, form: str, gap: str, before: str, after: str
) -> None:
    meant = dict(zip(order, values, strict=True))
    told = gap.join(form.format(s=_LABELS[skill][style], n=meant[skill]) for skill in order)
    for fact in of_kind(before + told + after, "scores"):
        wrong = {skill for skill in fact.value if fact.value[skill] != meant[skill]}
        assert fact.ambiguous or not wrong


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.sampled_from("lrws 0123456789.,/-½+?!clbielts\nall in"), max_size=200))
def test_any_letters_are_read_without_an_error_and_spans_fit(message: str) -> None:
    for fact in read(message):
        assert 0 <= fact.start < fact.end <= len(message)
        assert not fact.readings or (fact.ambiguous and len(fact.readings) >= 2)


@pytest.mark.parametrize("message", ["tef canada c1 in all", "tcf b2 each", "got b1 in writing and b2 in speaking"])
def test_a_european_level_is_no_score(message: str) -> None:
    assert [fact.kind for fact in read(message) if fact.kind in ("scores", "clb", "overall")] == []


def test_a_score_told_as_lower_than_a_figure_is_not_that_figure() -> None:
    assert [fact.ambiguous for fact in of_kind("my speaking is lower than 6", "scores")] == [True]


@pytest.mark.parametrize(
    "message", ["aiming clb 10 in all", "my target clb 9", "expected 8 in all", "would 5.5 in speaking be enough"]
)
def test_levels_that_are_only_aimed_at_or_asked_about_are_not_held(message: str) -> None:
    assert [fact.kind for fact in read(message) if fact.kind in ("scores", "clb")] == []


@pytest.mark.parametrize(
    ("message", "lrws"),
    [
        ("celpip LS the short one with only listening n speaking. 8 in listening 9 speaking", "8 - - 9"),
        ("ielts academic L8 R7 W7 S7 accepted or not??", "8 7 7 7"),
        ("I did self pip general, I got seven in speaking six in everything else", "6 6 6 7"),
    ],
)
def test_skills_named_before_their_scores_and_verdicts_asked_after_them_change_nothing(message: str, lrws: str) -> None:
    assert scores(message) == lrws


def test_a_dictated_celpip_and_a_duolingo_english_test_are_known() -> None:
    assert named("I did self pip general in august") == ["celpip_general"]
    assert [fact.value["overall"] for fact in of_kind("its Duolingo english 125", "overall")] == ["125"]
