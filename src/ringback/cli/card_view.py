"""An opening's card on the terminal: the step and its words, the people, all that happened."""

from datetime import date

from rich.text import Text

from ringback.book.parties import Evidence, Route
from ringback.cli.qr import qr_lines
from ringback.cli.screen import QUIET, STRONG, WARNING, Screen
from ringback.cli.today_view import late, way, who
from ringback.core.phones import tel_uri
from ringback.core.scripts import Section
from ringback.core.touches import Kind
from ringback.desk.card import Card, Event, Known
from ringback.desk.parties import OWN_WORD
from ringback.doors.hours import hours_line, zone_there
from ringback.doors.lateness import lateness
from ringback.doors.step_words import done_with, job, what_happened, when_done
from ringback.doors.window import window_said
from ringback.doors.words import Speech, number

# Parts of a script that are read beforehand or when it comes to it, not each time.
_AT_NEED = frozenset({"to_hr", "hr", "message", "close_again", "improper", "never", "desk_hr"})
PAPER = "#000000 on #ffffff"


def show_step(screen: Screen, card: Card, speech: Speech) -> None:
    """Who, where, how and when: the head of a card."""
    opening = card.opening
    name = job(opening.title, card.employer.name)
    if card.item is None:
        screen.line((name, STRONG), (f"  #{opening.pk}", QUIET))
        found = warnings(card)
        screen.line(_ended(card, barred=bool(found)))
        for warning in found:
            screen.line((warning, WARNING))
        return
    item = card.item
    screen.line(*who(item))
    screen.line(name, (f"  #{opening.pk}, {opening.stage}", QUIET))
    if item.row.number:
        screen.gap()
        screen.line(*way(screen, item, speech))
    if item.is_call or item.row.exact:
        screen.line(hours_line(item, speech))
    if len(card.hours) > 1 and not speech.same_clock(speech.now, zone_there(item)):
        spans = " and ".join(
            f"{speech.clock(start)} to {speech.clock(end)}" for start, end in card.hours
        )
        screen.line((f"That day in your time: {spans}", QUIET))
    screen.gap()
    screen.line(item.row.why, *late(lateness(item, speech.today, _written(card, speech)), speech))
    if card.ask_for:
        screen.line("Ask for ", (card.ask_for, STRONG), ".")
    if item.row.best and item.is_call:
        screen.line(f"Best reached from {window_said(*item.row.best)}, on their clock.")
    if item.is_call and item.row.attempt > 1 and " call: " not in item.row.why:
        screen.line(f"Attempt {item.row.attempt}.")
    if item.row.leave_voicemail:
        screen.line("If nobody answers, leave a voicemail this time.")
    for warning in warnings(card):
        screen.line((warning, WARNING))


def _ended(card: Card, *, barred: bool) -> str:
    """That nothing is due any more, and how it goes on where it can."""
    again = f"`ringback reopen {card.opening.pk}`"
    if card.never_added:
        return f"Taken back: it was never added. {again} brings it back."
    return "Closed." if barred else f"Closed. {again} opens it again."


def _written(card: Card, speech: Speech) -> date | None:
    """The seeker's day on which the last letter was recorded."""
    letters = [
        event.touch.logged_at
        for event in card.history
        if event.touch.kind == Kind.SENT.value and not event.struck
    ]
    return max(letters).astimezone(speech.zone).date() if letters else None


def warnings(card: Card) -> list[str]:
    """What must not be done with this opening, and what is missing."""
    found = [f"The posting asks for no calls: {card.opening.no_calls}"] * bool(
        card.opening.no_calls
    )
    for known in card.people:
        if known.person.do_not_contact:
            found.append(f"Never contact {known.person.name}: they asked for that.")
        found += [
            f"Do not use {route.value} ({known.person.name}): {route.restriction}"
            for route in known.routes
            if route.restriction
        ]
    found += [
        f"Do not use {route.value}: {route.restriction}"
        for route in card.switchboard
        if route.restriction
    ]
    return found


def show_script(screen: Screen, card: Card) -> None:
    """All the words for the step, each part with how long it takes."""
    for section in card.script.sections if card.script else ():
        show_section(screen, section)


def at_need(section: Section) -> bool:
    """Whether a part of a script is read beforehand, or when it comes to it."""
    return section.key.startswith("objection") or section.key in _AT_NEED


def show_section(screen: Screen, section: Section, *, hint: bool = True) -> None:
    """One part of a script: the seeker's own words first, where there are any."""
    takes = f"  {section.seconds:.0f} s" if section.seconds else ""
    screen.gap()
    screen.line((section.heading, STRONG), (takes, QUIET))
    if section.own_line:
        screen.line(("Yours: ", STRONG), section.own_line, indent=4)
    if section.text:
        for paragraph in section.text.split("\n"):
            screen.line(paragraph, indent=4)
    if section.hint and hint:
        screen.line((section.hint, QUIET), indent=4)


