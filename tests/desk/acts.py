"""A search lived at random: what people do at the desk, in any order, refusals passed over."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from hypothesis import strategies as st

from ringback.book.openings import Opening
from ringback.book.parties import Person
from ringback.core.outcomes import OUTCOMES, Outcome
from ringback.core.places import Place
from ringback.core.touches import Bar, Reason, Reply
from ringback.desk import answers, calls, course, imports, merging, openings, rules, searches
from ringback.desk.desk import Desk
from ringback.desk.erase import erase_person
from ringback.desk.refusal import Refusal
from ringback.desk.sending import send
from ringback.sources.source import ReadOptions
from tests.desk.factories import NOW, OHIO

EMPLOYERS = ("Example Tools Inc", "Beispiel Söhne GmbH", "Örnek A.Ş.", "=cmd Example", "示例公司")
PEOPLE = ("Ada Miller", "José Nuñez", "Müller, Jürgen", "山田 花子", "=Bobby Example", "Wu Li")
NOTES = ("", "call after nine", "=HYPERLINK(1)", "two\nlines \u2028 and more", "📞 “so”", "\t-1")
PLACES = (OHIO, Place(country="DE", region="BY"), Place(country="IN"), Place())
SHEET = (
    "Company,Position,Date Applied,Contact,Phone,Status\n"
    "Example Tools Inc,Fitter,2026-09-28,Ada Miller,+1 614 555 0142,Applied\n"
    "Example Mill,Miller,2026-09-29,,,Rejected\n"
    ",,not a day,,,\n"
)


@dataclass(frozen=True)
class Act:
    """One thing to do: its name, and the numbers by which its particulars are chosen."""

    verb: str
    a: int
    b: int
    c: int


ACTS: st.SearchStrategy[list[Act]] = st.lists(
    st.builds(
        Act,
        st.sampled_from(
            "add add add send send call call call call reply mail book held offer refer name pause"
            " skip close reopen bar note strike merge part cadence seeker day_off line sheet"
            " take_back erase".split()
        ),
        *[st.integers(0, 999)] * 3,
    ),
    min_size=3,
    max_size=25,
)


def live_through(desk: Desk, acts: list[Act], folder: Path) -> Desk:
    """Do these acts, some hours apart; the desk at the end."""
    for number, act in enumerate(acts):
        desk = Desk(desk.search, NOW + timedelta(hours=7 * number))
        desk.search.refresh_from_db()
        try:
            _DOING[act.verb](desk, act, folder)
        except Refusal:
            continue
    return desk


def _opening(desk: Desk, act: Act) -> Opening:
    rows = list(Opening.objects.filter(search=desk.search).order_by("pk"))
    return rows[act.a % len(rows)] if rows else _add(desk, act)


def _person(desk: Desk, number: int) -> Person | None:
    rows = list(Person.objects.filter(search=desk.search).order_by("pk"))
    return rows[number % len(rows)] if rows else None


def _add(desk: Desk, act: Act) -> Opening:
    new = openings.NewOpening(
        employer=EMPLOYERS[act.a % len(EMPLOYERS)],
        title=f"=Job {act.b % 3}",
        manager=PEOPLE[act.b % len(PEOPLE)] if act.c % 4 else "",
        manager_title="Plant Manager" if act.c % 3 else "",
        number=f"+1 614 555 01{act.c % 90 + 10}" if act.c % 2 else "",
        mail=f"m{act.b % 9}@tools.example" if act.b % 2 else "",
        switchboard="+1 614 555 0100" if act.a % 2 else "",
        place=PLACES[act.c % len(PLACES)],
        note=NOTES[act.b % len(NOTES)],
        closes_on=desk.today + timedelta(days=act.a % 30) if act.a % 3 == 0 else None,
    )
    return openings.add(desk, new).opening


def _send(desk: Desk, act: Act, folder: Path) -> None:
    letter = folder / f"letter {act.b % 3}.txt"
    letter.write_text(f"Letter {act.c % 3}")
    promise = desk.today + timedelta(days=act.b % 9) if act.b % 2 else None
    send(desk, _opening(desk, act), files=(letter,), anyway="so", promise=promise)


def _call(desk: Desk, act: Act, folder: Path) -> None:
    outcome: Outcome = OUTCOMES[act.b % len(OUTCOMES)]
    told = calls.Told(name=PEOPLE[act.c % len(PEOPLE)], employer=EMPLOYERS[act.c % 5])
    needs = {*outcome.needs, *outcome.may}
    calls.log_call(
        desk,
        _opening(desk, act),
        outcome,
        moment=desk.now + timedelta(days=1 + act.c % 9) if "moment" in needs else None,
        told=told if "person" in needs else calls.NOTHING_TOLD,
        note=NOTES[act.c % len(NOTES)],
    )


def _reply(desk: Desk, act: Act, folder: Path) -> None:
    replies = list(Reply)
    day = desk.today + timedelta(days=act.c % 20)
    answers.log_reply(
        desk, _opening(desk, act), replies[act.b % len(replies)], day=day,
        named_person=PEOPLE[act.c % len(PEOPLE)],
    )  # fmt: skip


def _bar(desk: Desk, act: Act, folder: Path) -> None:
    what = list(Bar)[act.b % 2]
    course.bar(desk, _opening(desk, act), what, person=_person(desk, act.c))


def _strike(desk: Desk, act: Act, folder: Path) -> None:
    last = course.last_act(desk)
    course.strike(desk, tuple(one.uid for one in last))


def _merge(desk: Desk, act: Act, folder: Path) -> None:
    kept, gone = _person(desk, act.b), _person(desk, act.c)
    if kept and gone:
        if act.a % 3 == 0 and kept.employer and gone.employer:
            merging.merge_employers(desk, kept.employer, gone.employer)
        else:
            merging.merge_people(desk, kept, gone)


def _part(desk: Desk, act: Act, folder: Path) -> None:
    merge = merging.last_merge(desk)
    if merge is not None:
        merging.part(desk, merge)


def _sheet(desk: Desk, act: Act, folder: Path) -> None:
    path = folder / f"sheet {act.a % 2}.csv"
    path.write_text(SHEET + f"Example {act.a % 2},Job,2026-09-30,,,Applied\n")
    imports.import_file(desk, path, ReadOptions())


def _take_back(desk: Desk, act: Act, folder: Path) -> None:
    done = imports.imports(desk)
    if done:
        imports.take_back(desk, done[act.a % len(done)].pk)


def _erase(desk: Desk, act: Act, folder: Path) -> None:
    person = _person(desk, act.b)
    if person is not None and act.a % 3 == 0:
        erase_person(desk, person)


def _later(desk: Desk, act: Act) -> timedelta:
    return timedelta(days=1 + act.b % 12)


_DOING: dict[str, Callable[[Desk, Act, Path], object]] = {
    "add": lambda desk, act, folder: _add(desk, act),
    "send": _send,
    "call": _call,
    "reply": _reply,
    "mail": lambda desk, act, folder: answers.log_mail(desk, _opening(desk, act)),
    "book": lambda desk, act, folder: answers.book_interview(
        desk, _opening(desk, act), desk.now + _later(desk, act)
    ),
    "held": lambda desk, act, folder: answers.log_interview(desk, _opening(desk, act)),
    "offer": lambda desk, act, folder: answers.log_offer(
        desk, _opening(desk, act), decide_by=desk.today + _later(desk, act)
    ),
    "refer": lambda desk, act, folder: answers.refer(desk, _opening(desk, act), "Kim Friend"),
    "name": lambda desk, act, folder: course.name_manager(
        desk, _opening(desk, act), PEOPLE[act.b % len(PEOPLE)], routes=("+1 614 555 0177",)
    ),
    "pause": lambda desk, act, folder: course.pause(
        desk, _opening(desk, act), desk.today + _later(desk, act)
    ),
    "skip": lambda desk, act, folder: course.skip(desk, _opening(desk, act), "=because"),
    "close": lambda desk, act, folder: course.close(
        desk, _opening(desk, act), list(Reason)[act.b % len(Reason)]
    ),
    "reopen": lambda desk, act, folder: course.reopen(desk, _opening(desk, act)),
    "bar": _bar,
    "note": lambda desk, act, folder: course.add_note(
        desk, _opening(desk, act), NOTES[act.b % len(NOTES)]
    ),
    "strike": _strike,
    "merge": _merge,
    "part": _part,
    "cadence": lambda desk, act, folder: rules.change_cadence(
        desk, f"attempts = {act.a % 4 + 1}\n"
    ),
    "seeker": lambda desk, act, folder: searches.tell_about_seeker(
        desk, name=PEOPLE[act.a % len(PEOPLE)], zone="Europe/Berlin"
    ),
    "day_off": lambda desk, act, folder: searches.take_days_off(
        desk, (desk.today + _later(desk, act),)
    ),
    "line": lambda desk, act, folder: searches.keep_own_line(desk, f"part {act.a % 3}", "“Hello”"),
    "sheet": _sheet,
    "take_back": _take_back,
    "erase": _erase,
}
