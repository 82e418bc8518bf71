"""What is missing before something can be sent, opening by opening, and the way to find it."""

from collections import Counter

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from ringback.core.gate import Gap
from ringback.desk.sending import gaps
from ringback.web.desks import desk_of

AT_ONCE = 100


@require_safe
def gaps_page(request: HttpRequest) -> HttpResponseBase:
    """The open openings that lack something, those of one kind where it is named."""
    found = gaps(desk_of(request))
    counts = Counter(gap for one in found for gap in {missing.gap for missing in one.missing})
    only = request.GET.get("only", "")
    if only in set(Gap):
        found = [one for one in found if any(gap.gap == only for gap in one.missing)]
    page = Paginator(found, AT_ONCE).get_page(request.GET.get("page"))
    context = {
        "part": "/openings/", "page": page, "only": only,
        "counts": [(gap.value, counts[gap]) for gap in Gap if counts[gap]],
        "shut": sum(1 for one in found if not one.opens),
        "at": urlencode({"only": only}) if only else "",
    }  # fmt: skip
    return render(request, "ringback/gaps.html", context)


urls = [path("gaps/", gaps_page)]