def show_documents(screen: Screen, card: Card) -> None:
    """The names of all files that went out."""
    names = dict.fromkeys(
        name
        for event in card.history
        if event.touch.kind == Kind.SENT.value and not event.struck
        for name in event.documents
    )
    if names:
        screen.line(f"What was sent: {', '.join(names)}")


def show_people(screen: Screen, card: Card, speech: Speech) -> None:
    """Everybody known there, with the ways to reach them and where each fact is from."""
    if not card.people and not card.switchboard:
        screen.line("Nobody is known there yet.", indent=2)
    for known in card.people:
        _show_person(screen, known, speech)
    for route in card.switchboard:
        screen.line(_route(screen, route, speech), indent=2)


def _show_person(screen: Screen, known: Known, speech: Speech) -> None:
    person = known.person
    marks = ["manager"] * known.is_manager + ["one of your own"] * known.is_own
    marks += ["HR"] * person.is_hr
    marks += ["never contact"] * person.do_not_contact
    parts: list[str | tuple[str, str]] = [(person.name, STRONG)]
    parts.append(f" (say: {person.spoken})" if person.spoken else "")
    parts.append(f", {person.title}" if person.title else "")
    parts.append((f"  [{', '.join(marks)}]", QUIET) if marks else "")
    screen.line(*parts, indent=2)
    for route in known.routes:
        screen.line(_route(screen, route, speech), indent=4)
    if person.best_from and person.best_until:
        best = window_said(person.best_from, person.best_until)
        screen.line(f"best reached from {best}, on their clock", indent=4)
    name = [one for one in known.evidence if one.about == "name"]
    if name:
        told = ", ".join(_source(one, speech) for one in name)
        own = told.startswith(OWN_WORD)
        screen.line((f"name {told}" if own else f"name from {told}", QUIET), indent=4)


def _route(screen: Screen, route: Route, speech: Speech) -> Text:
    said = number(route.value, route.extension, speech.country)
    mail = route.kind == "mail"
    address = f"mailto:{route.value}" if mail else tel_uri(route.value, route.extension)
    text = Text().append_text(screen.link(said, address, ""))
    text.append("" if mail else f"  {route.kind}", QUIET)
    if route.ask_for:
        text.append(f", ask for {route.ask_for}")
    if route.restriction:
        text.append(f"  not to be used: {route.restriction}", WARNING)
    return text


def _source(evidence: Evidence, speech: Speech) -> str:
    detail = f" ({evidence.detail})" if evidence.detail else ""
    return f"{evidence.source}{detail}, {speech.day(evidence.found_at.date())}"


def show_gate(screen: Screen, card: Card) -> None:
    """What is missing before sending, where something is."""
    for one in card.gate.missing:
        screen.line(("missing: ", WARNING), one.says, indent=2)


def show_history(screen: Screen, events: tuple[Event, ...], speech: Speech) -> None:
    """All that happened, oldest first; what was taken back is marked in words."""
    for event in events:
        touch = event.touch
        said = what_happened(touch, speech, event.documents)
        back = "  (taken back)" if event.struck else ""
        screen.line((f"{speech.past(touch.at)}  ", QUIET), said, (back, QUIET), indent=2)
        if touch.note:
            for line in touch.note.splitlines():
                screen.line((f"“{line}”", QUIET), indent=6)


def show_qr(screen: Screen, card: Card) -> None:
    """The number of the step as a QR code, where there is one and it fits."""
    row = card.item.row if card.item else None
    if row is None or not row.number.startswith("+"):
        screen.line("There is no number to show as a QR code.")
        return
    inked = screen.has_colors
    lines = qr_lines(row.number, inked=inked, plain=screen.is_plain)
    if len(lines[0]) > screen.console.width:
        screen.line("The terminal is too narrow for the QR code.")
        return
    screen.gap()
    for line in lines:
        screen.raw(line, PAPER if inked else "")
    screen.line((f"Scan it with your phone: it dials {row.number}.", QUIET))
    if row.extension:
        screen.line(f"Then the extension: {row.extension}.")


def show_whole(screen: Screen, card: Card, speech: Speech) -> None:
    """Everything about an opening except the words of its script."""
    show_step(screen, card, speech)
    opening = card.opening
    closes = speech.date(opening.closes_on) if opening.closes_on else ""
    about = (
        ("kind", opening.kind), ("place", opening.place), ("closes", closes),
        ("pay", opening.salary), ("reports to", opening.reports_to), ("posting", opening.url),
    )  # fmt: skip
    if any(value for _, value in about):
        screen.gap()
        screen.pairs(about)
    if card.gate.missing and card.item is not None:
        screen.gap()
        screen.line(("Before sending", STRONG))
        show_gate(screen, card)
    screen.gap()
    screen.line(("Who is known there", STRONG))
    show_people(screen, card, speech)
    screen.gap()
    screen.line(("So far", STRONG))
    show_history(screen, card.history, speech)
    if card.item is not None:
        screen.gap()
        kind = card.item.row.kind
        screen.commands(
            (f"ringback next {opening.pk}", "the words"),
            (done_with(kind, opening.pk), when_done(kind, opening.pk)), indent=0,
        )  # fmt: skip
