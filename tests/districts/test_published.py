"""Everybody's pages may be kept by any cache; nobody's own page ever is."""

import pytest
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse
from django.utils import timezone

from districts.models import Boundary
from tests.districts.places import make_district, make_park
from tests.public.visitor import make_web_inquiry, open_status
from tests.world import gleb, registry_changed

pytestmark = pytest.mark.django_db
PAGES = ["/", "/districts/", "/districts/northern/", "/parks/meadow/", "/parks/compare/"]


@pytest.fixture(autouse=True)
def _land(db):
    make_park(), registry_changed()


@pytest.mark.parametrize("path", PAGES)
def test_it_works(path):
    first = Client().get(path)
    kept = first["Cache-Control"]
    assert "public" in kept
    assert "max-age=300" in kept
    assert {"Accept-Language", "Cookie"} <= set(first["Vary"].split(", "))
    again = Client(headers={"If-None-Match": first["ETag"]}).get(path)
    assert again.status_code == 304
    assert not again.content
    assert again["ETag"] == first["ETag"]


def test_an_unchanged_page_costs_one_query(django_assert_num_queries):
    tag = Client().get("/districts/")["ETag"]
    with django_assert_num_queries(1):
        Client(headers={"If-None-Match": tag}).get("/districts/")


def test_the_tag_tells_languages_addresses_and_days_apart():
    tags = [
        Client().get(path, headers=headers)["ETag"]
        for path, headers in (
            ("/districts/", {"Accept-Language": "ru"}),
            ("/districts/", {"Accept-Language": "en"}),
            ("/districts/?land=5", {"Accept-Language": "en"}),
            ("/", {"Accept-Language": "en"}),
        )
    ]
    assert len(set(tags)) == 4


def test_the_tag_changes_with_the_registry_and_the_boundaries():
    tags = [Client().get("/districts/")["ETag"]]
    make_district("another"), registry_changed()
    tags.append(Client().get("/districts/")["ETag"])
    Boundary.replace({"another": [[[39, 45], [40, 45], [40, 46]]]}, credit="©", at=timezone.now())
    tags.append(Client().get("/districts/")["ETag"])
    Boundary.replace({}, credit="", at=timezone.now())
    tags.append(Client().get("/districts/")["ETag"])
    assert len({*tags}) == 3
    assert tags[1] == tags[3]


def test_everybodys_page_is_compressed_and_nobodys_own(client):
    asked = {"Accept-Encoding": "gzip"}
    small = Client(headers=asked).get("/districts/")
    assert small["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in small["Vary"]
    assert len(small.content) < len(Client().get("/districts/").content) / 2
    client.force_login(gleb())
    assert "Content-Encoding" not in client.get("/districts/", headers=asked)


def test_what_is_not_there_is_not_kept():
    assert "public" not in Client().get("/parks/none/")["Cache-Control"]


def test_a_chosen_language_sets_a_cookie_and_is_not_kept():
    answer = Client().get("/districts/?lang=en")
    assert answer.cookies
    assert "public" not in answer["Cache-Control"]


def addresses(patterns=None, space=()):
    """Every address that needs nothing but a key."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        if not isinstance(one, URLPattern):
            inner = [*space, one.namespace] if one.namespace else space
            yield from addresses(one.url_patterns, inner)
        elif one.name and "admin" not in space:
            name = ":".join([*space, one.name])
            for args in ([], ["1"], ["northern"], ["INV-2026-000001"], ["processing"]):
                try:
                    yield reverse(name, args=args)
                except NoReverseMatch:
                    continue


def personal(answer) -> bool:
    html = answer.content if not answer.streaming else b""
    return bool(answer.cookies) or b"csrfmiddlewaretoken" in html


@pytest.mark.parametrize("who", ["a stranger", "an investor", "the head"])
def test_nothing_personal_is_kept_by_a_shared_cache(client, who):
    inquiry = make_web_inquiry()
    if who == "an investor":
        open_status(client, inquiry)
        session = client.session
        session["inquiry_draft"] = {"key": "0"}
        session.save()
    elif who == "the head":
        client.force_login(gleb())
    looked, kept = 0, []
    for address in {*addresses(), inquiry.get_absolute_url()} - {"/healthz/progress"}:
        answer = client.get(address)
        looked += 1
        assert "Cache-Control" in answer, address
        if "public" in answer["Cache-Control"]:
            kept.append(address)
            assert not personal(answer), address
        elif personal(answer):
            said = answer["Cache-Control"]
            assert "private" in said or "no-store" in said, address
    assert looked > 60
    everybodys = {"/robots.txt", "/sitemap.xml"}
    assert everybodys <= {*kept}
    if who != "a stranger":
        assert {*kept} == everybodys
