from django.db import migrations, models
from django.db.models import F


def fill(apps, schema_editor):
    """Calls logged by hand until now: ended, answered, and logged when they began."""
    apps.get_model("leads", "Call").objects.filter(provider="").update(
        logged_at=F("started_at"), ended_at=F("started_at"), disposition="answered"
    )
    # Whoever was cut off waits for the phone to ring; everybody else for a quarter of an hour.
    rule = apps.get_model("leads", "CallBackRule")
    for kind, minutes in (("", 15), ("dropped", 5), ("voicemail", 30), ("call_back", 60)):
        rule.objects.create(kind=kind, working_minutes=minutes)


def empty(apps, schema_editor):
    """The columns go with the migration before."""


class Migration(migrations.Migration):

    dependencies = [
        ('leads', '0140_telephony'),
    ]

    operations = [
        migrations.RunPython(fill, empty),
        migrations.AddConstraint(
            model_name='call',
            constraint=models.CheckConstraint(condition=models.Q(('logged_at', None), models.Q(('outcome', ''), _negated=True), _connector='XOR'), name='call_logged_has_outcome'),
        ),
    ]
