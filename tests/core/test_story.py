"""Who is known to hire, by property: what tells nothing of it may be left out."""

from hypothesis import given

from ringback.core.cadence import Cadence
from ringback.core.people import Opening
from ringback.core.story import situation
from ringback.core.touches import Kind, Touch, live
from ringback.core.workdays import Calendar
from tests.core.searches import searches


def tells_who_hires(touch: Touch) -> bool:
    """As the book asks for it where nothing is to be planned."""
    return touch.kind is not Kind.ADDED and not (touch.kind is Kind.CALLED and touch.result is None)


@given(searches(24))
def test_calls_from_which_nothing_came_tell_nothing_of_who_hires(
    search: tuple[list[Opening], list[Touch], Cadence, Calendar],
) -> None:
    some, happened, _, _ = search
    few = [touch for touch in happened if tells_who_hires(touch)]
    for opening in some:
        known, same = (
            situation(one for one in live(told) if one.opening == opening.id).manager
            for told in (happened, few)
        )
        assert known == same
