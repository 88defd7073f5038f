"""Runs the trained components of a model one after the other."""

from __future__ import annotations

from typing import Any, Final

from rasa.core.agent import Agent
from rasa.engine.graph import GraphNode, GraphSchema
from rasa.engine.runner.dask import DaskGraphRunner


class InOrder:
    """A graph runner for a loaded model. Rasa's has dask plan each run anew, for threads that it does not use."""

    def __init__(self, loaded: DaskGraphRunner) -> None:
        self._schema: Final[GraphSchema] = loaded._graph_schema
        self._nodes: Final[dict[str, GraphNode]] = loaded._instantiated_nodes
        self._plans: Final[dict[tuple[str, ...], list[str]]] = {}

    def run(self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        """What the targets (all that the model has, if none are named) come to. Raises what a component raises."""
        wanted = tuple(targets or self._schema.target_names)
        if wanted not in self._plans:
            self._plans[wanted] = self._plan(wanted)
        done = dict(inputs or {})
        for name in self._plans[wanted]:
            needs = self._schema.nodes[name].needs.values()
            _, done[name] = self._nodes[name](*((need, done[need]) for need in needs))
        return {name: done[name] for name in wanted}

    def _plan(self, targets: tuple[str, ...]) -> list[str]:
        """The nodes that the targets need, each behind those that it needs itself."""
        plan: dict[str, None] = {}

        def put(name: str) -> None:
            if name in self._schema.nodes and name not in plan:
                for need in self._schema.nodes[name].needs.values():
                    put(need)
                plan[name] = None

        for target in targets:
            put(target)
        return list(plan)


def run_in_order(agent: Agent) -> None:
    """Have the agent's model run without dask. Does nothing where no model is loaded."""
    if agent.processor and isinstance(agent.processor.graph_runner, DaskGraphRunner):
        agent.processor.graph_runner = InOrder(agent.processor.graph_runner)
