"""The reservation of text and data mining, for machines: TDM Reservation Protocol, W3C Community Group, 2024-05-10.

§ 44b UrhG honours a reservation only where machines can read it. It is made for our own texts alone; what the outlets of
other texts reserve is theirs to say.
"""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from ..models import Article

#: As many of our newest texts stand in the file; each page says it for itself besides.
IN_THE_FILE = 10_000


def reserve(answer: HttpResponse) -> HttpResponse:
    """Return `answer` with the header that reserves its text."""
    answer.headers["TDM-Reservation"] = "1"
    return answer


@require_safe
def well_known(request: HttpRequest) -> HttpResponse:
    """`/.well-known/tdmrep.json`: our own texts by the ends of their addresses, which stay when a headline changes."""
    ours = Article.objects.published().of_our_own().order_by("-pk")
    rules = [
        {"location": f"/*/articles/*-{pk}/$", "tdm-reservation": 1}
        for pk in ours.values_list("pk", flat=True)[:IN_THE_FILE]
    ]
    answer = JsonResponse(rules, safe=False)
    answer.headers["Cache-Control"] = "no-cache"
    return answer
