"""The law of the Canadian Experience Class (IRPR 87.1): a case in, an assessment out.

Pure: no clock, no network, no files but its own dated parameters. ``parse_case`` reads plain data
and raises CaseError(field, message); ``assess`` says what each requirement comes to on a day, and
what is still missing.
"""

from __future__ import annotations

from cec import language, parameters
from cec.assessment import Assessment, assess
from cec.case import Case, CaseError, Exclusion, Job, LanguageTest, Period, Scores
from cec.findings import Finding
from cec.language import SKILLS, ScoreProblem, check_score, levels
from cec.outlook import Outlook, outlook
from cec.parsing import parse_case
from cec.shortfalls import shortfalls

__all__ = [
    "SKILLS", "Assessment", "Case", "CaseError", "Exclusion", "Finding",
    "Job",
    "LanguageTest", "Outlook", "Period", "ScoreProblem", "Scores", "assess", "check_score",
    "language", "levels", "outlook", "parameters", "parse_case", "shortfalls",
]  # fmt: skip
