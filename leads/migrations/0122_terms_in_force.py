"""The terms that ship, and a clock for every promise that was given before there were clocks."""

from datetime import timedelta

from django.db import migrations

SHIPPED = (
    ("answer", 5, "minutes"),
    ("first_contact", 4, "hours"),
    ("substantive_reply", 5, "days"),
    ("consultation", 5, "calendar_days"),
    ("help", 10, "calendar_days"),
    ("call_back", 1, "hours"),
    ("district_reply", 3, "days"),
    ("check_in", 7, "calendar_days"),
    ("step", 3, "days"),
    ("retry_1", 2, "hours"),
    ("retry_2", 1, "days"),
    ("retry_3", 2, "days"),
    ("aftercare_1", 3, "months"),
    ("aftercare_2", 6, "months"),
    ("aftercare_3", 12, "months"),
    ("registration", 3, "calendar_days"),
    ("forwarding", 7, "calendar_days"),
    ("statutory", 30, "calendar_days"),
    ("warn_1", 50, "percent"),
    ("warn_2", 90, "percent"),
    ("cool_down", 4, "hours"),
)
EVENTS = {"reached": "conversation", "unreached": "closed", "closed": "closed"}


def fill(apps, schema_editor):
    Term, Clock = apps.get_model("leads", "Term"), apps.get_model("leads", "Clock")
    FollowUp = apps.get_model("leads", "FollowUp")
    Term.objects.bulk_create(
        [Term(code=code, amount=amount, unit=unit) for code, amount, unit in SHIPPED],
        ignore_conflicts=True,
    )
    kinds = ["first_contact", "substantive_reply"]
    newest = FollowUp.objects.filter(kind__in=kinds).order_by("inquiry", "kind", "-opened_at")
    Clock.objects.bulk_create(
        Clock(
            kind=step.kind,
            subject=f"inquiry:{step.inquiry_id}",
            inquiry_id=step.inquiry_id,
            rule=step.rule,
            started_at=step.opened_at,
            due_at=step.due_at,
            # The warnings of those that run come late rather than wrong: only the end is told.
            total=timedelta(0),
            next_at=None if step.done_at else step.due_at,
            stopped_at=step.done_at,
            stop_event=EVENTS.get(step.outcome, ""),
            stopped_by_id=step.done_by_id,
        )
        for step in newest.distinct("inquiry", "kind")
    )


class Migration(migrations.Migration):
    dependencies = [("leads", "0121_clocks")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
