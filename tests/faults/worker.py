"""A process that works in a book until it is done or killed, and tells of each act that is kept.

Started as a program of its own: ``worker.py begin | log COUNT | import FILE | look``. The book is
the one that the environment names. Every number that it prints stands for something committed;
``committing`` comes right before each commit.
"""

import json
import os
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import django

NOW = datetime(2026, 10, 6, 14, 0, tzinfo=UTC)
EMPLOYERS = 40


def say(word: object) -> None:
    """A line that is out before anything else happens."""
    os.write(1, f"{word}\n".encode())


def tell_of_commits() -> None:
    """Say so right before each commit, for whoever wants to strike there."""
    from django.db import connection

    commit = connection.commit

    def told() -> None:
        say("committing")
        commit()

    connection.commit = told  # type: ignore[method-assign]  # it is only listened to


def begin() -> None:
    """Make a book with some openings that were sent, ready to be called."""
    from ringback.book.create import create_book
    from ringback.core.touches import Via
    from ringback.desk.openings import NewOpening, add
    from ringback.desk.searches import start_search, tell_about_seeker
    from ringback.desk.sending import send

    create_book()
    desk = tell_about_seeker(start_search("main", NOW), country="US", zone="America/New_York")
    for number in range(EMPLOYERS):
        new = NewOpening(
            employer=f"Example Mill {number}",
            title="Engineer",
            manager=f"Kim Sample{number}",
            manager_title="Director of Engineering",
            number=f"+1 614 555 01{number:02}",
            mail=f"kim@mill{number}.example",
        )
        send(desk, add(desk, new).opening, via=Via.MAIL)


def log(count: int) -> None:
    """Log calls until the book holds so many; each act is told by its number.

    Every seventh call brings a person, an employer and an opening of its own: an act of three
    touches and some ten rows.
    """
    from ringback.book.journal import Touch
    from ringback.book.openings import Opening
    from ringback.book.parties import Search
    from ringback.core.outcomes import BY_WORD
    from ringback.desk.calls import NOTHING_TOLD, Told, log_call
    from ringback.desk.desk import Desk

    search = Search.objects.get(name="main")
    openings = list(Opening.objects.order_by("pk").select_related("employer")[:EMPLOYERS])
    first = Touch.objects.filter(kind="called").count()
    say("ready")
    words = ("no-answer", "busy", "voicemail", "voicemail-left", "talked", "send-more")
    for number in range(first, count):
        outcome, told = BY_WORD[words[number % len(words)]], NOTHING_TOLD
        if number % 7 == 3:
            outcome = BY_WORD["referred-out"]
            told = Told(name=f"Sam Other{number}", employer=f"Sample Yard {number}")
        desk = Desk(search, NOW + timedelta(minutes=number))
        log_call(desk, openings[number % EMPLOYERS], outcome, told=told, note=f"call {number}")
        say(number)
    say("done")


def read_in(path: Path) -> None:
    """Import a file, and tell how many openings came of it."""
    from ringback.book.parties import Search
    from ringback.desk.desk import Desk
    from ringback.desk.imports import import_file
    from ringback.sources.source import ReadOptions

    desk = Desk(Search.objects.get(name="main"), NOW)
    say("ready")
    report = import_file(desk, path, ReadOptions())
    say(report.created)
    say("done")


def look() -> None:
    """Look the book over, as ``ringback check`` does, and tell what it holds, as JSON."""
    from ringback.book.imports import Import, ImportRow
    from ringback.book.journal import Touch
    from ringback.book.openings import Opening
    from ringback.book.parties import Employer, Search
    from ringback.desk.checking import look_over
    from ringback.desk.desk import Desk

    desk = Desk(Search.objects.get(name="main"), NOW + timedelta(days=3))
    findings = [f"{one.about}: {one.sentence}" for one in look_over(desk)]
    calls = Counter(Touch.objects.filter(kind="called").values_list("note", flat=True))
    acts = Counter(Touch.objects.filter(together__isnull=False).values_list("together", flat=True))
    referrals = Touch.objects.filter(result="referred outside").values_list("uid", flat=True)
    seen = {
        "findings": findings,
        "calls": {note.removeprefix("call "): count for note, count in calls.items()},
        "half": sum(acts[uid] != 3 for uid in referrals),
        "yards": Employer.objects.filter(name__startswith="Sample Yard").count(),
        "referrals": len(referrals),
        "openings": Opening.objects.count(),
        "touches": Touch.objects.count(),
        "imports": Import.objects.count(),
        "rows": ImportRow.objects.count(),
    }
    say(json.dumps(seen))


def main(words: list[str]) -> None:
    """Do what the first word says."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "ringback.settings"
    django.setup()
    if words[0] == "begin":
        begin()
    elif words[0] == "log":
        tell_of_commits()
        log(int(words[1]))
    elif words[0] == "import":
        tell_of_commits()
        read_in(Path(words[1]))
    else:
        look()


if __name__ == "__main__":
    main(sys.argv[1:])
