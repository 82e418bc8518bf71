"""What holds for every search there can be: the promises of the planner, by property."""

from datetime import timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ringback.core.cadence import Cadence
from ringback.core.contact import contacts
from ringback.core.people import Opening
from ringback.core.places import Place
from ringback.core.planner import next_step, outlook
from ringback.core.steps import Closed, Step, StepKind
from ringback.core.touches import Bar, Kind, Line, Reply, Result, Stage, Touch, live
from ringback.core.workdays import Calendar
from tests.core.searches import calls, searches

Search = tuple[list[Opening], list[Touch], Cadence, Calendar]


def place_called(opening: Opening, step: Step) -> Place:
    person = opening.person(step.person)
    return person.place.or_else(opening.employer.place) if person else opening.employer.place


@given(searches())
def test_every_opening_has_one_dated_step_or_is_closed(search: Search) -> None:
    some, happened, cadence, calendar = search
    for opening in some:
        found = outlook(opening, live(happened), cadence, calendar)
        if isinstance(found.step, Closed):
            assert found.stage is Stage.CLOSED
        else:
            assert found.stage is not Stage.CLOSED
            assert found.step.opening == opening.id
            assert found.step.earliest <= found.step.latest
            assert found.step.earliest.tzinfo is not None
            assert found.step.why


@given(searches())
def test_no_call_outside_hours_or_on_a_holiday(search: Search) -> None:
    some, happened, cadence, calendar = search
    for opening in some:
        step = next_step(opening, happened, cadence, calendar)
        if isinstance(step, Closed) or not step.kind.is_call or step.exact:
            continue
        place = place_called(opening, step)
        spans = calendar.spans(place, step.day)
        assert any(span.start <= step.earliest < span.end for span in spans)
        assert any(span.start < step.latest <= span.end for span in spans)
        assert calendar.business_day(place, step.day)
        assert step.day not in calendar.days_off


@given(searches(), st.randoms(use_true_random=False))
def test_order_of_arrival_makes_no_difference(search: Search, random: object) -> None:
    some, happened, cadence, calendar = search
    shuffled = [*happened, *happened[::3]]
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # Hypothesis types it as object
    for opening in some:
        assert next_step(opening, shuffled, cadence, calendar) == next_step(
            opening, happened, cadence, calendar
        )


@given(searches(), st.data())
def test_striking_the_last_touch_gives_back_the_step_before(
    search: Search, data: st.DataObject
) -> None:
    some, happened, cadence, calendar = search
    opening = data.draw(st.sampled_from(some))
    at = happened[-1].at + timedelta(minutes=30)
    extra = data.draw(calls(opening, "zz-1", at))
    strike = Touch(id="zz-2", opening=opening.id, at=at, kind=Kind.STRUCK, strikes="zz-1")
    for one in some:
        before = next_step(one, happened, cadence, calendar)
        assert next_step(one, [*happened, extra, strike], cadence, calendar) == before


@given(searches(), st.data())
def test_striking_a_strike_brings_the_touch_back(search: Search, data: st.DataObject) -> None:
    some, happened, cadence, calendar = search
    whom = data.draw(st.sampled_from([t for t in happened if t.kind is not Kind.STRUCK]))
    at = happened[-1].at
    strike = Touch(id="zz-1", opening=whom.opening, at=at, kind=Kind.STRUCK, strikes=whom.id)
    back = Touch(id="zz-2", opening=whom.opening, at=at, kind=Kind.STRUCK, strikes="zz-1")
    for one in some:
        assert next_step(one, [*happened, strike, back], cadence, calendar) == next_step(
            one, happened, cadence, calendar
        )


@given(searches())
def test_planning_again_changes_nothing(search: Search) -> None:
    some, happened, cadence, calendar = search
    for one in some:
        first = next_step(one, happened, cadence, calendar)
        assert next_step(one._replace(), list(happened), cadence, calendar) == first


