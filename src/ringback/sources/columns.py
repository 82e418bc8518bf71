"""Which column of a sheet means what: first by its heading, then by what stands in it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ringback.sources import statuses
from ringback.sources.cells import is_mail, is_mark, is_url, key, plain, says_nothing
from ringback.sources.dates import written
from ringback.sources.numbers import is_phone
from ringback.sources.vocabulary import Concept, concepts_in


class Field(StrEnum):
    """What a column of a tracker can hold."""

    EMPLOYER = "employer"
    SITE = "employer's site"
    SIZE = "employer's size"
    TITLE = "job title"
    KIND = "kind of opening"
    URL = "posting"
    PLACE = "place"
    CITY = "city"
    REGION = "region"
    COUNTRY = "country"
    STATUS = "status"
    RESPONSE = "response"
    SENT_ON = "sent on"
    SAVED_ON = "saved on"
    CLOSES_ON = "closing date"
    FOLLOW_UP = "follow-up"
    FOLLOW_UP_ON = "follow-up date"
    VIA = "sent via"
    SALARY = "salary"
    NOTE = "note"
    FILES = "files sent"
    REPORTS_TO = "reports to"
    PERSON = "contact"
    FIRST_NAME = "contact's first name"
    LAST_NAME = "contact's last name"
    PERSON_TITLE = "contact's title"
    PERSON_PHONE = "contact's number"
    PERSON_MAIL = "contact's mail"
    MOBILE = "mobile number"
    EXTENSION = "extension"
    LINKEDIN = "contact's LinkedIn page"
    PHONE = "number"
    MAIL = "mail"
    SWITCHBOARD = "switchboard"
    EMPLOYER_MAIL = "employer's mail"


REPEATABLE = frozenset(
    {
        Field.NOTE,
        Field.FILES,
        Field.PHONE,
        Field.PERSON_PHONE,
        Field.MOBILE,
        Field.SWITCHBOARD,
        Field.MAIL,
        Field.PERSON_MAIL,
    }
)
DAYS = (Field.SENT_ON, Field.SAVED_ON, Field.CLOSES_ON, Field.FOLLOW_UP_ON)
_MOST = 0.6
_FEW = 0.2


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what it was taken for (None: kept as it stands); ``why`` in words."""

    index: int
    heading: str
    field: Field | None
    why: str = ""
    example: str = ""


SAID = "you said so"
_WHERE = frozenset({"where", "wo"})


def letters(index: int) -> str:
    """The name of a column without a heading: the letter that a spreadsheet gives to it."""
    found, number = "", index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return f"column {found}"


