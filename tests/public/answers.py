"""Answers of an investor, and the way through the steps as a browser without scripts goes it."""

from datetime import timedelta

from django.utils import timezone

from leads.public.opened import opening

PROJECT = {
    "text": "Цех переработки яблок, 5 га, 2 МВт, нужен газ, 250 млн руб",
    "industry": "food_processing",
    "capex": "to_1000",
    "district": "",
}
CONTACT = {
    "name": "Пётр Иванов",
    "company": "Агросад",
    "country": "RU",
    "email": "p@example.com",
    "phone": "",
}


def fields_of(response) -> dict:
    """What the form of this page would post if its button were pressed now."""
    form = response.context["form"]
    posted = {}
    for bound in form:
        value = bound.value()
        if value in (None, "", [], False):
            continue
        values = value if isinstance(value, list) else [value]
        posted[bound.html_name] = ["on" if one is True else str(one) for one in values]
    if "seal" in response.context:
        posted["seal"] = response.context["seal"]
    return posted


def to_check(client, **changes):
    """Steps 1 and 2; the page of step 3. The form was opened forty seconds ago."""
    project = {name: changes.pop(name, value) for name, value in PROJECT.items()}
    opened = opening(at=timezone.now() - timedelta(seconds=40))
    project["token"] = changes.pop("token", opened)
    client.post("/inquiry/", project)
    client.post("/inquiry/contact/", CONTACT | changes)
    return client.get("/inquiry/check/")


def send(client, page, **changes):
    """Press the last button with the consent given."""
    return client.post("/inquiry/check/", fields_of(page) | {"consent": "on"} | changes)
