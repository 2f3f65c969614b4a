"""Editors teach, and take back what was taught."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

RIGHTS = ["view_lesson", "add_lesson", "change_lesson"]


def allow_editors(apps, schema_editor):
    """Permissions are made after all migrations, so ours are made here first."""
    database = schema_editor.connection.alias
    config = apps.get_app_config("articles")
    config.models_module = True
    create_permissions(config, verbosity=0, using=database, apps=apps)
    config.models_module = None
    permissions = apps.get_model("auth", "Permission").objects.using(database)
    for group in apps.get_model("auth", "Group").objects.using(database).filter(name="editor"):
        group.permissions.add(
            *permissions.filter(content_type__app_label="articles", codename__in=RIGHTS)
        )


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_the_desk")]
    operations = [migrations.RunPython(allow_editors, migrations.RunPython.noop)]
