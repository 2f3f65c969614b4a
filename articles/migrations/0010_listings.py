"""Narrow rows that lists are read from, filled for what readers could see already."""

import uuid

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

BLOCK = 2048
DOUBTFUL_BELOW = 0.8
OUT = ("published", "withdrawn")
KINDS = ("person", "organisation", "place", "event")


def fill(apps, schema_editor):
    Article, Block = (
        apps.get_model("articles", "Article"),
        apps.get_model("articles", "ListingBlock"),
    )
    last = Article.objects.filter(status__in=OUT).aggregate(last=models.Max("pk"))["last"]
    for number in range((last or 0) // BLOCK + 1 if last else 0):
        if _fill_block(apps, number):
            Block.objects.create(number=number, mark=uuid.uuid4())


def _fill_block(apps, number):
    get = apps.get_model
    listing = get("articles", "Listing")
    articles = get("articles", "Article").objects.filter(
        status__in=OUT, pk__gte=number * BLOCK, pk__lt=(number + 1) * BLOCK
    )
    columns = ("pk", "status", "date_from", "time", "date", "language", "source")
    rows = list(articles.values_list(*columns))
    keys, places = {}, {}
    for pk, status, day, time, date, language, source in rows:
        places[pk] = _place(day, time)
        keys[pk] = {"all" if status == "published" else "withdrawn"}
        keys[pk] |= {f"year:{date[:4]}", f"month:{date[:7]}"} if date else set()
        keys[pk] |= {f"day:{date[5:]}"} if len(date) == 10 else set()
        keys[pk] |= {f"language:{language.split('-')[0]}"} if language else set()
        keys[pk] |= {f"source:{source}"} if source else set()
    chosen = articles.values("pk")
    about = get("articles", "ArticleCountry").objects.filter(role="about", article__in=chosen)
    topics = get("articles", "ArticleTopic").objects.filter(article__in=chosen)
    sure = Q(confirmed_at__isnull=False) | Q(confidence__gte=DOUBTFUL_BELOW)
    named = get("articles", "Mention").objects.filter(
        sure, content_object__in=chosen, rejected=False, tag__merged_into__isnull=True
    )
    for facet, found in (
        ("country", about.values_list("article", "country")),
        ("topic", topics.values_list("article", "topic")),
        ("entity", named.values_list("content_object", "tag")),
        ("kind", named.filter(tag__kind__in=KINDS).values_list("content_object", "tag__kind")),
    ):
        for pk, value in found:
            keys[pk].add(f"{facet}:{value}")
    listing.objects.bulk_create(
        (
            listing(article_id=pk, key=key, place=places[pk])
            for pk in keys
            for key in sorted(keys[pk])
        ),
        batch_size=5000,
    )
    return rows


def _place(day, time):
    seconds = time.hour * 3600 + time.minute * 60 + time.second + 1 if time else 0
    return (day.toordinal() * 100_000 if day else 0) + seconds


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0009_newest_published"),
    ]

    operations = [
        migrations.CreateModel(
            name="ListingBlock",
            fields=[
                ("number", models.PositiveIntegerField(primary_key=True, serialize=False)),
                ("mark", models.UUIDField()),
            ],
        ),
        migrations.CreateModel(
            name="Listing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=60)),
                ("place", models.BigIntegerField()),
                (
                    "article",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="listings",
                        to="articles.article",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["key", "place", "article"], name="listings_in_order")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("article", "key"), name="listed_once_by_a_value"
                    )
                ],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
    ]
