"""Late call-backs are told of by their clocks; the alarm of their own told nobody any more."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('leads', '0252_recordings_and_dialling'),
    ]

    operations = [
        migrations.RunSQL(
            "DELETE FROM leads_trouble WHERE task = 'leads.alarm'", migrations.RunSQL.noop
        ),
        migrations.RemoveField(
            model_name='callback',
            name='escalated_at',
        ),
        migrations.AlterField(
            model_name='trouble',
            name='task',
            field=models.CharField(choices=[('leads.route', 'Find an officer'), ('leads.match', 'Match places'), ('leads.remind', 'Remind the officer'), ('leads.tell', 'Tell of a term'), ('leads.attend', 'Keep a clock'), ('leads.send', 'Send a letter'), ('leads.take_in', 'Read an e-mail'), ('leads.fold', 'Understand a call'), ('leads.give_up', 'End a silent call'), ('leads.settle', 'Owe a call back'), ('leads.fetch', 'Fetch a recording'), ('leads.dial', 'Ask the exchange to call'), ('leads.digest', 'Send the morning letter'), ('leads.erase', 'Delete a recording'), ('leads.make_pack', 'Prepare an answer')], max_length=20),
        ),
    ]
