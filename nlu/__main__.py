"""The command line: ``python -m nlu read "line cook since may 24"`` shows what a message tells, without a server."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TextIO

from nlu.clock import today
from nlu.context import QUESTIONS, beside_a_question
from nlu.facts import Fact
from nlu.reader import read
from nlu.understand import ModelNotTrained, Understanding, load_model, silence_rasa


class InputError(ValueError):
    """Input that cannot be read; its words are for the person at the terminal."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 where it went well, 2 where the input is wrong."""
    chosen = _parser().parse_args(arguments)
    try:
        _read(chosen)
        sys.stdout.flush()
    except InputError as error:
        print(f"nlu: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m nlu", description="What a message tells.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    one = commands.add_parser(
        "read",
        help="the intent, the question topic and the facts of a message",
        description="The intent, the question topic and the facts of a message. Intent and topic need a trained model.",
    )
    one.add_argument("text", nargs="*", help="the message")
    one.add_argument("--today", help="the day to reckon from, YYYY-MM-DD (default: CEC_TODAY or today)")
    one.add_argument("--asked", help=f"the question that was asked: {', '.join(QUESTIONS)}")
    one.add_argument("--json", action="store_true", help="print JSON")
    one.add_argument(
        "--facts-only",
        action="store_true",
        help="leave out intent and topic, which need seconds to load",
    )
    one.add_argument(
        "--jsonl",
        action="store_true",
        help='one message a line on standard input, or {"text": ..., "asked": ...}; one JSON answer a line',
    )
    return parser


def _read(chosen: argparse.Namespace) -> None:
    day, asked = _day(chosen.today), _asked(chosen.asked)
    message = " ".join(chosen.text)
    if chosen.jsonl and message:
        raise InputError("--jsonl reads messages from standard input; leave the message out")
    if not chosen.jsonl and not message.strip():
        raise InputError('no message: give it in quotes, as in python -m nlu read "cook since may 2024"')
    understand = _classifier(chosen.facts_only)
    if chosen.jsonl:
        for answer in _answers(sys.stdin, day, asked, understand):
            print(json.dumps(answer, ensure_ascii=False), flush=True)
        return
    answer = _answer(message, day, asked, understand)
    if chosen.json:
        print(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        _print(answer, sys.stdout)


def _day(told: str | None) -> date:
    try:
        return date.fromisoformat(told) if told else today()
    except ValueError as error:
        raise InputError(f"{told or 'CEC_TODAY'} is no date; a date is written 2026-11-22") from error


def _asked(told: Any) -> str | None:
    if told is None or told in QUESTIONS:
        return None if told is None else str(told)
    raise InputError(f"no question is named {told!r}; there are {', '.join(QUESTIONS)}")


def _classifier(facts_only: bool) -> Callable[[str], Understanding] | None:
    """The trained model's view of a message; None where it is not wanted, or not there, which is said."""
    if facts_only:
        return None
    try:
        silence_rasa()
        return load_model().classify
    except ModelNotTrained as missing:
        print(f"nlu: facts only. {missing}", file=sys.stderr)
        return None


def _answers(
    lines: Iterable[str],
    day: date,
    asked: str | None,
    understand: Callable[[str], Understanding] | None,
) -> Iterable[Mapping[str, Any]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            message, question = _line(line.rstrip("\n"), asked)
            yield _answer(message, day, question, understand)
        except InputError as error:
            yield {"error": {"line": number, "message": str(error)}}


def _line(line: str, asked: str | None) -> tuple[str, str | None]:
    """A line is a message, unless it is a JSON object with one."""
    if not line.lstrip().startswith("{"):
        return line, asked
    try:
        told = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"no JSON: {error}") from error
    if not isinstance(told.get("text"), str):
        raise InputError('"text" is missing: it holds the message')
    if unknown := set(told) - {"text", "asked"}:
        raise InputError(f"unknown key {sorted(unknown)[0]!r}: a line holds text and asked")
    return told["text"], _asked(told.get("asked", asked))


def _answer(
    message: str, day: date, asked: str | None, understand: Callable[[str], Understanding] | None
) -> dict[str, Any]:
    answer: dict[str, Any] = {"text": message}
    facts = read(message, day, asked)
    if understand is not None:
        meant = understand(message)
        answer |= {
            "intent": meant.intent,
            "topic": meant.topic,
            "confidence": round(meant.confidence, 3),
        }
        facts = beside_a_question(facts) if meant.topic else facts
    answer["facts"] = [fact.to_dict() for fact in facts]
    return answer


def _print(answer: Mapping[str, Any], out: TextIO) -> None:
    if "intent" in answer:
        topic = f"/{answer['topic']}" if answer["topic"] else ""
        print(f"{answer['intent']}{topic} ({answer['confidence']:.2f})", file=out)
    if not answer["facts"]:
        print("no facts", file=out)
    for data in answer["facts"]:
        print(
            _line_of(Fact(**{**data, "readings": tuple(data.get("readings", ()))}), answer["text"]),
            file=out,
        )


def _line_of(fact: Fact, message: str) -> str:
    job = "     " if fact.job is None else f"job {fact.job + 1}"
    value = ", ".join(f"{name} {_plain(told)}" for name, told in fact.value.items())
    notes = []
    if fact.ambiguous:
        options = " | ".join(", ".join(f"{k} {_plain(v)}" for k, v in each.items()) for each in fact.readings)
        notes.append(f"ambiguous: {options}" if options else "ambiguous")
    if fact.replaces:
        notes.append("not " + ", ".join(f"{k} {_plain(v)}" for k, v in fact.replaces.items()))
    tail = f"  ({'; '.join(notes)})" if notes else ""
    return f"{job}  {fact.kind:<15} {message[fact.start : fact.end]!r}: {value}{tail}"


def _plain(value: Any) -> str:
    if value is None:
        return "?"
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


if __name__ == "__main__":
    sys.exit(main())
