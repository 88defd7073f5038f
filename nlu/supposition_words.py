"""The words by which people suppose something, for nlu.suppositions: folded, as in nlu.text."""

from __future__ import annotations

from typing import Final

from nlu.phrases import any_of

#: "what if", which asks for nothing else than what would follow.
PLAINLY: Final = any_of(
    r"\b(?:what|wat|wht|whta|waht) (?:(?:(?:will|would|can|could|do|does) )?happen(?:s|ed)? )?"
    r"(?:to me )?(?:about )?if\b",
    r"\bwhat'?s if\b",
    r"\bhow about if\b",
    r"\b(?:suppos(?:e|ing)|assum(?:e|ing)|imagine|let'?s say)(?: that)?\b",
    r"\b(?:et si|y si|e se|paano kung|agar)\b",
)
#: "if I", which may also stand in a question about the rules.
SOMEHOW: Final = r"\b(?:if|in case|once|when) (?=(?:i|im|i'?m|i'?ll|i'?d|my|we)\b)"

#: Where the supposition is over and the question about it begins, or begins again.
OVER: Final = any_of(
    r"[.?!;\n](?=\s|$)",
    r",?\s*\b(?:will|would|can|could|do|does|is|am|are|should|what) (?:(?:then|still) )?"
    r"(?:i|it|that|this|the|my|happens?|changes?)\b(?! (?:last|fixed))",
    r",?\s*\b(?:then|kya|ano)\b",
)
#: A question after them is about the process, and has its own answer.
OF_THE_PROCESS: Final = any_of(
    r"\b(?:ita|invitation|invited|invite|nomination|aor|ppr|copr|landing|during processing)\b",
    r"\bafter (?:i )?(?:apply|applying|applied|submit\w*|(?:get|getting|got) (?:the |my )?pr)\b",
    r"\bonce (?:i )?(?:appl\w+|submit\w*)\b",
    r"\bwhile (?:they|it|ircc) process\w*\b",
)

LEAVES_NO_WORK: Final = any_of(
    r"\b(?:unpaid|paid|sick|parental|maternity|paternity|medical|annual|stress) leave\b",
    r"\b(?:on leave|leave of absence|tak(?:e|ing|en) (?:a )?leave|get(?:ting)? leave)\b",
)
#: The last day of work.
ENDS: Final = any_of(
    r"\b(?:quit|resign|leav(?:e|ing)|left|los(?:e|ing|t)|stop(?:ped|ping)?|finish(?:ed|ing)?|end)"
    r" (?:from )?(?:(?:my|the|this|that|a) )?(?:current )?(?:jobs?|work(?:ing)?|employer|company|position)\b"
    r"(?! (?:part[- ]time|full[- ]time|as|there))",
    r"\b(?:quit|resign(?:ed|ing)?)\b",
    r"\bleave (?=(?:in|on|at|by|this|next|tomorrow|today|now)\b)",
    r"\b(?:(?:get|got|getting|am|m|i'?m|be|being) )?(?:laid|layed) off\b",
    r"\b(?:get|got|getting|am|be) (?:fired|terminated|let go)\b",
    r"\b(?:my )?(?:jobs?|work|contract|permit|pgwp|visa|position)(?: permit)? (?:(?:will|is going to) )?"
    r"(?:ends?|ended|ending|finish(?:es|ed)?|expires?|expired|expiring|stops?|is over)\b",
    r"\b(?:they|boss|my boss|employer|my employer) (?:fires?|lays?) me(?: off)?\b",
)
#: The day of the application, unless it is one for something else.
APPLIES: Final = (
    r"\b(?:(?:don'?t |do not |not )?(?:apply|applying|applied|submit(?:ting|ted)?)"
    r"(?! (?:for|to) (?:(?:a|an|the|another|new|my) )?"
    r"(?:job|work|permit|extension|visa|pgwp|school|college|university))"
    r"|send (?:in )?(?:my|the) application"
    r"|wait(?:ing|ed)?(?! for (?:my|the) (?:permit|results?)))"
    r"(?: (?:my|the|an) application)?(?: (?:for )?(?:cec|pr))?(?: (?:until|till|to apply|only))*\b"
)
_TIME: Final = r"(?:(?:full|part)[- ]?time )?"
STUDIES: Final = any_of(
    r"\b(?:(?:start|begin|join|go(?:ing)? (?:back )?(?:to|for)|enrol+(?:ed)? (?:in|for)?|do(?:ing)?|take|return to"
    r"|register (?:in|for)) )?(?:(?:an?|my|the|some|new) )?"
    rf"{_TIME}(?:stud(?:y|ying|ies)|school|college|university|uni|masters?|mba|phd|diploma|degree|course"
    r"|program(?:me)?)(?:(?: (?:full|part)[- ]?time)| program(?:me)?| degree)*\b",
    rf"\b(?:become|am|be|m|being) (?:an? )?{_TIME}student\b",
)
PART_TIME: Final = r"\bpart[- ]?time\b"
#: Another job beside what is done now.
BESIDE: Final = any_of(
    r"\b(?:(?:a|an|the|my|one|some|also|part[- ]time|full[- ]time|weekend|evening) )*"
    r"(?:second|2nd|another|additional|extra|side|third|3rd|one more|more) "
    rf"{_TIME}(?:job|work)\b",
    r"\balso (?:work|start)\b",
    r"\bon the side\b",
)
#: Another job in the place of what is done now.
INSTEAD: Final = any_of(
    r"\b(?:become|promoted|promotion|switch(?:ed)?|new (?:job|position|role))\b",
    r"\bchange (?:my )?(?:jobs?|position|role|employer)\b",
    r"\b(?:get|take|accept|find|start|begin) (?:(?:a|an|the|my) )?(?:job|position|role|offer|work(?:ing)?)"
    r"(?: (?:as|in|of))?\b",
    r"\bmove to (?:a|an|the) (?:[a-z]+ )?(?:role|position|job)\b",
)
#: What was so all along, and not only from now on.
ALL_ALONG: Final = r"\b(?:i |it |they |we )?(?:was|were|had been|had|actually|always|really)\b|\bworked\b"
