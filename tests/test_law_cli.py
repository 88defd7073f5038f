"""The command line: what it prints, what it refuses, and that it never ends in a traceback."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cec import yaml_text
from cec.cli import main

ROOT = Path(__file__).parent.parent
PLAIN = yaml_text.load((ROOT / "tests/law/plain.yml").read_text(encoding="utf-8"))
CASE: dict[str, Any] = {**PLAIN["case"], "jobs": [PLAIN["job"]]}
UNDATED = {key: value for key, value in CASE.items() if key != "as_of"}


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    path = tmp_path / "case.yml"
    path.write_text(json.dumps(CASE), encoding="utf-8")
    return path


def _stdin(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


def test_json_is_the_assessment(case_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["assess", str(case_file), "--json"]) == 0

    answer = json.loads(capsys.readouterr().out)
    assert answer["outcome"] == "eligible"
    assert answer["as_of"] == "2026-11-22"
    assert answer["work"]["by_occupation"] == {"63200": "10950/7"}


def test_the_table_has_mark_number_and_rule_of_each_requirement(
    case_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["assess", str(case_file)]) == 0

    table = capsys.readouterr().out
    assert "appears to meet the requirements" in table
    assert "✔ Work experience" in table
    assert "1,564.2 of 1,560 hours" in table
    assert "IRPR 87.1(2)(a)" in table
    assert "Information, not legal advice." in table


def test_the_table_says_what_was_left_out_and_what_is_needed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    part = {"start": "2025-06-01", "end": "2025-06-30", "reason": "leave"}
    job = {**PLAIN["job"], "excluded": [part], "hours_per_week": 40}
    path = tmp_path / "case.json"
    path.write_text(json.dumps({**CASE, "jobs": [job], "outside_quebec": None}), encoding="utf-8")
    main(["assess", str(path)])

    table = capsys.readouterr().out
    assert "✘ Work experience" in table
    assert "2025-06-01 to 2025-06-30 leave" in table
    assert "hours above full time earn nothing" in table
    assert "Still needed:\n  outside_quebec" in table


@pytest.mark.parametrize("told", [{}, {"jobs": []}, {"jobs": [{"start": "2025-01-01"}]}])
def test_the_table_can_show_a_case_of_which_little_is_known(
    told: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.yml"
    path.write_text(json.dumps({"as_of": "2026-11-22", **told}), encoding="utf-8")

    assert main(["assess", str(path)]) == 0
    assert main(["outlook", str(path)]) == 0
    assert "Still needed" in capsys.readouterr().out


def test_a_case_on_standard_input_is_a_dash(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _stdin(monkeypatch, json.dumps(CASE).encode())

    assert main(["assess", "-", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["outcome"] == "eligible"


def test_the_day_is_the_cases_own_else_as_of_else_today(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = f"{json.dumps(CASE)}\n{json.dumps(UNDATED)}\n".encode()
    _stdin(monkeypatch, lines)
    main(["assess", "--jsonl", "--as-of", "2026-01-15"])
    own, given = (json.loads(line)["as_of"] for line in capsys.readouterr().out.splitlines())
    _stdin(monkeypatch, json.dumps(UNDATED).encode())
    before = date.today()
    main(["assess", "--jsonl"])
    today = date.fromisoformat(json.loads(capsys.readouterr().out)["as_of"])

    assert (own, given) == ("2026-11-22", "2026-01-15")
    assert before <= today <= date.today()


def test_every_line_has_its_answer_in_order_and_a_refused_one_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    good = json.dumps(CASE).encode()
    lines = [
        good,
        b"not json",
        b'{"jobs": [{"start": "2025-13-01"}]}',
        b"",
        b"[1, 2]",
        b'{"as_of": "2026-11-22", "jobs": [{"start": "2025-01-01", "hours_per_week": NaN}]}',
        b"\xff",
        b"[" * 100_000,
        b'{"jobs": ' + b"9" * 5000 + b"}",
        good,
    ]
    _stdin(monkeypatch, b"\n".join(lines) + b"\n")

    assert main(["assess", "--jsonl"]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    fields = [answer.get("error", {}).get("field") for answer in answers]
    assert fields == [
        None, "case", "jobs[0].start", "case", "case", "jobs[0].hours_per_week", "case", "case",
        "case", None,
    ]  # fmt: skip
    assert "must be a day" in answers[2]["error"]["message"]


WRONG_FILES = {
    "empty": (b"", "case: is empty"),
    "only a comment": (b"# nothing\n", "case: must be a mapping with the fields as_of"),
    "a list": (b"- 1\n", "case: must be a mapping"),
    "a text": (b"hello", "case: must be a mapping"),
    "a number": (b"17", "case: must be a mapping"),
    "not YAML": (b"jobs: [", "case: is not valid YAML"),
    "a key twice": (b"jobs: []\njobs: []", "the key 'jobs' is there twice (line 2, column 1)"),
    "two documents": (b"--- {}\n--- {}", "case: is not valid YAML"),
    "a tag that does not fit": (b"as_of: !!int x", "case: is not valid YAML"),
    "a tag of Python": (b"as_of: !!python/name:os.system", "case: is not valid YAML"),
    "binary": (b"\x7fELF\x00\x01", "case: is a binary file"),
    "not UTF-8": ("outside_quebec: é".encode("latin-1"), "case: is not text in UTF-8"),
    "a file of brackets": (b"[" * 100_000, "nested too deeply"),
    "a number without end": (b'{"as_of": ' + b"9" * 5000 + b"}", "case: holds nesting or a number"),
    "itself": (b"&a [*a]", "case: must be a mapping"),
    "a wrong field": (b"job: []", "job: is not a known field; use as_of"),
    "an impossible day": (b"as_of: 2026-02-30", "as_of: must be a day of the calendar"),
    "a day with a time": (b"as_of: 2026-02-28 10:00:00", "as_of: must be a day"),
    "a day too early": (b"as_of: 2001-02-28", "as_of: must be 2013-01-02 or later"),
}


@pytest.mark.parametrize(("content", "message"), WRONG_FILES.values(), ids=WRONG_FILES)
@pytest.mark.parametrize("command", ["assess", "outlook"])
def test_a_wrong_file_gets_one_clear_line_and_status_2(
    command: str, content: bytes, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.yml"
    path.write_bytes(content)

    assert main([command, str(path)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"{path}: ")
    assert message in printed.err
    assert printed.err.count("\n") == 1


def test_a_file_that_is_not_there_gets_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["assess", str(tmp_path / "none.yml")]) == 2
    assert "cannot be read: No such file" in capsys.readouterr().err


def test_a_folder_gets_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["assess", str(tmp_path)]) == 2
    assert "cannot be read: Is a directory" in capsys.readouterr().err


def test_a_title_cannot_take_over_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "case.json"
    title = "Cook\u001b[2J\n\udcff"
    path.write_text(json.dumps({**CASE, "jobs": [{**PLAIN["job"], "title": title}]}))
    main(["assess", str(path)])

    assert "Cook?[2J??" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [[], ["assess"], ["assess", "a.yml", "--jsonl"], ["assess", "--jsonl", "--as-of", "tomorrow"]],
)
def test_wrong_arguments_are_explained(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: python -m cec" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--help"], ["assess", "--help"], ["outlook", "--help"]])
def test_help_says_what_it_does(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 0
    assert "usage: python -m cec" in capsys.readouterr().out


def test_a_reader_that_goes_away_is_no_error() -> None:
    lines = (json.dumps(CASE) + "\n") * 500
    command = f"{sys.executable} -m cec assess --jsonl | head -n 1"
    done = subprocess.run(command, shell=True, input=lines.encode(), capture_output=True, cwd=ROOT, check=True)

    assert json.loads(done.stdout)["outcome"] == "eligible"
    assert done.stderr == b""


def test_a_refused_case_ends_the_process_with_status_2(tmp_path: Path) -> None:
    path = tmp_path / "case.yml"
    path.write_text("jobs: 1\n")
    done = subprocess.run(
        [sys.executable, "-m", "cec", "assess", str(path)],
        capture_output=True,
        cwd=ROOT,
        check=False,
    )

    assert done.returncode == 2
    assert done.stderr.decode() == f"{path}: jobs: must be a list; [] for none; not 1\n"


def test_what_ifs_stand_beside_the_case_as_it_is(tmp_path: Path) -> None:
    found = _what_if(tmp_path, "hours: 15", "ends: 2027-01-31", "--json")
    assert found.returncode == 0
    told = json.loads(found.stdout)
    assert told["as_it_is"]["eligible_from"] == "2027-02-28"
    assert [(one["if"], one["eligible_from"]) for one in told["what_if"]] == [
        ("hours: 15", "2027-06-06"),
        ("ends: 2027-01-31", None),
    ]


def test_what_ifs_make_a_table_with_a_line_each(tmp_path: Path) -> None:
    lines = _what_if(tmp_path, "applies: 2027-06-01").stdout.splitlines()
    assert lines[1].split()[:3] == ["as", "it", "is"]
    assert "appears to meet" in lines[2]


@pytest.mark.parametrize(
    ("option", "field"),
    [
        ("houx: 40", "what-if.houx"),
        ("hours: 400", "hours"),
        ("40", "what-if"),
        ("job: 1", "what-if.job"),
        ("{ends: 2027-01-31, job: 2}", "job"),
        ("scores: {writing: 11}", "scores.writing"),
        ("ends: soon", "ends"),
    ],
)
def test_a_what_if_that_cannot_be_read_is_refused_by_its_field(tmp_path: Path, option: str, field: str) -> None:
    found = _what_if(tmp_path, option)
    assert found.returncode == 2
    assert f"{field}:" in found.stderr
    assert "Traceback" not in found.stderr


def _what_if(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    job = {**PLAIN["job"], "start": "2026-03-01", "end": None}
    (folder / "case.json").write_text(json.dumps({**PLAIN["case"], "jobs": [job]}, default=str), encoding="utf-8")
    line = [sys.executable, "-m", "cec", "what-if", str(folder / "case.json")]
    for option in options:
        line += [option] if option.startswith("--") else ["--if", option]
    return subprocess.run(line, capture_output=True, text=True, check=False)
