"""D&B Direct+: the contacts of a company by its D-U-N-S number, and its principals.

Its interface as documented at directplus.documentation.dnb.com (Authentication v3, Search,
Data Blocks, Error and Information Messages; read November 2026): ``POST /v3/token`` with Basic
authorization and the form ``grant_type=client_credentials`` gives ``access_token``, good for 24
hours; ``POST /v1/search/criteria`` finds a company by domain or name; ``POST /v1/search/contact``
its contacts, ``pageSize`` at most 50, with ``duns``, ``fullName``, ``pageNumber`` (fields of its
``inquiryDetail``, github.com/Struki84/dnbclient); ``GET /v1/data/duns/{duns}?blockIDs=…`` a data
block, whose principals come as ``mostSeniorPrincipals``, ``mostSeniorPrincipal`` and
``currentPrincipals``, one generation or the other. Errors come as ``error{errorCode,
errorMessage}``, of a token as ``error_description``. What a request costs stands in the contract.
"""

import base64
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from ringback.core.names import employer_key
from ringback.sources.api.client import Client
from ringback.sources.api.parts import Json, is_true, number, record, records, text
from ringback.sources.api.secret import Secret
from ringback.sources.api.service import Answer, Need, Planned, Question, Service, later_pages
from ringback.sources.contact_columns import Flag, Part
from ringback.sources.dnb_hoovers import LAYOUT
from ringback.sources.unreadable import Unreadable

BASE = "https://plus.dnb.com"
_ENTRANCE = "/v3/token"
_COMPANY = "/v1/search/criteria"
_CONTACTS = "/v1/search/contact"
_BLOCKS = "companyinfo_L2_v1,principalscontacts_L1_v2"
_PAGE = 50
_KEY = Need(variable="RINGBACK_DNB_KEY", entry="dnb-key", says="consumer key")
_SECRET = Need(variable="RINGBACK_DNB_SECRET", entry="dnb-secret", says="consumer secret")
_CUT_OFF = "Disconnected, D&B says"
_ANSWER = replace(
    LAYOUT,
    columns={
        **LAYOUT.columns,
        "givenName": Part.FIRST_NAME,
        "middleName": Part.MIDDLE_NAME,
        "familyName": Part.LAST_NAME,
        "fullName": Part.PERSON,
        "vanityTitle": Part.TITLE,
        "mrcCodes": Part.FUNCTION,
        "socialMedia": Part.LINKEDIN,
    },
    flags={_CUT_OFF: Flag(frozenset({Part.SWITCHBOARD}), "disconnected, D&B says")},
)


def _plan(base: str, question: Question) -> Sequence[Planned]:
    steps = [Planned(f"POST {base}{_ENTRANCE}", "a token for a day, free")]
    if not question.duns:
        whom = question.domain or question.employer
        steps.append(Planned(f"POST {base}{_COMPANY}", f"the D-U-N-S number of {whom}", 1))
    left = question.most - sum(step.units for step in steps)
    if left > 0:
        says = f"the contact {question.person}" if question.person else f"up to {_PAGE} contacts"
        steps.append(Planned(f"POST {base}{_CONTACTS}", says, 1))
    if left > 1 and not question.person:
        block = "its principals and its switchboard"
        steps.append(Planned(f"GET {base}/v1/data/duns/…?blockIDs={_BLOCKS}", block, 1))
    more = left - 2
    if more > 0 and not question.person:
        steps.append(Planned(f"POST {base}{_CONTACTS}", "further pages of contacts", more))
    return steps


