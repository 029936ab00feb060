"""History is only ever added; with the rows of an import that is taken back it goes with them."""

from django.db import migrations

ALLOW = """
CREATE OR REPLACE FUNCTION leads_activity_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND EXISTS (
        SELECT FROM leads_inquiry JOIN leads_importrun ON leads_importrun.id = brought_by_id
        WHERE leads_inquiry.id = OLD.inquiry_id AND leads_importrun.state = 'undoing'
    ) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'activity rows are never changed or removed';
END $$;
"""
REFUSE = """
CREATE OR REPLACE FUNCTION leads_activity_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'activity rows are never changed or removed';
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("leads", "0230_imports")]
    operations = [migrations.RunSQL(ALLOW, REFUSE)]
