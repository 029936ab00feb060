"""The first set is our own choice; numbers begin at 1. A set in use is never edited or removed."""

from django.db import migrations
from django.utils import timezone

from districts.matching.weights import DEFAULT_WEIGHTS

REFUSE = """
CREATE FUNCTION districts_weightset_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'sets of weights are never changed or removed';
END $$;
CREATE TRIGGER districts_weightset_never_removed BEFORE DELETE ON districts_weightset
    FOR EACH ROW EXECUTE FUNCTION districts_weightset_refuse();
CREATE TRIGGER districts_weightset_never_changed BEFORE UPDATE ON districts_weightset
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE FUNCTION districts_weightset_refuse();
"""
ALLOW = """
DROP TRIGGER districts_weightset_never_changed ON districts_weightset;
DROP TRIGGER districts_weightset_never_removed ON districts_weightset;
DROP FUNCTION districts_weightset_refuse();
"""


def add(apps, schema_editor):
    apps.get_model("districts", "WeightSet").objects.create(
        number=1,
        by_criterion=dict(DEFAULT_WEIGHTS.by_criterion),
        made_at=timezone.now().replace(microsecond=0),
        note=DEFAULT_WEIGHTS.version,
    )


class Migration(migrations.Migration):
    dependencies = [("districts", "0003_weight_set")]
    operations = [
        migrations.RunPython(add, migrations.RunPython.noop),
        migrations.RunSQL(REFUSE, ALLOW),
    ]
