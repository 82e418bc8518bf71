"""Today: the one next thing on top, the rest of the day below, what has to wait and why."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from ringback.book.openings import Opening
from ringback.desk.letter import last_letter
from ringback.desk.today import today
from ringback.doors.queue import on_another_day
from ringback.doors.step_words import sent_how
from ringback.web.context import speech_of
from ringback.web.desks import desk_of


@require_safe
def today_page(request: HttpRequest) -> HttpResponseBase:
    """The day as of now."""
    desk = desk_of(request)
    day = today(desk)
    share, later = day.coverage.share, on_another_day(day)
    letter = last_letter(desk, day.first.row.opening) if day.first else None
    said = ""
    if letter is not None and letter.documents:
        day_sent = speech_of(desk).day(letter.at.astimezone(speech_of(desk).zone).date())
        said = f"{', '.join(letter.documents)}{sent_how(letter.via)}, {day_sent}."
    context = {
        "part": "/",
        "keeps": True,
        "day": day,
        "later": later,
        "waiting": [one for one in day.waiting if one not in later],
        "had_some": not day.open_openings and Opening.objects.filter(search=desk.search).exists(),
        "letter": said,
        "covered": round(100 * share) if share is not None else 0,
    }
    return render(request, "ringback/today.html", context)


urls = [path("", today_page)]