def _ask(client: Client, secrets: Mapping[str, Secret], question: Question) -> Answer:
    headers = {"Authorization": f"Bearer {_token(client, secrets).reveal()}"}
    answer = Answer()
    duns = question.duns
    if not duns:
        answer.used += 1
        duns = _duns_of(client, headers, question)
    if not duns:
        answer.notes.append(f"D&B knows no company called {question.employer}.")
        return answer
    if answer.used >= question.most:
        answer.notes.append(f"Its D-U-N-S number is {duns}; no request was left for its contacts.")
        return answer
    company: Json = {"duns": duns}
    block: list[Json] = []
    if question.most - answer.used > 1 and not question.person:
        answer.used += 1
        company, block = _block(client, headers, duns, answer)
    _contacts(client, headers, question, company, answer)
    known = {told.found.person.name for told in answer.told if told.found.person}
    fresh = [one for one in block if _full_name(one) not in known]
    answer.keep(((_shown(one, company), "principal") for one in fresh), _ANSWER)
    return answer


def _token(client: Client, secrets: Mapping[str, Secret]) -> Secret:
    pair = ":".join(secrets[need.entry].reveal() for need in (_KEY, _SECRET))
    basic = client.hide(Secret(base64.b64encode(pair.encode()).decode()))
    headers = {"Authorization": f"Basic {basic.reveal()}"}
    found = client.post_form(_ENTRANCE, [("grant_type", "client_credentials")], headers)
    token = text(found, "access_token")
    if not token or not token.isascii() or not token.isprintable():
        raise Unreadable("json", "D&B gave no token for this key.", "Look into your account there.")
    return client.hide(Secret(token))


def _duns_of(client: Client, headers: Mapping[str, str], question: Question) -> str:
    """The number of the one company that fits. Raises Unreadable (ambiguous)."""
    body: dict[str, object] = {"pageSize": 10}
    if question.domain:
        body["domain"] = question.domain
    else:
        body["primaryName"] = question.employer
        if question.country:
            body["countryISOAlpha2Code"] = question.country
        if question.city:
            body["addressLocality"] = question.city
    found = client.post(_COMPANY, (), headers, body)
    companies = [record(one, "organization") for one in records(found, "searchCandidates")]
    same = [
        one for one in companies
        if employer_key(text(one, "primaryName")) == employer_key(question.employer)
    ] or companies  # fmt: skip
    numbers = {text(one, "duns"): one for one in same if text(one, "duns")}
    if len(numbers) > 1:
        shown = "; ".join(
            f"{duns} {text(one, 'primaryName')}, "
            f"{text(one, 'primaryAddress', 'addressLocality', 'name')}".rstrip(", ")
            for duns, one in [*numbers.items()][:5]
        )
        raise Unreadable(
            "ambiguous", f"D&B knows several that fit: {shown}.",
            "Give the D-U-N-S number of the right one with --as.",
        )  # fmt: skip
    return next(iter(numbers), "")


def _block(
    client: Client, headers: Mapping[str, str], duns: str, answer: Answer
) -> tuple[Json, list[Json]]:
    """The company and its principals; where the contract has no such block, that is noted."""
    params = [("blockIDs", _BLOCKS)]
    try:
        found = client.get(f"/v1/data/duns/{duns}", params, headers)
    except Unreadable as error:
        answer.notes.append(f"Its principals were not had: {error.sentence}")
        return {"duns": duns}, []
    company = record(found, "organization")
    names = ("mostSeniorPrincipals", "mostSeniorPrincipal", "currentPrincipals")
    people = {_full_name(one): one for name in names for one in records(company, name)}
    return {"duns": duns, **company}, [*people.values()]


def _contacts(
    client: Client,
    headers: Mapping[str, str],
    question: Question,
    company: Json,
    answer: Answer,
) -> None:
    page = 0

    def ask() -> bool:
        nonlocal page
        page += 1
        body: dict[str, object] = {
            "duns": company["duns"], "pageSize": _PAGE, "pageNumber": page
        }  # fmt: skip
        if question.person:
            body["fullName"] = question.person
        answer.used += 1
        found = client.post(_CONTACTS, (), headers, body)
        people = [record(one, "contact") for one in records(found, "searchCandidates")[:_PAGE]]
        answer.keep(((_shown(one, company), _sureness(one)) for one in people), _ANSWER)
        total = number(found, "candidatesMatchedQuantity")
        more = bool(people) and page * _PAGE < total
        if more and (answer.used >= question.most or question.person):
            answer.notes.append(f"D&B knows {total} contacts there; {page * _PAGE} were asked for.")
        return more and answer.used < question.most and not question.person

    later_pages(answer, ask)


