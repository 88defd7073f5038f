"""Rasa component: intent and question topic of a message, in the form that Rasa's own components give them."""

from __future__ import annotations

from typing import Any

import joblib
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import (
    ENTITIES,
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    INTENT_RESPONSE_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.classifier import Classifier, Example, Guess
from nlu.vectors import word_vectors

RESPONSE_SELECTOR = "response_selector"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class ApplicantIntentClassifier(IntentClassifier, GraphComponent):
    """One linear model over full intents; a topic is emitted as Rasa's response selector would."""

    def __init__(self, storage: ModelStorage, resource: Resource, classifier: Classifier) -> None:
        self._storage = storage
        self._resource = resource
        self._classifier = classifier

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ApplicantIntentClassifier:
        return cls(model_storage, resource, Classifier(word_vectors()))

    def train(self, training_data: TrainingData) -> Resource:
        """Fit on every message that has an intent."""
        messages = [m for m in training_data.intent_examples if m.get(INTENT) and m.get(TEXT)]
        labels = [m.get(INTENT_RESPONSE_KEY) or m.get(INTENT) for m in messages]
        self._classifier.fit([_example(m) for m in messages], labels)
        with self._storage.write_to(self._resource) as directory:
            joblib.dump(self._classifier.to_state(), directory / "classifier.joblib")
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> ApplicantIntentClassifier:
        with model_storage.read_from(resource) as directory:
            state = joblib.load(directory / "classifier.joblib")
        return cls(model_storage, resource, Classifier.from_state(state, word_vectors()))

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent, ranking and topic of each message."""
        for message in messages:
            if message.get(TEXT):
                _set(message, self._classifier.guess(_example(message)))
        return messages


def _example(message: Message) -> Example:
    kinds = frozenset(entity["entity"] for entity in message.get(ENTITIES, []))
    return Example(message.get(TEXT), kinds)


def _set(message: Message, guesses: list[Guess]) -> None:
    ranking = [
        {INTENT_NAME_KEY: guess.label.partition("/")[0], PREDICTED_CONFIDENCE_KEY: guess.confidence}
        for guess in guesses
    ]
    message.set(INTENT, ranking[0], add_to_output=True)
    message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
    topics = [
        {INTENT_RESPONSE_KEY: guess.label, "confidence": guess.confidence} for guess in guesses if "/" in guess.label
    ]
    if topics and "/" in guesses[0].label:
        best = topics[0]
        intent = str(best[INTENT_RESPONSE_KEY]).partition("/")[0]
        response = {**best, "utter_action": f"utter_{best[INTENT_RESPONSE_KEY]}"}
        selected = {"default": {"response": response, "ranking": topics}}
        message.set(RESPONSE_SELECTOR, {**selected, intent: selected["default"]}, add_to_output=True)
