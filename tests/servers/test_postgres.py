"""The PostgreSQL of the tests: it answers, it knows every script, and it leaves no trace."""

import os
from pathlib import Path

import psycopg
import pytest

from tests.servers import postgres


def test_a_book_of_its_own_is_empty_and_takes_every_script(postgres_book: str) -> None:
    with psycopg.connect(postgres_book) as server:
        assert server.execute("SELECT count(*) FROM pg_stat_user_tables").fetchone() == (0,)
        row = server.execute("SELECT lower('ÉMILE Ωmega'), length('王小明')").fetchone()
        assert row == ("émile ωmega", 3)


@pytest.mark.skipif(os.name == "nt", reason="on Windows a server has to be named")
def test_a_server_of_our_own_leaves_users_and_folders_as_they_were(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(postgres.NAMED, raising=False)
    users = Path("/etc/passwd").read_bytes()
    above = [(folder, folder.stat().st_mode) for folder in postgres.installed().parents]
    with postgres.running() as address, psycopg.connect(address) as server:
        assert server.execute("SELECT 1").fetchone() == (1,)
    assert Path("/etc/passwd").read_bytes() == users
    assert [(folder, folder.stat().st_mode) for folder, _ in above] == above


def test_a_named_server_is_taken_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(postgres.NAMED, "postgresql://somebody@db.example/tests")
    with postgres.running() as address:
        assert address == "postgresql://somebody@db.example/tests"
