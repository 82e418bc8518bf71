"""Who hires, on the terminal: people in order, with the reasons and the evidence."""

from collections.abc import Iterable

from ringback.cli.screen import QUIET, STRONG, WARNING, Screen
from ringback.desk.who import Kept, Suggestion, WhoHires
from ringback.doors.step_words import job
from ringback.doors.words import plural


def show_who(screen: Screen, answer: WhoHires) -> None:
    """The people known at the employer for this opening, the likeliest to hire first."""
    opening = answer.opening
    screen.line((f"#{opening.pk}  ", QUIET), (job(opening.title, opening.employer.name), STRONG))
    screen.gap()
    if not answer.suggestions:
        screen.line("Nobody is known there yet who could hire for this.")
        screen.line(f"Ask the receptionist for {answer.ask_for}.", indent=2)
        screen.line("Or give their team page: ringback who … --page ADDRESS", indent=2)
        return
    for place, one in enumerate(answer.suggestions, start=1):
        _show(screen, place, one)
    if not any(one.is_manager for one in answer.suggestions):
        best = answer.suggestions[0].person.name
        screen.gap()
        screen.line(f'If it is so: ringback name {opening.pk} "{best}"')
        screen.line(f"If in doubt, ask the receptionist for {answer.ask_for}.", indent=2)


def _show(screen: Screen, place: int, one: Suggestion) -> None:
    person = one.person
    chosen = "  (your manager for it)" if one.is_manager else ""
    screen.line((f"{place:>2}. ", QUIET), (person.name, STRONG), f"  {person.title}{chosen}")
    for reason in one.reasons:
        screen.line(("doubt: ", WARNING) if one.aside else "", reason, indent=4)
    for route in one.routes:
        more = f" ext. {route.extension}" if route.extension else ""
        barred = f"  do not use: {route.restriction}" if route.restriction else ""
        screen.line(f"{route.kind}: {route.value}{more}{barred}", indent=4)
    sources = sorted({f"{e.source} {e.detail}".strip() for e in one.evidence if e.about == "name"})
    if sources:
        screen.line((f"from {'; '.join(sources)}", QUIET), indent=4)


def show_kept(screen: Screen, kept: Kept, origin: str, notes: Iterable[str]) -> None:
    """What came of reading a page or an answer into the book."""
    screen.line(
        f"{plural(len(kept.new), 'person', 'people')} new from {origin}, "
        f"{len(kept.known)} known already."
    )
    for said in (*notes, *kept.doubts):
        screen.line(("note: ", WARNING), said, indent=2)
    screen.gap()
