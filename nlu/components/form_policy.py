"""Rasa component: the rules, which are not asked while a form decides."""

from __future__ import annotations

from rasa.core.policies.policy import PolicyPrediction
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class FormPolicy(RulePolicy):
    """Rasa's RulePolicy, which looks for a rule first and lets an open form overrule it then.

    To look for one it brings back every step of the conversation, twice a turn. No rule of ours goes by the text of a
    message, the one kind that is before a form; so the form, and the commands that Rasa knows, are asked first.
    """

    def _predict(self, tracker: DialogueStateTracker, domain: Domain) -> tuple[PolicyPrediction, str | None]:
        command, _ = self._find_action_from_default_actions(tracker)
        action, source = self._find_action_from_loop_happy_path(tracker)
        if command or not action:
            prediction: tuple[PolicyPrediction, str | None] = super()._predict(tracker, domain)
            return prediction
        probabilities = self._prediction_result(action, tracker, domain)
        return self._rule_prediction(probabilities, source, is_no_user_prediction=True), source
