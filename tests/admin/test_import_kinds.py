"""Archives, documents and mails at the desk: each text a row, each bad member a row with its reason."""

from articles.actions.importing import store_run
from articles.models import Article, ImportRun
from tests.admin.pages import TEXT, UPLOAD, text, upload
from tests.pipeline.formats.archive_files import zipped
from tests.pipeline.formats.office_files import docx, p

SECOND = (
    "Imker bei Taras zählen ihre Völker\n\nNach dem langen Winter fehlt den Imkern im Süden Kasachstans ein Drittel ihrer "
    "Bienen. Der Verband fordert Hilfe vom Ministerium.\n"
)
THIRD = (
    "Vier Klassen der Schule Nummer neun in Osch lernen seit Montag im Rathaus. Ein Rohr war geplatzt, das Wasser stand "
    "knietief in den Fluren, sagte die Direktorin."
)
FOURTH = (
    "Der Hafen von Balchasch bekommt einen Kran\n\nNach elf Jahren ohne schweres Gerät kauft die Verwaltung einen Kran aus "
    "Polen. Er soll im Herbst die ersten Boote heben.\n"
)
MAIL = (
    "From: Anna Berg <berg@nordfunk.example>\nSubject: Schule in Osch\nMessage-ID: <1@example.org>\n"
    f"Date: Mon, 06 May 2024 10:12:00 +0600\nContent-Type: text/plain; charset=utf-8\n\n{THIRD}"
)


def test_an_archive_becomes_a_row_for_each_text_and_each_bad_member(desk):
    archive = zipped(
        ("a.txt", TEXT.encode()),
        ("b.docx", docx("".join(p(line) for line in SECOND.splitlines()))),
        ("c.eml", MAIL.encode()),
        ("../d.txt", TEXT.encode()),
        ("e.zip", zipped(("a.txt", TEXT.encode()))),
        ("foto.jpg", b"\xff\xd8\xff\xe0"),
    )
    page = text(upload(desk, ("post.zip", archive), ("einzeln.txt", FOURTH)))
    run = ImportRun.objects.get()
    rows = [(item.name, item.verdict, item.reason) for item in run.items.all()]
    assert rows == [
        ("post.zip › ../d.txt", "rejected", "path"),
        ("post.zip › a.txt", "new", ""),
        ("post.zip › b.docx", "new", ""),
        ("post.zip › c.eml", "new", ""),
        ("post.zip › e.zip", "rejected", "nested"),
        ("post.zip › foto.jpg", "rejected", "binary"),
        ("einzeln.txt", "new", ""),
    ]
    assert "The name leads out of the archive." in page
    assert "An archive inside an archive is not opened." in page
    assert len(store_run(run, by=None)) == 4
    assert str(Article.objects.get(item__name__endswith="c.eml").date) == "2024-05-06"


def test_a_bomb_is_one_rejected_row(desk):
    bomb = zipped(*((f"{n}.txt", b"x") for n in range(2001)))
    page = text(upload(desk, ("bombe.zip", bomb)))
    assert ImportRun.objects.get().items.get().reason == "members"
    assert "more texts or files than are taken at once" in page


def test_the_upload_says_what_is_read(desk):
    page = text(desk.get(UPLOAD))
    assert "DOCX, ODT, Markdown" in page
    assert "2,000 files and 200 MB" in page
