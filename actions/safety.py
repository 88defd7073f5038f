"""No action is ever silent: what fails is logged by an id, and the person is told and can go on."""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from nlu.incidents import describe, new_incident

logger = logging.getLogger(__name__)

Events = list[dict[str, Any]]


class SafeAction(Action, ABC):
    """An action whose failure keeps the case as it was.

    The log holds the id that the person sees, the kind of the error and where it happened, and no text of
    the person: messages of exceptions may quote what was typed, so they are left out.
    """

    @abstractmethod
    def name(self) -> str:
        """The name by which domain.yml and the rules call it."""

    @abstractmethod
    def act(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        """Do the work; whatever it raises is a bug."""

    @abstractmethod
    def after_failure(self, tracker: Tracker) -> Events:
        """The events that let the conversation go on after a failure."""

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> Events:
        try:
            return self.act(dispatcher, tracker)
        except Exception as error:
            incident = new_incident()
            logger.error("incident %s in %s: %s", incident, self.name(), describe(error))
            dispatcher.messages.clear()
            dispatcher.utter_message(response="utter_error", incident=incident)
            return self.after_failure(tracker)
