"""Rasa's calls to the action servers: small, on connections that stay open, and never ending in silence.

Rasa sends the whole conversation with every call, over a new connection; our actions read the slots and the latest
message. And where a call fails, Rasa loses the turn without a word to anybody.
"""

from __future__ import annotations

import asyncio
import itertools
import logging
from typing import Any, Final
from urllib.parse import urlsplit

import aiohttp
from rasa.core.actions.action import RemoteAction
from rasa.utils.endpoints import EndpointConfig

from nlu.incidents import describe, new_incident
from operating import metrics

logger = logging.getLogger(__name__)

#: What of a tracker's JSON our actions read (actions/).
_READ: Final = ("sender_id", "slots", "latest_message", "active_loop", "paused", "followup_action")
_SECONDS_A_CALL: Final = 3.0  # the longest turn takes a tenth of that
_SECONDS_IN_ALL: Final = 7.0
_SECONDS_BETWEEN: Final = 0.2


class ActionServers(EndpointConfig):
    """One or several action servers: a call goes to one of them, and to the next where that fails.

    Calling twice does no harm, as actions only compute. Where none answers, the answer is made here: the person is
    told, and the conversation stays as it was.
    """

    def __init__(self, urls: str, **kwargs: Any) -> None:
        """urls: addresses with commas or spaces between them."""
        self._urls = urls.replace(",", " ").split()
        self._next = itertools.cycle(range(len(self._urls)))
        self._session: aiohttp.ClientSession | None = None
        for url in self._urls:
            metrics.expect_calls(_server(url))
        super().__init__(self._urls[0], **kwargs)

    @classmethod
    def like(cls, endpoint: EndpointConfig) -> ActionServers:
        """The servers that an endpoint of endpoints.yml names."""
        return cls(str(endpoint.url), **endpoint.kwargs)

    async def request(
        self,
        method: str = "post",
        subpath: str | None = None,
        content_type: str | None = "application/json",
        compress: bool = False,
        **kwargs: Any,
    ) -> Any:
        """The answer of an action server to a call of Rasa's RemoteAction."""
        call = kwargs["json"]
        small = {**call, "tracker": {**{key: call["tracker"].get(key) for key in _READ}, "events": []}}
        try:
            answer = await asyncio.wait_for(self._ask(small), _SECONDS_IN_ALL)
        except asyncio.TimeoutError:
            incident = new_incident()
            logger.error("incident %s: no action server has answered", incident)
            answer = _sorry(call, incident)
        if _apologises(answer):
            metrics.apologised()
        return answer

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()

    async def _ask(self, call: dict[str, Any]) -> Any:
        while True:
            try:
                return await self._ask_one(self._urls[next(self._next)], call)
            except (aiohttp.ClientError, asyncio.TimeoutError) as problem:
                logger.warning("an action server did not answer: %s", describe(problem))
            await asyncio.sleep(_SECONDS_BETWEEN)

    async def _ask_one(self, url: str, call: dict[str, Any]) -> Any:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=_SECONDS_A_CALL))
        with metrics.action_call(_server(url)) as ending:
            async with self._session.post(url, json=call, raise_for_status=True) as response:
                answer = _checked(await response.json())
            if _apologises(answer):
                ending.result = "apologised"
            return answer


def spare_the_schema() -> None:
    """Leave out Rasa's check of each answer, which also checks its own schema anew each time: 14 % of a turn.

    What it is for is done by _checked, and by the events' own types.
    """
    RemoteAction._validate_action_result = lambda *_: True


def _checked(answer: Any) -> dict[str, Any]:
    """The answer, if it has the shape that Rasa reads. Raises aiohttp.ClientPayloadError."""
    if isinstance(answer, dict):
        events, responses = answer.get("events", []), answer.get("responses", [])
        if isinstance(events, list) and isinstance(responses, list):
            named = all(isinstance(event, dict) and isinstance(event.get("event"), str) for event in events)
            if named and all(isinstance(response, dict) for response in responses):
                return answer
    raise aiohttp.ClientPayloadError("no answer of an action")


def _server(url: str) -> str:
    """The host and port of an action server, and nothing else that its address may hold."""
    return urlsplit(url).netloc.rpartition("@")[2]


def _apologises(answer: dict[str, Any]) -> bool:
    """Whether an answer tells the person that an action failed."""
    return any(response.get("response") == "utter_error" for response in answer.get("responses", []))


def _sorry(call: dict[str, Any], incident: str) -> dict[str, Any]:
    """What actions/safety.py answers where an action fails."""
    slots = call["tracker"]["slots"]
    events: list[dict[str, Any]] = [
        {"event": "slot", "name": "case", "value": slots.get("case")},
        {"event": "slot", "name": "requested_slot", "value": slots.get("requested_slot") or "begin"},
    ]
    if call["next_action"] == "action_session_start":
        return {
            "events": [{"event": "session_started"}, *events[:1], {"event": "action", "name": "action_listen"}],
            "responses": [],
        }
    if not call["next_action"].startswith("validate_"):
        events.append({"event": "followup", "name": "action_listen"})
    return {"events": events, "responses": [{"response": "utter_error", "incident": incident}]}
