"""Rasa's own templated generator, and above it one thing: a reply made of several responses of domain.yml.

An action that has more than one thing to say dispatches ``utter_reply`` with ``parts``; each part names a
response and its variables (interview.reply.Part). The parts are filled one by one and joined to one text, so
that the person gets one bubble and every sentence stays in domain.yml. The law's figures ({required_hours} and
so on) are known to every response.
"""

from __future__ import annotations

import asyncio
import logging
import os
import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.core.nlg.generator import ResponseVariationFilter
from rasa.core.nlg.interpolator import interpolate_text
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from nlg.card import Words, as_bars, filled, filled_report, report_as_text
from nlg.figures import figures
from nlu.clock import today
from nlu.incidents import describe, new_incident
from operating.metrics import count_reply
from stores.keeping import keep_days

logger = logging.getLogger(__name__)

#: The channels, by the name that their messages come in under, that show nothing but text: Rasa shell would print
#: the card as JSON.
TEXT_ONLY: Final = frozenset({"cmdline"})


Show = Callable[[Mapping[str, Any], Mapping[str, Any], Words], dict[str, Any]]
#: What stands beside a text, by the name under which an action dispatches it: as data, and in text.
_AS_DATA: Final[Mapping[str, Show]] = {
    "card": lambda message, card, words: {"custom": filled(card, words)},
    "report": lambda message, report, words: {"custom": filled_report(report, words)},
}
_AS_TEXT: Final[Mapping[str, Show]] = {
    "card": lambda message, card, words: {"text": f"{message['text']}\n\n{as_bars(card, words)}"},
    "report": lambda message, report, words: {"text": f"{message['text']}\n\n{report_as_text(report, words)}"},
}


#: What holds a variation of a response to some channel or moment.
_HELD_TO: Final = frozenset(("condition", "channel"))


class MissingResponse(KeyError):
    """A part names a response that domain.yml does not have: a bug, found by tests/test_domain.py."""


class Composer(TemplatedNaturalLanguageGenerator):
    """Fills responses from domain.yml, alone or as parts of one reply."""

    def __init__(self, endpoint_config: EndpointConfig | None = None, domain: Domain | None = None) -> None:
        super().__init__(domain.responses if domain else {})

    async def generate(
        self,
        utter_action: str,
        tracker: DialogueStateTracker,
        output_channel: str,
        **kwargs: Any,
    ) -> dict[str, Any] | None:
        """One response as Rasa's message dictionary; None if there is none.

        {"text": ..., "buttons": [...], "custom": {...}}: custom is the card of an answer or the report, where the
        channel can show one; else both come as text.
        """
        slots = {**figures(today()), "keep_days": keep_days(os.environ), **tracker.current_slot_values()}
        parts = kwargs.pop("parts", None)
        beside = {name: kwargs.pop(name) for name in ("card", "report") if kwargs.get(name)}
        if parts is not None:
            kwargs["text"] = self._join(parts, slots, output_channel)
            for button in kwargs.get("buttons") or ():
                button["title"] = self._text(button["title"], slots, output_channel)
            count_reply(parts, beside.get("card", {}).get("outcome"))
        found: dict[str, Any] | None = self.generate_from_slots(utter_action, slots, output_channel, **kwargs)
        if found is None:
            return None
        for name, tree in beside.items():
            show = _AS_TEXT if tracker.get_latest_input_channel() in TEXT_ONLY else _AS_DATA
            found |= await self._shown(show[name], found, tree, slots, output_channel)
            # Rasa would keep the unfilled tree a second time, in the metadata of the bot's event.
            tree.clear()
        return found

    async def _shown(
        self, show: Show, message: Mapping[str, Any], tree: Mapping[str, Any], slots: dict[str, Any], channel: str
    ) -> dict[str, Any]:
        """What a tree adds to the message; nothing where it fails, since the text beside it is the answer.

        It is set and drawn in a thread of its own: others go on talking meanwhile.
        """

        def words(value: Mapping[str, Any]) -> str:
            return self._words(value, slots, channel)

        try:
            added: dict[str, Any] = await asyncio.get_running_loop().run_in_executor(None, show, message, tree, words)
            return added
        except Exception as error:
            logger.error("incident %s beside the text: %s", new_incident(), describe(error))
            return {}

    def _random_response_for(
        self, utter_action: str, output_channel: str, filled_slots: dict[str, Any]
    ) -> dict[str, Any] | None:
        """One of the response's variations for the channel. Rasa's own makes an array of them to choose from."""
        variations = self.responses.get(utter_action) or ()
        if len(variations) < 2 and not any(_HELD_TO.intersection(variation) for variation in variations):
            return next(iter(variations), None)
        fitting = ResponseVariationFilter(self.responses).responses_for_utter_action(
            utter_action, output_channel, filled_slots
        )
        return random.choice(fitting) if fitting else None

    def _words(self, value: Mapping[str, Any], slots: dict[str, Any], channel: str) -> str:
        if "join" in value:
            return self._join(value["join"], slots, channel)
        return self._text(value, slots, channel)

    def _join(self, parts: Sequence[Mapping[str, Any]], slots: dict[str, Any], channel: str) -> str:
        text = ""
        for part in parts:
            words = self._text(part, slots, channel)
            if words:
                between = "\n" if part.get("own_line") else " "
                text += (between if text else "") + words
        return text

    def _text(self, value: Any, slots: dict[str, Any], channel: str) -> str:
        if isinstance(value, Mapping):
            variables = {key: self._text(v, slots, channel) for key, v in value["with"].items()}
            response = self._random_response_for(value["say"], channel, slots)
            if response is None:
                raise MissingResponse(value["say"])
            text = str(response["text"])
            return (interpolate_text(text, slots | variables) if "{" in text else text).rstrip()
        if isinstance(value, Sequence) and not isinstance(value, str):
            return ", ".join(self._text(item, slots, channel) for item in value)
        return str(value)
