"""Messages as they reach a desk: what their headers state, which text is the text, which attachments are texts too."""

import base64
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.pipeline.formats import split_items
from articles.pipeline.formats.mail import recognises
from articles.pipeline.formats.mail.headers import parted_subject, sender_field
from articles.pipeline.reading import Unreadable
from articles.pipeline.results import Item, Label, Refused
from tests.pipeline.formats.archive_files import zipped

HEAD = (
    "From: Anna Berg <berg@nordfunk.example>\n"
    "To: desk@example.org\n"
    "Subject: Wasser wird knapp in Osch\n"
    "Date: Mon, 06 May 2024 10:12:00 +0600\n"
    "Message-ID: <1@nordfunk.example>\n"
    "MIME-Version: 1.0\n"
)
BODY = (
    "Die Stadtverwaltung von Osch hat am Montag das Wasser rationiert. Betroffen sind drei Viertel."
)
RUSSIAN = (
    "Власти Оша в понедельник ограничили подачу воды. Ограничения коснутся трёх районов города."
)


def plain(body, head=HEAD, charset="utf-8", more="", encoding="8bit"):
    """Return a message of one plain part."""
    kind = f'Content-Type: text/plain; charset="{charset}"{more}\n'
    data = body.encode(charset)
    if encoding == "base64":
        data = base64.encodebytes(data)
    return (head + kind + f"Content-Transfer-Encoding: {encoding}\n\n").encode() + data


def multipart(*parts, kind="mixed"):
    """Return a message of parts, each a header and a body."""
    joined = "".join(f"--b\nContent-Type: {head}\n\n{body}\n" for head, body in parts)
    return (HEAD + f'Content-Type: multipart/{kind}; boundary="b"\n\n{joined}--b--\n').encode()


def one(data, name="post.eml"):
    [item] = split_items(data, name)
    assert isinstance(item, Item)
    return item


def stated(item):
    return {one.field: one.span.text_of(item.text.content) for one in item.stated}


def text_of(item):
    return item.text.content[item.body :]


def labelled(item, label):
    return [h.span.text_of(item.text.content) for h in item.hints if h.label is label]


def told(data, name="post.eml"):
    """Return each text's name and first words, each refusal's name and code."""
    return [
        (entry.name, text_of(entry).split(".")[0] if isinstance(entry, Item) else entry.code)
        for entry in split_items(data, name)
    ]


def test_headers_are_stated_and_the_text_stands_behind_them():
    item = one(plain(BODY))
    assert stated(item) == {
        "headline": "Wasser wird knapp in Osch",
        "date": "Mon, 06 May 2024 10:12:00 +0600",
        "byline": "Anna Berg <berg@nordfunk.example>",
    }
    assert text_of(item).strip() == BODY


@pytest.mark.parametrize(
    ("charset", "encoding", "words"),
    [
        ("utf-8", "8bit", RUSSIAN),
        ("utf-8", "base64", RUSSIAN),
        ("koi8-r", "8bit", RUSSIAN),
        ("windows-1251", "base64", RUSSIAN),
        (
            "iso-8859-1",
            "8bit",
            "Für Öl aus Schymkent zahlt man größere Summen als für Öl aus Atyrau.",
        ),
    ],
)
def test_bodies_are_decoded_by_their_header(charset, encoding, words):
    assert text_of(one(plain(words, charset=charset, encoding=encoding))).strip() == words


@pytest.mark.parametrize("label", ["us-ascii", "iso-8859-1", "x-unknown", "utf-7"])
def test_a_wrong_label_does_not_spoil_utf_8(label):
    data = plain(RUSSIAN).replace(b'charset="utf-8"', f'charset="{label}"'.encode())
    assert text_of(one(data)).strip() == RUSSIAN


@pytest.mark.parametrize(
    ("raw", "subject"),
    [
        ("=?utf-8?B?0JLQvtC00LAg0LTQu9GPINCe0YjQsA==?=", "Вода для Оша"),
        ("=?utf-8?Q?Wasser_f=C3=BCr?=\n =?utf-8?Q?_Osch?=", "Wasser für Osch"),
        ("Вода для Оша", "Вода для Оша"),
        ("=?x-unknown?Q?W=C3=BCste?= Wasser", "Wüste Wasser"),
        ("Wasser\n\tfür Osch", "Wasser für Osch"),
    ],
)
def test_subjects_as_programs_write_them(raw, subject):
    data = plain(BODY, head=HEAD.replace("Wasser wird knapp in Osch", raw))
    assert stated(one(data))["headline"] == subject


