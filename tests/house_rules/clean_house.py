"""A small house that keeps every rule by a hair: path to text, as they would stand in the tree."""

CLEAN_HOUSE = {
    "config/__init__.py": '"""Wiring."""',
    "config/urls.py": "from leads.desk import views",
    "config/management/__init__.py": "",
    "districts/__init__.py": '"""The land."""',
    "districts/matching/__init__.py": '"""Pure."""',
    "districts/matching/rules.py": (
        "import numpy\nfrom districts.matching import need\nfrom . import need"
    ),
    "districts/matching/need.py": "",
    "districts/models/__init__.py": '"""Nouns."""\nfrom districts.models.park import Park',
    "districts/models/park.py": (
        "from django.db import models\n"
        "from districts.matching.need import Need\n"
        "class ParkQuerySet(models.QuerySet):\n"
        "    def free(self): ...\n"
        "class Park(models.Model):\n"
        "    class Kind(models.TextChoices): ...\n"
        "    name = models.TextField()\n"
        "    objects = ParkQuerySet.as_manager()\n"
        "    class Meta: ...\n"
        "    def __str__(self): ...\n"
        "    def get_absolute_url(self): ...\n"
        "    @property\n"
        "    def label(self): ...\n"
    ),
    "leads/__init__.py": '"""The way of an inquiry."""',
    "leads/models/__init__.py": '"""Nouns."""',
    "leads/models/inquiry.py": (
        "from typing import TYPE_CHECKING\n"
        "from districts.models import Park\n"
        "from leads.phones import parse_phone\n"
        "if TYPE_CHECKING:\n"
        "    from leads.models.match import Match\n"
    ),
    "leads/models/match.py": "from leads.models.inquiry import Inquiry",
    "leads/migrations/0001_initial.py": "from config import settings\n" * 300,
    "leads/phones.py": "import phonenumbers",
    "leads/access.py": "from leads.models import inquiry",
    "leads/doorbell.py": "from celery import current_app",
    "leads/flow.py": "from leads import doorbell\nfrom leads.models.match import Match",
    "leads/letters.py": "from django.template.loader import render_to_string\n"
    'render_to_string(f"letters/{kind}.txt")',
    "leads/tasks.py": "from leads import flow, letters\nring.apply_async(args=[1], expires=5)",
    "leads/admin.py": "from leads.models import inquiry",
    "leads/checks.py": "from leads import admin",
    "leads/management/commands/sweep.py": "from leads import flow, tasks",
    "leads/desk/__init__.py": '"""Door of the operators."""',
    "leads/desk/views.py": (
        "from django.shortcuts import render\n"
        "from leads import flow\n"
        "from leads.access import roles\n"
        "def desk(request):\n"
        '    return render(request, "desk/desk.html")\n'
    ),
    "leads/static/desk.css": "@namespace svg url(http://www.w3.org/2000/svg); /* // no address */",
    "leads/static/vendor/kit.js": "// see https://kit.example/licence",
    "templates/404.html": "",
    "templates/base.html": (
        "{# <p style='kept in a comment'> #}"
        '<script src="a.js" defer></script><script nonce="{{ request.csp_nonce }}">go()</script>'
        '<p data-style="x" class="on" title="a style=b onclick=c" {% if a > b %}hidden{% endif %}>'
    ),
    "templates/desk/desk.html": '{% extends "base.html" %}{% include "desk/_row.html" with a=1 %}',
    "templates/desk/_row.html": "{{ note|safely }}",
    "templates/letters/receipt.txt": "{% autoescape off %}{% endautoescape %}",
    "templates/bootstrap5/field.html": "",
    "tests/__init__.py": "",
    "tests/desk/test_desk.py": "line\n" * 250,
}
