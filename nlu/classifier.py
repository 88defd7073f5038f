"""Which intent, and which question topic, a message has: a linear model over words, letters, vectors, facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.process import extractOne
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

from nlu.facts import KINDS
from nlu.text import Text
from nlu.vectors import WordVectors

#: Weights of the feature groups and the penalty of the model, found on the part of the data for development.
WORDS, LETTERS, VECTORS, FACTS = 1.0, 1.0, 1.0, 0.5
PENALTY = 1.0
#: How sharply a lead over the other labels turns into confidence: found so that confidence .5 is right half the time.
SHARPNESS = 3.0

#: How alike a word must be to one that was learned, 0 to 100, to count as known.
_ALIKE = 75.0
FALLBACK = "nlu_fallback"
#: A message is looked at up to here, in letters; nobody asks a question in more.
_LONGEST = 2000

_YES = re.compile("[\N{THUMBS UP SIGN}\N{WHITE HEAVY CHECK MARK}\N{OK HAND SIGN}\N{HEAVY CHECK MARK}]")
_NO = re.compile("[\N{THUMBS DOWN SIGN}\N{CROSS MARK}]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?|#+|[?]")


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
    """The words of a normalised message; figures as "#", question marks kept."""
    return _TOKEN.findall(normalise(message[:_LONGEST]))


class Classifier:
    """A linear support vector machine over full intents. Fit once, then ask for the likeliest labels."""

    def __init__(self, vectors: WordVectors) -> None:
        self._vectors = vectors
        self._words = TfidfVectorizer(tokenizer=tokens, token_pattern=None, ngram_range=(1, 2), sublinear_tf=True)
        self._letters = TfidfVectorizer(
            preprocessor=normalise, analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True, min_df=2
        )
        self._model = LinearSVC(C=PENALTY)
        self._idf: dict[str, float] = {}

    def fit(self, examples: Sequence[Example], labels: Sequence[str]) -> None:
        """Learn from messages and their full intents."""
        texts = [example.text for example in examples]
        self._words.fit(texts)
        self._letters.fit(texts)
        self._set_idf()
        self._model.fit(self._features(examples), labels)

    def guess(self, example: Example, most: int = 5) -> list[Guess]:
        """The likeliest full intents, best first; FALLBACK alone where no word is like one that was learned."""
        if not self._knows(example):
            return [Guess(FALLBACK, 1.0)]
        margins = self._model.decision_function(self._features([example]))[0]
        shares = np.exp(SHARPNESS * (margins - margins.max()))
        shares /= shares.sum()
        best = np.argsort(-shares)[:most]
        return [Guess(str(self._model.classes_[i]), float(shares[i])) for i in best]

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
        return {"words": self._words, "letters": self._letters, "model": self._model}

    @classmethod
    def from_state(cls, state: dict[str, Any], vectors: WordVectors) -> Classifier:
        """A fitted classifier from what ``to_state`` gave."""
        classifier = cls(vectors)
        classifier._words, classifier._letters = state["words"], state["letters"]
        classifier._model = state["model"]
        classifier._set_idf()
        return classifier

    def _set_idf(self) -> None:
        names = self._words.get_feature_names_out()
        self._idf = {name: float(idf) for name, idf in zip(names, self._words.idf_, strict=True) if " " not in name}

    def _features(self, examples: Sequence[Example]) -> csr_matrix:
        texts = [example.text for example in examples]
        rarest = max(self._idf.values(), default=1.0)
        means = [self._vectors.mean(tokens(text), self._idf, rarest) for text in texts]
        kinds = [[float(kind in example.kinds) for kind in KINDS] for example in examples]
        return hstack(
            [
                WORDS * self._words.transform(texts),
                LETTERS * self._letters.transform(texts),
                csr_matrix(VECTORS * np.array(means)),
                csr_matrix(FACTS * np.array(kinds)),
            ],
            format="csr",
        )
