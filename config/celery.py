"""Celery, and the one table of everything that runs by itself."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

app = Celery("hotline")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["leads"])

app.conf.beat_schedule = {
    "sweep": {"task": "leads.sweep", "schedule": 15.0},
    "mail": {"task": "leads.collect", "schedule": 30.0},
    "ledger": {"task": "leads.ledger", "schedule": 300.0},
}
