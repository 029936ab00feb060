"""Every rule belongs to a set, and no two of a set stand in one place."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("leads", "0111_rules_in_force")]
    operations = [
        migrations.AlterField(
            model_name="routingrule",
            name="rule_set",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="rules",
                to="leads.ruleset",
            ),
        ),
        migrations.AddConstraint(
            model_name="routingrule",
            constraint=models.UniqueConstraint(
                condition=models.Q(("deleted_at", None)),
                fields=("rule_set", "position"),
                name="routing_rule_one_a_place",
            ),
        ),
    ]
