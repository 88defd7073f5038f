"""Rasa component: the facts of a message as entities with normalized values."""

from __future__ import annotations

import logging
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from nlu.clock import today
from nlu.facts import Fact
from nlu.incidents import describe, new_incident
from nlu.reader import read

logger = logging.getLogger(__name__)

EXTRACTOR = "FactReader"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class FactReader(GraphComponent, EntityExtractorMixin):
    """Emits an entity for each fact: its kind as the entity, its value normalized, its span, its readings."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> FactReader:
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Read each message as of today and add its facts to the entities."""
        for message in messages:
            entities = [as_entity(fact) for fact in self._read(message.get(TEXT) or "")]
            message.set(ENTITIES, message.get(ENTITIES, []) + entities, add_to_output=True)
        return messages

    def _read(self, text: str) -> tuple[Fact, ...]:
        """The facts of a text; none where reading fails, so that the person is asked again and not left alone."""
        try:
            return read(text, today())
        except Exception as error:
            logger.error("incident %s in reading: %s", new_incident(), describe(error))
            return ()


def as_entity(fact: Fact) -> dict[str, Any]:
    """A fact as a Rasa entity; ``as_fact`` in actions.messages turns it back."""
    data = fact.to_dict()
    return {"entity": data.pop("kind"), "extractor": EXTRACTOR, **data}
