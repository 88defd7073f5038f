"""How well titles as people write them are understood: floors that no change may fall through."""

from __future__ import annotations

import pytest

from tests.noc.evaluate import HERE, evaluate, evaluate_duties


@pytest.mark.parametrize("name", ["dev", "kept_aside"])
def test_a_sure_answer_is_almost_never_wrong_and_a_right_one_is_almost_always_offered(
    name: str,
) -> None:
    tally, _ = evaluate(HERE / f"{name}.csv")
    assert tally.said > 200
    assert tally.sure_wrong <= tally.said * 0.01
    assert tally.within_three >= tally.said * 0.95
    assert tally.sure_right >= tally.said * 0.75


@pytest.mark.parametrize("name", ["duties_dev", "duties_kept_aside"])
def test_duties_lead_to_the_right_group_within_three(name: str) -> None:
    first, within_three, said, _ = evaluate_duties(HERE / f"{name}.csv")
    assert said > 50
    assert first >= said * 0.7
    assert within_three >= said * 0.88
