"""The trained model as the server runs it: what comes out is what Rasa's own way of running it gives."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from typing import Any

import pytest
from rasa.core.agent import Agent
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.runner.interface import GraphRunner
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from channels.components import InOrder, run_in_order
from nlu.components.form_policy import FormPolicy
from scripts import ROOT
from scripts.environment import environment

#: A library that Rasa loads still calls it.
pytestmark = pytest.mark.filterwarnings("ignore:the load_module:DeprecationWarning")

LISTEN = ActionExecuted("action_listen")
FORM = [ActionExecuted("case_form"), ActiveLoop("case_form")]


@pytest.fixture(scope="module")
def agent() -> Agent:
    return Agent.load(str(ROOT / "models" / "cec.tar.gz"))


@pytest.fixture(scope="module")
def both(agent: Agent) -> tuple[GraphRunner, GraphRunner]:
    """Rasa's runner of the model, and ours, each able to run it."""
    theirs = agent.processor.graph_runner
    run_in_order(agent)
    return theirs, agent.processor.graph_runner


def said(intent: str) -> UserUttered:
    return UserUttered("...", intent={"name": intent, "confidence": 1.0})


def tracker(domain: Domain, *events: Any) -> DialogueStateTracker:
    return DialogueStateTracker.from_events("somebody", list(events), domain.slots)


@pytest.mark.parametrize(
    "message",
    ["", "hello", "im a line cook since may 2024, 37.5h a week", "does coop count?", "/restart", "\N{COOKIE}"],
)
def test_a_message_is_understood_the_same(both: tuple[GraphRunner, GraphRunner], agent: Agent, message: str) -> None:
    understood = []
    for runner in both:
        agent.processor.graph_runner = runner
        understood.append(asyncio.run(agent.parse_message(message)))
    assert understood[0] == understood[1]
    assert isinstance(both[1], InOrder)


MOMENTS = {
    "at the first message": [LISTEN, said("greet")],
    "when the form opened": [LISTEN, said("greet"), *FORM],
    "at an answer in the form": [LISTEN, said("greet"), *FORM, LISTEN, said("inform")],
    "after an answer in the form": [LISTEN, said("greet"), *FORM, LISTEN, said("inform"), ActionExecuted("case_form")],
    "at a typed command in the form": [LISTEN, said("greet"), *FORM, LISTEN, said("restart")],
    "when the person has stopped": [
        LISTEN, said("greet"), *FORM, LISTEN, said("stop"), ActionExecuted("case_form"), ActiveLoop(None),
    ],
}  # fmt: skip


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_same_action_is_next(agent: Agent, moment: str) -> None:
    domain = agent.domain
    node = next(node for name, node in agent.processor.graph_runner._nodes.items() if "FormPolicy" in name)
    policy = node._component
    assert isinstance(policy, FormPolicy)
    ours = policy.predict_action_probabilities(tracker(domain, *MOMENTS[moment]), domain)
    theirs, _ = RulePolicy._predict(policy, tracker(domain, *MOMENTS[moment]), domain)
    assert ours.probabilities == theirs.probabilities
    assert max(ours.probabilities) == 1.0


def test_a_server_that_has_settled_multiplies_on_one_thread_and_does_not_look_through_what_it_loaded() -> None:
    code = (
        "import gc, numpy; from threadpoolctl import threadpool_info; from operating.steady import settle; settle();"
        "print({pool['num_threads'] for pool in threadpool_info()}, gc.get_freeze_count() > 10_000)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "{1} True"
