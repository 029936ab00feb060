"""Two people, one form: fields that only one of them changed are merged, only the others clash."""

import json

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .action import ActionForm


class MergingForm(ActionForm):
    """`base` is what each field held when the page was drawn; the initial is what it holds now.

    `changes` are rows of history, the newest first, that tell who changed what since.
    """

    base = forms.CharField(required=False, max_length=20_000, widget=forms.HiddenInput)

    def __init__(self, *args, changes=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.changes = changes
        self.clashes: list[str] = []

    def remember(self):
        """Keep what every field holds now for the one who will send it; call it when all stand."""
        self.initial["base"] = json.dumps(self._now())

    def _now(self) -> dict:
        return {name: self.initial.get(name) for name in self.fields if name != "base"}

    def clean(self):
        given = super().clean()
        base, now = self._base(given.get("base")), self._now()
        theirs_taken = {}
        for name in base.keys() & given.keys() & now.keys():
            mine, theirs, before = (_plain(one[name]) for one in (given, now, base))
            if theirs in (before, mine):
                continue
            if mine == before:
                given[name] = now[name]
                theirs_taken[name] = now[name]
            else:
                self._clash(name, now[name])
        if self.clashes:
            self._draw_anew(now, theirs_taken)
        return given

    def _draw_anew(self, now, theirs_taken):
        """The next press is made in sight of what stands now: what was merged is shown, too."""
        self.data = self.data.copy()
        self.data[self.add_prefix("base")] = json.dumps(now)
        for name, value in theirs_taken.items():
            shown = self.fields[name].prepare_value(value)
            many = [str(one) for one in shown] if isinstance(shown, list) else None
            blank = "" if shown is None else str(shown)
            self.data.setlist(self.add_prefix(name), [blank] if many is None else many)

    @staticmethod
    def _base(text) -> dict:
        try:
            read = json.loads(text or "{}")
        except ValueError:
            return {}
        return read if isinstance(read, dict) else {}

    def _clash(self, name, theirs):
        self.clashes.append(name)
        said = {"theirs": self._shown(name, theirs), "who": "—", "at": "—"}
        for row in self.changes:
            if any(name.startswith(key) for key in row.data.get("now", ())):
                said["who"] = str(row.actor)
                said["at"] = date_format(timezone.localtime(row.at), "SHORT_DATETIME_FORMAT")
                break
        self.add_error(
            name,
            _("%(who)s, %(at)s: %(theirs)s. Yours stands below; save once more to keep it") % said,
        )

    def _shown(self, name, value) -> str:
        choices = dict(getattr(self.fields[name], "choices", ()))
        if isinstance(value, list):
            return ", ".join(str(choices.get(one, one)) for one in value) or _("blank")
        if value is None or value == "":
            return str(choices.get("", _("blank")))
        return str(choices.get(value, self.fields[name].prepare_value(value)))


def _plain(value):
    return sorted(value) if isinstance(value, list) else value
