"""Wait or follow up: the simulator with the counts of one's own search."""

from collections.abc import Mapping
from datetime import timedelta

from ringback.book.asking import ask
from ringback.core.people import RouteKind
from ringback.core.simulator.comparison import Comparison, compare
from ringback.core.simulator.inputs import Seen
from ringback.desk.counted import Counts, counts
from ringback.desk.desk import Desk
from ringback.desk.numbers import Sending, sendings
from ringback.desk.refusal import Code, Refusal
from ringback.desk.verb import reading

# By then nineteen of twenty good answers that will come have come (evidence 1.2: LN(8, 0.8)).
SETTLED = timedelta(days=30)
_CALLABLE = """
    SELECT count(*) FROM book_opening o WHERE o.search_id = %s AND o.sent_at IS NOT NULL
        AND o.no_calls = '' AND (
            EXISTS (SELECT 1 FROM book_route r JOIN book_person p ON p.id = r.person_id
                WHERE p.employer_id = o.employer_id AND r.kind <> %s AND r.restriction = ''
                    AND NOT p.is_hr AND NOT p.do_not_contact)
            OR EXISTS (SELECT 1 FROM book_route r JOIN book_person p
                    ON p.employer_id = r.employer_id
                WHERE r.employer_id = o.employer_id AND r.person_id IS NULL AND r.kind <> %s
                    AND r.restriction = '' AND NOT p.is_hr AND NOT p.do_not_contact))
"""


def simulate(
    desk: Desk | None,
    *,
    resumes: int = 25,
    shares: Mapping[str, float] | None = None,
    own: bool = True,
) -> Comparison:
    """The three scenarios, with the search's own counts where ``own`` says so.

    Raises Refusal (bad value) for a number or a share that cannot be.
    """
    counts = own_counts(desk) if desk is not None and own else {}
    try:
        return compare(resumes, counts, shares)
    except ValueError as error:
        raise Refusal(
            Code.BAD_VALUE, f"{error}.",
            "A share is written like 0.3 or 30%.",
        ) from error  # fmt: skip


@reading
def own_counts(desk: Desk) -> dict[str, Seen]:
    """What the search has counted of the simulator's inputs; empty counts are left out.

    What a conversation adds is not among them: an interview that was agreed in a talk might have
    come without it, and no search can tell which.
    """
    counted = counts(desk, by_the_hour=False)
    sent = [one for one in sendings(desk.search) if one.sent_at <= desk.now]
    with_interview = counted.interviewed
    found = {
        "interview": _without_a_talk(desk, counted, sent),
        "callable": _callable(desk, len(sent)),
        "reach": Seen(counted.conversations, counted.dials),
        "offer": Seen(len(counted.offered & with_interview), len(with_interview)),
    }
    return {name: seen for name, seen in found.items() if seen.of}


def _without_a_talk(desk: Desk, counted: Counts, sent: list[Sending]) -> Seen:
    """Interviews of what was sent, has had its time or an end, and was never talked about."""
    settled = {
        one.opening
        for one in sent
        if one.answered_at is not None or one.is_closed or one.sent_at <= desk.now - SETTLED
    }
    silent = settled - counted.talked
    return Seen(len(silent & counted.interviewed), len(silent))


def _callable(desk: Desk, sent: int) -> Seen:
    mail = RouteKind.MAIL.value
    ((count,),) = ask(_CALLABLE, desk.search.pk, mail, mail)
    return Seen(min(int(count), sent), sent)
