"""How much each criterion counts in a match: tried on inquiries at hand, or put in force."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from districts.land import current_land
from districts.matching.weights import Weights
from districts.models import WeightSet
from leads.access import roles
from leads.pipeline.forms.weights import WeightsForm
from leads.pipeline.what_if import last_open, what_if

from .acting import sent


@roles("head")
def weights(request):
    current = WeightSet.current()
    form = WeightsForm(current, sent(request))
    context = {"form": form, "current": current}
    if request.method == "POST" and form.is_valid():
        if form.saves:
            if _put_in_force(form, by=request.user):
                messages.success(
                    request, _("The weights are in force. Open inquiries are matched again now.")
                )
                return redirect("pipeline:weights")
            form.overtaken()
        else:
            others = Weights("trial", form.by_criterion())
            on = timezone.localdate()
            trials = what_if(last_open(), current_land(), others, on=on)
            context["trials"] = trials
            context["changed"] = sum(trial.first_differs for trial in trials)
    return render(request, "pipeline/weights.html", context, status=422 if form.errors else 200)


def _put_in_force(form, *, by) -> WeightSet | None:
    return WeightSet.put_in_force(
        form.by_criterion(),
        after=form.cleaned_data["after"],
        by=by.get_full_name() or by.username,
        at=timezone.now(),
        note=form.cleaned_data["note"],
    )