C = Concept
# In order: the first rule whose concepts all stand in the heading, and none of the others, holds.
# Strict rules want to know every word of the heading.
_RULES: tuple[tuple[Field, set[C], set[C], bool], ...] = (
    (Field.URL, {C.LINKEDIN, C.JOB}, set(), False),
    (Field.LINKEDIN, {C.LINKEDIN}, {C.EMPLOYER}, True),
    (Field.EXTENSION, {C.EXTENSION}, set(), True),
    (Field.MOBILE, {C.MOBILE}, {C.DATE}, True),
    (Field.PERSON_PHONE, {C.PHONE, C.PERSON}, {C.DATE}, False),
    (Field.PERSON_PHONE, {C.NUMBER, C.PERSON}, {C.DATE}, True),
    (Field.PERSON_PHONE, {C.DIRECT}, {C.DATE, C.MAIL}, True),
    (Field.SWITCHBOARD, {C.PHONE, C.EMPLOYER}, {C.DATE}, True),
    (Field.SWITCHBOARD, {C.SWITCHBOARD}, {C.DATE, C.PLACE, C.CITY, C.MAIL, C.LINK, C.NOTE}, True),
    (Field.PHONE, {C.PHONE}, {C.DATE}, False),
    (Field.PERSON_MAIL, {C.MAIL, C.PERSON}, {C.DATE, C.SENT}, False),
    (Field.EMPLOYER_MAIL, {C.MAIL, C.EMPLOYER}, {C.DATE, C.SENT}, True),
    (Field.MAIL, {C.MAIL}, {C.DATE, C.SENT, C.STATUS, C.NOTE}, True),
    (Field.REPORTS_TO, {C.REPORTS}, set(), False),
    (Field.FIRST_NAME, {C.FIRST_NAME}, set(), True),
    (Field.LAST_NAME, {C.LAST_NAME}, set(), True),
    (Field.PERSON_TITLE, {C.PERSON, C.POSITION}, {C.DATE}, True),
    (Field.NOTE, {C.NOTE}, {C.DATE}, False),
    (Field.FOLLOW_UP_ON, {C.NEXT, C.DATE}, set(), True),
    (Field.FOLLOW_UP, {C.NEXT}, {C.STATUS}, True),
    (Field.CLOSES_ON, {C.CLOSES}, set(), True),
    (Field.VIA, {C.VIA}, {C.DATE, C.LINK}, True),
    (Field.SAVED_ON, {C.SAVED}, {C.FILE, C.LINK}, True),
    (Field.SENT_ON, {C.FILE, C.SENT}, set(), True),
    (Field.FILES, {C.FILE}, {C.DATE, C.LINK, C.STATUS}, True),
    (Field.STATUS, {C.STATUS}, {C.DATE, C.REGION}, True),
    (Field.STATUS, {C.STATUS, C.SENT}, {C.DATE}, True),
    (Field.KIND, {C.KIND}, {C.DATE, C.EMPLOYER}, True),
    (Field.SITE, {C.LINK, C.EMPLOYER}, set(), True),
    (Field.URL, {C.LINK}, {C.DATE}, True),
    (Field.SITE, {C.SITE}, {C.JOB, C.POSITION}, True),
    (Field.URL, {C.SITE}, set(), True),
    (Field.RESPONSE, {C.RESPONSE}, {C.DATE}, True),
    (Field.SENT_ON, {C.SENT}, {C.PERSON}, True),
    (Field.SALARY, {C.SALARY}, {C.DATE}, False),
    (Field.SIZE, {C.SIZE}, {C.DATE}, True),
    (Field.PLACE, {C.PLACE}, {C.DATE}, True),
    (Field.PLACE, {C.CITY, C.REGION}, set(), True),
    (Field.CITY, {C.CITY}, {C.DATE}, True),
    (Field.STATUS, {C.STATUS, C.REGION}, {C.DATE}, True),
    (Field.COUNTRY, {C.COUNTRY, C.REGION}, {C.DATE}, True),
    (Field.REGION, {C.REGION}, {C.DATE}, True),
    (Field.COUNTRY, {C.COUNTRY}, {C.DATE}, True),
    (Field.PERSON, {C.PERSON}, {C.DATE}, True),
    (Field.EMPLOYER, {C.EMPLOYER}, {C.DATE, C.POSITION, C.JOB}, True),
    (Field.TITLE, {C.POSITION}, {C.DATE}, True),
    (Field.TITLE, {C.JOB}, {C.DATE}, True),
    (Field.SENT_ON, {C.DATE}, {*C} - {C.DATE}, True),
)


def named(heading: str) -> Field | None:
    """What a heading by itself says."""
    concepts, unknown = concepts_in(heading)
    for field, wanted, barred, strict in _RULES:
        if wanted <= concepts and not barred & concepts and not (strict and unknown):
            return field
    return None


def is_bare_name(heading: str) -> bool:
    """A column called just "Name": the employer's, or the contact's where there is one more."""
    return concepts_in(heading) == (frozenset({C.NAME}), ())


def columns_of(
    headings: Sequence[str],
    sample: Sequence[Sequence[str]],
    said: Mapping[str, Field | None],
    usual: Mapping[str, Field | None],
) -> tuple[Column, ...]:
    """Every column with its meaning; by heading, ``said`` is the user's word on it, ``usual`` what
    the source is known to mean by it. A column without a heading goes by its letter.

    ``sample`` is rows of cells below the headings, the more the better.
    """
    width = max([len(headings), *(len(cells) for cells in sample)])
    told = {key(heading): (field, "as this source has it") for heading, field in usual.items()}
    told |= {key(heading): (field, SAID) for heading, field in said.items()}
    found = [_first_look(index, headings, sample, told) for index in range(width)]
    found = [*_without_rivals(found)]
    taken = {column.field for column in found}
    for index, column in enumerate(found):
        if column.field is None and not column.why:
            field, why = _second_look(column, _values(sample, index), taken)
            found[index] = Column(index, column.heading, field, why, column.example)
            taken.add(field)
    return tuple(found)


