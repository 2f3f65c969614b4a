"""What searches look up, with an index of words that the database itself keeps, filled for what is there already.

Django has no FTS5 tables and no tsvector outside PostgreSQL, so the index stands beside the table: whoever alters
`articles_searchtext` on SQLite in a later migration makes the triggers anew, since Django builds the table anew there.
"""

import django.db.models.deletion
from django.db import migrations, models

from articles.pipeline.search import keys_of, text_to_search

KEY_BITS = 24
AT_ONCE = 500

SQLITE = (
    """CREATE VIRTUAL TABLE articles_fulltext USING fts5(
        words, content='articles_searchtext', content_rowid='place', tokenize='unicode61 remove_diacritics 0'
    )""",
    """CREATE TRIGGER articles_fulltext_added AFTER INSERT ON articles_searchtext BEGIN
        INSERT INTO articles_fulltext (rowid, words) VALUES (new.place, new.words);
    END""",
    """CREATE TRIGGER articles_fulltext_gone AFTER DELETE ON articles_searchtext BEGIN
        INSERT INTO articles_fulltext (articles_fulltext, rowid, words) VALUES ('delete', old.place, old.words);
    END""",
    """CREATE TRIGGER articles_fulltext_changed AFTER UPDATE ON articles_searchtext BEGIN
        INSERT INTO articles_fulltext (articles_fulltext, rowid, words) VALUES ('delete', old.place, old.words);
        INSERT INTO articles_fulltext (rowid, words) VALUES (new.place, new.words);
    END""",
)
POSTGRESQL = (
    # Rows stay narrow, so that putting many hits in order reads few pages.
    "ALTER TABLE articles_searchtext SET (toast_tuple_target = 128)",
    """ALTER TABLE articles_searchtext ADD COLUMN vector tsvector
        GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED""",
    """CREATE INDEX articles_searchtext_vector ON articles_searchtext
        USING gin (vector) WITH (fastupdate = off)""",
    # The planner takes a vector for as cheap to read as a number and would read them all for a common word: here the index
    # of words is the only way. Sums and products keep it from the index of places.
    """CREATE FUNCTION articles_found(asked tsquery, behind bigint, ahead bigint, direction int, most int)
        RETURNS TABLE (place bigint, vector tsvector) LANGUAGE sql STABLE SET enable_seqscan = off AS $$
            SELECT place, vector FROM articles_searchtext
            WHERE vector @@ asked AND place + 0 > behind AND place + 0 < ahead
            ORDER BY place * direction LIMIT most
        $$""",
)


def make_index(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def drop_index(apps, schema_editor):
    # The triggers, the column and its index go with the table.
    sqlite = schema_editor.connection.vendor == "sqlite"
    schema_editor.execute(
        "DROP TABLE articles_fulltext" if sqlite else "DROP FUNCTION articles_found"
    )


def fill_names(apps, schema_editor):
    entities = apps.get_model("articles", "Entity").objects.all()
    aliases = apps.get_model("articles", "Alias").objects.filter(in_use=True)
    forms = {
        pk: set(names) for pk, *names in entities.values_list("pk", "name", "name_de", "name_ru")
    }
    for entity, name in aliases.values_list("entity", "name"):
        forms[entity].add(name)
    row = apps.get_model("articles", "NameWord")
    rows = []
    for entity, names in forms.items():
        keys = [keys_of(name) for name in names]
        alone = {found[0] for found in keys if len(found) == 1}
        rows += [
            row(entity_id=entity, word=word, alone=word in alone)
            for word in {word for found in keys for word in found}
        ]
    row.objects.bulk_create(rows, batch_size=5000)


def fill_texts(apps, schema_editor):
    get = apps.get_model
    articles = get("articles", "Article").objects.filter(status="published").order_by("pk")
    keys = list(articles.values_list("pk", flat=True))
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        signs, places = {}, {}
        listed = get("articles", "Listing").objects.filter(article__in=some)
        for article, key, place in listed.values_list("article", "key", "place"):
            signs.setdefault(article, []).append(key)
            places[article] = (place << KEY_BITS) + article
        get("articles", "SearchText").objects.bulk_create(
            get("articles", "SearchText")(
                article_id=one.pk,
                place=places[one.pk],
                words=text_to_search(_parts(one), signs[one.pk]),
            )
            for one in articles.filter(pk__in=places).select_related("body")
        )


def _parts(article):
    blocks = article.body.blocks if hasattr(article, "body") else []
    return [article.headline, article.standfirst, *(block["text"] for block in blocks)]


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_listings")]

    operations = [
        migrations.CreateModel(
            name="SearchText",
            fields=[
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_text",
                        serialize=False,
                        to="articles.article",
                    ),
                ),
                ("place", models.BigIntegerField(unique=True)),
                ("words", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="NameWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("word", models.CharField(max_length=60)),
                ("alone", models.BooleanField()),
                (
                    "entity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="name_words",
                        to="articles.entity",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("word", "entity"), name="name_word_once_for_an_entity"
                    )
                ],
            },
        ),
        migrations.RunPython(make_index, drop_index),
        migrations.RunPython(fill_names, migrations.RunPython.noop, elidable=True),
        migrations.RunPython(fill_texts, migrations.RunPython.noop, elidable=True),
    ]
