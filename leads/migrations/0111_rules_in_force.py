"""The set in force, the office's schedule, and the older bands of investment as an example.

The bands are those of the regional press before the agency was founded in 2022: below 50 m roubles
the municipality, 50 to 100 m the specialised organisation, above 100 m the region
(kuban24.tv, "Na Kubani dlya investorov vvedut sroki rassmotreniya proektov"). Nobody is named in
them: an agency that wants them says who answers for each band, and puts them in force.
"""

from django.db import migrations
from django.utils import timezone

OURS = "Правила агентства"
OFFICE = "Агентство"
EXAMPLE = "Пример: пороги вложений, до 2022 года"
NOTE = (
    "Прежний порядок края: проекты до 50 млн ₽ вёл муниципалитет, от 50 до 100 млн ₽ — "
    "специализированная организация, свыше 100 млн ₽ — край. С созданием агентства не действует. "
    "Назовите ответственных, чтобы опробовать. Источник: kuban24.tv."
)
BANDS = (
    ("До 50 млн ₽: муниципалитет", None, 50),
    ("От 50 до 100 млн ₽: специализированная организация", 50, 100),
    ("От 100 млн ₽: край", 100, None),
)


def add(apps, schema_editor):
    RuleSet, Rule = apps.get_model("leads", "RuleSet"), apps.get_model("leads", "RoutingRule")
    now = timezone.now().replace(microsecond=0)
    apps.get_model("leads", "Schedule").objects.create(name=OFFICE, is_office=True)
    ours = RuleSet.objects.create(name=OURS, in_force=True, made_at=now)
    for position, rule in enumerate(Rule.objects.order_by("position"), 1):
        Rule.objects.filter(pk=rule.pk).update(rule_set=ours, position=position)
    example = RuleSet.objects.create(name=EXAMPLE, note=NOTE, superseded=True, made_at=now)
    for position, (name, low, high) in enumerate(BANDS, 1):
        Rule.objects.create(
            rule_set=example,
            position=position,
            name=name,
            capex_from_mln_rub=low,
            capex_below_mln_rub=high,
        )
    Version = apps.get_model("leads", "RuleVersion")
    for rule in Rule.objects.all():
        lists = {
            name: sorted(getattr(rule, name).values_list("pk", flat=True))
            for name in ("industries", "districts", "officers")
        }
        plain = {
            name: getattr(rule, name)
            for name in ("name", "language", "capex_from_mln_rub", "capex_below_mln_rub", "active")
        }
        Version.objects.create(rule=rule, number=1, said=plain | lists, at=now)


class Migration(migrations.Migration):
    dependencies = [("leads", "0110_routing")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
