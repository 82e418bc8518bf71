"""Numbers, the simulator and the proof as JSON (docs/json.md)."""

from ringback.cli.shapes import Shape, day
from ringback.core.numbers.beta import Beta
from ringback.core.numbers.rates import REASON, RULE, Rate
from ringback.core.numbers.slots import WEEKDAYS
from ringback.core.numbers.survival import RULE as SILENCE_RULE
from ringback.core.proof.proof import Contact, Proof
from ringback.core.simulator.comparison import Comparison, Scenario
from ringback.core.simulator.inputs import GROUNDS
from ringback.core.simulator.world import Way
from ringback.desk.numbers import Numbers


def rate(value: Rate) -> Shape:
    """A rate; its share is null where it cannot be told."""
    low, high = value.interval
    return {
        "done": value.done,
        "of": value.of,
        "share": value.share if value.is_told else None,
        "low": low,
        "high": high,
        "told": value.is_told,
    }


def numbers_shape(value: Numbers) -> Shape:
    """All numbers of a search."""
    funnel, course, silence = value.funnel, value.course, value.silence
    return {
        "day": day(value.day),
        "counts": dict(funnel.counts),
        "bad_numbers": funnel.bad_numbers,
        "rates": [
            {"name": one.name, "of_what": one.of_what, **rate(one.rate)} for one in funnel.rates
        ],
        "weeks": [
            {
                "day": day(week.day),
                "sent": week.sent,
                "due": week.coverage.due,
                "followed": week.coverage.followed,
                "on_time": week.on_time,
            }
            for week in course.weeks
        ],
        "dated": rate(course.dated),
        "written_in_time": rate(course.written_in_time),
        "on_time": rate(course.on_time),
        "silence": {
            "sent": silence.sent,
            "answered": silence.answered,
            "median": silence.median,
            "says": silence.says,
            "points": [
                {
                    "day": point.day,
                    "waiting": point.waiting,
                    "answered": point.answered,
                    "silent": point.silent,
                    "low": point.low,
                    "high": point.high,
                    "told": point in silence.told,
                }
                for point in silence.points
            ],
        },
        "reach": {
            "slots": [
                {"weekday": WEEKDAYS[slot.weekday], "half": slot.half.value, **rate(slot.rate)}
                for slot in value.slots.slots
            ],
            "morning": rate(value.slots.morning),
            "afternoon": rate(value.slots.afternoon),
            "says": value.slots.says,
        },
        "plan": {
            "days": [
                {"day": day(one.day), "planned": one.planned, "logged": one.done}
                for one in value.plan.days
            ],
            "says": value.plan.says,
        },
        "rules": [RULE, REASON, SILENCE_RULE],
    }


def comparison_shape(value: Comparison) -> Shape:
    """The simulator's scenarios with all that they assume."""
    return {
        "resumes": value.scenarios[0].inputs.resumes,
        "sentences": list(value.sentences),
        "own": {name: {"done": s.done, "of": s.of} for name, s in value.counts.items()},
        "scenarios": [_scenario(one) for one in value.scenarios],
    }


def _scenario(value: Scenario) -> Shape:
    found = value.outcome
    return {
        "key": value.key,
        "says": value.says,
        "wait": _way(found.wait),
        "follow": _way(found.follow),
        "gain": found.gain,
        "gain_low": found.gain_low,
        "gain_high": found.gain_high,
        "fewer": found.fewer,
        "conversations": found.conversations,
        "dials": found.dials,
        "minutes": found.minutes,
        "assumes": {
            name: {"mean": _mean(getattr(value.inputs, name)), "says": ground.says,
                   "span": ground.span, "ground": ground.ground}
            for name, ground in GROUNDS.items()
        },
    }  # fmt: skip


def _way(value: Way) -> Shape:
    return {
        "mean": value.mean,
        "any_interview": value.any_interview,
        "any_offer": value.offer,
        "interviews": list(value.interviews),
    }


def _mean(value: Beta | float | None) -> float:
    if isinstance(value, Beta):
        return value.mean
    return value or 0.0


def proof_shape(value: Proof) -> Shape:
    """A proof, in the words of its language."""
    return {
        "form": value.form.value,
        "labels": value.labels.value,
        "paper": value.paper.value,
        "title": value.title,
        "seeker": value.seeker or None,
        "first": day(value.first),
        "last": day(value.last),
        "made_on": day(value.made_on),
        "employers": value.employers,
        "weeks": [
            {"first": day(week.first), "last": day(week.last), "contacts": len(week.contacts)}
            for week in value.weeks
        ],
        "contacts": [_contact(one) for one in value.contacts],
    }


def _contact(value: Contact) -> Shape:
    return {
        "day": day(value.day),
        "employer": value.employer,
        "address": list(value.address),
        "person": value.person or None,
        "method": value.method,
        "position": value.position,
        "result": value.result,
    }
