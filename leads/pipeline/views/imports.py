"""Bringing in files: upload, columns, check, progress, refused lines, taking back."""

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from leads import doorbell, spreadsheets
from leads.access import roles
from leads.importing.checking import CHECKED_AT_MOST, check
from leads.importing.columns import guessed
from leads.models import ImportRun
from leads.pipeline.forms.imports import ImportForm, MappingForm
from leads.pipeline.imports import faults, refused, refused_lines


@roles("head")
def imports(request):
    form = ImportForm(request.POST or None, request.FILES or None, initial={"kind": "investors"})
    if request.method == "POST" and form.is_valid():
        table, kind = form.cleaned_data["file"], form.cleaned_data["kind"]
        run = ImportRun.keep(
            table.kept(),
            kind=kind,
            name=form.name,
            encoding=table.encoding,
            delimiter=table.delimiter,
            headings=table.headings,
            mapping=guessed(kind, table.headings),
            lines=len(table.lines),
            by=request.user,
            at=timezone.now(),
        )
        return redirect("pipeline:import_run", run.pk)
    rows = ImportRun.objects.visible_to(request.user).select_related("by").order_by("-pk")[:30]
    context = {"form": form, "runs": rows}
    return render(request, "pipeline/imports.html", context, status=422 if form.errors else 200)


@roles("head")
def import_run(request, pk):
    """Before: columns and check. Then the progress, and what came of it."""
    run, at = _run(request, pk), timezone.now()
    if run.state != ImportRun.State.UPLOADED:
        context = _came_of(run, at)
        page = "pipeline/_import_progress.html" if request.htmx else "pipeline/import_run.html"
        return render(request, page, context)
    form = MappingForm(run, request.POST or None)
    if request.method == "POST" and form.is_valid():
        run.map(form.cleaned_data)
        return redirect("pipeline:import_run", run.pk)
    context = {"run": run, "form": form, "checked_at_most": CHECKED_AT_MOST}
    if MappingForm(run, run.mapping).is_valid() and run.stored_as:
        found = check(run, at=at)
        context |= {"check": found, "faults": faults(run, found)}
    return render(
        request, "pipeline/import_check.html", context, status=422 if form.errors else 200
    )


def _came_of(run: ImportRun, at) -> dict:
    context = {"run": run, "counts": run.counts(), "undoable": run.undoable(at)}
    if not run.is_moving:
        context["refused"] = refused(run)
    if run.state == ImportRun.State.UNDONE:
        context["kept"] = run.rows.kept().select_related("inquiry", "investor")[:100]
    return context


@require_POST
@roles("head")
def start_import(request, pk):
    run = _run(request, pk)
    if MappingForm(run, run.mapping).is_valid() and run.start(at=timezone.now()):
        doorbell.ring("leads.bring_in", run.pk)
    return redirect("pipeline:import_run", pk)


@require_POST
@roles("head")
def undo_import(request, pk):
    run = _run(request, pk)
    if run.undo(by=request.user, at=timezone.now()):
        doorbell.ring("leads.bring_in", run.pk)
    else:
        messages.error(request, _("This cannot be taken back any more."))
    return redirect("pipeline:import_run", pk)


@require_safe
@roles("head")
def refused_file(request, pk):
    run = _run(request, pk)
    if not run.stored_as or run.state == ImportRun.State.UPLOADED:
        raise Http404
    file = spreadsheets.xlsx_file(refused_lines(run), title=_("Not brought in"))
    name = f"{_('not-brought-in')}-{run.pk}.xlsx"
    answer = FileResponse(file, as_attachment=True, filename=name, content_type=spreadsheets.XLSX)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer


def _run(request, pk) -> ImportRun:
    return get_object_or_404(ImportRun.objects.visible_to(request.user), pk=pk)