@pytest.mark.parametrize(
    ("subject", "parted"),
    [
        ("WG: Wasser", ("WG", "Wasser")),
        ("Fwd: FW: Wasser", ("Fwd: FW", "Wasser")),
        ("[EXTERN] AW: Wasser", ("[EXTERN] AW", "Wasser")),
        ("Re[2]: Вода", ("Re[2]", "Вода")),
        ("Wasser: Not in Osch", ("", "Wasser: Not in Osch")),
        ("Rekord: 5 Grad", ("", "Rekord: 5 Grad")),
        ("", ("", "")),
    ],
)
def test_what_programs_put_before_a_subject_is_not_the_headline(subject, parted):
    assert parted_subject(subject) == parted


@pytest.mark.parametrize(
    ("sender", "field"),
    [
        ("Anna Berg <berg@nordfunk.example>", "byline"),
        ("Nordfunk <news@nordfunk.example>", "source"),
        ("Nordfunk Redaktion <post@example.org>", "source"),
        ("Пресс-служба МИД <press@example.org>", "source"),
        ("Pressestelle der Stadt <a@example.org>", "source"),
        ("anna@example.org", ""),
        ('"anna@example.org" <anna@example.org>', ""),
        ("", ""),
    ],
)
def test_a_sender_is_a_person_or_an_office(sender, field):
    assert sender_field(sender) == field


def test_html_is_read_where_the_plain_text_is_a_notice():
    page = f"<h1>Wasser wird knapp in Osch</h1><p>{BODY}</p><p>{BODY}</p>"
    notice = ("text/plain; charset=utf-8", "Ihr Programm zeigt kein HTML.")
    html = ("text/html; charset=utf-8", page)
    assert text_of(one(multipart(notice, html, kind="alternative"))).count(BODY) == 2
    item = one(
        multipart(("text/plain; charset=utf-8", f"{BODY}\n\n{BODY}"), html, kind="alternative")
    )
    assert "knapp" not in text_of(item)


def test_a_message_of_html_alone_is_read():
    item = one(multipart(("text/html; charset=utf-8", f"<style>p{{}}</style><p>{BODY}</p>")))
    assert text_of(item).strip() == BODY


def test_flowed_lines_are_paragraphs():
    body = "Die Stadtverwaltung von Osch \nhat das Wasser \nrationiert.\n\n From the archive.\n-- \nAnna\n"
    item = one(plain(body, more="; format=flowed"))
    assert text_of(item).startswith(
        "Die Stadtverwaltung von Osch hat das Wasser rationiert.\n\nFrom the archive.\n"
    )


def test_flowed_lines_may_lose_the_blank_they_were_broken_at():
    item = one(plain("Ош \nский  \nрынок.\n", more="; format=flowed; delsp=yes"))
    assert text_of(item).strip() == "Ошский рынок."


def test_wrapped_lines_are_joined():
    words = " ".join([BODY] * 6).split()
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 71:
            lines.append(line.strip())
            line = ""
        line += f" {word}"
    wrapped = "\n".join([*lines, line.strip()])
    assert text_of(one(plain(wrapped))).strip() == " ".join(words)


def test_salutation_and_signature_are_the_letters():
    letter = (
        f"Sehr geehrte Damen und Herren,\n\n{BODY}\n\nMit freundlichen Grüßen\nAnna Berg\n\n-- \n"
        "Anna Berg\nNordfunk, Kiewer Straße 1\nTel. 0123\n"
    )
    item = one(plain(letter))
    assert labelled(item, Label.HEADER) == ["Sehr geehrte Damen und Herren,"]
    assert labelled(item, Label.SITE) == [
        "Mit freundlichen Grüßen",
        "Anna Berg",
        "--",
        "Anna Berg",
        "Nordfunk, Kiewer Straße 1",
        "Tel. 0123",
    ]


def test_a_dash_in_the_middle_of_a_long_text_closes_nothing():
    letter = f"{BODY}\n\n-- \n\n" + f"{BODY}\n\n" * 20
    assert labelled(one(plain(letter)), Label.SITE) == []


