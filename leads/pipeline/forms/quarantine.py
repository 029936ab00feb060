"""One verdict on several inquiries in quarantine."""

from django import forms

AT_ONCE = 50


class SettleForm(forms.Form):
    verdict = forms.ChoiceField(choices=[(name, name) for name in ("release", "spam", "hold")])
    keys = forms.TypedMultipleChoiceField(coerce=int)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        given = self.data.getlist("keys") if self.is_bound else []
        keys = dict.fromkeys(key for key in given if key.isascii() and key.isdigit())
        self.fields["keys"].choices = [(key, key) for key in list(keys)[:AT_ONCE] if len(key) < 18]
