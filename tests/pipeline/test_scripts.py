"""The script of a name, and its tag for browsers."""

import pytest

from articles.pipeline.scripts import script_of, tag_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Qasym-Jomart Toqaev", "Latn"),
        ("Қасым-Жомарт Тоқаев", "Cyrl"),
        ("قاسىم-جومارت توقايەۆ", "Arab"),
        ("托卡耶夫", "Hans"),
        ("トカエフ", "Jpan"),
        ("ქართველი", "Geor"),
        ("ШОС (SCO/Shanghai)", "Latn"),
        ("5+1", ""),
        ("", ""),
    ],
)
def test_most_letters_decide_the_script(text, script):
    assert script_of(text) == script


@pytest.mark.parametrize(
    ("language", "script", "tag"),
    [
        ("de", "Latn", "de"),
        ("ru", "Cyrl", "ru"),
        ("kk", "Cyrl", "kk"),
        ("kk", "Latn", "kk-Latn"),
        ("uz", "Cyrl", "uz-Cyrl"),
        ("kk-Arab", "Arab", "kk-Arab"),
        ("", "Cyrl", "und-Cyrl"),
        ("de", "", "de"),
        ("", "", ""),
    ],
)
def test_a_tag_names_the_script_where_it_is_not_the_usual_one(language, script, tag):
    assert tag_of(language, script) == tag
