"""The command line: `python -m noc search "line cook"`, `show`, `check`, `import`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import noc
from noc.checking import disagreements
from noc.importing import import_elements

_SAYS = {
    "sure": "one unit group fits",
    "candidates": "one of these may fit",
    "describe": "no title is near: describe the work (python -m noc duties)",
    "broad": "fits many unit groups: say which kind",
    "code": "a code of NOC 2021",
    "unknown_code": "NOC 2021 has no such code",
    "code_2016": "a code of NOC 2016; NOC 2021 replaced it",
    "skill_level": "no unit group",
    "nonsense": "nothing that could be a job",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0 where it found something, 1 where not, 2 where the input is wrong."""
    chosen = _parser().parse_args(arguments)
    try:
        status: int = chosen.run(chosen)
        sys.stdout.flush()
        return status
    except noc.DataError as error:
        print(f"noc: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m noc", description="Job titles and unit groups of NOC 2021.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    search = commands.add_parser("search", help="the unit group of a job title")
    search.add_argument("title", nargs="*", help="a job title as people write it")
    search.add_argument("--limit", type=int, default=3, help="the most candidates (3)")
    search.add_argument("--json", action="store_true", help="print JSON")
    search.add_argument("--jsonl", action="store_true", help="one title a line on stdin, one JSON match a line")
    search.set_defaults(run=_search)

    duties = commands.add_parser("duties", help="unit groups by what a person does")
    duties.add_argument("text", nargs="+")
    duties.set_defaults(run=_duties)

    show = commands.add_parser("show", help="one unit group: names, TEER, what such people do")
    show.add_argument("code", help="five digits")
    show.add_argument("--json", action="store_true", help="print JSON")
    show.set_defaults(run=_show)

    check = commands.add_parser("check", help="compare the everyday titles with an index of titles")
    check.add_argument("index", type=Path, help="a CSV of code,title or Statistics Canada's elements file")
    check.add_argument("--grave", action="store_true", help="only where the index's code is not among ours")
    check.set_defaults(run=_check)

    imports = commands.add_parser("import", help="take in Statistics Canada's index of titles")
    imports.add_argument("file", type=Path, help='"noc_2021_version_1.0_-_elements.csv"')
    imports.set_defaults(run=_import)
    return parser


def _search(chosen: argparse.Namespace) -> int:
    if chosen.jsonl:
        for line in sys.stdin:
            print(json.dumps(_as_json(line.strip(), chosen.limit), ensure_ascii=False))
        return 0
    if not chosen.title:
        raise noc.DataError("a job title is missing; --jsonl reads one a line")
    title = " ".join(chosen.title)
    match = noc.search(title, chosen.limit)
    if chosen.json:
        print(json.dumps(_as_json(title, chosen.limit), ensure_ascii=False, indent=2))
    else:
        teers = f" (TEER {' or '.join(map(str, match.teers))})" if match.kind == "skill_level" else ""
        print(f"{match.said}: {_SAYS[match.kind]}{teers}")
        _print_candidates(match.candidates)
    return 0 if match.candidates else 1


def _duties(chosen: argparse.Namespace) -> int:
    found = noc.search_duties(" ".join(chosen.text))
    _print_candidates(found)
    return 0 if found else 1


def _show(chosen: argparse.Namespace) -> int:
    group = noc.unit_group(chosen.code)
    if group is None:
        raise noc.DataError(f"NOC 2021 has no unit group {chosen.code}; a code has five digits, such as 63200")
    if chosen.json:
        print(json.dumps(_group(group), ensure_ascii=False, indent=2))
    else:
        print(
            f"{group.code}  {group.title_en} (TEER {group.teer})\n       {group.title_fr}\n       {group.description}"
        )
    return 0


def _check(chosen: argparse.Namespace) -> int:
    count = 0
    for found in disagreements(chosen.index):
        if found.grave or not chosen.grave:
            count += 1
            mark = "!!" if found.grave else "  "
            there = f"{found.index_title!r} {';'.join(found.index_codes)}"
            print(f"{mark} {found.where} {found.title!r} {';'.join(found.codes)}, the index: {there}")
    print(f"{count} disagreements", file=sys.stderr)
    return 1 if count else 0


def _import(chosen: argparse.Namespace) -> int:
    print(f"{import_elements(chosen.file)} titles imported; the search uses them from its next start")
    return 0


def _print_candidates(candidates: Sequence[noc.Candidate]) -> None:
    for found in candidates:
        group = found.unit_group
        print(f"  {group.code}  {group.title_en} (TEER {group.teer})  {found.score:.2f}  {found.title}")
        if group.description:
            print(f"         {group.description}")


def _as_json(title: str, limit: int) -> dict[str, Any]:
    """{"sure": code or null, "ambiguous": bool, "candidates": [{"code", "title", "teer", "score"}]}.

    sure: the one group that fits. ambiguous: the title may be of several groups, or of groups too many to list.
    Neither: no title is near, and what the person does must be asked. The candidates of a title of too many groups are
    its most frequent kinds; their scores are lower than those of any that was found by its title.
    """
    match = noc.search(title, limit)
    scored = [(one.unit_group, one.score) for one in match.candidates]
    if match.kind == "broad":
        scored = [
            (kind.unit_group, round(0.4 - 0.04 * place, 2)) for place, kind in enumerate(noc.kinds(title)[:limit])
        ]
    found = [
        {"code": group.code, "title": group.title_en, "teer": group.teer, "score": score} for group, score in scored
    ]
    sure = found[0]["code"] if match.kind in ("sure", "code") else None
    return {"sure": sure, "ambiguous": match.kind in ("broad", "candidates"), "candidates": found}


def _group(group: noc.UnitGroup) -> dict[str, Any]:
    return {
        "code": group.code,
        "teer": group.teer,
        "title_en": group.title_en,
        "title_fr": group.title_fr,
        "description": group.description,
    }


if __name__ == "__main__":
    sys.exit(main())
