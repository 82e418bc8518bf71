"""Who hires for an opening: the people known at an employer, ranked, with the reasons in words.

The rule is evidence 2.5: one level above the job, same work, same site; HR only for a job in HR.
Titles inflate differently from firm to firm, so this ranks and never asserts; the user overrules.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ringback.core.fit import Fit, level_fit, place_fit, top_rank, work_fit
from ringback.core.people import Function, Level, Person
from ringback.core.places import NOWHERE, Place
from ringback.core.team_words import team_of
from ringback.core.texts.language import ENGLISH, language
from ringback.core.texts.sentences import say
from ringback.core.titles import RANK, Title, read_title
from ringback.core.who_hires import SMALL, who_hires

_IN_POSTING = 6.0
_REPORTS_TO = 5.0
_CONFIRMED = 4.0
_REFERRED = 6.0
_WRONG = -10.0
_OLD = -1.0
_OLD_AFTER_DAYS = 365
_ASIDE = -6.0
_LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class Vacancy:
    """What is to be filled. ``function`` is read from the title where it is not given.

    ``reports_to`` is the title that the posting names, as it is written there.
    """

    title: str
    function: Function = Function.UNKNOWN
    place: Place = NOWHERE
    reports_to: str = ""
    in_hr: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """A person at the employer, and what is known of them for this opening.

    ``evidence`` is the day of the newest evidence for their title; ``wrong_person`` and
    ``referred_to`` are what calls to this employer have taught.
    """

    person: Person
    named_in_posting: bool = False
    confirmed_by_receptionist: bool = False
    evidence: date | None = None
    wrong_person: bool = False
    referred_to: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person with their score and its reasons; ``aside`` where they do not hire themselves."""

    person: Person
    score: float
    reasons: tuple[str, ...]
    aside: bool = False


def rank(
    vacancy: Vacancy, people: Sequence[Known], size: int, as_of: date
) -> tuple[Candidate, ...]:
    """The people who may hire, best first; the same for any order of ``people``.

    ``size`` is the number of staff (0: not known); ``as_of`` the day on which evidence is old or
    new. HR is left out unless the job is in HR, and so is who left or must not be contacted.
    Assistants, interns and board members come last, marked ``aside``; alone they are left out.
    """
    job = job_of(vacancy)
    ranked = [
        _candidate(vacancy, job, known, size, as_of)
        for known in people
        if not _why_not(known.person, job)
    ]
    ranked.sort(key=_order)
    return tuple(ranked) if any(not candidate.aside for candidate in ranked) else ()


def set_aside(vacancy: Vacancy, people: Sequence[Known]) -> tuple[Candidate, ...]:
    """Those whom ``rank`` leaves out whoever else is known, each with the reason in words."""
    job = job_of(vacancy)
    reasons = [(known.person, _why_not(known.person, job)) for known in people]
    left_out = [Candidate(person, 0.0, (why,), aside=True) for person, why in reasons if why]
    return tuple(sorted(left_out, key=_order))


def ask_for(vacancy: Vacancy, size: int, lang: str = ENGLISH) -> str:
    """Whom to ask the receptionist for, ready for "I'd like to write to …"."""
    job = job_of(vacancy)
    team = team_of(job, lang)
    fields = {"title": _clean(vacancy.reports_to) or _clean(vacancy.title), "team": team}
    if vacancy.reports_to.strip():
        key = "reports_to"
    elif 0 < size < SMALL and job.function is not Function.RESEARCH:
        key = "owner"
    elif team and job.rank < 4:
        key = "team"
    else:
        key = "job" if vacancy.title.strip() else "anybody"
    return say(language(lang).ask_for[key], fields)


def job_of(vacancy: Vacancy) -> Title:
    """The vacancy's title as it is understood, with the function given, or HR, put first."""
    read = read_title(vacancy.title)
    given = vacancy.function
    if vacancy.in_hr and given is Function.UNKNOWN:
        given = Function.HR
    if given is Function.UNKNOWN:
        return read
    functions = (given, *(f for f in read.functions if f is not given))
    in_hr = vacancy.in_hr or given is Function.HR
    return replace(read, function=given, functions=functions, is_hr=in_hr)


