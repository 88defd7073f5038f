"""`python -m noc`: what it prints and how it ends."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from noc.__main__ import main
from noc.matching import CANDIDATE_SCORE


def test_search_prints_the_group_its_teer_and_what_such_people_do(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["search", "line", "cook"]) == 0
    out = capsys.readouterr().out
    assert "one unit group fits" in out
    assert "63200  Cooks (TEER 3)" in out
    assert "cook" in out.splitlines()[-1]


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("manager", "fits many unit groups"),
        ("blorgist", "describe the work"),
        ("?!", "nothing that could be a job"),
        ("NOC B", "TEER 2 or 3"),
    ],
)
def test_search_says_why_there_is_no_group_and_ends_with_1(
    said: str, answer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", said]) == 1
    assert answer in capsys.readouterr().out


def test_search_as_json_says_that_several_groups_may_be_meant_and_which(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "psw", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["sure"], found["ambiguous"]) == (None, True)
    assert {c["code"] for c in found["candidates"]} == {"33102", "44101"}
    assert all(set(c) == {"code", "title", "teer", "score"} for c in found["candidates"])


def test_search_reads_one_title_a_line_and_answers_in_order(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("line cook\nmanager\n63200\nblorgist\n\n"))
    assert main(["search", "--jsonl"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["sure"], line["ambiguous"]) for line in lines] == [
        ("63200", False),
        (None, True),
        ("63200", False),
        (None, False),
        (None, False),
    ]
    assert lines[0]["candidates"] == [{"code": "63200", "title": "Cooks", "teer": 3, "score": 1.0}]


def test_a_broad_title_as_json_has_its_most_frequent_kinds_with_low_scores(capsys: pytest.CaptureFixture[str]) -> None:
    main(["search", "foreman", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert (found["sure"], found["ambiguous"]) == (None, True)
    assert [c["code"] for c in found["candidates"]] == ["72013", "72014", "72021"]
    assert all(c["score"] < CANDIDATE_SCORE for c in found["candidates"])


def test_duties_bring_groups(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["duties", "i clean hotel rooms"]) == 0
    assert "65310" in capsys.readouterr().out


def test_show_prints_one_group(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "62020"]) == 0
    assert "Food service supervisors (TEER 2)" in capsys.readouterr().out
    assert main(["show", "62020", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["teer"] == 2


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["search"], "a job title is missing"),
        (["show", "6322"], "NOC 2021 has no unit group 6322"),
        (["import", "nowhere.csv"], "nowhere.csv: No such file"),
        (["check", "nowhere.csv"], "nowhere.csv: No such file"),
    ],
)
def test_a_wrong_argument_gets_one_line_on_stderr_and_2(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    err = capsys.readouterr().err
    assert complaint in err
    assert err.count("\n") == 1


def test_check_prints_each_disagreement(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    index = tmp_path / "index.csv"
    index.write_text("code,title\n62200,Line cook\n", encoding="utf-8")
    assert main(["check", str(index), "--grave"]) == 1
    assert "'line cook' 63200, the index: 'line cook' 62200" in capsys.readouterr().out
