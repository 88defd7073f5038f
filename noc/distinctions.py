"""What sets apart the unit groups that people confuse, and the one question that decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from noc.groups import unit_groups
from noc.tables import DATA, DataError, mapping


@dataclass(frozen=True, slots=True)
class Distinction:
    """Two or more unit groups that are confused.

    difference: what sets them apart, a sentence. question: the one question that decides.
    answers: code -> the answer in the person's words that means this group, in the order asked for.
    """

    difference: str
    question: str
    answers: Mapping[str, str]

    @property
    def teers(self) -> Mapping[str, int]:
        """The TEER that follows from each answer, by code."""
        return {code: unit_groups()[code].teer for code in self.answers}


def distinction(codes: Iterable[str]) -> Distinction | None:
    """What decides between all of these codes; None where no distinction covers them."""
    wanted = tuple(dict.fromkeys(codes))
    if len(wanted) < 2:
        return None
    fitting = [known for known in distinctions() if known.answers.keys() >= set(wanted)]
    if not fitting:
        return None
    best = min(fitting, key=lambda known: len(known.answers))
    return Distinction(best.difference, best.question, {code: best.answers[code] for code in wanted})


def confused_with(code: str) -> tuple[str, ...]:
    """The unit groups that people confuse with this one, those of the closest distinctions first."""
    fitting = sorted((known for known in distinctions() if code in known.answers), key=lambda known: len(known.answers))
    return tuple(dict.fromkeys(other for known in fitting for other in known.answers if other != code))


@cache
def distinctions() -> tuple[Distinction, ...]:
    """All distinctions. Raises DataError where the file is wrong."""
    path = DATA / "distinctions.yml"
    found = []
    for name, entry in mapping(path).items():
        if set(entry) != {"difference", "question", "answers"}:
            raise DataError(f"{path}: {name}: should hold difference, question and answers, and nothing else")
        answers = {str(code): str(answer) for code, answer in entry["answers"].items()}
        unknown = [code for code in answers if code not in unit_groups()]
        if unknown or len(answers) < 2:
            raise DataError(f"{path}: {name}: answers should name two or more codes of NOC 2021, not {unknown}")
        found.append(Distinction(entry["difference"], entry["question"], answers))
    return tuple(found)