FORWARDED = [
    (
        "Von: Bolot Asanow <asanow@akkalam.example>\nGesendet: Freitag, 3. Mai 2024 09:00\nAn: Anna Berg\n"
        "Betreff: Staudamm bricht\n\n"
    ),
    (
        "---------- Forwarded message ---------\nFrom: Bolot Asanow <asanow@akkalam.example>\n"
        "Date: Fri, May 3, 2024 at 9:00 AM\nSubject: Staudamm bricht\nTo: <berg@nordfunk.example>\n\n\n"
    ),
    (
        "-------- Weitergeleitete Nachricht --------\nBetreff: Staudamm bricht\nDatum: Fri, 3 May 2024 09:00:00 +0600\n"
        "Von: Bolot Asanow <asanow@akkalam.example>\nAn: berg@nordfunk.example\n\n"
    ),
    (
        "Anfang der weitergeleiteten Nachricht:\n\n> Von: Bolot Asanow <asanow@akkalam.example>\n> \n"
        "> Betreff: Staudamm bricht\n> \n> Datum: 3. Mai 2024 um 09:00:00 MESZ\n> \n> An: berg@nordfunk.example\n> \n"
    ),
    (
        "-------- Пересылаемое сообщение --------\nОт: Bolot Asanow <asanow@akkalam.example>\n"
        "Дата: 3 мая 2024 г., 9:00\nТема: Staudamm bricht\nКому: berg@nordfunk.example\n\n"
    ),
]


@pytest.mark.parametrize("block", FORWARDED)
@pytest.mark.parametrize("note", ["", "Zur Kenntnis. Gruß, Anna\n\n"])
def test_the_forwarded_text_is_the_text_with_its_own_subject_date_and_sender(block, note):
    quoted = "> " if "\n> Betreff" in block else ""
    head = HEAD.replace("Subject: ", "Subject: WG: ")
    item = one(plain(f"{note}{block}{quoted}{BODY}\n", head=head))
    said = stated(item)
    assert said["headline"] == "Staudamm bricht"
    assert said["byline"] == "Bolot Asanow <asanow@akkalam.example>"
    assert "2024" in said["date"]
    assert "May 2024 10:12" not in said["date"]
    assert text_of(item).strip().endswith(f"\n\n{BODY}")
    kept = labelled(item, Label.HEADER)
    assert "From: Anna Berg <berg@nordfunk.example>" in kept
    assert ("Zur Kenntnis. Gruß, Anna" in kept) == bool(note)


def test_of_a_chain_the_innermost_counts():
    chain = FORWARDED[0] + FORWARDED[1].replace("Staudamm", "Deich") + BODY
    item = one(plain(chain, head=HEAD.replace("Subject: ", "Subject: WG: WG: ")))
    assert stated(item)["headline"] == "Deich bricht"


def test_what_an_answer_quotes_is_not_forwarded():
    head = HEAD.replace("Subject: ", "Subject: AW: ")
    item = one(plain(f"{BODY}\n\n{FORWARDED[0]}Altes.\n", head=head))
    assert stated(item)["headline"] == "Wasser wird knapp in Osch"
    assert BODY in text_of(item)


def test_forwarded_in_html():
    block = FORWARDED[0].replace("<", "&lt;").replace("\n", "<br>")
    page = f"<p>Zur Kenntnis</p><div>{block}</div><p>{BODY}</p>"
    item = one(multipart(("text/html; charset=utf-8", page)))
    assert stated(item)["headline"] == "Staudamm bricht"
    assert text_of(item).strip().endswith(BODY)


def test_attachments_that_are_texts_are_texts_of_their_own():
    message = EmailMessage()
    message["From"], message["Subject"] = "Anna Berg <a@example.org>", "Unterlagen"
    message["Message-ID"] = "<1@example.org>"
    message.set_content("Anbei die Texte.")
    message.add_attachment("Вода для Оша.".encode(), "text", "plain", filename="вода.txt")
    message.add_attachment(zipped(("b.txt", b"Wasser.")), "application", "zip", filename="b.zip")
    message.add_attachment(b"\xff\xd8\xff", "image", "jpeg", filename="foto.jpg")
    message.add_attachment(b"BEGIN:VCARD", "text", "vcard", filename="anna.vcf")
    message.add_attachment(b"%PDF-1.7", "application", "pdf", filename="a.pdf")
    assert told(bytes(message)) == [
        ("", "Anbei die Texte"),
        ("вода.txt", "Вода для Оша"),
        ("b.zip › b.txt", "Wasser"),
        ("foto.jpg", "binary"),
        ("anna.vcf", "format"),
        ("a.pdf", "format"),
    ]


def test_a_message_attached_is_a_text_of_its_own():
    inner = EmailMessage()
    inner["From"], inner["Subject"] = "Bolot Asanow <b@example.org>", "Staudamm bricht"
    inner["Message-ID"] = "<2@example.org>"
    inner.set_content(BODY)
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "a@example.org", "Fwd: Staudamm"
    outer["Message-ID"] = "<1@example.org>"
    outer.set_content("Zur Kenntnis.")
    outer.add_attachment(inner)
    [note, text] = split_items(bytes(outer), "post.eml")
    assert text.name == "Staudamm bricht.eml"
    assert stated(text)["byline"] == "Bolot Asanow <b@example.org>"
    assert BODY in text_of(text)