def _values(sample: Sequence[Sequence[str]], index: int) -> list[str]:
    return [
        cells[index] for cells in sample if index < len(cells) and not says_nothing(cells[index])
    ]


def _first_look(
    index: int,
    headings: Sequence[str],
    sample: Sequence[Sequence[str]],
    told: Mapping[str, tuple[Field | None, str]],
) -> Column:
    heading = plain(headings[index]) if index < len(headings) else ""
    values = _values(sample, index)
    example = plain(values[0]) if values else ""
    name = key(heading or letters(index))
    if name in told:
        return Column(index, heading, *told[name], example)
    field = named(heading) if heading else None
    if field is None:
        return Column(index, heading, None, "", example)
    field, why = _against_content(field, values, says_region=C.REGION in concepts_in(heading)[0])
    return Column(index, heading, field, why, example)


def share(values: Iterable[str], holds: Callable[[str], bool]) -> float:
    """Which part of the values, from 0 to 1, is of a kind."""
    kept = list(values)
    return sum(map(holds, kept)) / len(kept) if kept else 0


def is_day(cell: str) -> bool:
    return written(cell) is not None


def _is_status(cell: str) -> bool:
    return bool(statuses.stage_of(cell).stage)


def _against_content(
    field: Field, values: Sequence[str], *, says_region: bool
) -> tuple[Field | None, str]:
    """The heading's word, unless the column plainly holds something else."""
    by_name, by_content = "by its name", "by what stands in it"
    if field is Field.STATUS and says_region and not any(map(_is_status, values)):
        return Field.REGION, by_content
    if len(values) < 2:
        return field, by_name
    if field in (Field.SENT_ON, Field.RESPONSE) and share(values, is_mark) > _MOST:
        return Field.STATUS if field is Field.SENT_ON else None, by_content
    if field is Field.SENT_ON and share(values, is_day) < _FEW:
        return (Field.STATUS, by_content) if share(values, _is_status) > _MOST else (None, "")
    if field is Field.STATUS and share(values, is_day) > _MOST:
        return None, ""
    if field in (Field.PERSON, Field.VIA, Field.FILES, Field.NOTE, Field.FOLLOW_UP):
        for kind, other in ((is_mail, Field.MAIL), (is_phone, Field.PHONE), (is_url, Field.URL)):
            if share(values, kind) > _MOST:
                return other, by_content
    if field is Field.FOLLOW_UP and share(values, is_day) > _MOST:
        return Field.FOLLOW_UP_ON, by_content
    if field is Field.URL and not share(values, is_url):
        return None, ""
    return field, by_name


def _without_rivals(found: Sequence[Column]) -> Iterable[Column]:
    """Of two columns with one meaning the first stays, but for one that the user named; a bare
    "Name" fills a gap."""
    taken: set[Field] = set()
    said = {column.field for column in found if column.why == SAID}
    fields = {column.field for column in found}
    is_named = Field.EMPLOYER in fields or any(is_bare_name(one.heading) for one in found)
    for column in found:
        field, why = column.field, column.why
        if field is Field.PLACE and not is_named and key(column.heading) in _WHERE:
            # “Where” beside “what” is where one applied.
            field = Field.EMPLOYER
        if field is None and not why and is_bare_name(column.heading):
            field = Field.PERSON if Field.EMPLOYER in fields else Field.EMPLOYER
            why = "by its name"
        rivals = taken if why == SAID else taken | said
        if field in rivals and field not in REPEATABLE:
            field, why = None, f"there is another column for the {field}"
        if field is not None:
            taken.add(field)
        yield Column(column.index, column.heading, field, why, column.example)


def _second_look(
    column: Column, values: Sequence[str], taken: set[Field | None]
) -> tuple[Field | None, str]:
    """A column whose heading says nothing, by what stands in it."""
    kinds: tuple[tuple[Callable[[str], bool], Field], ...] = (
        (lambda cell: "linkedin.com/in/" in cell, Field.LINKEDIN),
        (is_mail, Field.MAIL),
        (is_url, Field.URL),
        (is_day, Field.SENT_ON),
        (is_phone, Field.PHONE),
        (_is_status, Field.STATUS),
    )
    if len(values) >= 2:
        for kind, field in kinds:
            if share(values, kind) > _MOST and field not in taken:
                return field, "by what stands in it"
    return None, ""