def _order(candidate: Candidate) -> tuple[bool, float, str, str, str]:
    person = candidate.person
    return candidate.aside, -candidate.score, person.name, person.title, person.id


def _clean(text: str) -> str:
    return " ".join(text.split())[:_LONGEST_TITLE]


def _title_of(person: Person) -> Title:
    """The title as read; where it does not say, the level and function on file."""
    read = read_title(person.title)
    if read.level is Level.UNKNOWN and person.level is not Level.UNKNOWN:
        read = replace(
            read,
            level=person.level,
            rank=RANK.get(person.level, read.rank),
            is_board=person.level is Level.BOARD,
            is_assistant=person.level is Level.ASSISTANT,
        )
    if not read.functions and person.function is not Function.UNKNOWN:
        read = replace(read, function=person.function, functions=(person.function,))
    return read


def _why_not(person: Person, job: Title) -> str:
    if person.do_not_contact:
        return "asked not to be contacted"
    if person.left:
        return "has left"
    if not job.is_hr and (person.is_hr or _title_of(person).is_hr):
        return "HR: passes applications on, and does not lead the work"
    return ""


def _candidate(vacancy: Vacancy, job: Title, known: Known, size: int, as_of: date) -> Candidate:
    person = known.person
    boss = _title_of(person)
    aside = boss.is_assistant or boss.is_board
    fits = [
        *_learned(known),
        *(_aside(boss) if aside else _rule(vacancy, job, boss, size)),
        place_fit(person, vacancy.place),
        *_age(known.evidence, as_of),
    ]
    score = round(sum(fit.points for fit in fits), 2)
    reasons = tuple(fit.why for fit in fits if fit.why)
    return Candidate(person, score, reasons, aside)


def _rule(vacancy: Vacancy, job: Title, boss: Title, size: int) -> list[Fit]:
    span = who_hires(job.function, size, job.rank)
    level, work = level_fit(boss, job, span, size), work_fit(boss, job, size)
    why = ", ".join(fit.why for fit in (level, work) if fit.why)
    return [*_reported(vacancy, boss), Fit(level.points + work.points, why)]


def _reported(vacancy: Vacancy, boss: Title) -> list[Fit]:
    """Points where the posting says that the job reports to this title, or to one much like it."""
    wanted = read_title(vacancy.reports_to)
    if wanted.level in (Level.UNKNOWN, Level.ASSISTANT) or boss.level is Level.UNKNOWN:
        return []
    if abs(top_rank(wanted) - top_rank(boss)) > 0.5:
        return []
    if wanted.functions and set(wanted.functions).isdisjoint(boss.functions):
        return []
    if wanted.topics and boss.topics and wanted.topics.isdisjoint(boss.topics):
        return []
    return [Fit(_REPORTS_TO, f"the posting says: reports to the {_clean(vacancy.reports_to)}")]


def _learned(known: Known) -> list[Fit]:
    said = (
        (known.referred_to, _REFERRED, "you were referred to them"),
        (known.named_in_posting, _IN_POSTING, "named in the posting"),
        (known.confirmed_by_receptionist, _CONFIRMED, "confirmed by the receptionist"),
        (known.wrong_person, _WRONG, "you were told that this is the wrong person"),
    )
    return [Fit(points, why) for holds, points, why in said if holds]


def _aside(boss: Title) -> list[Fit]:
    why = "on the board" if boss.is_board else "assistant or trainee"
    return [Fit(_ASIDE, f"{why}: does not hire for this, may say who does")]


def _age(evidence: date | None, as_of: date) -> list[Fit]:
    if evidence is None or (as_of - evidence).days <= _OLD_AFTER_DAYS:
        return []
    return [Fit(_OLD, f"last seen with this title in {evidence:%Y}, more than a year ago")]
