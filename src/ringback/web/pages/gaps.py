"""What is missing before something can be sent, opening by opening, and the way to find it."""

from collections import Counter

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from ringback.book.openings import Opening
from ringback.core.gate import Gap
from ringback.desk.sending import lacks
from ringback.web.desks import desk_of

AT_ONCE = 100


@require_safe
def gaps_page(request: HttpRequest) -> HttpResponseBase:
    """The open openings that lack something, those of one kind where it is named."""
    desk = desk_of(request)
    found = lacks(desk)
    counts = Counter(gap for one in found for gap in {missing.gap for missing in one.missing})
    only = request.GET.get("only", "")
    if only in set(Gap):
        found = [one for one in found if any(gap.gap == only for gap in one.missing)]
    page = Paginator(found, AT_ONCE).get_page(request.GET.get("page"))
    shown = Opening.objects.filter(search=desk.search, pk__in=[one.opening for one in page])
    openings = {one.pk: one for one in shown.select_related("employer")}
    context = {
        "part": "/openings/", "page": page,
        "lines": [(openings[one.opening], one.missing) for one in page], "only": only,
        "counts": [(gap.value, counts[gap]) for gap in Gap if counts[gap]],
        "at": urlencode({"only": only}) if only else "",
    }  # fmt: skip
    return render(request, "ringback/gaps.html", context)


urls = [path("gaps/", gaps_page)]