def _shown(person: Json, company: Json) -> Json:
    """A contact or principal by the headings of D&B's files, beside its company."""
    there = {**record(person, "organization"), **company}
    status = record(there, "dunsControlStatus")
    lines = records(there, "telephone")
    cut_off = is_true(status, "isTelephoneDisconnected") or any(
        is_true(one, "isUnreachable") for one in lines
    )
    address = record(there, "primaryAddress")
    site = next((text(one, "url") for one in records(there, "websiteAddress")), "")
    return {
        "givenName": text(person, "givenName"),
        "middleName": text(person, "middleName"),
        "familyName": text(person, "familyName"),
        "fullName": text(person, "fullName"),
        "Title": _first(person, "jobTitles", "title"),
        "vanityTitle": _first(person, "vanityTitles", "title"),
        "mrcCodes": _first(person, "managementResponsibilities", "mrcCode"),
        "Email": text(person, "email"),
        "Direct Phone": "; ".join(map(_number, records(person, "telephone"))),
        "Phone": "; ".join(map(_number, lines)),
        "socialMedia": next(_profiles(person), ""),
        "Company Name": text(there, "primaryName"),
        "D-U-N-S® Number": text(there, "duns"),
        "URL": site or text(there, "domain"),
        "Employees (Total)": _first(there, "numberOfEmployees", "value"),
        "City": text(address, "addressLocality", "name"),
        "State Or Province": text(address, "addressRegion", "abbreviatedName"),
        "Country/Region": text(address, "addressCountry", "isoAlpha2Code"),
        _CUT_OFF: "yes" if cut_off else "",
    }


def _number(line: Json) -> str:
    value, country = text(line, "telephoneNumber"), text(line, "isdCode").lstrip("+")
    return f"+{country} {value}" if country and value and not value.startswith("+") else value


def _profiles(person: Json) -> Iterator[str]:
    pages = (text(one, "url") for one in records(person, "socialMedia"))
    return (page for page in pages if "linkedin.com/" in page.casefold())


def _first(value: Json, *path: str) -> str:
    found = (text(one, path[-1]) for one in records(value, *path[:-1]))
    return next((one for one in found if one), "")


def _full_name(person: Json) -> str:
    given, family = text(person, "givenName"), text(person, "familyName")
    return f"{given} {family}".strip() or text(person, "fullName")


def _sureness(contact: Json) -> str:
    known: tuple[tuple[str, Callable[[], str]], ...] = (
        ("confidence level {}", lambda: text(contact, "confidenceLevel")),
        ("verified {}", lambda: text(contact, "verifiedDate")[:10]),
        ("title {} of 100", lambda: text(contact, "titleAccuracy", "accuracyScore")),
        ("number {} of 100", lambda: _accuracy(contact)),
        ("address {} of 100", lambda: text(contact, "emailAccuracy", "deliverabilityScore")),
    )
    return ", ".join(words.format(value()) for words, value in known if value())


def _accuracy(contact: Json) -> str:
    scores = (text(one, "telephoneAccuracy", "accuracyScore")
              for one in records(contact, "telephone"))  # fmt: skip
    return next((one for one in scores if one), "")


SERVICE = Service(
    key="dnb",
    label="D&B Direct+",
    base=BASE,
    needs=(_KEY, _SECRET),
    unit="request",
    usual=3,
    usual_for_one=2,
    largest=20,
    costs="What a request costs stands in your contract with D&B.",
    terms="your contact at Dun & Bradstreet: Direct+ is sold by contract only.",
    meanings={},
    plan=_plan,
    ask=_ask,
)
