"""YAML as the law needs it: dates stay text until a named field reads them, and no key is said
twice.
"""

from __future__ import annotations

from typing import Any, Final

import yaml

try:
    from yaml import CSafeLoader as _SafeLoader
except ImportError:  # PyYAML was built without libyaml
    from yaml import SafeLoader as _SafeLoader  # type: ignore[assignment]

_DEEPEST: Final = 20
_TIMESTAMP: Final = "tag:yaml.org,2002:timestamp"


class _Loader(_SafeLoader):
    """PyYAML takes 2026-02-30 for a date and fails without saying where; here it is text."""

    # As PyYAML declares it, so that mypy knows it again.
    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [(tag, pattern) for tag, pattern in resolvers if tag != _TIMESTAMP]
        for first, resolvers in _SafeLoader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen:
                    raise yaml.constructor.ConstructorError(
                        None, None, f"the key {key.value!r} is there twice", key.start_mark
                    )
                seen.add(key.value)
        return super().construct_mapping(node, deep=deep)


def load(text: str) -> Any:
    """The one document in ``text``.

    Raises yaml.YAMLError; where its ``problem_mark`` is there, it knows the line.
    """
    _refuse_deep_nesting(text)
    try:
        return yaml.load(text, Loader=_Loader)
    except (AttributeError, KeyError, ValueError) as error:
        # What PyYAML lets through for an explicit tag on text that does not fit it: !!int x
        raise yaml.YAMLError(f"a tagged value cannot be read: {error}") from error


def _refuse_deep_nesting(text: str) -> None:
    """libyaml's composer recurses without a limit, and a file of brackets would end the process."""
    depth = 0
    for event in yaml.parse(text, Loader=_SafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                raise yaml.MarkedYAMLError(problem="it is nested too deeply")
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
