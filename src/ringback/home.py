"""Where the book and its settings live on this machine."""

import os
import sys
import tomllib
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

HOME_VARIABLE = "RINGBACK_HOME"
DATABASE_VARIABLE = "RINGBACK_DATABASE"
SEARCH_VARIABLE = "RINGBACK_SEARCH"
BOOK = "book.sqlite3"
DEMO = "demo"


class BadSettings(ValueError):
    """The settings file cannot be used; the sentence says where and why, the hint what to do."""

    def __init__(self, sentence: str, hint: str) -> None:
        super().__init__(sentence)
        self.hint = hint


class Demo(NamedTuple):
    """The folder of the demo's book, beside the seeker's own."""

    folder: Path

    @property
    def book(self) -> Path:
        return self.folder / BOOK

    @property
    def entered(self) -> Path:
        """A file that is there as long as the demo is the current book."""
        return self.folder / "entered"

    @property
    def ahead(self) -> timedelta:
        """How far the demo's own clock is ahead, so that its day began with calls to make."""
        try:
            seconds = int((self.folder / "ahead").read_text(encoding="ascii"))
        except (OSError, ValueError):
            return timedelta()
        return timedelta(seconds=seconds)

    def set_ahead(self, by: timedelta) -> None:
        """Set the demo's own clock ahead, in whole seconds. Raises OSError."""
        text = str(int(by.total_seconds()))
        (self.folder / "ahead").write_text(text, encoding="ascii")


class Home(NamedTuple):
    """The folder of the book. ``database`` is an address such as ``postgresql://…``; empty: SQLite.

    ``demo`` is set while the demo is the current book: it is kept apart, in a folder of its own.
    """

    folder: Path
    database: str = ""
    search: str = "main"
    demo: bool = False

    @property
    def book(self) -> Path:
        return self.folder / BOOK

    @property
    def settings_file(self) -> Path:
        return self.folder / "config.toml"


def own_folder() -> Path:
    """The folder of the seeker's own book: named by the environment, else the platform's."""
    named = os.environ.get(HOME_VARIABLE, "").strip()
    return Path(named).expanduser() if named else platform_folder()


def platform_folder() -> Path:
    """Where the platform keeps the data of a program."""
    # As platformdirs says it, which takes a quarter of a whole `ringback today --json` to load.
    if sys.platform == "linux" and "ANDROID_DATA" not in os.environ:
        given, home = os.environ.get("XDG_DATA_HOME", ""), os.environ.get("HOME", "")
        if given.startswith("/"):
            return Path(given, "ringback")
        if home.startswith("/"):
            return Path(home, ".local", "share", "ringback")
    import platformdirs

    return platformdirs.user_data_path("ringback", False)


def demo_of(folder: Path) -> Demo:
    """The demo that lies beside the book of a folder."""
    return Demo(folder / DEMO)


def is_demo_entered() -> bool:
    """Whether the demo is the current book: the one that the next process opens."""
    return demo_of(own_folder()).entered.exists()


def find_home() -> Home:
    """The current home: the demo's where it was entered and not left, else the seeker's own.

    Raises BadSettings.
    """
    if is_demo_entered():
        return Home(folder=demo_of(own_folder()).folder, search=DEMO, demo=True)
    return own_home()


def own_home() -> Home:
    """The home that the environment names, else the platform's data folder.

    ``config.toml`` there may set ``database`` and ``search``; the environment wins over it.
    Raises BadSettings.
    """
    folder = own_folder()
    file = folder / "config.toml"
    given: dict[str, object] = {}
    try:
        given = tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        pass
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadSettings(
            f"The settings file {file} cannot be read: {error}.",
            "Mend it, or move it away: the defaults are used when there is none.",
        ) from error
    unknown = sorted(set(given) - {"database", "search"})
    if unknown:
        raise BadSettings(
            f"The settings file {file} has a key that is not known: {unknown[0]}.",
            "It may hold `database` and `search`.",
        )
    return Home(
        folder=folder,
        database=os.environ.get(DATABASE_VARIABLE, "") or str(given.get("database", "")),
        search=os.environ.get(SEARCH_VARIABLE, "") or str(given.get("search", "main")),
    )
