"""One message's features from a fitted TfidfVectorizer, without the checks and matrices that scikit-learn makes."""

from __future__ import annotations

import math
from collections import Counter
from typing import Final

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer


class Grams:
    """The row that `transform` gives for one text: sublinear counts, weighed by rarity, scaled to length one."""

    def __init__(self, fitted: TfidfVectorizer) -> None:
        self._split: Final = fitted.build_analyzer()
        self._columns: Final[dict[str, int]] = fitted.vocabulary_
        self._rarity: Final[NDArray[np.float32]] = fitted.idf_.astype(np.float32)

    def of(self, text: str) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        """The columns that the text fills, and what stands in each."""
        counts = Counter(column for gram in self._split(text) if (column := self._columns.get(gram)) is not None)
        columns = np.fromiter(counts, np.intp, len(counts))
        values = np.fromiter((1 + math.log(count) for count in counts.values()), np.float32, len(counts))
        values *= self._rarity[columns]
        length = float(np.linalg.norm(values))
        return columns, values / length if length else values
