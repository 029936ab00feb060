"""The head reads and changes how long each promise may take."""

import pytest

from leads.models import Term
from leads.models.term import DEFAULTS
from leads.pipeline.forms.terms import GROUPS
from tests.world import andrey, boris, dina, gleb, make_inquiry, maria, olga, xenia

pytestmark = pytest.mark.django_db
URL = "/pipeline/terms/"


def sent(**changes):
    given = {}
    for term in Term.objects.all():
        given |= {f"{term.code}-amount": term.amount, f"{term.code}-unit": term.unit}
    return given | changes


def test_it_works(client):
    client.force_login(gleb())
    assert "First contact" in client.get(URL + "?lang=en").content.decode()
    changed = sent(**{"first_contact-amount": 30, "first_contact-unit": "minutes"})
    assert client.post(URL, changed).headers["Location"] == URL
    term = Term.objects.get(code="first_contact")
    assert (term.rule, term.changed_by) == ("first_contact:30:minutes", gleb())
    assert make_inquiry().clocks.get(kind="first_contact").rule == "first_contact:30:minutes"
    assert Term.objects.exclude(changed_at=None).count() == 1
    assert "First contact" in client.get(URL + "?lang=en").content.decode()


def test_every_term_stands_on_the_page_and_in_the_database():
    offered = [code for _group, _units, codes in GROUPS for code in codes]
    assert sorted(offered) == sorted(Term.Code.values) == sorted(DEFAULTS)
    shipped = {term.code: term.rule for term in Term.objects.all()}
    assert shipped == {code: term.rule for code, term in DEFAULTS.items()}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"first_contact-amount": ""}, "Enter a number"),
        ({"first_contact-amount": "abc"}, "Enter a whole number"),
        ({"first_contact-amount": 0}, "At least 1"),
        ({"first_contact-amount": 9999}, "At most 400"),
        ({"warn_1-amount": 90}, "comes after the first"),
    ],
)
def test_what_is_refused(client, wrong, words):
    client.force_login(gleb())
    response = client.post(URL + "?lang=en", sent(**wrong))
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not Term.objects.exclude(changed_at=None).exists()


def test_a_deleted_row_still_counts():
    Term.objects.filter(code="first_contact").delete()
    assert make_inquiry().clocks.get(kind="first_contact").rule == "first_contact:4:hours"


@pytest.mark.parametrize("who", [olga, maria, boris, dina, andrey, xenia])
def test_those_who_may_not(client, who):
    client.force_login(who())
    assert client.get(URL).status_code == 403
