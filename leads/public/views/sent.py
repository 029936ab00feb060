from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from leads.models import CalendarDay, Inquiry, MatchRun
from leads.public.deadline import deadline
from leads.public.draft import last_sent
from leads.public.mailbox import masked
from leads.public.offer import offer
from leads.public.visitor import admit, private


@login_not_required
@private
@require_safe
def sent(request):
    """The receipt of what this visitor sent last; shown to no other session."""
    key = last_sent(request.session)
    inquiry = Inquiry.objects.select_related("contact").filter(request_key=key).first()
    if key is None or inquiry is None:
        return redirect("public:inquiry")
    email = inquiry.contact.emails.order_by("pk").first()
    run = MatchRun.objects.newest(inquiry)
    context = {
        "inquiry": inquiry,
        "deadline": deadline(
            inquiry.promised_at,
            opened_at=inquiry.opened_at,
            now=timezone.now(),
            calendar=CalendarDay.office(),
        ),
        "email": masked(email.address) if email else "",
        "offer": offer(run) if run else None,
    }
    # Whoever reads the receipt may open the page of the inquiry from it.
    return admit(request, render(request, "public/sent.html", context), inquiry.pk)
