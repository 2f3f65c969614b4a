"""Make the group of the editors: they read, add and change, and delete what they can add again."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

VIEWED = ["evidence", "historyentry", "original"]
CHANGED = [
    "article",
    "articlecountry",
    "articletopic",
    "body",
    "country",
    "entity",
    "importitem",
    "importrun",
    "mention",
    "source",
    "sourcepolicy",
    "topic",
]
DELETED = ["alias", "office", "sourcehabit"]


def make_group(apps, schema_editor):
    """Permissions are made after all migrations, so ours are made here first."""
    database = schema_editor.connection.alias
    config = apps.get_app_config("articles")
    config.models_module = True
    create_permissions(config, verbosity=0, using=database, apps=apps)
    config.models_module = None
    codenames = [f"view_{name}" for name in VIEWED + CHANGED + DELETED]
    codenames += [f"{deed}_{name}" for name in CHANGED + DELETED for deed in ("add", "change")]
    codenames += [f"delete_{name}" for name in DELETED]
    permissions = apps.get_model("auth", "Permission").objects.using(database)
    group, _ = apps.get_model("auth", "Group").objects.using(database).get_or_create(name="editor")
    group.permissions.set(
        permissions.filter(content_type__app_label="articles", codename__in=codenames)
    )


def drop_group(apps, schema_editor):
    groups = apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias)
    groups.filter(name="editor").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make_group, drop_group)]
