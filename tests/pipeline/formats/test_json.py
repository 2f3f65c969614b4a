"""JSON opened safely: what two readers would read differently is refused with its reason."""

import pytest

from articles.pipeline.formats.json import (
    Twice,
    ambiguity,
    looks_like_json,
    named,
    open_json,
    texts,
)
from articles.pipeline.reading import Unreadable


@pytest.mark.parametrize(
    ("data", "is_json"),
    [
        (b'{"a": 1}', True),
        (b'\xef\xbb\xbf\n[ {"a": 1}]', True),
        ('{"a": 1}'.encode("utf-16"), True),
        (b"{}", True),
        (b"[dpa] Bischkek", False),
        (b"{Name} sagte", False),
        (b"Ein Satz", False),
        (b"", False),
    ],
)
def test_json_is_known_by_its_beginning(data, is_json):
    assert looks_like_json(data) is is_json


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b'{"a": ' + b"[" * 100_000, "effort", "nested"),
        (b'{"a": ' + b'{"b": ' * 100_000, "effort", "nested"),
        (b'{"a": ' + b"9" * 100_000 + b"}", "broken", "100000 digits"),
        (b'{"a": NaN}', "broken", "NaN"),
        (b'{"a": -Infinity}', "broken", "-Infinity"),
        (b'{"a": "b', "broken", "line 1"),
    ],
)
def test_what_is_hostile_or_broken_is_refused_with_its_reason(data, code, said):
    with pytest.raises(Unreadable) as refusal:
        open_json(data)
    assert refusal.value.code == code
    assert said in refusal.value.detail


def test_what_can_not_be_read_behind_a_value_is_told_in_its_place():
    value, refusal = open_json(b'{"a": 1}}').values
    assert value == {"a": 1}
    assert (refusal.code, refusal.detail) == ("broken", "line 1: Expecting value")


def test_a_name_that_stands_twice_with_two_values_makes_its_object_ambiguous():
    [value] = open_json(b'{"a": 1, "a": 2, "b": 1, "b": 1, "c": {"d": 1, "d": 2}}').values
    assert value == {"a": Twice("a"), "b": 1, "c": {"d": Twice("d")}}
    assert "“a”" in ambiguity(value)
    assert ambiguity({"c": value["c"]}) == ""


def test_half_a_surrogate_pair_is_replaced_and_said_to_be():
    opened = open_json(rb'{"a": "x\ud83d y", "b": "\ud83d\ude80"}')
    assert opened.values == ({"a": "x� y", "b": "🚀"},)
    assert opened.warnings == ("control-characters",)


def test_a_value_on_each_line_is_read_alone():
    opened = open_json(b'{"a": 1}\r\n{"a": NaN}\n\n{"a": 3},\n{"a": \n')
    first, second, third, fourth = opened.values
    assert (first, third) == ({"a": 1}, {"a": 3})
    assert second.detail.startswith("text 2, NaN")
    assert fourth.detail.startswith("text 4, line 1")


def test_values_may_stand_one_behind_the_other():
    assert open_json(b'{\n"a": 1}\n{"a":\n2}').values == ({"a": 1}, {"a": 2})


def test_texts_are_found_under_the_first_name_that_has_one():
    of = {"a": " ", "b": 5, "c": "x", "d": "y"}
    assert named(of, "a", "b", "c", "d") == ("c", "x")
    assert named(of, "a") == ("", "")
    assert [texts(value) for value in (["x", 1], "x", None, {"x": 1})] == [["x"], ["x"], [], []]