@given(searches())
def test_nothing_is_asked_towards_somebody_who_is_not_to_be_contacted(search: Search) -> None:
    some, happened, cadence, calendar = search
    said = {
        t.person
        for t in live(happened)
        if t.bar is Bar.DO_NOT_CONTACT or t.result is Result.DO_NOT_CONTACT or t.reply is Reply.STOP
    }
    for one in some:
        barred = said | {p.id for p in (*one.people, *one.friends) if p.do_not_contact}
        step = next_step(one, happened, cadence, calendar)
        if isinstance(step, Step) and step.person:
            assert step.person not in barred


@given(searches())
def test_no_restricted_or_dead_number_is_dialled(search: Search) -> None:
    some, happened, cadence, calendar = search
    dead = {t.route for t in live(happened) if t.is_bad_number or t.reply is Reply.BOUNCE}
    for one in some:
        routes = {r.id: r for p in (*one.people, *one.friends) for r in p.routes}
        routes.update({r.id: r for r in one.employer.routes})
        step = next_step(one, happened, cadence, calendar)
        if isinstance(step, Step) and step.route:
            assert step.route not in dead
            assert not routes[step.route].restriction


@given(searches())
def test_no_calls_means_no_calls(search: Search) -> None:
    some, happened, cadence, calendar = search
    for one in some:
        step = next_step(one, happened, cadence, calendar)
        if one.no_calls and isinstance(step, Step) and not step.exact:
            assert not step.kind.is_call


_SILENT = (Kind.ADDED, Kind.NAMED, Kind.SENT, Kind.CALLED, Kind.STRUCK)


def unanswered(search: Search) -> Search:
    """The same search with nobody ever answering, so that only the chase is at work."""
    some, happened, cadence, calendar = search
    quiet = [
        t
        for t in happened
        if t.kind in _SILENT and not (t.kind is Kind.CALLED and t.line is Line.ANSWERED)
    ]
    return some, quiet, cadence, calendar


@given(searches(most=20).map(unanswered))
def test_no_call_past_the_cap_of_attempts(search: Search) -> None:
    some, happened, cadence, calendar = search
    had = contacts(live(happened))
    for one in some:
        step = next_step(one, happened, cadence, calendar)
        if isinstance(step, Step) and step.kind is StepKind.CALL:
            assert step.attempt <= cadence.attempts
            letters = [t for t in live(happened) if t.kind is Kind.SENT and t.opening == one.id]
            since = letters[-1].at - timedelta(days=cadence.reopen_days)
            misses = (
                [m for m in had[step.person].misses if m.at >= since] if step.person in had else []
            )
            assert len(misses) < cadence.attempts


@given(searches(most=20).map(unanswered))
def test_no_contact_past_the_cap_for_a_person(search: Search) -> None:
    some, happened, cadence, calendar = search
    promised = any(t.day for t in happened if t.kind is Kind.SENT)
    for one in some:
        step = next_step(one, happened, cadence, calendar)
        if promised or not isinstance(step, Step) or step.kind is not StepKind.CALL:
            continue
        place = place_called(one, step)
        count = 0
        for t in live(happened):
            if t.person != step.person or t.is_bad_number:
                continue
            day = calendar.day_of(place, t.at)
            inside = calendar.add_business_days(place, day, cadence.person_window_days) > step.day
            if not inside:
                continue
            if t.kind in (Kind.SENT, Kind.CALLED):
                count += 1
        assert count < cadence.person_touches


@given(searches(most=20).map(unanswered))
def test_one_live_caller_for_each_employer(search: Search) -> None:
    some, happened, cadence, calendar = search
    if any(t.day for t in happened if t.kind is Kind.SENT):
        return
    made = []
    for one in some:
        step = next_step(one, happened, cadence, calendar)
        if isinstance(step, Step) and step.kind is StepKind.CALL:
            letter = [t for t in live(happened) if t.kind is Kind.SENT and t.opening == one.id][-1]
            made.append((letter.order, step))
    made.sort(key=lambda pair: pair[0])
    for (_, first), (_, then) in pairwise(made):
        place = some[0].employer.place
        assert then.day >= calendar.add_business_days(place, first.day, cadence.retry_days)
