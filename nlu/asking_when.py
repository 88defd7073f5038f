"""Finds the question from which day the person qualifies: about themselves, and not about how long IRCC takes."""

from __future__ import annotations

import re
from typing import Final

from nlu.phrases import any_of
from nlu.text import Text

_I: Final = r"(?:i|we|me|my hours?|my (?:work )?experience)"
_DO: Final = r"(?:will|would|can|could|do|am|are|might|may|should|shall|is|be)"
#: What is waited for. Not "get": when the invitation, the decision, the card come is another question.
_ENOUGH: Final = any_of(
    r"(?:become |be |get )?(?:eligible|ready)\b(?! to work)",
    r"(?:be enough|suffice)\b",
    r"qualify\b",
    r"(?:apply|submit|file)(?=\W*$| (?:for )?(?:pr|cec|it|then|permanent|to cec|under|my pr|express|canadian|now)\b)",
    r"(?:have|reach|complete|finish|meet|get to|hit|make|accumulate|be at) (?:it|that|this|this requirement"
    r"|(?:the |all )?(?:required |needed |minimum )?(?:enough|hours|requirements?|1,?560|one year|1 year|12 months)\b)",
)
_UNTIL: Final = r"(?:until|till|til|untill|before|to(?: be| become)?)"

_WHEN: Final = re.compile(
    any_of(
        rf"(?<!until )(?<!till )\b(?:when|how soon|how early|(?:what|wat|which) (?:exact )?"
        rf"(?:date|day|month|time))\b(?: exactly)?,? {_DO} {_I} "
        rf"(?:(?:finally|actually|then|be able to|start to) )*{_ENOUGH}",
        rf"(?<!until )(?<!till )\bwhen {_I} (?:will|would|can|could|become|am) (?:be able to )?{_ENOUGH}",
        rf"\b(?:soonest|earliest)(?: \w+)? (?:that )?i (?:can|could|will) (?:be able to )?{_ENOUGH}",
        rf"\bhow (?:much|many)(?: \w+)? (?:more|longer)\b[^.?!]* {_UNTIL} (?:i (?:can |could |will |am )?)?{_ENOUGH}",
        rf"\bhow (?:much )?long(?:er)?(?: more)? {_UNTIL} {_I} (?:(?:can|could|will|am) )?(?:be able to )?{_ENOUGH}",
        r"\bhow (?:many|much) more (?:hours?|days?|weeks?|months?|time|work)\b"
        r"(?![^.?!]*\b(?:can|may|could|allowed)\b)(?=[^.?!]*\b(?:i|me)\b)",
        r"\bhow (?:much )?long(?:er)? (?:more )?(?:do|should|must|will|would) i (?:still )?(?:have to |need to |must )?"
        rf"(?:wait(?! for\b)|work (?:more|longer|still)|work(?= {_UNTIL}\b(?: qualify| apply| i)?))\b",
        r"\bhow (?:much )?long(?:er)? more (?:do|should|must) i (?:have to |need to )?(?:work|wait(?! for))\b",
        r"\bhow much longer (?:do|should|must|will) i (?:still )?(?:have to |need to )?work\b",
    )
)


def asks_when(message: str) -> bool:
    """Whether a message asks from which day its writer qualifies, or how much is missing till then."""
    return _WHEN.search(Text.of(message).folded) is not None
