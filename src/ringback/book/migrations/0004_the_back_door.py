"""Ties, the seeker's own positions, and the hours at which somebody is best reached."""

import django.db.models.deletion
from django.db import migrations, models

import ringback.book.identity


class Migration(migrations.Migration):
    """What the back door keeps."""

    dependencies = [
        ("book", "0003_no_replacing"),
    ]

    operations = [
        migrations.AddField(
            model_name="person",
            name="best_from",
            field=models.TimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="person",
            name="best_until",
            field=models.TimeField(blank=True, null=True),
        ),
        migrations.CreateModel(
            name="Position",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "uid",
                    models.UUIDField(
                        default=ringback.book.identity.new_uid, editable=False, unique=True
                    ),
                ),
                ("employer", models.CharField(max_length=300)),
                ("title", models.CharField(blank=True, default="", max_length=300)),
                ("place", models.CharField(blank=True, default="", max_length=200)),
                ("since", models.DateField(blank=True, null=True)),
                ("until", models.DateField(blank=True, null=True)),
                ("where", models.CharField(blank=True, default="", max_length=120)),
                (
                    "imported",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="book.import"
                    ),
                ),
                (
                    "search",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="book.search"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Tie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "uid",
                    models.UUIDField(
                        default=ringback.book.identity.new_uid, editable=False, unique=True
                    ),
                ),
                ("profile", models.CharField(blank=True, default="", max_length=200)),
                ("name", models.CharField(max_length=300)),
                ("key", models.CharField(max_length=300)),
                ("where", models.CharField(blank=True, default="", max_length=120)),
                ("connected_on", models.DateField(blank=True, null=True)),
                ("sent", models.PositiveIntegerField(default=0)),
                ("received", models.PositiveIntegerField(default=0)),
                ("sent_on", models.DateField(blank=True, null=True)),
                ("received_on", models.DateField(blank=True, null=True)),
                ("invited", models.CharField(blank=True, default="", max_length=4)),
                ("invited_on", models.DateField(blank=True, null=True)),
                ("recommended_me_on", models.DateField(blank=True, null=True)),
                ("recommended_them_on", models.DateField(blank=True, null=True)),
                (
                    "imported",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="book.import"
                    ),
                ),
                (
                    "search",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="book.search",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["search", "profile"], name="tie_by_profile"),
                    models.Index(fields=["search", "key"], name="tie_by_key"),
                ],
            },
        ),
    ]
