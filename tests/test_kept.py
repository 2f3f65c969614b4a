"""Kept knowledge: made once, the same as the files, and made anew when a file changes."""

from articles.knowledge import from_files
from articles.knowledge.kept import kept_knowledge
from tests.data_files import spoil


def test_what_is_kept_is_what_the_files_say(data_folder, tmp_path):
    cache = tmp_path / "cache"
    first, _ = kept_knowledge(cache, data_folder)
    again, gazetteer = kept_knowledge(cache, data_folder)
    assert first == again == from_files(data_folder)
    assert "Kassym-Jomart Tokayev" in gazetteer.by_name
    assert len(list(cache.iterdir())) == 1


def test_a_changed_file_is_read_anew_and_the_old_state_goes(data_folder, tmp_path):
    cache = tmp_path / "cache"
    kept_knowledge(cache, data_folder)
    spoil(data_folder, "entities/people.toml", '"Tokajew"', '"Tokajeff"')
    knowledge, _ = kept_knowledge(cache, data_folder)
    assert any(form.text == "Tokajeff" for entity in knowledge.entities for form in entity.forms)
    assert len(list(cache.iterdir())) == 1


def test_a_broken_or_unwritable_cache_costs_only_time(data_folder, tmp_path):
    cache = tmp_path / "cache"
    kept_knowledge(cache, data_folder)
    for path in cache.iterdir():
        path.write_bytes(b"\x80nonsense")
    assert kept_knowledge(cache, data_folder)[0] == from_files(data_folder)
    (tmp_path / "file").write_text("no folder")
    assert kept_knowledge(tmp_path / "file", data_folder)[0] == from_files(data_folder)
