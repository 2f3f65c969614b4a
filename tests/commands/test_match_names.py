"""`match_names`: one line out for each line in, in order, without a database."""

import json

import pytest
from django.core.management import CommandError, call_command


def run(tmp_path, capsys, candidates, queries, *options):
    (tmp_path / "c.txt").write_text(candidates, encoding="utf-8")
    (tmp_path / "q.txt").write_text(queries, encoding="utf-8")
    paths = ["--candidates", str(tmp_path / "c.txt"), "--queries", str(tmp_path / "q.txt")]
    call_command("match_names", *paths, *options)
    return capsys.readouterr().out.splitlines()


def test_each_line_has_its_answer_blank_ones_too(tmp_path, capsys):
    queries = "Schaparow, Sadyr \n\n  \nТокарев\n"
    names = "Sadyr Japarov\nKassym-Jomart Tokayev\n"
    lines = [json.loads(line) for line in run(tmp_path, capsys, names, queries, "--json")]
    assert [line["query"] for line in lines] == ["Schaparow, Sadyr ", "", "  ", "Токарев"]
    first = lines[0]["ranked"][0]
    assert (first["name"], first["verdict"]) == ("Sadyr Japarov", "same")
    assert 0 < first["score"] <= 1
    assert first["reason"]
    assert lines[1]["ranked"] == lines[2]["ranked"] == []
    assert all(found["verdict"] != "same" for found in lines[3]["ranked"])


def test_only_the_gazetteer_knows_that_nur_sultan_was_astana(tmp_path, capsys):
    def verdict(*options):
        line = run(tmp_path, capsys, "Astana\nAlmaty\n", "Nur-Sultan\n", "--json", *options)[0]
        return [(found["name"], found["verdict"]) for found in json.loads(line)["ranked"]][:1]

    assert verdict("--gazetteer") == [("Astana", "same")]
    assert verdict() != [("Astana", "same")]


def test_people_read_a_line_a_name(tmp_path, capsys):
    lines = run(tmp_path, capsys, "Osh\n", "Ош\n")
    assert lines == ["Ош: Osh (same 0.99)"]


def test_a_missing_file_and_other_encodings_are_named(tmp_path, capsys):
    with pytest.raises(CommandError, match=r"c\.txt"):
        call_command("match_names", candidates=tmp_path / "c.txt", queries=tmp_path / "q.txt")
    (tmp_path / "c.txt").write_bytes("Tadschikistän".encode("cp1252"))
    with pytest.raises(CommandError, match="UTF-8"):
        call_command("match_names", candidates=tmp_path / "c.txt", queries=tmp_path / "c.txt")
