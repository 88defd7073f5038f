"""Which intent, and which question topic, a message has: a linear model over words, letters, vectors, facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.process import extractOne
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

from nlu.facts import KINDS
from nlu.grams import Grams
from nlu.text import Text
from nlu.vectors import WordVectors

#: Weights of the feature groups and the penalty of the models, found by cross-validation.
WORDS, LETTERS, VECTORS, FACTS = 1.0, 1.0, 1.0, 0.7
PENALTY = 0.7
#: The share of the plain intents in the margin of a full one: a question nobody foresaw has no topic that stands out.
PLAIN = 0.5
#: How sharply a lead over the other labels turns into confidence: found so that it is likeliest under cross-validation.
SHARPNESS = 4.0

#: How alike a word must be to one that was learned, 0 to 100, to count as known.
_ALIKE = 75.0
FALLBACK = "nlu_fallback"
#: A message is looked at up to here, in letters; nobody asks a question in more.
_LONGEST = 2000

_YES = re.compile("[\N{THUMBS UP SIGN}\N{WHITE HEAVY CHECK MARK}\N{OK HAND SIGN}\N{HEAVY CHECK MARK}]")
_NO = re.compile("[\N{THUMBS DOWN SIGN}\N{CROSS MARK}]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
#: Words of any script; Chinese and Japanese put no spaces between theirs, so each sign is one.
_TOKEN = re.compile(r"[\u3040-\u9fff]|[^\W\d_\u3040-\u9fff]+(?:'[^\W\d_]+)?|#+|[?]")
#: Stand for the ends of a message, so that "not ..." and "... not" differ.
_START, _END = "<", ">"


@dataclass(frozen=True, slots=True)
class Example:
    """A message with the kinds of the facts read from it."""

    text: str
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Guess:
    """A full intent ("inform", "faq/co_op") and its probability, 0 to 1."""

    label: str
    confidence: float


def normalise(message: str) -> str:
    """A message with every figure as "#" and a raised thumb as yes: what was said, not how much."""
    return _NUMBER.sub(" # ", Text.of(_NO.sub(" no ", _YES.sub(" yes ", message))).folded)


def tokens(message: str) -> list[str]:
    """The words of a message; figures as "#", question marks kept."""
    return _words_of(normalise(message[:_LONGEST]))


def _words_of(normal: str) -> list[str]:
    return _TOKEN.findall(normal)


def _between_ends(normal: str) -> list[str]:
    return [_START, *_words_of(normal), _END]


class Classifier:
    """Linear support vector machines over full and plain intents. Fit once, then ask for the likeliest labels."""

    def __init__(self, vectors: WordVectors) -> None:
        self._vectors = vectors
        # Both are given normalised messages.
        self._words = TfidfVectorizer(
            tokenizer=_between_ends,
            token_pattern=None,
            lowercase=False,
            ngram_range=(1, 2),
            sublinear_tf=True,
            dtype=np.float32,
        )
        self._letters = TfidfVectorizer(
            lowercase=False,
            analyzer="char_wb",
            ngram_range=(2, 4),
            sublinear_tf=True,
            min_df=2,
            dtype=np.float32,
        )
        self._grams: tuple[Grams, ...] = ()
        self._idf: dict[str, float] = {}
        self._rarest = 1.0
        self._labels: list[str] = []
        self._weights: list[NDArray[np.float32]] = []
        self._bias: NDArray[np.float32] = np.zeros(0, np.float32)

    def fit(self, examples: Sequence[Example], labels: Sequence[str]) -> None:
        """Learn from messages and their full intents, three different ones or more."""
        normal = [normalise(example.text[:_LONGEST]) for example in examples]
        self._words.fit(normal)
        self._letters.fit(normal)
        self._set_up()
        groups = self._features(examples)
        features = hstack(groups, format="csr")
        full = LinearSVC(C=PENALTY).fit(features, labels)
        plain = LinearSVC(C=PENALTY).fit(features, [_plain(label) for label in labels])
        of_label = np.searchsorted(plain.classes_, [_plain(label) for label in full.classes_])
        self._labels = [str(label) for label in full.classes_]
        # Two machines that are linear in the same features are one. A row for each feature: a message picks its rows.
        weights = np.ascontiguousarray((full.coef_ + PLAIN * plain.coef_[of_label]).T, np.float32)
        self._weights = np.split(weights, np.cumsum([group.shape[1] for group in groups])[:-1])
        self._bias = (full.intercept_ + PLAIN * plain.intercept_[of_label]).astype(np.float32)

    def guess(self, example: Example, most: int = 5) -> list[Guess]:
        """The likeliest full intents, best first; FALLBACK alone where no word is like one that was learned."""
        if not self._knows(example):
            return [Guess(FALLBACK, 1.0)]
        margins = self._margins(example)
        shares = np.exp(SHARPNESS * (margins - margins.max()))
        shares /= shares.sum()
        best = np.argsort(-shares)[:most]
        return [Guess(self._labels[i], float(shares[i])) for i in best]

    def _margins(self, example: Example) -> NDArray[np.float32]:
        """By how much each label is likelier than not: what the one example's `_features` come to."""
        normal = normalise(example.text[:_LONGEST])
        *of_grams, of_rest = self._weights
        margins: NDArray[np.float32] = self._bias + self._rest([normal], [example])[0] @ of_rest
        for weight, grams, rows in zip((WORDS, LETTERS), self._grams, of_grams, strict=True):
            columns, values = grams.of(normal)
            margins += weight * (values @ rows[columns])
        return margins

    def _knows(self, example: Example) -> bool:
        words = [word for word in tokens(example.text[:_LONGEST]) if word != "?"]
        if example.kinds or any(word in self._idf for word in words):
            return True
        return any(
            len(word) > 2 and extractOne(word, self._idf.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
            for word in words[:5]
        )

    def to_state(self) -> dict[str, Any]:
        """What was learned, without the vectors, to be stored with the model."""
        return {
            "words": self._words,
            "letters": self._letters,
            "labels": self._labels,
            "weights": self._weights,
            "bias": self._bias,
        }

    @classmethod
    def from_state(cls, state: dict[str, Any], vectors: WordVectors) -> Classifier:
        """A fitted classifier from what ``to_state`` gave."""
        classifier = cls(vectors)
        classifier._words, classifier._letters = state["words"], state["letters"]
        classifier._labels = state["labels"]
        classifier._weights, classifier._bias = state["weights"], state["bias"]
        classifier._set_up()
        return classifier

    def _set_up(self) -> None:
        """What follows from the fitted vectorizers."""
        self._grams = Grams(self._words), Grams(self._letters)
        names = self._words.get_feature_names_out()
        self._idf = {name: float(idf) for name, idf in zip(names, self._words.idf_, strict=True) if " " not in name}
        self._rarest = max(self._idf.values(), default=1.0)

    def _features(self, examples: Sequence[Example]) -> tuple[csr_matrix, csr_matrix, NDArray[np.float32]]:
        """Words, letters, and the meaning with the kinds of facts: a row for each message."""
        normal = [normalise(example.text[:_LONGEST]) for example in examples]
        return (
            WORDS * self._words.transform(normal),
            LETTERS * self._letters.transform(normal),
            self._rest(normal, examples),
        )

    def _rest(self, normal: Sequence[str], examples: Sequence[Example]) -> NDArray[np.float32]:
        means = [self._vectors.mean(_words_of(text), self._idf, self._rarest) for text in normal]
        kinds = [[kind in example.kinds for kind in KINDS] for example in examples]
        return np.hstack([VECTORS * np.array(means, np.float32), FACTS * np.array(kinds, np.float32)])


def _plain(label: str) -> str:
    return label.partition("/")[0]
