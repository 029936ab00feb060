"""What the product promises, proved by breaking it; every proof has a control that turns it red.

Aimed deaths: `aim` numbers the boundaries of a step and kills at one of them; `injected/` puts it
into running processes, `house` runs the product in forked ones; `steps` are what is killed.
`witness` is the process that sees from outside what was acknowledged, `account` sets it against
the database. `test_deaths` dies everywhere, `test_process_deaths` in gunicorn, Celery and the
second executor; `whole_sabotages` (in `make prove` alone) takes out each protection and asks that
it be seen.
"""
