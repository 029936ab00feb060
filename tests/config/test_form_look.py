"""Forms: label, hint, error, control; optional in words; errors summed up and linked."""

import re

import pytest
from crispy_forms.helper import FormHelper
from crispy_forms.utils import render_crispy_form
from django import forms
from django.utils import translation


class Asked(forms.Form):
    name = forms.CharField(label="Name", help_text="As in letters")
    note = forms.CharField(label="Note", required=False)
    size = forms.ChoiceField(
        label="Size", choices=[("s", "Small"), ("l", "Large")], widget=forms.RadioSelect
    )
    agreed = forms.BooleanField(label="Agreed")


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def drawn(form, **wishes):
    helper = FormHelper()
    for name, value in wishes.items():
        setattr(helper, name, value)
    return render_crispy_form(form, helper=helper)


def in_order(text, *parts):
    places = [text.index(part) for part in parts]
    return places == sorted(places)


def test_it_works():
    text = drawn(Asked())
    assert " novalidate" in text
    assert "error-summary" not in text
    assert text.count('<span class="optional">(optional)</span>') == 1
    assert "asteriskField" not in text
    assert in_order(text, 'for="id_name"', 'id="id_name_helptext"', 'id="id_name"')
    assert "<fieldset" in text
    assert re.search(r'<legend class="form-label">Size\s*</legend>', text)


def test_errors_stand_between_hint_and_control():
    text = drawn(Asked({}))
    assert in_order(text, 'id="id_name_helptext"', 'id="id_name_error"', 'name="name"')
    assert 'aria-describedby="id_name_helptext id_name_error"' in text
    assert '<span class="visually-hidden">Error:</span>' in text


def test_summary_comes_first_and_links_each_control():
    text = drawn(Asked({}))
    assert "There is a problem (3)" in text
    assert in_order(text, "error-summary", 'id="div_id_name"')
    assert 'href="#id_name"' in text
    assert 'href="#id_size_0"' in text
    assert 'id="id_size_0"' in text
    assert 'href="#id_agreed"' in text


def test_what_was_typed_is_kept_and_never_markup():
    text = drawn(Asked({"note": "<b>gas</b>"}))
    assert 'value="&lt;b&gt;gas&lt;/b&gt;"' in text


@pytest.mark.parametrize("wishes", [{"form_method": "get"}, {"hide_optional": True}])
def test_filters_and_desks_do_not_say_optional(wishes):
    assert "(optional)" not in drawn(Asked(), **wishes)


def test_a_form_without_errors_shown_has_none():
    assert "field-error" not in drawn(Asked({}), form_show_errors=False)
