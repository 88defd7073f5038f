"""Rasa's own templated generator, and above it one thing: a reply made of several responses of domain.yml.

An action that has more than one thing to say dispatches ``utter_reply`` with ``parts``; each part names a
response and its variables (interview.reply.Part). The parts are filled one by one and joined to one text, so
that the person gets one bubble and every sentence stays in domain.yml. The law's figures ({required_hours} and
so on) are known to every response.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping, Sequence
from typing import Any, Final

from rasa.core.nlg import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from nlg.card import filled
from nlg.figures import figures
from nlu.clock import today
from nlu.incidents import describe, new_incident
from operating.metrics import count_reply
from stores.keeping import keep_days

logger = logging.getLogger(__name__)

#: The channels, by the name that their messages come in under, that show nothing but text: Rasa shell would print
#: the card as JSON.
TEXT_ONLY: Final = frozenset({"cmdline"})


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

        {"text": ..., "buttons": [...], "custom": {...}}: custom is the card of an answer, where the channel can
        show one.
        """
        slots = {**figures(today()), "keep_days": keep_days(os.environ), **tracker.current_slot_values()}
        parts, card = kwargs.pop("parts", None), kwargs.pop("card", None)
        if parts is not None:
            kwargs["text"] = self._join(parts, slots, output_channel)
            for button in kwargs.get("buttons") or ():
                button["title"] = self._text(button["title"], slots, output_channel)
        found: dict[str, Any] | None = self.generate_from_slots(utter_action, slots, output_channel, **kwargs)
        if parts is not None:
            count_reply(parts, card.get("outcome") if card else None)
        if found is not None and card:
            if tracker.get_latest_input_channel() not in TEXT_ONLY:
                found |= self._custom(card, slots, output_channel)
            # Rasa would keep the unfilled card a second time, in the metadata of the bot's event.
            card.clear()
        return found

    def _custom(self, card: Mapping[str, Any], slots: dict[str, Any], channel: str) -> dict[str, Any]:
        """The card as Rasa's "custom"; nothing where it fails, since the text beside it is the answer."""
        try:
            return {"custom": filled(card, lambda value: self._words(value, slots, channel))}
        except Exception as error:
            logger.error("incident %s in the card: %s", new_incident(), describe(error))
            return {}

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
            response = self.generate_from_slots(value["say"], slots, channel, **variables)
            if response is None:
                raise MissingResponse(value["say"])
            return str(response["text"]).rstrip()
        if isinstance(value, Sequence) and not isinstance(value, str):
            return ", ".join(self._text(item, slots, channel) for item in value)
        return str(value)
