"""Days, hours, numbers and steps as the pages say them; all of it from what every door shares."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from urllib.parse import urlsplit

import segno
from django import template
from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from ringback.book.due_row import Row
from ringback.book.journal import Touch
from ringback.core.numbers.chart import Cell, Chart
from ringback.core.phones import tel_uri
from ringback.core.scripts import Section
from ringback.core.touches import Touch as TouchValue
from ringback.desk.card import Event
from ringback.desk.day import Item
from ringback.desk.table import Line
from ringback.doors import ahead_words, hours, step_words, words
from ringback.doors.charts import chart_said
from ringback.doors.grounds import grounds_said
from ringback.doors.own_parts import part_called, part_hint
from ringback.doors.tongue import say as say_again
from ringback.doors.words import Speech
from ringback.web.icons import ICONS

register = template.Library()

_BEFORE_UNIT = re.compile(r"(?<=\d) (?=(?:h|min|Std|Min)\b)")
_LINKS = frozenset({"http", "https"})
# A word with a hyphen that has so few letters does not gain from being broken.
SHORT_WORD = 12


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """A sign beside a word; it says nothing by itself."""
    return format_html(
        '<svg class="icon icon-{}" viewBox="0 0 24 24" fill="none" stroke="currentColor"'
        ' stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"'
        ' focusable="false">'
        '<path d="{}"/></svg>',
        name,
        ICONS[name],
    )


@register.simple_tag
def asset(path: str) -> str:
    """The address of a file of ours, which changes with its content."""
    return f"{settings.STATIC_URL}{path}"


@register.filter
def say(text: object) -> str:
    """A sentence of the core or the desk in the language of the page."""
    return say_again(str(text)) if text else ""


@register.simple_tag(takes_context=True)
def fault(context: template.Context, name: str) -> SafeString:
    """What marks a field that was refused and leads to its sentence; the first one has the caret.

    ``wrongs`` is what is told beside each field, ``wrong`` the one field that the page speaks of.
    """
    wrongs = context.get("wrongs") or {}
    if name in wrongs:
        first = " autofocus" if name == next(iter(wrongs)) else ""
        return format_html(' aria-invalid="true" aria-describedby="wrong-{}"{}', name, first)
    if context.get("wrong") != name:
        return SafeString("")
    return SafeString(' aria-invalid="true" aria-describedby="wrong" autofocus')


@register.simple_tag(takes_context=True)
def told_of(context: template.Context, name: str) -> SafeString:
    """What is wrong with a field, to stand below it."""
    wrongs = context.get("wrongs") or {}
    if name not in wrongs:
        return SafeString("")
    return format_html('<p class="wrong" id="wrong-{}" role="alert">{}</p>', name, wrongs[name])


@register.filter
def grounds(told: str) -> str:
    """What a rule rests on: the parts of the grounds, and why."""
    return grounds_said(told)


@register.filter
def heading(section: Section) -> str:
    """What a part of a script is called, in the language of the page."""
    return part_called(section.key) or section.heading


@register.filter
def hint(section: Section) -> str:
    """What helps the seeker with a part of a script, in the language of the page."""
    return part_hint(section.key) or section.hint


@register.filter
def doing(row: Row) -> str:
    """What a step asks for, such as “Call Dana Reyes”."""
    return step_words.doing_next(row)


@register.filter
def step_of(line: Line) -> str:
    """What an opening of the table waits for, such as “Call Dana Reyes”."""
    return step_words.doing_at(line.step or "", line.person or "", exact=bool(line.exact))


@register.filter
def step_when(line: Line, speech: Speech) -> str:
    """The day of a step, and its hour where one was agreed, on the seeker's clock."""
    if line.exact and line.earliest is not None:
        return speech.moment(line.earliest)
    return speech.day(line.day) if line.day is not None else ""


@register.filter
def late_by(line: Line, speech: Speech) -> int:
    """Days since the day of an opening's step has passed."""
    return max(0, (speech.today - line.day).days) if line.day is not None else 0


@register.filter
def hours_there(item: Item, speech: Speech) -> str:
    """What time it is there, and until when they can be called; a figure stays with its unit."""
    return _BEFORE_UNIT.sub("\N{NO-BREAK SPACE}", hours.hours_line(item, speech))


@register.filter
def until(item: Item, speech: Speech) -> str:
    """Until when, or from when, in the seeker's own time."""
    return hours.until(item, speech)


@register.filter
def can_call_now(item: Item, speech: Speech) -> bool:
    """Whether a call can be made at this very moment."""
    return item.is_call and item.open.start <= speech.now < item.open.end


@register.filter
def dialled(row: Row, speech: Speech) -> str:
    """The number of a step as it is dialled from where the seeker is."""
    return words.number(row.number, row.extension, speech.country)


@register.filter
def tel(row: Row) -> str:
    """The address that a phone dials; empty where there is no number."""
    return tel_uri(row.number, row.extension) if row.number.startswith("+") else ""


@register.simple_tag
def said_number(value: str, extension: str, speech: Speech) -> str:
    """A number as it is dialled from where the seeker is; a mail address as it is."""
    return words.number(value, extension, speech.country)


