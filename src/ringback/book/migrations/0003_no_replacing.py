"""SQLite's ``INSERT OR REPLACE`` removes a row without asking the guard of removals: refuse it."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = """CREATE TRIGGER touch_is_final_INSERT BEFORE INSERT ON book_touch
    WHEN EXISTS (SELECT 1 FROM book_touch WHERE id = NEW.id OR uid = NEW.uid)
    BEGIN SELECT RAISE(ABORT, 'a touch is never changed; strike it by a later one'); END"""


def guard(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Put the trigger in place; PostgreSQL has no such statement."""
    if editor.connection.vendor == "sqlite":
        editor.execute(SQLITE)


class Migration(migrations.Migration):
    """A guard on the journal."""

    dependencies = (("book", "0002_guards"),)
    operations = (migrations.RunPython(guard, migrations.RunPython.noop),)
