"""A seeker at their desk: what there is, how something is done, and what always holds."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from tempfile import TemporaryDirectory
from typing import Concatenate, ParamSpec, TypeVar

from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, run_state_machine_as_test

from ringback.book.openings import Opening, Step
from ringback.book.parties import Person, Search
from ringback.book.replan import differing, plan
from ringback.core.places import Place
from ringback.core.touches import Stage
from ringback.desk import course
from ringback.desk.checking import look_over
from ringback.desk.desk import Desk
from ringback.desk.record import Logged
from ringback.desk.refusal import Refusal

P = ParamSpec("P")
R = TypeVar("R")
Kept = dict[int, tuple[object, ...]]

START = datetime(2026, 10, 6, 14, 0, tzinfo=UTC)
# Looking the whole book over takes longer than most verbs do.
LOOK_OVER_EVERY = 5
TOLD_EVERY = 20


@dataclass(slots=True)
class Played:
    """What has been played so far: searches, verbs that were done by name, refusals."""

    searches: int = 0
    done: Counter[str] = field(default_factory=Counter)
    refused: int = 0

    def __str__(self) -> str:
        verbs = f"{self.done.total():,} verbs done ({self.done['strike']:,} strikes)"
        return f"{self.searches:,} searches, {verbs}, {self.refused:,} refused"


class Living(RuleBasedStateMachine):
    """One seeker at their desk; a refusal is a legal answer, any other exception is not."""

    def __init__(self, played: Played) -> None:
        super().__init__()
        self.played = played
        self.looks = 0
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.folder = TemporaryDirectory(prefix="ringback-machine-")
        self.now = START
        self.files = 0
        self.imported: list[int] = []

    def teardown(self) -> None:
        self.played.searches += 1
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)
        self.folder.cleanup()

    # What is there

    @property
    def desk(self) -> Desk:
        return Desk(Search.objects.get(name="main"), self.now)

    def opening(self, which: int) -> Opening:
        rows = Opening.objects.select_related("employer").order_by("pk")
        return rows[which % rows.count()]

    def person(self, which: int) -> Person | None:
        """Anybody on record; no door offers whom the import that brought them took away."""
        there = Person.objects.filter(withdrawn_at=None)
        rows = list(there.select_related("employer").order_by("pk"))
        return rows[which % len(rows)] if rows else None

    def kept(self) -> Kept:
        """All that the book keeps of each opening's course."""
        steps = {row[0]: row[1:] for row in Step.objects.values_list()}
        derived = ("pk", "stage", "sent_at", "due_on", "followed_at", "answered_at")
        return {
            row[0]: (*row[1:], steps.get(row[0])) for row in Opening.objects.values_list(*derived)
        }

    def do(
        self, verb: Callable[Concatenate[Desk, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R | None:
        try:
            done = verb(self.desk, *args, **kwargs)
        except Refusal:
            self.played.refused += 1
            return None
        self.played.done[verb.__name__] += 1
        return done

    def act(
        self,
        undo: bool,
        verb: Callable[Concatenate[Desk, P], Logged],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Do something; at will take it back and bring it back, and see the steps follow."""
        before = self.kept()
        logged = self.do(verb, *args, **kwargs)
        if logged is None or not undo:
            return
        after = self.kept()
        strikes = course.strike(self.desk, tuple(one.uid for one in logged.touches))
        assert self.kept() == before, f"taking back {logged.touches[0].kind} left a trace"
        course.strike(self.desk, tuple(one.uid for one in strikes.touches))
        self.played.done["strike"] += 2
        assert self.kept() == after, f"bringing back {logged.touches[0].kind} did not"

    def day(self, ahead: int) -> date:
        return self.now.date() + timedelta(days=ahead)

    # What always holds

    @invariant()
    def the_book_is_whole(self) -> None:
        self.looks += 1
        if self.looks % LOOK_OVER_EVERY == 0:
            found = [one.sentence for one in look_over(self.desk)]
            assert found == [], found

    @invariant()
    def each_step_follows_from_the_touches(self) -> None:
        found = differing(plan(self.desk.search))
        assert found == [], found

    @invariant()
    def every_open_opening_has_one_step(self) -> None:
        still_open = Opening.objects.exclude(stage=Stage.CLOSED.value)
        assert set(still_open.values_list("pk", flat=True)) == set(
            Step.objects.values_list("pk", flat=True)
        )

    @invariant()
    def no_step_leads_to_somebody_who_said_never(self) -> None:
        assert not Step.objects.filter(person__do_not_contact=True).exists()

    @invariant()
    def calls_lie_within_hours(self) -> None:
        calendar = self.desk.calendar
        rows = Step.objects.filter(kind__in=("call", "ask receptionist"), exact=False)
        for step in rows.select_related("person", "opening__employer"):
            firm, who = step.opening.employer, step.person
            place = Place(firm.country, firm.region, firm.zone, firm.city)
            if who is not None:
                place = Place(who.country, who.region, who.zone, who.city).or_else(place)
            spans = calendar.spans(place, step.day)
            assert spans, f"a call on {step.day}, when nobody works there"
            assert spans[0].start <= step.earliest < step.latest <= spans[-1].end


def play(
    machine: type[Living], examples: int, steps: int, tell: Callable[[str], None] | None = None
) -> Played:
    """Play so many searches of up to so many steps; ``tell`` hears of it now and then."""
    played = Played()

    class Told(machine):  # type: ignore[misc, valid-type]  # told which when it is played
        def __init__(self) -> None:
            if tell and played.searches % TOLD_EVERY == 0:
                tell(str(played))
            super().__init__(played)

    run_state_machine_as_test(
        Told,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            # To explain a failure is to trace every line, for minutes.
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        ),
    )
    return played
