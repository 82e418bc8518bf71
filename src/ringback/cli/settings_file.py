"""The settings file in the home folder: which database, and which search is one's own."""

import json
import tomllib

from ringback.desk.refusal import Code, Refusal
from ringback.settings import HOME


def set_database(address: str) -> None:
    """Write where the book is kept; an empty address takes the embedded one again.

    Raises Refusal for an address of another kind of database, and where the file cannot be written.
    """
    if address and not address.startswith(("postgresql://", "postgres://")):
        raise Refusal(
            Code.BAD_VALUE, "The book can be kept in PostgreSQL or in the embedded database.",
            "Write the address as postgresql://user@host/name.",
        )  # fmt: skip
    file = HOME.settings_file
    try:
        given = tomllib.loads(file.read_text("utf-8")) if file.exists() else {}
        given.pop("database", None)
        if address:
            given["database"] = address
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # A basic string of TOML is escaped as one of JSON is.
        lines = [f"{key} = {json.dumps(str(value))}\n" for key, value in given.items()]
        file.write_text("".join(lines), "utf-8")
        file.chmod(0o600)
    except OSError as error:
        raise Refusal(
            Code.BAD_FILE, f"{file} cannot be written: {error.strerror or error}.",
            "Choose another folder with RINGBACK_HOME.",
        ) from error  # fmt: skip
