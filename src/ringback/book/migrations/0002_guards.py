"""The database itself refuses to change or remove a touch, on both engines.

Only inside an erasure, for which a permit row names the search, may touches be removed.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

REFUSAL = "a touch is never changed; strike it by a later one"

SQLITE = [
    f"""CREATE TRIGGER touch_is_final_{verb} BEFORE {verb} ON book_touch
    WHEN NOT EXISTS (SELECT 1 FROM book_erasure WHERE search_id = OLD.search_id)
    BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"""
    for verb in ("UPDATE", "DELETE")
]

POSTGRESQL = [
    f"""CREATE FUNCTION ringback_touch_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF EXISTS (SELECT 1 FROM book_erasure WHERE search_id = OLD.search_id) THEN
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        END IF;
        RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation';
    END $$""",
    """CREATE TRIGGER touch_is_final BEFORE UPDATE OR DELETE ON book_touch
    FOR EACH ROW EXECUTE FUNCTION ringback_touch_is_final()""",
    f"""CREATE FUNCTION ringback_touches_stay() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation';
    END $$""",
    """CREATE TRIGGER touches_stay BEFORE TRUNCATE ON book_touch
    FOR EACH STATEMENT EXECUTE FUNCTION ringback_touches_stay()""",
]


def guard(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Put the triggers of this engine in place."""
    for statement in SQLITE if editor.connection.vendor == "sqlite" else POSTGRESQL:
        editor.execute(statement)


class Migration(migrations.Migration):
    """Guards on the journal."""

    dependencies = (("book", "0001_the_record"),)
    operations = (migrations.RunPython(guard, migrations.RunPython.noop),)