def test_pictures_of_the_layout_are_one_line():
    logo = 'image/png; name="logo.png"\nContent-ID: <1>\nContent-Transfer-Encoding: base64', "iVBO"
    data = multipart(("text/html; charset=utf-8", f"<p>{BODY}</p>"), logo, logo, kind="related")
    assert told(data)[1:] == [("logo.png", "binary")]
    assert split_items(data, "a.eml")[1].detail == "× 2"


def test_a_page_that_a_browser_saved_as_a_message_is_read_as_a_page():
    page = (
        '<html><head><meta property="article:published_time" content="2024-05-03T09:00:00Z"></head>'
        f"<body><article><h1>Wasser wird knapp</h1><p>{BODY}</p><p>{BODY}</p></article></body></html>"
    )
    head = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://nordfunk.example/wasser\n"
        "Subject: Wasser wird knapp\nDate: Mon, 1 Jul 2024 10:00:00 +0000\nMIME-Version: 1.0\n"
    )
    saved = multipart(("text/html; charset=utf-8", page), kind="related").decode()
    item = one(saved.replace(HEAD, head).encode(), "wasser.mhtml")
    assert stated(item)["date"].startswith("2024-05-03")
    assert item.text.content.count(BODY) == 2


def test_a_locked_message_is_refused():
    data = multipart(("application/pgp-encrypted", "Version: 1"), kind="encrypted")
    with pytest.raises(Unreadable) as reason:
        split_items(data, "a.eml")
    assert reason.value.code == "encrypted"


def test_a_mailbox_holds_many_messages():
    first = plain("Erster Text.\n>From oben kam Wasser.\n")
    second = plain("Zweiter Text.", head=HEAD.replace("Wasser wird knapp", "Damm bricht"))
    between = b"From berg@nordfunk.example Mon May  6 10:12:00 2024\n"
    items = split_items(between + first + b"\n" + between + second, "post.mbox")
    assert [item.name for item in items] == ["Wasser wird knapp in Osch", "Damm bricht in Osch"]
    assert "\nFrom oben kam Wasser." in text_of(items[0])


@pytest.mark.parametrize(
    ("data", "name", "is_mail"),
    [
        (plain(BODY), "ohne-endung", True),
        (b"\xef\xbb\xbf" + plain(BODY), "a.txt", True),
        (b"From: a@example.org\nDate: 3 May 2024\nSubject: Wasser\n\nText", "a.txt", True),
        (b"Subject: Wasser\n\nText", "a.eml", True),
        (b"Subject: Wasser\n\nText", "a.txt", False),
        (b"Von: Anna Berg\nDatum: 3. Mai\n\nText", "a.txt", False),
        (b"Interview: Was nun?\nText: Anna Berg\n\nText", "a.txt", False),
        (b"From Osch to Almaty, 12:30 in the bus\nText: one", "a.txt", False),
        (BODY.encode(), "a.eml", False),
    ],
)
def test_a_message_is_known_by_its_headers(data, name, is_mail):
    assert recognises(data, name) is is_mail


def test_parts_nested_without_end_are_refused():
    deep = "".join(
        f'--b{n}\nContent-Type: multipart/mixed; boundary="b{n + 1}"\n\n' for n in range(3000)
    )
    data = (HEAD + f'Content-Type: multipart/mixed; boundary="b0"\n\n{deep}').encode()
    with pytest.raises(Unreadable) as reason:
        split_items(data, "a.eml")
    assert reason.value.code in ("effort", "empty")


WHOLE = multipart(
    ("text/plain; charset=utf-8", BODY),
    ('text/plain; name="a.txt"; charset=koi8-r', "Wasser"),
    ("message/rfc822", plain(BODY).decode()),
)


@settings(max_examples=200)
@given(
    changes=st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=20),
    cut=st.integers(1, len(WHOLE)),
)
def test_a_damaged_message_has_texts_or_reasons_and_nothing_else(changes, cut):
    damaged = bytearray(WHOLE)
    for place, byte in changes:
        damaged[place] = byte
    try:
        found = split_items(bytes(damaged[:cut]), "a.eml")
    except Unreadable:
        return
    assert all(isinstance(entry, Item | Refused) for entry in found)
