"""Books for the fault runs: each a copy of one that was begun, on either database."""

import json
import os
import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from tests.servers import postgres

WORKER = Path(__file__).with_name("worker.py")
SOURCE = Path(__file__).parents[2] / "src"
SECONDS = 600


class Seen(TypedDict):
    """What a fresh process finds in a book (see worker.look)."""

    findings: list[str]
    calls: dict[str, int]
    half: int
    yards: int
    referrals: int
    openings: int
    touches: int
    imports: int
    rows: int


@dataclass(frozen=True, slots=True)
class Book:
    """A book by what the environment has to say of it; ``server`` is its PostgreSQL, if any."""

    folder: Path
    address: str = ""
    server: str = ""

    @property
    def file(self) -> Path:
        return self.folder / "book.sqlite3"

    def environment(self) -> dict[str, str]:
        """The environment of a process that is to work in this book."""
        named = {"RINGBACK_HOME": str(self.folder), "PYTHONPATH": str(SOURCE)}
        if self.address:
            named["RINGBACK_DATABASE"] = self.address
        return os.environ | named

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """A worker that has begun; its answers can be read from its standard output."""
        return subprocess.Popen(
            [sys.executable, str(WORKER), *words],
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def ask(self, *words: str) -> str:
        """What a worker says that is left alone until it is done."""
        done = subprocess.run(
            [sys.executable, str(WORKER), *words],
            env=self.environment(),
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def look(self) -> Seen:
        """What a fresh process finds in it, once nobody is at work there any more."""
        self.wait_until_alone()
        seen: Seen = json.loads(self.ask("look"))
        return seen

    def wait_until_alone(self) -> None:
        """Wait for the server to notice that a killed client is gone; it may yet commit."""
        if not self.server:
            return
        name = urlsplit(self.address).path[1:]
        until = time.monotonic() + SECONDS
        with psycopg.connect(self.server, autocommit=True) as server:
            others = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s"
            while server.execute(others, (name,)).fetchone() != (0,):
                assert time.monotonic() < until, "a killed client is still connected"
                time.sleep(0.01)


class Shelf:
    """Gives out fresh copies of one book that was begun."""

    def __init__(self, folder: Path, server: str = "") -> None:
        self.folder = folder
        self.server = server
        self.made: list[str] = []
        self.first = self._empty("first")
        self.first.ask("begin")
        self.begun = self.first.look()

    @property
    def vendor(self) -> str:
        return "postgresql" if self.server else "sqlite"

    def fresh(self) -> Book:
        """A copy of the book as it was begun."""
        name = f"copy-{secrets.token_hex(4)}"
        if self.server:
            self.first.wait_until_alone()
            return self._empty(name, urlsplit(self.first.address).path[1:])
        book = self._empty(name)
        shutil.copytree(self.first.folder, book.folder, dirs_exist_ok=True)
        return book

    def discard(self, book: Book) -> None:
        """Do away with a copy that is of no more use."""
        if book.server:
            self._drop(urlsplit(book.address).path[1:])
        shutil.rmtree(book.folder)

    def _empty(self, name: str, template: str = "template1") -> Book:
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        if not self.server:
            return Book(folder)
        database = f"ringback_test_{secrets.token_hex(6)}"
        with psycopg.connect(self.server, autocommit=True) as server:
            server.execute(f'CREATE DATABASE "{database}" TEMPLATE "{template}"'.encode())
        self.made.append(database)
        address = urlunsplit(urlsplit(self.server)._replace(path=f"/{database}"))
        return Book(folder, address, self.server)

    def clear(self) -> None:
        """Drop the databases that were made on a server."""
        for database in tuple(self.made):
            self._drop(database)

    def _drop(self, database: str) -> None:
        with psycopg.connect(self.server, autocommit=True) as server:
            server.execute(f'DROP DATABASE "{database}" WITH (FORCE)'.encode())
        self.made.remove(database)


@contextmanager
def own_server(durable: bool = False) -> Iterator[str]:
    """A server of a test's own; skipped by name where there can be none."""
    try:
        with postgres.running(durable) as address:
            yield address
    except postgres.NotToBeHad as reason:
        pytest.skip(f"no PostgreSQL: {reason}")


@contextmanager
def shelf(folder: Path, server: str = "") -> Iterator[Shelf]:
    """A shelf of books: files, or databases on a server."""
    books = Shelf(folder, server)
    try:
        yield books
    finally:
        books.clear()
