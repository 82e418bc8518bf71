"""Which openings a page is about, as far as its address tells: theirs come first."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from ringback.book.openings import Opening
from ringback.core.names import employer_key
from ringback.core.touches import Stage
from ringback.desk.desk import Desk
from ringback.desk.verb import reading
from ringback.sources.web.domains import site_of

# A name of fewer letters stands in too many hosts to say anything.
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Fitting:
    """An opening, and whether its employer is the one whose page it is."""

    opening: Opening
    fits: bool


@reading
def openings_for_page(desk: Desk, url: str, most: int = 200) -> tuple[Fitting, ...]:
    """The openings that are not closed, those at the employer of this page first; ``most`` of them.

    A page is an employer's by the domain that is known of it, else by its name in the host.
    """
    try:
        host = (urlsplit(url).hostname or "").lower().removeprefix("www.")
    except ValueError:
        host = ""
    site = site_of(host)
    rows = Opening.objects.filter(search=desk.search).exclude(stage=Stage.CLOSED.value)
    found = [
        Fitting(row, _fits(site, row.employer.domain, row.employer.name))
        for row in rows.select_related("employer").order_by("-created_at", "-pk")
    ]
    return tuple(sorted(found, key=lambda one: not one.fits)[:most])


def _fits(site: str, domain: str, name: str) -> bool:
    if not site:
        return False
    if domain and site_of(domain.lower().removeprefix("www.")) == site:
        return True
    label = site.partition(".")[0].replace("-", "")
    key = "".join(letter for letter in employer_key(name) if letter.isalnum())
    short, long = sorted((label, key), key=len)
    return len(short) >= _SHORTEST and long.startswith(short)
