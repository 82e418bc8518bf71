"""`ringback who --ask`: what a service would be asked and what it costs, then its people."""

from ringback.cli import shapes
from ringback.cli.ask import somebody_is_there, yes_or_no
from ringback.cli.door import Door
from ringback.cli.screen import QUIET, STRONG, Screen
from ringback.cli.who_view import show_kept, show_who
from ringback.desk.asking_services import Asked, Asking, ask, plan_asking, service_named
from ringback.desk.openings import find_opening
from ringback.desk.refusal import Code, Refusal
from ringback.desk.who import who_hires
from ringback.doors.words import plural
from ringback.settings import HOME


def ask_service(
    door: Door,
    reference: str,
    name: str,
    *,
    known_as: str,
    person: str,
    spend: int | None,
    dry_run: bool,
) -> None:
    """Ask a service about an opening's employer, once it was said what that may use.

    Raises Refusal (ask) where it may use something and nobody is there to be asked.
    """
    service = service_named(name)
    desk = door.desk()
    opening = find_opening(desk, reference)
    asking = plan_asking(desk, opening, service, known_as=known_as, person=person, most=spend)
    if dry_run:
        _show_plan(door, asking)
        return
    if HOME.demo:
        raise Refusal(
            Code.BAD_VALUE, "In the demo nobody exists: no service is asked about them.",
            "`ringback demo --leave` goes back to your own book.",
        )  # fmt: skip
    if spend is None and asking.key_in and not _may_be_asked(door, asking):
        return
    asked = ask(desk, opening, asking)
    answer = who_hires(desk, opening)
    if door.json:
        door.answer(shapes.who(answer, asked.kept) | _shape(asking, asked))
        return
    screen = Screen(door)
    screen.line((f"Asked {service.label}; {_used(asking, asked)} used.", QUIET))
    show_kept(screen, asked.kept, service.label, asked.notes)
    show_who(screen, answer)


def _may_be_asked(door: Door, asking: Asking) -> bool:
    """Whether what it may use is allowed by somebody who was told."""
    cost = plural(asking.units, asking.service.unit)
    if door.json or not somebody_is_there():
        raise Refusal(
            Code.ASK, f"Asking {asking.service.label} may use {cost}.",
            f"Say --spend {asking.units} if it may; --dry-run shows what would be asked.",
        )  # fmt: skip
    _show_plan(door, asking)
    if yes_or_no("Ask now?", default=False):
        return True
    Screen(door).line("Nothing was asked.")
    return False


def _show_plan(door: Door, asking: Asking) -> None:
    service = asking.service
    if door.json:
        door.answer({
            "service": service.key, "unit": service.unit, "units": asking.units,
            "costs": service.costs, "key_in": asking.key_in or None,
            "requests": [
                {"request": one.request, "says": one.says, "units": one.units}
                for one in asking.steps
            ],
        })  # fmt: skip
        return
    screen = Screen(door)
    screen.line((f"{service.label} would be asked about {asking.question.employer}", STRONG))
    for one in asking.steps:
        cost = f": {plural(one.units, service.unit)} at most" if one.units else ""
        screen.line(f"{one.says}{cost}", indent=2)
        screen.line((one.request, QUIET), indent=4)
    screen.line(f"In all {plural(asking.units, service.unit)} at most. {service.costs}")
    if asking.key_in:
        screen.line((f"Your key is in {asking.key_in}.", QUIET))
    else:
        screen.line(f"There is no key yet: `ringback config key {service.key}`.")


def _used(asking: Asking, asked: Asked) -> str:
    return plural(asked.used, asking.service.unit)


def _shape(asking: Asking, asked: Asked) -> shapes.Shape:
    return {
        "service": asking.service.key,
        "unit": asking.service.unit,
        "used": asked.used,
        "requests": list(asked.requests),
        "notes": list(asked.notes),
    }
