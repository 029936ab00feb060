import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('leads', '0124_words_of_kinds'),
    ]

    operations = [
        migrations.CreateModel(
            name='CallBack',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('missed', 'Missed'), ('abandoned', 'Caller gave up'), ('out_of_hours', 'Out of hours'), ('voicemail', 'Voicemail'), ('busy', 'Busy'), ('failed', 'Did not go through'), ('dropped', 'Cut off'), ('call_back', 'Promised at the desk')], max_length=12)),
                ('phone_raw', models.CharField(blank=True, max_length=80, verbose_name='phone')),
                ('phone_e164', models.CharField(blank=True, max_length=16)),
                ('misses', models.PositiveSmallIntegerField(default=1)),
                ('opened_at', models.DateTimeField()),
                ('last_missed_at', models.DateTimeField()),
                ('due_at', models.DateTimeField(verbose_name='due')),
                ('escalated_at', models.DateTimeField(null=True)),
                ('closed_at', models.DateTimeField(null=True)),
                ('outcome', models.CharField(blank=True, choices=[('reached', 'Reached'), ('called_again', 'Called again and was answered'), ('wrong_number', 'Wrong number'), ('unreachable', 'Could not be reached'), ('noted', 'Noted, no number to call'), ('withdrawn', 'Was answered after all')], max_length=12)),
            ],
        ),
        migrations.CreateModel(
            name='CallBackAttempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(choices=[('no_answer', 'No answer'), ('busy', 'Busy'), ('failed', 'Did not go through'), ('asked_later', 'Asked to call later'), ('machine', 'Answering machine')], max_length=12, verbose_name='what came of it')),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='CallBackRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(blank=True, choices=[('missed', 'Missed'), ('abandoned', 'Caller gave up'), ('out_of_hours', 'Out of hours'), ('voicemail', 'Voicemail'), ('busy', 'Busy'), ('failed', 'Did not go through'), ('dropped', 'Cut off'), ('call_back', 'Promised at the desk')], max_length=12, verbose_name='kind of call')),
                ('known', models.BooleanField(blank=True, null=True, verbose_name='known caller')),
                ('working_minutes', models.PositiveSmallIntegerField(verbose_name='within working minutes')),
                ('owner', models.CharField(choices=[('queue', "The operators' queue"), ('operator', 'Who talked with the caller, or whose phone rang alone'), ('officer', "The officer of the caller's open inquiry")], default='queue', max_length=8, verbose_name='owner')),
            ],
        ),
        migrations.CreateModel(
            name='CallEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('provider', models.CharField(max_length=12)),
                ('event_key', models.CharField(max_length=64)),
                ('call_key', models.CharField(max_length=500)),
                ('binding', models.CharField(blank=True, max_length=64)),
                ('body', models.JSONField()),
                ('received_at', models.DateTimeField()),
                ('folded_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Line',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digits', models.CharField(max_length=20, unique=True, verbose_name='number, digits only, as the exchange writes it')),
                ('name', models.CharField(max_length=60, verbose_name='name')),
                ('announces_recording', models.BooleanField(default=False, help_text='Without this notice no recording is kept, whatever the exchange offers.', verbose_name='every caller is told that the talk is recorded')),
            ],
        ),
        migrations.CreateModel(
            name='Listening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Recording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=500)),
                ('state', models.CharField(choices=[('refused', 'Not kept: the caller was not told'), ('pending', 'Not fetched yet'), ('fetching', 'Being fetched'), ('fetched', 'Kept'), ('failed', 'Could not be fetched')], max_length=8)),
                ('not_before_at', models.DateTimeField()),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('token', models.CharField(blank=True, max_length=32)),
                ('leased_until', models.DateTimeField(null=True)),
                ('last_error', models.CharField(blank=True, max_length=80)),
                ('file', models.CharField(blank=True, max_length=80)),
                ('content_type', models.CharField(blank=True, max_length=20)),
                ('size', models.PositiveBigIntegerField(null=True)),
                ('fetched_at', models.DateTimeField(null=True)),
                ('keep_until', models.DateField(null=True)),
            ],
        ),
        migrations.AddField(
            model_name='call',
            name='answered_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='call',
            name='disposition',
            field=models.CharField(blank=True, choices=[('answered', 'Answered'), ('missed', 'Missed'), ('abandoned', 'Caller gave up'), ('out_of_hours', 'Out of hours'), ('voicemail', 'Voicemail'), ('busy', 'Busy'), ('failed', 'Did not go through')], max_length=12),
        ),
        migrations.AddField(
            model_name='call',
            name='exchange_id',
            field=models.CharField(max_length=500, null=True),
        ),
        migrations.AddField(
            model_name='call',
            name='given_up_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='call',
            name='heard_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='call',
            name='inner_number',
            field=models.CharField(blank=True, max_length=12),
        ),
        migrations.AddField(
            model_name='call',
            name='line_raw',
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name='call',
            name='logged_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='call',
            name='notice_given_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='call',
            name='provider',
            field=models.CharField(blank=True, max_length=12),
        ),
        migrations.AddField(
            model_name='call',
            name='rang',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), default=list, size=None),
        ),
        migrations.AddField(
            model_name='call',
            name='ringing',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), default=list, size=None),
        ),
        migrations.AddField(
            model_name='call',
            name='state',
            field=models.CharField(choices=[('ringing', 'Ringing'), ('talking', 'Talking'), ('ended', 'Ended')], default='ended', max_length=7),
        ),
        migrations.AddField(
            model_name='call',
            name='transfers',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), default=list, size=None),
        ),
        migrations.AddField(
            model_name='user',
            name='extension',
            field=models.CharField(blank=True, help_text='The inner number at which the exchange rings this person.', max_length=12, verbose_name='phone on the desk'),
        ),
        migrations.AlterField(
            model_name='activity',
            name='kind',
            field=models.CharField(choices=[('opened', 'Inquiry opened'), ('called', 'Call'), ('matched', 'Places matched'), ('routed', 'Officer found'), ('unrouted', 'No officer free'), ('reassigned', 'Officer changed'), ('advanced', 'Stage changed'), ('need_changed', 'Need changed'), ('follow_up_opened', 'Next step set'), ('follow_up_done', 'Next step done'), ('follow_up_moved', 'Next step moved'), ('reminded', 'Reminder sent'), ('letter_sent', 'Letter sent'), ('letter_failed', 'Letter not sent'), ('noted', 'Note'), ('referred', 'Passed to the district'), ('match_chosen', 'Place accepted'), ('match_refused', 'Place refused'), ('match_reopened', 'Place open again'), ('taken', 'Taken from the queue'), ('waiting', 'Waiting'), ('made_confidential', 'Made confidential'), ('disclosed', 'No longer confidential'), ('retried', 'Given another try')], max_length=20),
        ),
        migrations.AlterField(
            model_name='call',
            name='outcome',
            field=models.CharField(blank=True, choices=[('inquiry', 'Inquiry'), ('consultation', 'Consultation'), ('call_back', 'Call back'), ('off_topic', 'Off topic'), ('dropped', 'Cut off')], max_length=12),
        ),
        migrations.AlterField(
            model_name='followup',
            name='kind',
            field=models.CharField(choices=[('first_contact', 'First contact'), ('substantive_reply', 'Full answer'), ('call_back', 'Call back'), ('check_in', 'Ask how it goes'), ('step', 'Next step')], max_length=18, verbose_name='step'),
        ),
        migrations.AlterField(
            model_name='trouble',
            name='inquiry',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='troubles', to='leads.inquiry'),
        ),
        migrations.AlterField(
            model_name='trouble',
            name='task',
            field=models.CharField(choices=[('leads.route', 'Find an officer'), ('leads.match', 'Match places'), ('leads.remind', 'Remind the officer'), ('leads.send', 'Send a letter'), ('leads.fold', 'Understand a call'), ('leads.give_up', 'End a silent call'), ('leads.settle', 'Owe a call back'), ('leads.alarm', 'Tell of a late call back'), ('leads.fetch', 'Fetch a recording'), ('leads.make_pack', 'Prepare an answer')], max_length=20),
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.UniqueConstraint(condition=models.Q(('extension', ''), _negated=True), fields=('extension',), name='user_one_a_phone'),
        ),
        migrations.AddField(
            model_name='callback',
            name='closed_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='callback',
            name='contact',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='leads.contact'),
        ),
        migrations.AddField(
            model_name='callback',
            name='owner',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='call_backs', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='call',
            name='call_back',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='calls', to='leads.callback'),
        ),
        migrations.AddField(
            model_name='callbackattempt',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='callbackattempt',
            name='call',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='attempt', to='leads.call'),
        ),
        migrations.AddField(
            model_name='callbackattempt',
            name='call_back',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attempts', to='leads.callback'),
        ),
        migrations.AddIndex(
            model_name='callevent',
            index=models.Index(fields=['provider', 'call_key'], name='call_event_of_call'),
        ),
        migrations.AddIndex(
            model_name='callevent',
            index=models.Index(condition=models.Q(('folded_at', None)), fields=['received_at'], name='call_event_unfolded'),
        ),
        migrations.AddIndex(
            model_name='callevent',
            index=models.Index(condition=models.Q(('binding', ''), _negated=True), fields=['provider', 'binding'], name='call_event_bound'),
        ),
        migrations.AddConstraint(
            model_name='callevent',
            constraint=models.UniqueConstraint(fields=('provider', 'event_key'), name='call_event_once'),
        ),
        migrations.AddConstraint(
            model_name='line',
            constraint=models.CheckConstraint(condition=models.Q(('digits__regex', '^[0-9]+$')), name='line_digits_only'),
        ),
        migrations.AddField(
            model_name='callbackrule',
            name='line',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, to='leads.line', verbose_name='line'),
        ),
        migrations.AddField(
            model_name='callback',
            name='line',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to='leads.line'),
        ),
        migrations.AddField(
            model_name='call',
            name='line',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='leads.line'),
        ),
        migrations.AddIndex(
            model_name='call',
            index=models.Index(condition=models.Q(('state', 'ended'), _negated=True), fields=['heard_at'], name='call_going_on'),
        ),
        migrations.AddIndex(
            model_name='call',
            index=models.Index(condition=models.Q(('logged_at', None), ('state', 'ended')), fields=['-started_at'], name='call_unlogged'),
        ),
        migrations.AddConstraint(
            model_name='call',
            constraint=models.UniqueConstraint(fields=('provider', 'exchange_id'), name='call_once'),
        ),
        migrations.AddConstraint(
            model_name='call',
            constraint=models.CheckConstraint(condition=models.Q(('provider', ''), ('exchange_id__isnull', False), _connector='XOR'), name='call_of_exchange_has_id'),
        ),
        migrations.AddField(
            model_name='listening',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='recording',
            name='call',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recordings', to='leads.call'),
        ),
        migrations.AddField(
            model_name='listening',
            name='recording',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='listenings', to='leads.recording'),
        ),
        migrations.AddIndex(
            model_name='callbackattempt',
            index=models.Index(fields=['call_back', 'at'], name='call_back_attempts'),
        ),
        migrations.AddConstraint(
            model_name='callbackrule',
            constraint=models.UniqueConstraint(fields=('kind', 'line', 'known'), name='call_back_rule_once', nulls_distinct=False),
        ),
        migrations.AddIndex(
            model_name='callback',
            index=models.Index(condition=models.Q(('closed_at', None)), fields=['due_at', 'id'], name='call_back_open'),
        ),
        migrations.AddConstraint(
            model_name='callback',
            constraint=models.UniqueConstraint(condition=models.Q(('closed_at', None), models.Q(('phone_e164', ''), _negated=True)), fields=('phone_e164',), name='call_back_one_open_a_number'),
        ),
        migrations.AddConstraint(
            model_name='callback',
            constraint=models.CheckConstraint(condition=models.Q(('closed_at', None), models.Q(('outcome', ''), _negated=True), _connector='XOR'), name='call_back_closed_has_outcome'),
        ),
        migrations.AddIndex(
            model_name='recording',
            index=models.Index(condition=models.Q(('state__in', ['pending', 'fetching'])), fields=['not_before_at'], name='recording_due'),
        ),
        migrations.AddConstraint(
            model_name='recording',
            constraint=models.UniqueConstraint(fields=('call', 'reference'), name='recording_once'),
        ),
        migrations.AddConstraint(
            model_name='recording',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'fetched'), _negated=True), models.Q(models.Q(('file', ''), _negated=True), ('keep_until__isnull', False)), _connector='OR'), name='recording_fetched_has_file'),
        ),
        migrations.AddIndex(
            model_name='listening',
            index=models.Index(fields=['recording', 'at'], name='listenings_of_recording'),
        ),
    ]
