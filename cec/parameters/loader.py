"""Reads the dated data of the law, and refuses what an editor could get wrong without noticing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

import yaml

from cec import yaml_text

T = TypeVar("T")
_DAY: Final = timedelta(days=1)
_ISO_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CITATION_KEYS: Final = ("title", "provision", "url")
_VALUE_KEYS: Final = ("valid_from", "valid_to", "value", "citation", "last_verified")


class ParameterError(Exception):
    """A parameter file cannot be used: names the file and the key, and says what to mend."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a figure stands: the title of the source, the place in it, its address."""

    title: str
    provision: str
    url: str


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """A value and the days on which it holds, both included; None is open.

    last_verified: the day on which the value was last held against its source.
    """

    valid_from: date | None
    valid_to: date | None
    value: T
    citation: Citation
    last_verified: date
    note: str | None = None

    def holds_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Parameter(Generic[T]):
    """One figure of the law through time, oldest value first, without overlap or gap."""

    id: str
    description: str
    unit: str
    values: tuple[Dated[T], ...]

    def on(self, day: date) -> Dated[T]:
        """The value that holds on ``day``. Raises LookupError before the first one."""
        for value in reversed(self.values):
            if value.holds_on(day):
                return value
        raise LookupError(f"{self.id} is not known for {day}")


def read(path: Path) -> Mapping[str, Any]:
    """The mapping that the YAML file holds."""
    try:
        content = yaml_text.load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ParameterError(f"{path}: cannot be read ({error}); restore the file") from error
    except yaml.YAMLError as error:
        raise ParameterError(f"{path}: is not valid YAML: {' '.join(str(error).split())}") from error
    return mapping(content, f"{path}: the file")


def parameter(path: Path, check: Callable[[Any, str], T], extra: tuple[str, ...] = ()) -> Parameter[T]:
    """The parameter in ``path``; ``check(value, place)`` turns a raw value into T or raises
    ParameterError.

    extra: keys of the file beside the usual ones, which the caller reads.
    """
    content = read(path)
    keys(content, f"{path}", required=("description", "unit", "values", *extra))
    raw = content["values"]
    if not isinstance(raw, list) or not raw:
        raise ParameterError(f"{path}: values: must be a list of at least one dated value")
    values = tuple(_dated(item, f"{path}: values[{i}]", check) for i, item in enumerate(raw))
    _refuse_overlaps_and_gaps(values, path)
    description = text(content["description"], f"{path}: description")
    return Parameter(path.stem, description, text(content["unit"], f"{path}: unit"), values)


def keys(
    content: Mapping[str, Any],
    place: str,
    required: tuple[str, ...],
    optional: tuple[str, ...] = (),
) -> None:
    """Raises ParameterError unless ``content`` has every required key and no unknown one."""
    for key in content:
        if key not in required and key not in optional:
            allowed = ", ".join((*required, *optional))
            raise ParameterError(f"{place}: {key}: is not a known key; use one of {allowed}")
    for key in required:
        if key not in content:
            raise ParameterError(f"{place}: {key}: is missing; add it")


def mapping(value: Any, place: str) -> Mapping[Any, Any]:
    if not isinstance(value, dict):
        raise ParameterError(f"{place}: must be a mapping of keys to values")
    return value


def text(value: Any, place: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ParameterError(f"{place}: must be text that is not empty")
    return value.strip()


def _dated(item: Any, place: str, check: Callable[[Any, str], T]) -> Dated[T]:
    content = mapping(item, place)
    keys(content, place, _VALUE_KEYS, optional=("note",))
    cited = mapping(content["citation"], f"{place}.citation")
    keys(cited, f"{place}.citation", _CITATION_KEYS)
    citation = Citation(*(text(cited[key], f"{place}.citation.{key}") for key in _CITATION_KEYS))
    if not citation.url.startswith("https://"):
        raise ParameterError(f"{place}.citation.url: must be the https address of the source")
    return Dated(
        _day_or_open(content["valid_from"], f"{place}.valid_from"),
        _day_or_open(content["valid_to"], f"{place}.valid_to"),
        check(content["value"], f"{place}.value"),
        citation,
        _day(content["last_verified"], f"{place}.last_verified"),
        text(content["note"], f"{place}.note") if "note" in content else None,
    )


def _day(value: Any, place: str) -> date:
    if isinstance(value, str) and _ISO_DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass  # a day such as 2026-02-30: said below like any other text that is no day
    raise ParameterError(f"{place}: must be a day written as YYYY-MM-DD, not {value!r}")


def _day_or_open(value: Any, place: str) -> date | None:
    return None if value is None else _day(value, place)


def _refuse_overlaps_and_gaps(values: tuple[Dated[Any], ...], path: Path) -> None:
    for i, value in enumerate(values):
        if value.valid_from and value.valid_to and value.valid_to < value.valid_from:
            raise ParameterError(f"{path}: values[{i}].valid_to: is before valid_from; swap or correct them")
    for i, (older, newer) in enumerate(pairwise(values), start=1):
        place = f"{path}: values[{i}].valid_from"
        if older.valid_to is None or newer.valid_from is None:
            raise ParameterError(f"{place}: overlaps the value before; close that one with valid_to")
        expected = older.valid_to + _DAY
        if newer.valid_from < expected:
            raise ParameterError(f"{place}: overlaps the value before; use {expected}")
        if newer.valid_from > expected:
            raise ParameterError(f"{place}: leaves a gap after the value before; use {expected}")
    if values[-1].valid_to is not None:
        place = f"{path}: values[{len(values) - 1}].valid_to"
        advice = "add the value that follows"
        raise ParameterError(f"{place}: the last value must stay open (null); {advice}")
