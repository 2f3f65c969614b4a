"""ZIP, TAR and single packed files: members by name, each bad one with its reason, bombs as a whole."""

import bz2
import gzip
import io
import lzma
import stat
import zipfile
from random import Random

import pytest
from django.conf import settings as project_settings
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.pipeline.formats import split_items
from articles.pipeline.formats.archives.limits import MAX_FILE
from articles.pipeline.reading import Unreadable
from articles.pipeline.results import Item, Refused
from tests.pipeline.formats.archive_files import (
    overlapping,
    tarred,
    with_flags,
    with_raw_name,
    with_size,
    zipped,
)

A, B = "Wasser für Osch".encode(), "Вода для Оша".encode()
MB = 1024**2
MODES = ["w", "w:gz", "w:bz2", "w:xz"]


def read(data, name="post.zip"):
    """Return a file's texts as (name, first words) and what was refused as (name, code)."""
    return [
        (entry.name, entry.text.content[:15] if isinstance(entry, Item) else entry.code)
        for entry in split_items(data, name)
    ]


def refused_whole(data, name="post.zip"):
    with pytest.raises(Unreadable) as reason:
        split_items(data, name)
    return reason.value.code


def name_of(value: object) -> str:
    """Return the name of a row: archives hold the time at which they were made, which two processes do not share."""
    return value if isinstance(value, str) else "archive"


@pytest.mark.parametrize(
    "archive",
    [
        zipped(("b/b.txt", B), ("b/", b""), ("a.txt", A)),
        zipped(("b/b.txt", B), ("a.txt", A), method=zipfile.ZIP_STORED),
        zipped(("b/b.txt", B), ("a.txt", A), method=zipfile.ZIP_BZIP2),
        zipped(("b/b.txt", B), ("a.txt", A), method=zipfile.ZIP_LZMA),
        *(tarred(("b/b.txt", B), ("a.txt", A), mode=mode) for mode in MODES),
    ],
    ids=name_of,
)
def test_members_are_read_in_order_of_their_names_whatever_the_archive_is_called(archive):
    assert read(archive, "post") == [("a.txt", "Wasser für Osch"), ("b/b.txt", "Вода для Оша")]
    assert [entry.number for entry in split_items(archive, "post")] == [1, 2]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_file_packed_alone_is_read_under_its_own_name(pack):
    suffix = {gzip.compress: ".gz", bz2.compress: ".bz2", lzma.compress: ".xz"}[pack]
    assert read(pack(A), "a.txt" + suffix) == [("a.txt", "Wasser für Osch")]


def link(name):
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return info


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("../a.txt", A, "path"),
        ("x/../../a.txt", A, "path"),
        ("/etc/a.txt", A, "path"),
        ("C:/a.txt", A, "path"),
        ("C:a.txt", A, "path"),
        ("\\\\share\\a.txt", A, "path"),
        ("x\\..\\a.txt", A, "path"),
        (link("a.txt"), b"/etc/passwd", "link"),
        ("a.zip", zipped(("a.txt", A)), "nested"),
        ("a.tar.gz", tarred(("a.txt", A), mode="w:gz"), "nested"),
        ("a.txt.gz", gzip.compress(A), "nested"),
        ("foto.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", "binary"),
        ("leer.txt", b"", "empty"),
        ("tabelle.xlsx", zipped(("[Content_Types].xml", b"<Types/>"), ("xl/a", b"")), "format"),
        ("gross.txt", b"ab\n" * (7 * MB), "ratio"),
        ("nullen.txt", b"\0" * (2 * MB), "ratio"),
    ],
)
def test_a_bad_member_is_refused_by_name_and_stops_no_other(name, data, code):
    shown = getattr(name, "filename", name)
    found = read(zipped((name, data), ("0.txt", A), ("z.txt", B)))
    assert ("0.txt", "Wasser für Osch") in found
    assert ("z.txt", "Вода для Оша") in found
    assert (shown, code) in found
    assert len(found) == 3


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("../a.txt", A, "path"),
        ("/etc/a.txt", A, "path"),
        ("a", "symlink", "link"),
        ("a", "hardlink", "link"),
        ("a", "fifo", "link"),
        ("a", "device", "link"),
        ("a.tar", tarred(("a.txt", A)), "nested"),
        ("leer.txt", b"", "empty"),
    ],
)
def test_so_it_is_in_a_tar(mode, name, data, code):
    found = read(tarred((name, data), ("0.txt", A), ("z.txt", B), mode=mode), "a.tar")
    assert (name, code) in found
    assert len(found) == 3


