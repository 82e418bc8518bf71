"""The words of a mail, for the seeker to read over and send from their own program."""

from urllib.parse import quote

from ringback.book.openings import Opening
from ringback.book.replan import standing
from ringback.cli.door import Door
from ringback.cli.screen import QUIET, STRONG, Screen
from ringback.core.scripts import Mail, mail_for
from ringback.core.touches import Purpose
from ringback.desk.card import facts_of, words_in
from ringback.desk.desk import Desk
from ringback.desk.today import item_of

# Longer addresses are cut off by some mail programs.
LONGEST_ADDRESS = 1900


def words_for(desk: Desk, opening: Opening, purpose: Purpose | None) -> tuple[Mail | None, str]:
    """The mail for a purpose (None: that of the step; no mail where it has none), and to whom."""
    item = item_of(desk, opening.pk)
    if purpose is None and item is not None and item.row.purpose:
        purpose = Purpose(item.row.purpose)
    if purpose is None:
        return None, ""
    ground = standing(desk.search, opening)
    facts = facts_of(desk, opening, ground, item)
    return mail_for(purpose, facts, words_in(desk, ground, item)), facts.manager_mail


def show_mail(door: Door, mail: Mail, address: str) -> None:
    """The mail, and an address that opens it in the seeker's own mail program."""
    screen = Screen(door)
    if address:
        screen.line(("To       ", QUIET), address)
    screen.line(("Subject  ", QUIET), (mail.subject, STRONG))
    screen.gap()
    for line in mail.body.split("\n"):
        screen.line(line) if line else screen.gap()
    screen.gap()
    link = mail_link(mail, address)
    if link:
        screen.line(screen.link("Open it in your mail program", link, QUIET))


def mail_link(mail: Mail, address: str) -> str:
    """An address (RFC 6068) that opens the mail ready written; empty where it is too long."""
    link = f"mailto:{quote(address)}?subject={quote(mail.subject)}&body={quote(mail.body)}"
    return link if len(link) <= LONGEST_ADDRESS else ""
