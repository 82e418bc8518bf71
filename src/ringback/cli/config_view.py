"""The settings on the terminal: the seeker, their own lines, the book's place."""

from ringback.cli.door import Door
from ringback.cli.screen import QUIET, STRONG, Screen
from ringback.desk.refusal import Code, Refusal
from ringback.doors.book import there_is_a_book
from ringback.doors.own_parts import own_parts
from ringback.settings import HOME


def show_config(door: Door) -> None:
    """Everything that is set; what the book holds only where there is one."""
    where = {
        "home": str(HOME.folder),
        "settings file": str(HOME.settings_file),
        "book": _without_password(HOME.database) or str(HOME.book),
    }
    seeker, lines = _seeker(door)
    if door.json:
        search = door.search or HOME.search
        door.answer({"search": search, "seeker": seeker or None, "own_lines": lines,
                     "home": where["home"], "book": where["book"]})  # fmt: skip
        return
    screen = Screen(door)
    if seeker:
        screen.line(("You", STRONG))
        screen.pairs((key, str(value) or "not said yet") for key, value in seeker.items())
        screen.gap()
        screen.line(("Your own lines", STRONG))
        if lines:
            screen.pairs(lines.items())
        else:
            screen.line("None yet. The first to write is your proof, one sentence:", indent=2)
            screen.line('ringback config --line proof "At Delta I cut line stoppages by a third."',
                        indent=2)  # fmt: skip
        screen.gap()
    screen.line(("Where it is kept", STRONG))
    screen.pairs(where.items())
    if not seeker:
        screen.line(("There is no book here yet.", QUIET), indent=2)


def _seeker(door: Door) -> tuple[dict[str, str], dict[str, str]]:
    try:
        if not there_is_a_book():
            return {}, {}
        search = door.desk().search
    except Refusal as refusal:
        if refusal.code in (Code.NO_BOOK, Code.NOT_FOUND):
            return {}, {}
        raise
    seeker = {
        "name": search.seeker_name, "number": search.seeker_number, "mail": search.seeker_mail,
        "country": search.country, "region": search.region, "zone": search.zone,
        "language": search.language,
    }  # fmt: skip
    return seeker, {str(key): str(value) for key, value in search.own_lines.items()}


def show_parts(door: Door) -> None:
    """Every part of the scripts by its key."""
    parts = own_parts()
    if door.json:
        door.answer({"parts": parts})
        return
    Screen(door).pairs(parts.items())


def _without_password(address: str) -> str:
    """A database's address as it may be shown."""
    scheme, found, rest = address.partition("://")
    login, at, host = rest.rpartition("@")
    user = login.partition(":")[0]
    return f"{scheme}{found}{user}{at}{host}"
