"""History is only ever added to: the database itself refuses a change or a removal."""

from django.db import migrations

REFUSE = """
CREATE FUNCTION leads_activity_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'activity rows are never changed or removed';
END $$;
CREATE TRIGGER leads_activity_append_only BEFORE UPDATE OR DELETE ON leads_activity
    FOR EACH ROW EXECUTE FUNCTION leads_activity_refuse();
"""
ALLOW = """
DROP TRIGGER leads_activity_append_only ON leads_activity;
DROP FUNCTION leads_activity_refuse();
"""


class Migration(migrations.Migration):
    dependencies = [("leads", "0001_initial")]
    operations = [migrations.RunSQL(REFUSE, ALLOW)]
