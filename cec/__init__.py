"""The law of the Canadian Experience Class (IRPR 87.1): a case in, an assessment out.

Pure: no clock, no network, no files but its own dated parameters.

- ``parse_case(data)`` reads plain data; what it cannot read it refuses by a CaseError with its
  ``field`` and ``message``, the only exception that data can cause.
- ``assess(case, as_of)`` says what each requirement comes to on a day, and what is still missing.
- ``outlook(case, as_of)`` says from when and until when that holds.
- ``shortfalls(case, as_of)`` says what would meet each requirement that is not met.
- ``supposing.suppose(case, ...)`` is the case as it would be; ``supposing.prospect(case)`` what it comes to.
- ``check_score`` and ``levels`` know the language tests; ``parameters.on(day)`` knows the figures.
"""

from __future__ import annotations

from cec import language, parameters
from cec.assessment import Assessment, assess
from cec.case import Case, CaseError, Exclusion, Job, LanguageTest, Period, Scores
from cec.findings import Finding
from cec.language import SKILLS, ScoreProblem, check_score, levels, looks_like_another_scale
from cec.outlook import Outlook, outlook
from cec.parsing import parse_case
from cec.shortfalls import shortfalls

__all__ = [
    "SKILLS", "Assessment", "Case", "CaseError", "Exclusion", "Finding", "Job", "LanguageTest",
    "Outlook", "Period", "ScoreProblem", "Scores", "assess", "check_score", "language",
    "levels",
    "looks_like_another_scale", "outlook", "parameters", "parse_case", "shortfalls",
]  # fmt: skip
