"""Apollo: who works at a domain, without surnames and free; then some of them by name, for credits.

Its interface as documented at docs.apollo.io (read November 2026): ``POST
/api/v1/mixed_people/api_search`` with its filters in the address costs no credits, needs a master
key and gives ``people[]`` with ``last_name_obfuscated`` and ``total_entries``; ``POST
/api/v1/people/bulk_match`` takes ``details[]`` of at most ten and gives ``matches[]``, null for a
miss, and ``credits_consumed``; ``POST /api/v1/people/match`` takes one by name and domain and gives
``person``. Numbers of people's own come only by a web hook, which a desk does not have, so they
are not asked for. The key goes into the header x-api-key. Limits are told in the headers of a
success only; errors come as ``error`` (or as bare text). A locked address is written
``email_not_unlocked@domain.com`` (seen in public code).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ringback.sources.api.client import Client
from ringback.sources.api.parts import Json, is_true, number, record, records, text
from ringback.sources.api.secret import Secret
from ringback.sources.api.service import Answer, Need, Planned, Question, Service, later_pages
from ringback.sources.apollo import LAYOUT
from ringback.sources.contact_columns import Part
from ringback.sources.unreadable import Unreadable

BASE = "https://api.apollo.io"
_SEARCH = "/api/v1/mixed_people/api_search"
_SOME = "/api/v1/people/bulk_match"
_ONE = "/api/v1/people/match"
_NEED = Need(variable="RINGBACK_APOLLO_KEY", entry="apollo", says="master API key")
_LISTED = 100
_AT_ONCE = 10
_WHO_LEAD = ("owner", "founder", "c_suite", "partner", "vp", "head", "director", "manager")
_LOCKED = "email_not_unlocked@"
_NUMBERS = {
    "work_direct": "Work Direct Phone", "work_hq": "Corporate Phone", "mobile": "Mobile Phone",
    "home": "Home Phone", "personal": "Home Phone",
}  # fmt: skip
# Of "dnc_status" only these do not bar a number; what is not known bars.
_FREE_TO_CALL = frozenset({"", "no_status", "not_dnc", "clean", "none"})
_ANSWER = replace(
    LAYOUT,
    columns={
        **LAYOUT.columns,
        "linkedin_url": Part.LINKEDIN,
        "organization.name": Part.EMPLOYER,
        "organization.primary_domain": Part.SITE,
        "organization.website_url": Part.SITE,
        "organization.estimated_num_employees": Part.SIZE,
        "organization.city": Part.CITY,
        "organization.state": Part.REGION,
        "organization.country": Part.COUNTRY,
        "organization.phone": Part.SWITCHBOARD,
        "organization.primary_phone": Part.SWITCHBOARD,
    },
)


def _plan(base: str, question: Question) -> Sequence[Planned]:
    _check(question)
    if question.person:
        return [Planned(f"POST {base}{_ONE}", f"the record of {question.person}", 1)]
    return [
        Planned(f"POST {base}{_SEARCH}", f"who leads at {question.domain}: titles only, free"),
        Planned(
            f"POST {base}{_SOME}", "the names and addresses of those likeliest to hire",
            question.most,
        ),
    ]  # fmt: skip


def _ask(client: Client, secrets: Mapping[str, Secret], question: Question) -> Answer:
    _check(question)
    headers = {"x-api-key": secrets[_NEED.entry].reveal(), "Cache-Control": "no-cache"}
    if question.person:
        return _one(client, headers, question)
    return _best(client, headers, question)


def _check(question: Question) -> None:
    """Raises Unreadable (question) for an employer whose site is not known."""
    if not question.domain:
        raise Unreadable(
            "question", f"Apollo is asked by an employer's site, and that of {question.employer} "
            "is not known.", "Give it with --as, such as --as acme.example.",
        )  # fmt: skip


def _best(client: Client, headers: Mapping[str, str], question: Question) -> Answer:
    params = [
        ("q_organization_domains_list[]", question.domain),
        *(("person_seniorities[]", level) for level in _WHO_LEAD),
        ("page", "1"), ("per_page", str(_LISTED)),
    ]  # fmt: skip
    listed = client.post(_SEARCH, params, headers)
    people = [one for one in records(listed, "people")[:_LISTED] if text(one, "id")]
    order = question.order([text(one, "title") for one in people])
    chosen = [text(people[place], "id") for place in order][: question.most]
    answer = Answer()
    known = number(listed, "total_entries") or len(people)
    if known:
        answer.notes.append(f"Apollo knows {known} who lead there; {len(chosen)} were asked for.")

    def some() -> bool:
        ten, rest = chosen[:_AT_ONCE], chosen[_AT_ONCE:]
        chosen[:] = rest
        if ten:
            body = {"details": [{"id": one} for one in ten], "reveal_personal_emails": False}
            found = client.post(_SOME, (), headers, body)
            matches = records(found, "matches")
            answer.used += number(found, "credits_consumed") or len(matches)
            answer.keep(map(_person, matches), _ANSWER)
        return bool(rest)

    later_pages(answer, some)
    return answer


def _one(client: Client, headers: Mapping[str, str], question: Question) -> Answer:
    params = [
        ("name", question.person), ("domain", question.domain),
        ("reveal_personal_emails", "false"),
    ]  # fmt: skip
    found = client.post(_ONE, params, headers)
    answer = Answer()
    person = record(found, "person")
    if person:
        answer.used = number(found, "credits_consumed") or 1
        answer.keep([_person(person)], _ANSWER)
    return answer


def _person(person: Json) -> tuple[Json, str]:
    company = record(person, "organization")
    names = ("first_name", "last_name", "name", "title", "seniority", "linkedin_url", "city",
             "state", "country")  # fmt: skip
    mail = text(person, "email")
    shown: dict[str, object] = {
        **{name: text(person, name) for name in names},
        "email": "" if mail.startswith(_LOCKED) else mail,
        "departments": "; ".join(_listed(person, "departments")),
        "organization.name": text(company, "name"),
        "organization.primary_domain": text(company, "primary_domain"),
        "organization.website_url": text(company, "website_url"),
        "organization.estimated_num_employees": text(company, "estimated_num_employees"),
        "organization.city": text(company, "city"),
        "organization.state": text(company, "state"),
        "organization.country": text(company, "country"),
        "organization.phone": text(company, "phone"),
        "organization.primary_phone": text(company, "primary_phone", "number"),
        "Do Not Call": "; ".join(_bars(person)),
    }
    for heading, numbers in _numbers(person).items():
        shown[heading] = "; ".join(numbers)
    return shown, _sureness(person)


def _numbers(person: Json) -> dict[str, list[str]]:
    """The numbers by the headings of Apollo's own files."""
    found: dict[str, list[str]] = {}
    for one in records(person, "phone_numbers"):
        value = text(one, "sanitized_number") or text(one, "raw_number")
        if value:
            heading = _NUMBERS.get(text(one, "type") or text(one, "type_cd"), "Other Phone")
            found.setdefault(heading, []).append(value)
    return found


def _bars(person: Json) -> Iterator[str]:
    """Why the person is not to be called, in words; any one bars all of their own numbers."""
    if is_true(person, "do_not_call"):
        yield "yes"
    for one in records(person, "phone_numbers"):
        status = text(one, "dnc_status") or text(one, "dnc_status_cd")
        if status.casefold() not in _FREE_TO_CALL:
            yield status


def _listed(person: Json, name: str) -> list[str]:
    found = person.get(name)
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def _sureness(person: Json) -> str:
    status, day = text(person, "email_status"), text(person, "last_refreshed_at")
    said = [f"address {status.replace('_', ' ')}"] if status and text(person, "email") else []
    if day:
        said.append(f"as of {day[:10]}")
    return ", ".join(said)


SERVICE = Service(
    key="apollo",
    label="Apollo",
    base=BASE,
    needs=(_NEED,),
    unit="record",
    usual=3,
    largest=50,
    costs="The list of titles is free; each record with a name is charged as your plan says, "
    "mostly one credit.",
    terms="apollo.io, under Settings, API keys: a master key, which paid plans have.",
    meanings={},
    plan=_plan,
    ask=_ask,
)
