"""Hunter: the mail addresses at a domain with their people, or the address of one person.

Its interface as documented: https://hunter.io/api-documentation/v2 (a schema of it:
github.com/api-evangelist/hunter-io, read November 2026). ``GET /v2/domain-search`` gives
``data.emails[]``, at most 100 in a call, ``meta.results`` in all; ``GET /v2/email-finder`` one
address. The key goes into the header X-API-KEY. One credit is counted for one to ten addresses, one
for an address found by name, none where nothing is found (help.hunter.io, article 1911617). Errors
come as ``errors[]{id, code, details}``: 403 is a rate limit (15 a second), 429 the end of the
credits, 451 (in no schema that was read, but heeded) somebody who does not want to be found.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ringback.sources.api.client import Client, Params
from ringback.sources.api.parts import Json, number, record, records, text
from ringback.sources.api.secret import Secret
from ringback.sources.api.service import Answer, Need, Planned, Question, Service, later_pages
from ringback.sources.api.statuses import Meaning
from ringback.sources.contact_columns import Flag, Part
from ringback.sources.hunter import LAYOUT

BASE = "https://api.hunter.io"
_SEARCH = "/v2/domain-search"
_FINDER = "/v2/email-finder"
_PER_CREDIT = 10
_NEED = Need(variable="RINGBACK_HUNTER_KEY", entry="hunter", says="API key")
_DEAD = frozenset({"invalid", "disposable"})
_BAR = "Hunter's verification"
# The names in an answer, on top of those in a file that they share.
_ANSWER = replace(
    LAYOUT,
    columns={
        **LAYOUT.columns,
        "value": Part.MAIL,
        "linkedin": Part.LINKEDIN,
        "linkedin_url": Part.LINKEDIN,
        "employer": Part.EMPLOYER,
    },
    flags={_BAR: Flag(frozenset({Part.MAIL}))},
)


def _plan(base: str, question: Question) -> Sequence[Planned]:
    if question.person:
        says = f"the mail address of {question.person}"
        return [Planned(f"GET {base}{_FINDER}", says, 1)]
    whom = question.domain or question.employer
    return [
        Planned(
            f"GET {base}{_SEARCH}",
            f"people at {whom}, {page * _PER_CREDIT + 1} to {(page + 1) * _PER_CREDIT}",
            1,
        )
        for page in range(question.most)
    ]


def _ask(client: Client, secrets: Mapping[str, Secret], question: Question) -> Answer:
    headers = {"X-API-KEY": secrets[_NEED.entry].reveal()}
    return _one(client, headers, question) if question.person else _all(client, headers, question)


def _all(client: Client, headers: Mapping[str, str], question: Question) -> Answer:
    """The people that decide first; everybody where Hunter knows none of those (that is free)."""
    answer = Answer()
    level: Params = [("seniority", "senior,executive")]
    offset = 0

    def page() -> bool:
        nonlocal level, offset
        params = [
            *_whom(question), ("type", "personal"), *level,
            ("limit", str(_PER_CREDIT)), ("offset", str(offset)),
        ]  # fmt: skip
        found = client.get(_SEARCH, params, headers)
        data, mails = record(found, "data"), records(found, "data", "emails")[:_PER_CREDIT]
        if not mails:
            again = bool(level) and not offset
            level = []
            return again
        answer.used += 1
        answer.keep(_people(data, mails), _ANSWER)
        offset += _PER_CREDIT
        total = number(found, "meta", "results")
        if answer.used >= question.most and offset < total:
            answer.notes.append(f"Hunter knows {total} in all; {offset} were asked for.")
        return answer.used < question.most and offset < total

    later_pages(answer, page)
    return answer


def _one(client: Client, headers: Mapping[str, str], question: Question) -> Answer:
    answer = Answer()
    params = [*_whom(question), ("full_name", question.person)]
    found = record(client.get(_FINDER, params, headers), "data")
    mail = text(found, "email")
    if mail:
        answer.used = 1
        company = {"organization": text(found, "company"), "domain": text(found, "domain")}
        answer.keep(
            _people(company, [{**found, "value": mail, "confidence": found.get("score")}]), _ANSWER
        )
    else:
        answer.notes.append(
            f"Hunter has no address for {question.person} now; it may still be looking for one."
        )
    return answer


def _whom(question: Question) -> Params:
    if question.domain:
        return [("domain", question.domain)]
    return [("company", question.employer)]


def _people(data: Json, mails: Sequence[Json]) -> Iterator[tuple[Json, str]]:
    company = {
        "employer": text(data, "organization"), "domain": text(data, "domain"),
        "headcount": text(data, "headcount"), "city": text(data, "city"),
        "state": text(data, "state"), "country": text(data, "country"),
    }  # fmt: skip
    for mail in mails:
        status = text(mail, "verification", "status")
        own = {
            name: text(mail, name)
            for name in (
                "value", "first_name", "last_name", "position", "seniority", "department",
                "linkedin", "linkedin_url", "phone_number",
            )
        }  # fmt: skip
        yield {**company, **own, _BAR: status if status in _DEAD else ""}, _sureness(mail)


def _sureness(mail: Json) -> str:
    status, day = (text(mail, "verification", name) for name in ("status", "date"))
    seen = next((text(one, "uri") for one in records(mail, "sources") if text(one, "uri")), "")
    said = [f"confidence {text(mail, 'confidence')} of 100"] if text(mail, "confidence") else []
    if status:
        said.append(f"address {status.replace('_', '-')}" + (f" on {day[:10]}" if day else ""))
    if seen:
        said.append(f"seen at {seen}")
    return ", ".join(said)


SERVICE = Service(
    key="hunter",
    label="Hunter",
    base=BASE,
    needs=(_NEED,),
    unit="credit",
    usual=1,
    largest=10,
    costs="One credit for up to 10 people, none where nobody is found.",
    terms="hunter.io, in your account under API; the free plan has one.",
    meanings={
        403: Meaning("later", "{label} was asked too fast", "Try again in a minute."),
        429: Meaning(
            "later", "{label} has no more searches for you in this period",
            "Your account there says when the next period begins.",
        ),
        451: Meaning(
            "barred", "This person asked {label} not to be found",
            "Leave it at that, and ask the receptionist for a name.",
        ),
    },
    plan=_plan,
    ask=_ask,
)  # fmt: skip
