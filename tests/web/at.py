"""When and where the tests of the pages are."""

from datetime import UTC, datetime

# A Tuesday morning in Ohio.
NOW = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
HOST = "127.0.0.1:8642"
TOKEN = "the-start-token"
