"""``python -m cec report``: the report of a case file, with the same words as in the conversation."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

from cec.case import CaseError
from cec.cli import REFUSED
from cec.files import read_case_file
from cec.parsing import parse_case
from interview.answering import answer_to
from interview.report import report
from interview.told import state_of
from nlg.card import filled
from nlg.words import Words
from reports.page import html
from reports.paper import pdf


def add(commands: Any) -> None:
    """Add the command to a parser's."""
    says = "the answer, every fact, what is open and what to gather, on one or two pages"
    command: argparse.ArgumentParser = commands.add_parser("report", help=says, description=f"{says.capitalize()}.")
    command.add_argument("case", metavar="CASE", help="a YAML or JSON file, or - for stdin")
    command.add_argument("--pdf", metavar="FILE", type=Path, help="write a PDF there; default: HTML to stdout")
    command.add_argument("--as-of", type=date.fromisoformat, metavar="DATE", help="as for assess")
    command.set_defaults(run=_run)


def _run(arguments: argparse.Namespace) -> int:
    try:
        content = sys.stdin.buffer.read() if arguments.case == "-" else Path(arguments.case).read_bytes()
        data = report_of(content, arguments.as_of)
        if arguments.pdf is None:
            sys.stdout.buffer.write(html(data).encode())
        else:
            arguments.pdf.write_bytes(pdf(data))
    except (OSError, CaseError) as error:
        print(f"{arguments.case}: {error}", file=sys.stderr)
        return REFUSED
    return 0


def report_of(content: bytes, as_of: date | None = None) -> dict[str, Any]:
    """The report of a case file as data, every word filled in. Raises CaseError as ``cec.parse_case`` does."""
    case = parse_case(read_case_file(content))
    day = case.as_of or as_of or date.today()
    state = state_of(case)
    found = answer_to(case, tuple(enumerate(state.jobs)), day)
    return filled(report(found, state), Words(day))
