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
from cec.options import parse_option
from cec.outlook import outlook
from cec.parsing import parse_case
from cec.supposing import Prospect, side_by_side
from cec.table import assessment_table, outlook_table, prospects_table

REFUSED = 2
#: From a case, the day of the application and what-ifs as they were typed to the answer in JSON values.
Decide = Callable[[Case, date, Sequence[str]], Mapping[str, Any]]


def main(argv: Sequence[str] | None = None, more: Callable[[Any], None] | None = None) -> int:
    """Runs one command and gives its exit status: 0, or 2 where a single case was refused.

    more: adds commands of others to the parser's, each with its own ``run``.
    """
    parser, commands = _parser()
    if more is not None:
        more(commands)
    arguments = parser.parse_args(argv)
    try:
        status: int = arguments.run(arguments)
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
        return _lines(sys.stdin.buffer, decide, arguments.as_of, arguments.options)
    try:
        case = parse_case(read_case_file(_content(arguments.case)))
        day = _day(case, arguments.as_of)
        if arguments.json:
            print(json.dumps(decide(case, day, arguments.options), indent=2))
        else:
            sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
            print(arguments.table(case, day, arguments.options))
    except OSError as error:
        print(f"{arguments.case}: cannot be read: {error.strerror}", file=sys.stderr)
        return REFUSED
    except CaseError as error:
        print(f"{arguments.case}: {error}", file=sys.stderr)
        return REFUSED
    return 0


def _lines(cases: BinaryIO, decide: Decide, as_of: date | None, options: Sequence[str]) -> int:
    """One answer a line, in order; a case that is refused gives its error and the rest goes on."""
    for line in cases:
        answer: Mapping[str, Any]
        try:
            case = parse_case(read_case_line(line))
            answer = decide(case, _day(case, as_of), options)
        except CaseError as error:
            answer = {"error": {"field": error.field, "message": error.message}}
        print(json.dumps(answer), flush=True)  # whoever asks line by line waits for it
    return 0


def _day(case: Case, as_of: date | None) -> date:
    """The case's own day, else --as-of, else today."""
    return case.as_of or as_of or date.today()


def _content(path: str) -> bytes:
    return sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()


def _parser() -> tuple[argparse.ArgumentParser, Any]:
    parser = argparse.ArgumentParser(
        prog="python -m cec",
        description="Assess cases against the Canadian Experience Class (IRPR 87.1). Information, not legal advice.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    assessing = _command(commands, "assess", "what each requirement comes to on the day of the application")
    assessing.set_defaults(
        decide=lambda case, day, _: assess(case, day).to_dict(),
        table=lambda case, day, _: assessment_table(assess(case, day)),
    )
    looking = _command(commands, "outlook", "from which day a case meets the class, until which, and why")
    looking.set_defaults(
        decide=lambda case, day, _: outlook(case, day).to_dict(),
        table=lambda case, day, _: outlook_table(outlook(case, day)),
    )
    asking = _command(commands, "what-if", "what would change if something were so, beside the case as it is")
    asking.add_argument(
        "--if",
        dest="options",
        action="append",
        required=True,
        metavar="WHAT-IF",
        help='one what-if in YAML, such as "hours: 40", "ends: 2027-01-31", "scores: {writing: 6.5}", '
        '"applies: 2027-06-01", "studies: 2027-09-01", "noc: \'62020\'"; may be given several times',
    )
    asking.set_defaults(
        decide=lambda case, day, options: {
            "as_it_is": (found := _prospects(case, day, options))[0].to_dict(),
            "what_if": [{"if": said, **one.to_dict()} for said, one in zip(options, found[1:], strict=True)],
        },
        table=lambda case, day, options: prospects_table(_prospects(case, day, options), options),
    )
    return parser, commands


def _prospects(case: Case, day: date, options: Sequence[str]) -> list[Prospect]:
    return side_by_side(case, [parse_option(option, case, day) for option in options], day)


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
    command.set_defaults(run=_run, options=[])
    return command


def _iso_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day written as YYYY-MM-DD") from None
