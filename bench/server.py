"""A PostgreSQL that writes to the disk as one would run it, for as long as the bench needs it."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from tests.servers.postgres import NAMED, NotToBeHad, call, installed

__all__ = ["NotToBeHad", "own_server"]


@contextmanager
def own_server() -> Iterator[str]:
    """The address of a server with its default durability; raises NotToBeHad."""
    named = os.environ.get(NAMED)
    if named:
        yield named
        return
    programs = installed()
    # Not below TMPDIR, which may be deep: a socket's path has 107 characters at most.
    with tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp") as folder:
        home = Path(folder)
        data, log = home / "data", home / "log"
        init = ["--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C"]
        call(programs / "initdb", "-D", str(data), *init)
        options = f"-c listen_addresses='' -c unix_socket_directories='{home}'"
        control = (programs / "pg_ctl", "-D", str(data), "-w", "-s")
        call(*control, "-l", str(log), "-o", options, "start")
        try:
            yield f"postgresql://postgres@/postgres?host={quote(str(home), safe='')}"
        finally:
            call(*control, "-m", "immediate", "stop")
