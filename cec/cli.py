"""The command line: ``python -m cec``. The only place that asks what day it is."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from cec.assessment import assess
from cec.case import Case, CaseError
from cec.files import read_case_file, read_case_line
from cec.outlook import outlook
from cec.parsing import parse_case
from cec.table import assessment_table, outlook_table

REFUSED = 2
Decide = Callable[[Case, date], Mapping[str, Any]]


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit status: 0, or 2 where a single case was refused."""
    arguments = _parser().parse_args(argv)
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has what it wanted; nothing more may be written, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return status


def _run(arguments: argparse.Namespace) -> int:
    decide: Decide = arguments.decide
    if arguments.jsonl:
        return _lines(sys.stdin.buffer, decide, arguments.as_of)
    try:
        case = parse_case(read_case_file(_content(arguments.case)))
        day = _day(case, arguments.as_of)
        if arguments.json:
            print(json.dumps(decide(case, day), indent=2))
        else:
            sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
            print(arguments.table(case, day))
    except OSError as error:
        print(f"{arguments.case}: cannot be read: {error.strerror}", file=sys.stderr)
        return REFUSED
    except CaseError as error:
        print(f"{arguments.case}: {error}", file=sys.stderr)
        return REFUSED
    return 0


def _lines(cases: BinaryIO, decide: Decide, as_of: date | None) -> int:
    """One answer a line, in order; a case that is refused gives its error and the rest goes on."""
    for line in cases:
        answer: Mapping[str, Any]
        try:
            case = parse_case(read_case_line(line))
            answer = decide(case, _day(case, as_of))
        except CaseError as error:
            answer = {"error": {"field": error.field, "message": error.message}}
        print(json.dumps(answer), flush=True)  # whoever asks line by line waits for it
    return 0


def _day(case: Case, as_of: date | None) -> date:
    """The case's own day, else --as-of, else today."""
    return case.as_of or as_of or date.today()


def _content(path: str) -> bytes:
    return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m cec",
        description="Assess cases against the Canadian Experience Class (IRPR 87.1). Information, not legal advice.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    assessing = _command(commands, "assess", "what each requirement comes to on the day of the application")
    assessing.set_defaults(
        decide=lambda case, day: assess(case, day).to_dict(),
        table=lambda case, day: assessment_table(assess(case, day)),
    )
    looking = _command(commands, "outlook", "from which day a case meets the class, until which, and why")
    looking.set_defaults(
        decide=lambda case, day: outlook(case, day).to_dict(),
        table=lambda case, day: outlook_table(outlook(case, day)),
    )
    return parser


def _command(commands: Any, name: str, says: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(
        name,
        help=says,
        description=f"{says[0].upper()}{says[1:]}.",
        epilog="Exit status: 0, or 2 where a case was refused. With --jsonl a refused case gives "
        '{"error": {"field": ..., "message": ...}} on its line, and the rest goes on.',
    )
    source = command.add_mutually_exclusive_group(required=True)
    source.add_argument("case", nargs="?", metavar="CASE", help="a YAML or JSON file, or - for stdin")
    source.add_argument("--jsonl", action="store_true", help="read one JSON case a line on stdin, answer one a line")
    command.add_argument(
        "--as-of",
        type=_iso_day,
        metavar="DATE",
        help="the day of the application (YYYY-MM-DD) for a case that gives none; default: today",
    )
    command.add_argument("--json", action="store_true", help="print JSON, not a table")
    return command


def _iso_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day written as YYYY-MM-DD") from None
