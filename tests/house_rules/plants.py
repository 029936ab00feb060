"""Faults to plant in the clean house: (rule, files, the breaches expected, exactly)."""

_IMPORT = "{0}:1: {1} imports {2}: {3}"
_DOWN = "imports point down only"


def _import(path, module, imported, reason=_DOWN):
    """A fault of the floors: one import in one file."""
    return (
        "floors",
        {path: f"import {imported}"},
        [_IMPORT.format(path, module, imported, reason)],
    )


PLANTS = [
    _import("leads/models/call.py", "leads.models.call", "leads.flow"),
    _import("leads/flow.py", "leads.flow", "leads.desk.views"),
    _import("leads/flow.py", "leads.flow", "leads.letters", "only tasks call letters"),
    _import("leads/admin.py", "leads.admin", "leads.letters", "only tasks call letters"),
    _import("leads/desk/forms.py", "leads.desk.forms", "leads.public.forms"),
    _import("leads/desk/forms.py", "leads.desk.forms", "districts.catalogue.views"),
    _import("leads/desk/forms.py", "leads.desk.forms", "leads.tasks"),
    _import("leads/tasks.py", "leads.tasks", "leads.pipeline"),
    _import("leads/flow.py", "leads.flow", "leads.mail"),
    _import("leads/mail/taking.py", "leads.mail.taking", "leads.tasks"),
    _import(
        "leads/mail/taking.py", "leads.mail.taking", "leads.letters", "only tasks call letters"
    ),
    _import("leads/tasks.py", "leads.tasks", "leads.management"),
    _import("leads/doorbell.py", "leads.doorbell", "leads.access"),
    _import("leads/worktime.py", "leads.worktime", "leads.phones"),
    _import("leads/wording.py", "leads.wording", "leads.flow"),
    _import("leads/smtp.py", "leads.smtp", "django.core", "a pure room knows no Django"),
    _import("leads/worktime.py", "leads.worktime", "django.utils", "a pure room knows no Django"),
    _import("leads/models/call.py", "leads.models.call", "leads.access"),
    _import("districts/models/park.py", "districts.models.park", "districts.registry"),
    _import("leads/flow.py", "leads.flow", "config.settings", "no room imports config"),
    _import(
        "districts/registry/load.py",
        "districts.registry.load",
        "leads.phones",
        "districts has never heard of leads",
    ),
    (
        "floors",
        {"districts/matching/rules.py": "def late():\n    from django.db import models"},
        [
            "districts/matching/rules.py:2: districts.matching.rules imports django.db: "
            "a pure room knows no Django"
        ],
    ),
    (
        "floors",
        {"leads/models/call.py": "from .. import flow"},
        ["leads/models/call.py:1: leads.models.call imports leads.flow: " + _DOWN],
    ),
    (
        "circles",
        {"leads/admin.py": "def late():\n    from leads import checks"},
        ["leads.admin → leads.checks → leads.admin"],
    ),
    (
        "circles",
        {
            "leads/models/a.py": "import leads.models.b",
            "leads/models/b.py": "from . import c",
            "leads/models/c.py": "from leads.models.a import A",
        },
        ["leads.models.a → leads.models.b → leads.models.c → leads.models.a"],
    ),
    (
        "doors",
        {"leads/desk/forms.py": "form.save()\nCall.objects.create()\nawait calls.adelete()"},
        [
            "leads/desk/forms.py:1: a door calls .save()",
            "leads/desk/forms.py:2: a door calls .create()",
            "leads/desk/forms.py:3: a door calls .adelete()",
        ],
    ),
    (
        "doors",
        {"districts/catalogue/views.py": "parks.filter(pk=1).update(name='')"},
        ["districts/catalogue/views.py:1: a door calls .update()"],
    ),
    (
        "doors",
        {"leads/public/views.py": "from leads import tasks\nfrom celery import shared_task"},
        [
            "leads/public/views.py:1: a door imports leads.tasks",
            "leads/public/views.py:2: a door imports celery",
        ],
    ),
    (
        "long_files",
        {"leads/flow.py": "line\n" * 251},
        ["leads/flow.py: 251 lines, 250 at most"],
    ),
    (
        "drawer_names",
        {"leads/utils.py": "", "tests/helpers/x.py": "", "leads/desk/base.py": ""},
        [
            "leads/desk/base.py: named like a drawer",
            "leads/utils.py: named like a drawer",
            "tests/helpers/x.py: named like a drawer",
        ],
    ),
    (
        "delays",
        {"leads/tasks.py": "a.apply_async(countdown=5)\nb.apply_async(eta=at)\nself.retry()"},
        [
            "leads/tasks.py:1: countdown=",
            "leads/tasks.py:2: eta=",
            "leads/tasks.py:3: .retry()",
        ],
    ),
    (
        "delays",
        {"leads/tasks.py": "@shared_task(autoretry_for=(OSError,))\ndef send(pk): ..."},
        ["leads/tasks.py:1: autoretry_for="],
    ),
    (
        "markup",
        {
            "leads/desk/views.py": "from django.utils.safestring import mark_safe",
            "leads/public/views.py": "@csrf.csrf_exempt\ndef hook(request): ...",
            "templates/desk/_row.html": "\n{{ note | safe }}{% autoescape off %}",
        },
        [
            "leads/desk/views.py:1: mark_safe",
            "leads/public/views.py:1: csrf_exempt",
            "templates/desk/_row.html:2: | safe",
            "templates/desk/_row.html:2: {% autoescape off",
        ],
    ),
    (
        "room_docstrings",
        {"leads/__init__.py": "import os", "leads/reports/__init__.py": ""},
        ["leads/__init__.py: no docstring", "leads/reports/__init__.py: no docstring"],
    ),
    (
        "model_order",
        {
            "leads/models/call.py": (
                "class Call(models.Model):\n"
                "    def answer(self): ...\n"
                "    class Meta: ...\n"
                "    objects = CallQuerySet.as_manager()\n"
                "    phone: str = models.TextField()\n"
            )
        },
        [
            "leads/models/call.py:3: Call: Meta must stand above other methods",
            "leads/models/call.py:4: Call: objects must stand above other methods",
            "leads/models/call.py:5: Call: fields and choices must stand above other methods",
        ],
    ),
    (
        "inline_code",
        {
            "templates/desk/_row.html": (
                "<p style='color:red'>\n"
                '<b {% if a > b %}class="{{ c }}"{% endif %} ONCLICK="go()">\n'
                "<script>go()</script>\n<style>p {}</style>\n"
                '<a href="javascript:go()">\n<i hx-on:click="go()">'
            )
        },
        [
            "templates/desk/_row.html:1: style= in a tag",
            "templates/desk/_row.html:2: ONCLICK= in a tag",
            "templates/desk/_row.html:3: <script> without a nonce or a source",
            "templates/desk/_row.html:4: <style> without a nonce or a source",
            "templates/desk/_row.html:6: hx-on:click= in a tag",
            "templates/desk/_row.html:5: javascript: address",
        ],
    ),
    (
        "foreign_hosts",
        {
            "templates/desk/_row.html": '<img src="https://cdn.example/a"><a href="//x.example">',
            "leads/static/desk.css": "\n@import url(http://fonts.example/a.css);",
            "leads/static/desk.js": 'new WebSocket("wss://push.example")',
        },
        [
            "templates/desk/_row.html:1: https://cdn.example/a",
            "templates/desk/_row.html:1: //x.example",
            "leads/static/desk.css:2: http://fonts.example/a.css",
            "leads/static/desk.js:1: wss://push.example",
        ],
    ),
    (
        "orphan_templates",
        {
            "templates/desk/_old.html": '{% include "desk/_old.html" %}',
            "leads/templates/lost.html": "",
            "tests/desk/test_desk.py": '"lost.html"',
        },
        [
            "templates/desk/_old.html: named by no view and no template",
            "leads/templates/lost.html: named by no view and no template",
        ],
    ),
]
