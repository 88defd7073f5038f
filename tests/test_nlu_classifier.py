"""What a message is for: the classifier on a small set of messages of its own."""

from __future__ import annotations

import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from nlu.classifier import FALLBACK, Classifier, Example
from nlu.grams import Grams
from nlu.vectors import word_vectors

MESSAGES = {
    "affirm": ("yes", "yes correct", "thats right", "oui", "是的"),
    "deny": ("no", "nope", "none of these", "non", "不是"),
    "inform": ("40 hours", "35.5", "i am a cook", "30 hours a week", "line cook in calgary"),
    "correct": ("not cook, baker", "not 40 hours, 35", "not june, july"),
    "faq/co_op": ("does my co-op count", "is co-op accepted", "coop hours count?"),
    "faq/funds": ("do i need to show money", "is proof of funds needed", "how much money in bank?"),
}


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    fitted = Classifier(word_vectors())
    pairs = [(Example(text), label) for label, texts in MESSAGES.items() for text in texts]
    fitted.fit([example for example, _ in pairs], [label for _, label in pairs])
    return fitted


def label(classifier: Classifier, text: str, *kinds: str) -> str:
    return classifier.guess(Example(text, frozenset(kinds)))[0].label


@pytest.mark.parametrize("text", ["", "   ", "...", "?!", "😀", "xkqzvw", "zzxxqqjj wwvvkk"])
def test_a_message_without_a_known_word_falls_back(classifier: Classifier, text: str) -> None:
    assert label(classifier, text) == FALLBACK


def test_a_misspelt_word_is_still_known(classifier: Classifier) -> None:
    assert label(classifier, "corect") == "affirm"


def test_a_message_with_facts_never_falls_back(classifier: Classifier) -> None:
    assert label(classifier, "mmxxvv", "date") != FALLBACK


@pytest.mark.parametrize("text", ["👍", "👍🏽", "✅", "👌"])
def test_a_raised_thumb_is_yes(classifier: Classifier, text: str) -> None:
    assert label(classifier, text) == "affirm"


@pytest.mark.parametrize("text", ["👎", "❌"])
def test_a_lowered_thumb_is_no(classifier: Classifier, text: str) -> None:
    assert label(classifier, text) == "deny"


@pytest.mark.parametrize(
    ("text", "wanted"), [("Oui", "affirm"), ("NON.", "deny"), ("是的", "affirm"), ("不是", "deny")]
)
def test_other_languages_and_scripts_are_words_too(classifier: Classifier, text: str, wanted: str) -> None:
    assert label(classifier, text) == wanted


def test_a_question_comes_with_its_topic(classifier: Classifier) -> None:
    assert label(classifier, "will they count my co-op?") == "faq/co_op"
    assert label(classifier, "must i have money in my bank") == "faq/funds"


def test_the_figure_itself_does_not_matter(classifier: Classifier) -> None:
    one, other = (classifier.guess(Example(text, frozenset({"hours"}))) for text in ("37.5 hours", "9 hours"))
    assert one == other
    assert one[0].label == "inform"


def test_how_a_message_begins_matters(classifier: Classifier) -> None:
    assert label(classifier, "not welder, plumber") == "correct"


def test_guesses_come_best_first_with_probabilities(classifier: Classifier) -> None:
    guesses = classifier.guess(Example("do i need to show money"), most=3)
    assert guesses[0].label == "faq/funds"
    confidences = [guess.confidence for guess in guesses]
    assert confidences == sorted(confidences, reverse=True)
    assert 0 < sum(confidences) <= 1


def test_what_was_learned_survives_being_stored(classifier: Classifier) -> None:
    again = Classifier.from_state(classifier.to_state(), word_vectors())
    for text in ("yes", "is co-op accepted", "40 hours a week", "qqqq"):
        assert again.guess(Example(text)) == classifier.guess(Example(text))


@pytest.mark.parametrize("text", ["line cook in calgary", "hours hours and hours again", "nothing of it", "", "oui"])
def test_a_message_is_weighed_as_it_was_in_training(text: str) -> None:
    vectorizer = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    vectorizer.fit([each for texts in MESSAGES.values() for each in texts])
    expected = vectorizer.transform([text]).toarray()[0]
    columns, values = Grams(vectorizer).of(text)
    assert dict(zip(columns.tolist(), values.tolist(), strict=True)) == pytest.approx(
        {column: value for column, value in enumerate(expected) if value}
    )
