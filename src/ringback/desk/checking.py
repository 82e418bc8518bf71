"""Looking the book over, and putting right what planning anew can put right."""

from ringback.book.check import Finding, check
from ringback.book.replan import replan
from ringback.desk.desk import Desk
from ringback.desk.verb import reading, verb


@reading
def look_over(desk: Desk) -> list[Finding]:
    """Everything that is not as it must be; empty when the book is whole."""
    return list(check(desk.search))


@verb
def plan_anew(desk: Desk) -> int:
    """Compute every step and stage from the touches again; how many differed."""
    return replan(desk.search)
