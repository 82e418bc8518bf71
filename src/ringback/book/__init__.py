"""The record: models, querysets that answer questions, migrations, check."""
