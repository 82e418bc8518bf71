"""What research services answer, in their documented shapes, about a company nobody knows."""

import json
from collections.abc import Mapping, Sequence

from tests.servers.hostile import Hostile, answer

# Made up; as long as a real one, so that a search for it in any text means something.
KEY = "ringback-made-up-key-0123456789abcdef"
OTHER = "ringback-made-up-secret-fedcba9876543210"


def told(body: object, status: str = "200 OK", **headers: str) -> bytes:
    """An answer in JSON."""
    named = {"content_type": "application/json; charset=utf-8", **headers}
    return answer(json.dumps(body).encode(), status, **named)


def hunter_mail(first: str, last: str, title: str, **more: object) -> dict[str, object]:
    """One of ``data.emails`` of a domain search."""
    return {
        "value": f"{first}.{last}@acme.example".lower(), "type": "personal", "confidence": 92,
        "sources": [{
            "domain": "acme.example", "uri": "https://acme.example/about/team",
            "extracted_on": "2026-01-01", "last_seen_on": "2026-10-01", "still_on_page": True,
        }],
        "first_name": first, "last_name": last, "position": title, "seniority": "senior",
        "department": "operations", "linkedin": None, "twitter": None, "phone_number": None,
        "verification": {"date": "2026-10-02", "status": "valid"}, **more,
    }  # fmt: skip


def hunter_page(mails: Sequence[Mapping[str, object]], total: int, **company: object) -> bytes:
    """A page of a domain search."""
    data = {
        "domain": "acme.example", "disposable": False, "webmail": False, "accept_all": False,
        "pattern": "{first}.{last}", "organization": "Acme Foods", "headcount": "51-200",
        "city": None, "state": None, "country": None, "emails": list(mails), **company,
    }  # fmt: skip
    return told({"data": data, "meta": {"results": total, "limit": 10, "offset": 0}})


def hunter_error(status: str, code: str, details: str, **headers: str) -> bytes:
    errors = [{"id": code, "code": int(status[:3]), "details": details}]
    return told({"errors": errors}, status, **headers)


ACME = {
    "id": "5f00", "name": "Acme Foods, Inc.", "website_url": "http://www.acme.example",
    "primary_domain": "acme.example", "estimated_num_employees": 120,
    "phone": "+1 216-555-0100", "primary_phone": {"number": "+1 216-555-0100"},
}  # fmt: skip


def apollo_listed(*titles: str) -> bytes:
    """A search's people: first names and titles."""
    people = [
        {"id": f"p{place}", "first_name": "Kim", "last_name_obfuscated": "No***k", "title": title,
         "has_email": True, "organization": {"name": "Acme Foods, Inc."}}
        for place, title in enumerate(titles)
    ]  # fmt: skip
    return told({"total_entries": len(people), "people": people})


def apollo_person(first: str, last: str, title: str, **more: object) -> dict[str, object]:
    return {
        "id": "p0", "first_name": first, "last_name": last, "name": f"{first} {last}",
        "linkedin_url": f"http://www.linkedin.com/in/made-up-{last}".lower(), "title": title,
        "email": f"{first}.{last}@acme.example".lower(), "email_status": "verified",
        "last_refreshed_at": "2026-09-30T10:00:00.000+00:00", "city": "Cleveland",
        "state": "Ohio", "country": "United States", "seniority": "manager",
        "departments": ["master_operations"], "organization": ACME, **more,
    }  # fmt: skip


def apollo_matches(*people: object, credits: int) -> bytes:
    return told({
        "status": "success", "total_requested_enrichments": len(people),
        "unique_enriched_records": len([one for one in people if one]),
        "missing_records": len([one for one in people if not one]),
        "credits_consumed": credits, "matches": list(people),
    })  # fmt: skip


TOKEN = told({"access_token": "made-up-token-0123456789", "token_type": "Bearer",
              "expires_in": 86400})  # fmt: skip
DUNS = "000000019"


def dnb_companies(*companies: tuple[str, str, str]) -> bytes:
    """A criteria search: number, name and city of each."""
    found = [
        {"displaySequence": place, "organization": {
            "duns": duns, "primaryName": name,
            "primaryAddress": {"addressLocality": {"name": city}},
        }}
        for place, (duns, name, city) in enumerate(companies, 1)
    ]  # fmt: skip
    return told({"candidatesMatchedQuantity": len(found), "searchCandidates": found})


def dnb_contact(given: str, family: str, title: str, **more: object) -> dict[str, object]:
    return {
        "id": f"made-up-{family}", "givenName": given, "familyName": family,
        "organization": {
            "duns": DUNS, "primaryName": "Acme Foods, Inc.",
            "primaryAddress": {
                "addressCountry": {"isoAlpha2Code": "US"},
                "addressLocality": {"name": "Cleveland"},
                "addressRegion": {"name": "Ohio", "abbreviatedName": "OH"},
            },
            "numberOfEmployees": [{"value": 120}],
        },
        "telephone": [{
            "telephoneNumber": "2165550142", "telephoneAccuracy": {"accuracyScore": 94},
        }],
        "email": f"{given}.{family}@acme.example".lower(),
        "emailAccuracy": {"deliverabilityScore": 90},
        "jobTitles": [{"title": title}], "vanityTitles": [{"title": title}],
        "managementResponsibilities": [{"mrcCode": "B1R2"}],
        "confidenceLevel": 9, "verifiedDate": "2026-08-01", **more,
    }  # fmt: skip


def dnb_contacts(contacts: Sequence[Mapping[str, object]], total: int) -> bytes:
    found = [{"displaySequence": n, "contact": one} for n, one in enumerate(contacts, 1)]
    return told({"candidatesReturnedQuantity": len(found), "candidatesMatchedQuantity": total,
                 "searchCandidates": found})  # fmt: skip


def dnb_block(**more: object) -> bytes:
    return told({
        "transactionDetail": {"transactionID": "made-up-1"},
        "organization": {
            "duns": DUNS, "primaryName": "Acme Foods, Inc.",
            "telephone": [{
                "telephoneNumber": "2165550100", "isdCode": "1", "isUnreachable": False,
            }],
            "websiteAddress": [{"url": "www.acme.example"}],
            "mostSeniorPrincipals": [{
                "fullName": "Avis Tarrow", "givenName": "Avis", "familyName": "Tarrow",
                "jobTitles": [{"title": "President"}],
            }],
            "currentPrincipals": [{
                "fullName": "Kim Novak", "givenName": "Kim", "familyName": "Novak",
                "jobTitles": [{"title": "Plant Manager"}],
            }],
            **more,
        },
    })  # fmt: skip


DNB_COMPANY, DNB_CONTACTS = "/v1/search/criteria", "/v1/search/contact"
DNB_BLOCK = f"/v1/data/duns/{DUNS}"


def serve_dnb(server: Hostile) -> None:
    """Have a server answer as D&B does, about a company with one contact and two principals."""
    kim = dnb_contact("Kim", "Novak", "Plant Manager")
    server.in_turn |= {
        "/v3/token": [TOKEN],
        DNB_COMPANY: [dnb_companies((DUNS, "Acme Foods, Inc.", "Cleveland"))],
        DNB_CONTACTS: [dnb_contacts([kim], 1)],
        DNB_BLOCK: [dnb_block()],
    }