def picture(size):
    """Return bytes that begin like a picture and shrink to a twentieth."""
    random = Random(1)
    blocks = (random.randbytes(400) + bytes(8000) for _ in range(size // 8400 + 1))
    return (b"\xff\xd8\xff" + b"".join(blocks))[:size]


def test_a_member_over_the_size_of_a_file_is_too_large():
    members = ("gross.jpg", picture(20 * MB + 1)), ("z.txt", B)
    read_so = [("gross.jpg", "too-large"), ("z.txt", "Вода для Оша")]
    assert read(zipped(*members)) == read_so
    assert read(tarred(*members, mode="w:gz")) == read_so


def test_a_member_may_be_as_large_as_an_upload():
    assert MAX_FILE == project_settings.IMPORT_MAX_BYTES


def test_blanks_are_no_bomb_while_they_are_few():
    padded = A + b" " * (900 * 1024)
    assert read(zipped(("a.txt", padded))) == [("a.txt", "Wasser für Osch")]
    assert read(gzip.compress(padded), "a.txt.gz") == [("a.txt", "Wasser für Osch")]


@pytest.mark.parametrize(
    ("archive", "code"),
    [
        (with_size(zipped(("a.txt", A * 9)), 5), "broken"),
        (with_size(zipped(("a.txt", A * 9)), 5000), "broken"),
        (with_size(zipped(("a.txt", A), method=zipfile.ZIP_STORED), 5000), "broken"),
        (zipped(("a.txt", A), method=zipfile.ZIP_STORED).replace(A, A[::-1], 1), "broken"),
        (with_flags(zipped(("a.txt", A)), 1), "encrypted"),
        (zipped(("a.txt", A)).replace(b"\x00\x00\x08\x00", b"\x00\x00\x09\x00"), "format"),
    ],
    ids=["says less", "says more", "stored, says more", "check sum", "encrypted", "method"],
)
def test_a_member_that_lies_or_is_locked_is_refused(archive, code):
    assert read(archive) == [("a.txt", code)]


@pytest.mark.parametrize(
    ("archive", "code"),
    [
        (zipped(*((f"{n}.txt", b"x") for n in range(2001))), "members"),
        (zipped(*((f"{n}.txt", b"") for n in range(66_000)), method=0), "members"),
        (tarred(*((f"{n}.txt", b"x") for n in range(2001)), mode="w:gz"), "members"),
        (tarred(("a", b"\0" * (60 * MB)), mode="w:gz"), "ratio"),
        (tarred(("a", b"\0" * (60 * MB)), mode="w:xz"), "ratio"),
        (gzip.compress(b"\0" * (60 * MB)), "ratio"),
        (zipped(("a.txt", A))[:-30], "broken"),
        (overlapping(50, b"a" * 1000), "broken"),
        (b"PK\x03\x04" + bytes(100), "broken"),
        (b"\x1f\x8b\x08\x00" + bytes(100), "broken"),
        (gzip.compress(A)[:-9], "broken"),
        (b"Rar!\x1a\x07\x00" + bytes(100), "format"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(100), "format"),
        (zipped(), "empty"),
        (zipped(("leer/", b"")), "empty"),
    ],
    ids=name_of,
)
def test_a_limit_of_the_whole_refuses_the_whole(archive, code):
    assert refused_whole(archive) == code


def test_what_unpacks_to_more_than_two_hundred_megabytes_is_refused_whole():
    members = [(f"{number}.jpg", picture(18 * MB)) for number in range(12)]
    assert refused_whole(zipped(*members)) == "unpacked"
    assert {code for _, code in read(zipped(*members[:11]))} == {"binary"}


def test_two_thousand_members_are_read():
    found = split_items(zipped(*((f"{n}.txt", f"Text {n}".encode()) for n in range(2000))), "a.zip")
    assert len(found) == 2000
    assert not any(isinstance(entry, Refused) for entry in found)


@pytest.mark.parametrize("mode", MODES[:2])
def test_a_tar_that_ends_too_early_keeps_what_came_before(mode):
    whole = tarred(("b.txt", B), ("a.txt", A * 400), mode="w")
    cut = whole[:3000]
    packed = gzip.compress(cut) if mode == "w:gz" else cut
    assert read(packed, "a.tar") == [("b.txt", "Вода для Оша"), ("", "broken")]


def test_a_tar_with_a_damaged_header_says_that_something_is_missing():
    whole = bytearray(tarred(("a.txt", A), ("b.txt", B), ("c.txt", A)))
    whole[1024:1034] = b"\x01" * 10
    assert read(bytes(whole), "a.tar") == [("a.txt", "Wasser für Osch"), ("", "broken")]


NAMES = ["Токаев/Визит.txt", "Größe über Öl.txt", "МВД.txt", "a b (2) Kopie.txt"]
WRITTEN = [
    (name, encoding)
    for name in NAMES
    for encoding in ("utf-8", "cp437", "cp866", "cp1251", "cp1252")
    if name.encode(encoding, "replace").decode(encoding) == name
]


@pytest.mark.parametrize(("name", "encoding"), WRITTEN)
def test_names_in_old_code_pages_are_read(name, encoding):
    raw = name.encode(encoding)
    placeholder = b"x" * len(raw)
    archive = with_raw_name(zipped((placeholder.decode(), A)), placeholder, raw)
    assert read(archive) == [(name, "Wasser für Osch")]
    assert read(tarred((name, A), encoding=encoding), "a.tar") == [(name, "Wasser für Osch")]


def test_two_members_of_one_name_and_twins_by_case_are_texts_of_their_own():
    with pytest.warns(UserWarning, match="Duplicate name"):
        archive = zipped(("a.txt", A), ("a.txt", B), ("A.TXT", A))
    assert [name for name, _ in read(archive)] == ["A.TXT", "a.txt", "a.txt"]


def test_what_file_managers_leave_is_one_line():
    left = ("__MACOSX/._a.txt", "__MACOSX/x/._b", ".DS_Store", "x/Thumbs.db", "._a.txt")
    archive = zipped(("a.txt", A), *((name, b"\x00\x01") for name in left))
    [text, litter] = split_items(archive, "a.zip")
    assert text.name == "a.txt"
    assert (litter.name, litter.code, litter.detail) == (".DS_Store", "format", "× 5")


def test_a_zip_in_the_long_form_is_read():
    written = io.BytesIO()
    with (
        zipfile.ZipFile(written, "w") as archive,
        archive.open("a.txt", "w", force_zip64=True) as a,
    ):
        a.write(A)
    assert read(written.getvalue()) == [("a.txt", "Wasser für Osch")]


ARCHIVES = [
    zipped(("b/b.txt", B), ("a.txt", A * 20), ("in.zip", zipped(("a", A)))),
    zipped(("b/b.txt", B), ("a.txt", A), method=zipfile.ZIP_BZIP2),
    *(tarred(("b/b.txt", B), ("a.txt", A * 20), mode=mode) for mode in MODES),
]


@settings(max_examples=300)
@given(
    archive=st.sampled_from(ARCHIVES),
    changes=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=12),
    cut=st.floats(0.02, 1),
)
def test_a_damaged_archive_has_texts_or_reasons_and_nothing_else(archive, changes, cut):
    damaged = bytearray(archive[: max(1, int(len(archive) * cut))])
    for place, byte in changes:
        damaged[int(place * (len(damaged) - 1))] = byte
    try:
        found = split_items(bytes(damaged), "a.zip")
    except Unreadable:
        return
    assert [entry.number for entry in found] == list(range(1, len(found) + 1))
    assert all(isinstance(entry, Item | Refused) for entry in found)
