"""An opening's page says what could come next, as the planner answers it."""

from __future__ import annotations

import re

from django.test import Client

from ringback.book.journal import Touch
from ringback.book.openings import Opening
from ringback.core.touches import Reason
from ringback.desk.course import close
from ringback.desk.desk import Desk
from ringback.desk.openings import NewOpening, add
from ringback.desk.sending import send


def an_opening(desk: Desk) -> Opening:
    opening = add(
        desk,
        NewOpening(
            employer="Acme Foods", title="Fitter", manager="Ada <Miller>", manager_title="Owner",
            number="+16145550123",
        ),
    ).opening  # fmt: skip
    send(desk, opening, anyway="a test")
    return opening


def shown(client: Client, opening: Opening) -> dict[str, str]:
    page = client.get(f"/openings/{opening.pk}/").content.decode()
    told = "".join(re.findall(r'<dl class="ahead">(.*?)</dl>', page, re.DOTALL))
    found = re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", told, re.DOTALL)
    bare = [tuple(" ".join(re.sub("<[^>]+>", " ", part).split()) for part in one) for one in found]
    return {event: step for events, step in bare for event in events.split(" or ")}


def test_each_outcome_stands_beside_what_follows_from_it(signed_in: Client, desk: Desk) -> None:
    opening = an_opening(desk)
    before = Touch.objects.count()
    says = shown(signed_in, opening)
    assert says["it rang, nobody answered"] == says["busy"]
    assert says["we talked, nothing fixed yet"].startswith("Thank Ada &lt;Miller&gt;")
    assert "at the hour that they name" in says["asked me to call back"]
    assert says["a clear no"] == "closed: rejected"
    assert Touch.objects.count() == before


def test_a_closed_opening_has_nothing_ahead(signed_in: Client, desk: Desk) -> None:
    opening = an_opening(desk)
    close(desk, opening, Reason.WITHDRAWN)
    assert shown(signed_in, opening) == {}
