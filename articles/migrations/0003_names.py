"""Names: validity and script of each form, decisions and doubts, judgements, merges, unknown names."""

import hashlib
import json

import django.db.models.deletion
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.db import migrations, models

from articles.pipeline.scripts import script_of

#: What a file said of a row before and says now: model, fields before, fields new with what they are until a file tells.
TOLD = [
    ("Country", "code name_en name_de name_ru focus position note", {"decided": ""}),
    (
        "Entity",
        "name kind country_id name_de name_ru note",
        {"decided": "", "doubtful": "", "wikidata": ""},
    ),
    ("Alias", "name kind language weak", {"script": None, "start": "", "end": "", "in_use": True}),
]
EDITED = ["judgement", "entitymerge", "unknownname"]


def digest(values):
    text = json.dumps(values, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def tell_scripts(apps, schema_editor):
    aliases = apps.get_model("articles", "Alias").objects.using(schema_editor.connection.alias)
    rows = list(aliases.all())
    for row in rows:
        row.script = script_of(row.name)
    aliases.bulk_update(rows, ["script"], batch_size=500)


def renew_digests(apps, schema_editor):
    """Let rows that nobody changed go on following their file, which tells more of them from now on."""
    for name, fields, told in TOLD:
        rows = apps.get_model("articles", name).objects.using(schema_editor.connection.alias)
        renewed = []
        for row in rows.exclude(reference_digest=""):
            values = {field: getattr(row, field) for field in fields.split()}
            if digest(values) == row.reference_digest:
                more = {"script": row.script} if "script" in told else {}
                row.reference_digest = digest(values | told | more)
                renewed.append(row)
        rows.bulk_update(renewed, ["reference_digest"], batch_size=500)


def allow_editors(apps, schema_editor):
    """Let editors judge, merge, and take both back; permissions are made after all migrations, so ours come first."""
    database = schema_editor.connection.alias
    config = apps.get_app_config("articles")
    config.models_module = True
    create_permissions(config, verbosity=0, using=database, apps=apps)
    config.models_module = None
    codenames = [f"{deed}_{name}" for deed in ("view", "add", "change") for name in EDITED]
    permissions = apps.get_model("auth", "Permission").objects.using(database)
    for group in apps.get_model("auth", "Group").objects.using(database).filter(name="editor"):
        group.permissions.add(
            *permissions.filter(content_type__app_label="articles", codename__in=codenames)
        )


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0002_editors'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='alias',
            name='end',
            field=models.CharField(blank=True, max_length=10, verbose_name='valid to'),
        ),
        migrations.AddField(
            model_name='alias',
            name='script',
            field=models.CharField(blank=True, editable=False, max_length=4, verbose_name='script'),
        ),
        migrations.AddField(
            model_name='alias',
            name='start',
            field=models.CharField(blank=True, help_text='YYYY, YYYY-MM or YYYY-MM-DD', max_length=10, verbose_name='valid from'),
        ),
        migrations.AddField(
            model_name='country',
            name='decided',
            field=models.CharField(blank=True, help_text='Who decided what the note says, and when. A decided note is shown to readers.', max_length=120, verbose_name='decided'),
        ),
        migrations.AddField(
            model_name='entity',
            name='decided',
            field=models.CharField(blank=True, help_text='Who decided what the note says, and when. A decided note is shown to readers.', max_length=120, verbose_name='decided'),
        ),
        migrations.AddField(
            model_name='entity',
            name='doubtful',
            field=models.TextField(blank=True, help_text='What is uncertain about it, and why.', verbose_name='doubtful'),
        ),
        migrations.AddField(
            model_name='entity',
            name='merged_into',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='absorbed', to='articles.entity', verbose_name='merged into'),
        ),
        migrations.AddField(
            model_name='entity',
            name='wikidata',
            field=models.CharField(blank=True, help_text='For example Q165413.', max_length=20, verbose_name='Wikidata'),
        ),
        migrations.AlterField(
            model_name='alias',
            name='kind',
            field=models.CharField(choices=[('house', 'house style'), ('name', 'other name'), ('surname', 'surname alone'), ('official', 'official name'), ('abbreviation', 'abbreviation'), ('nickname', 'nickname'), ('historic', 'historic name'), ('misspelling', 'misspelling'), ('adjective', 'adjective'), ('demonym', 'name of the people')], default='name', max_length=12, verbose_name='kind'),
        ),
        migrations.AlterField(
            model_name='alias',
            name='language',
            field=models.CharField(blank=True, help_text='Codes such as de or kk-Latn, parted by blanks.', max_length=60, verbose_name='language'),
        ),
        migrations.AlterField(
            model_name='historyentry',
            name='deed',
            field=models.CharField(choices=[('imported', 'imported'), ('corrected', 'corrected'), ('confirmed', 'confirmed'), ('published', 'published'), ('withdrawn', 'withdrawn'), ('merged', 'merged'), ('parted', 'parted again'), ('judged', 'judged'), ('taken-back', 'taken back')], max_length=10, verbose_name='deed'),
        ),
        migrations.CreateModel(
            name='Judgement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('form', models.CharField(max_length=200, verbose_name='as printed')),
                ('verdict', models.CharField(choices=[('same', 'means this entity'), ('not_same', 'never means this entity'), ('unsure', 'unsure whether it means this entity'), ('no_name', 'is not a name')], max_length=8, verbose_name='verdict')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='at')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('outcome', models.JSONField(blank=True, default=dict, editable=False)),
                ('article', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='judgements', to='articles.article', verbose_name='in this text')),
                ('by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('entity', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='judgements', to='articles.entity', verbose_name='entity')),
            ],
            options={
                'verbose_name': 'judgement',
                'verbose_name_plural': 'judgements',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='UnknownName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='name')),
                ('key', models.CharField(db_index=True, help_text='Spellings of one name in several texts share it.', max_length=200, verbose_name='key')),
                ('kind', models.CharField(choices=[('person', 'person'), ('organisation', 'organisation'), ('place', 'place'), ('event', 'event'), ('country', 'country')], max_length=12, verbose_name='kind')),
                ('surfaces', models.JSONField(blank=True, default=list, verbose_name='as printed')),
                ('spans', models.JSONField(blank=True, default=list, verbose_name='places in the original')),
                ('candidates', models.JSONField(blank=True, default=list, help_text='Names of entities, likeliest first.', verbose_name='could mean')),
                ('rule', models.CharField(blank=True, max_length=60, verbose_name='rule')),
                ('confidence', models.FloatField(default=1.0, verbose_name='confidence')),
                ('warning', models.CharField(blank=True, max_length=60, verbose_name='warning')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='unknown_names', to='articles.article', verbose_name='article')),
                ('judgement', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='answered', to='articles.judgement', verbose_name='judgement')),
            ],
            options={
                'verbose_name': 'unknown name',
                'verbose_name_plural': 'unknown names',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='EntityMerge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='at')),
                ('undone_at', models.DateTimeField(editable=False, null=True, verbose_name='undone at')),
                ('moved', models.JSONField(default=dict, editable=False, verbose_name='moved')),
                ('by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
                ('kept', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='merges_kept', to='articles.entity', verbose_name='kept')),
                ('merged', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='merges', to='articles.entity', verbose_name='merged')),
                ('undone_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='undone by')),
            ],
            options={
                'verbose_name': 'merge',
                'verbose_name_plural': 'merges',
                'ordering': ['-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('kept', models.F('merged')), _negated=True), name='merge_of_two_entities'), models.UniqueConstraint(condition=models.Q(('undone_at__isnull', True)), fields=('merged',), name='merged_once_at_a_time')],
            },
        ),
        migrations.AddConstraint(
            model_name='judgement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('entity__isnull', True), ('verdict', 'no_name')), models.Q(models.Q(('verdict', 'no_name'), _negated=True), ('entity__isnull', False)), _connector='OR'), name='judgement_of_an_entity_or_no_name'),
        ),
        migrations.AddConstraint(
            model_name='judgement',
            constraint=models.UniqueConstraint(fields=('form', 'entity', 'article'), name='judgement_once_in_a_text'),
        ),
        migrations.AddConstraint(
            model_name='judgement',
            constraint=models.UniqueConstraint(condition=models.Q(('article__isnull', True)), fields=('form', 'entity'), name='judgement_once_everywhere'),
        ),
        migrations.AddConstraint(
            model_name='judgement',
            constraint=models.UniqueConstraint(condition=models.Q(('entity__isnull', True)), fields=('form', 'article'), name='no_name_once_in_a_text'),
        ),
        migrations.AddConstraint(
            model_name='judgement',
            constraint=models.UniqueConstraint(condition=models.Q(('article__isnull', True), ('entity__isnull', True)), fields=('form',), name='no_name_once_everywhere'),
        ),
        migrations.AddIndex(
            model_name='unknownname',
            index=models.Index(condition=models.Q(('judgement__isnull', True)), fields=['key'], name='open_unknown_names'),
        ),
        migrations.RunPython(tell_scripts, migrations.RunPython.noop),
        migrations.RunPython(renew_digests, migrations.RunPython.noop),
        migrations.RunPython(allow_editors, migrations.RunPython.noop),
    ]