@register.simple_tag
def dial_address(value: str, extension: str) -> str:
    """``tel:`` or ``mailto:`` for a route's value."""
    return tel_uri(value, extension) if value.startswith("+") else f"mailto:{value}"


@register.filter
def comes(item: Item, speech: Speech) -> str:
    """On which day a step comes; with the hour that was agreed, or from which they are called."""
    if item.row.exact:
        return speech.moment(item.row.earliest)
    if item.is_call or item.waits:
        return speech.moment(item.open.start)
    return speech.day(max(item.row.day, speech.today))


@register.filter
def comes_there(item: Item, speech: Speech) -> str:
    """The same with the hour on their clock, and on the seeker's where it shows another."""
    if item.row.exact or item.is_call or item.waits:
        moment = item.row.earliest if item.row.exact else item.open.start
        return speech.both(moment, hours.zone_there(item))
    return comes(item, speech)


@register.filter
def as_day(day: date, speech: Speech) -> str:
    """“today”, “tomorrow”, “Thu 26 Nov”."""
    return speech.day(day)


@register.filter
def as_date(day: date, speech: Speech) -> str:
    """“Thu 26 Nov”, with the year where it is another."""
    return speech.date(day)


@register.filter
def as_clock(moment: datetime, speech: Speech) -> str:
    """“14:00”, on the seeker's clock."""
    return speech.clock(moment)


@register.filter
def as_moment(moment: datetime, speech: Speech) -> str:
    """“Thu 26 Nov, 14:00”, on the seeker's clock."""
    return speech.moment(moment)


@register.filter
def as_past(moment: datetime, speech: Speech) -> str:
    """“Mon 16 Nov, 14:00”, on the seeker's clock, or the day alone where no hour was told."""
    return speech.past(moment)


@register.filter
def as_length(span: timedelta) -> str:
    """“2 h 18 min”."""
    return words.length(span)


@register.filter
def local_day(moment: datetime, speech: Speech) -> date:
    """The day it was for the seeker."""
    return moment.astimezone(speech.zone).date()


@register.filter
def happened(event: Event, speech: Speech) -> str:
    """One event of a history in words, without its moment."""
    return step_words.what_happened(event.touch, speech, event.documents)


@register.filter
def touched(touch: Touch, speech: Speech) -> str:
    """One touch in words, without its moment."""
    return step_words.what_happened(touch, speech)


@register.filter
def may_happen(touch: TouchValue) -> str:
    """What may happen next."""
    return ahead_words.may_happen(touch)


@register.filter
def overdue(item: Item, speech: Speech) -> int:
    """Days since the day of a step has passed."""
    return item.overdue(speech.today)


@register.filter
def ordinal(count: int) -> str:
    """“2nd”."""
    return words.ordinal(count)


@register.filter
def in_lines(text: str) -> SafeString:
    """Lines as they are told: a mail address may break at its @ and dots, “e-mail” never."""
    lines = (format_html_join(" ", "{}", _unbroken(line)) for line in text.splitlines())
    return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in lines))


def _unbroken(line: str) -> Iterator[tuple[SafeString]]:
    for word in line.split(" "):
        name, at, domain = word.partition("@")
        if at:
            parts = ((one,) for one in domain.split("."))
            domain = format_html_join(mark_safe("<wbr>."), "{}", parts)
            yield (format_html("{}@<wbr>{}", name, domain),)
        elif "-" in word and len(word) <= SHORT_WORD:
            yield (format_html('<span class="nowrap">{}</span>', word),)
        else:
            yield (format_html("{}", word),)


@register.filter
def first_line(text: str) -> str:
    """What stands above the rest."""
    return text.partition("\n")[0]


@register.filter
def further_lines(text: str) -> str:
    """What stands below the first line."""
    return text.partition("\n")[2]


@register.filter
def safe_link(address: str) -> str:
    """An address that may be followed: of the web, or nothing at all."""
    try:
        scheme = urlsplit(address).scheme.lower()
    except ValueError:
        return ""
    return address if scheme in _LINKS else ""


@register.simple_tag
@lru_cache(maxsize=256)
def qr(text: str) -> SafeString:
    """A text as a QR code, drawn black on white with its quiet zone."""
    code = segno.make(text, error="m", micro=False)
    size = code.symbol_size(border=4)[0]
    squares = "".join(
        f"M{x + 4} {y + 4}h1v1h-1z"
        for y, row in enumerate(code.matrix)
        for x, dark in enumerate(row)
        if dark
    )
    return format_html(
        '<svg viewBox="0 0 {} {}" shape-rendering="crispEdges" role="img" aria-label="{}">'
        '<path fill="#fff" d="M0 0h{}v{}H0z"/><path fill="#000" d="{}"/></svg>',
        size, size, text, size, size, squares,
    )  # fmt: skip


@register.filter
def cell(value: Cell) -> str | int | float:
    """What stands in one place of a chart's table; empty for what cannot be told."""
    if value is None:
        return ""
    return say_again(value) if isinstance(value, str) else value


@register.filter
def picture(chart: Chart) -> SafeString:
    """A chart's own drawing, in which every word was escaped as it was drawn."""
    return mark_safe(chart_said(chart).svg)
