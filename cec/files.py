"""Case files: from bytes to plain data, or to a refusal that says what is there instead."""

from __future__ import annotations

import json
from typing import Any

import yaml

from cec import yaml_text
from cec.case import CaseError

_WHOLE = "case"


def read_case_file(content: bytes) -> Any:
    """The data of a case file, YAML or JSON. Raises CaseError("case", ...) where it is neither."""
    text = _text(content)
    if not text.strip():
        raise CaseError(_WHOLE, "is empty: a case is a mapping of fields, such as 'jobs: []'")
    try:
        return _json_or_yaml(text)
    except yaml.YAMLError as error:
        raise _not_yaml(error) from error
    except (RecursionError, ValueError):
        raise CaseError(_WHOLE, "holds nesting or a number that no case has") from None


def read_case_line(content: bytes) -> Any:
    """The data of one line of JSON. Raises CaseError("case", ...) where it is none."""
    text = _text(content)
    if not text.strip():
        raise CaseError(_WHOLE, "is an empty line; each line must be one case in JSON")
    try:
        return json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise CaseError(_WHOLE, f"is not JSON: {error.msg} at column {error.colno}") from error
    except (RecursionError, ValueError):
        raise CaseError(_WHOLE, "holds nesting or a number that no case has") from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise CaseError(_WHOLE, f"is ambiguous: the key {twice!r} is there twice")
    return found


def _text(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CaseError(_WHOLE, "is not text in UTF-8; a case is a YAML or JSON file") from None
    if "\0" in text:
        raise CaseError(_WHOLE, "is a binary file; a case is a YAML or JSON file")
    return text


def _json_or_yaml(text: str) -> Any:
    if text.lstrip().startswith("{"):
        try:
            return json.loads(text, object_pairs_hook=_once)
        except json.JSONDecodeError:
            pass  # {a: 1} is no JSON, but YAML
    return yaml_text.load(text)


def _not_yaml(error: yaml.YAMLError) -> CaseError:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "it cannot be read"
    place = f" (line {mark.line + 1}, column {mark.column + 1})" if mark else ""
    return CaseError(_WHOLE, f"is not valid YAML: {problem}{place}")
