"""Since when each inquiry stands where it stands, out of its history; readings are never changed."""

from django.db import migrations, models

SINCE = """
UPDATE leads_inquiry SET
    stage_since_at = COALESCE(
        (SELECT max(told.at) FROM leads_activity AS told
          WHERE told.inquiry_id = leads_inquiry.id AND told.kind = 'advanced'),
        opened_at),
    contacted_at = opened_at;
"""
REFUSE = """
CREATE TRIGGER leads_reading_append_only BEFORE UPDATE OR DELETE ON leads_reading
    FOR EACH ROW EXECUTE FUNCTION leads_activity_refuse();
"""
ALLOW = "DROP TRIGGER leads_reading_append_only ON leads_reading;"


class Migration(migrations.Migration):
    # A table that was changed cannot be altered within the same transaction.
    atomic = False
    dependencies = [("leads", "0170_workplace")]
    operations = [
        migrations.RunSQL(SINCE, migrations.RunSQL.noop),
        migrations.AlterField("inquiry", "stage_since_at", models.DateTimeField()),
        migrations.RunSQL(REFUSE, ALLOW),
    ]
