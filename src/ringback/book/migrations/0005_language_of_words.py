"""The language of calls and mails, per search."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """What the words are in."""

    dependencies = [
        ("book", "0004_the_back_door"),
    ]

    operations = [
        migrations.AddField(
            model_name="search",
            name="language",
            field=models.CharField(default="auto", max_length=8),
        ),
    ]
