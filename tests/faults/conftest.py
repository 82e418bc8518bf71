"""What the fault runs share: a book that was begun, on each database, to be copied."""

from collections.abc import Iterator

import pytest

from tests.faults.books import Shelf, shelf


@pytest.fixture(scope="session")
def sqlite_books(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    with shelf(tmp_path_factory.mktemp("books")) as books:
        yield books


@pytest.fixture(scope="session")
def postgresql_books(
    postgres_server: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Shelf]:
    with shelf(tmp_path_factory.mktemp("books"), postgres_server) as books:
        yield books
