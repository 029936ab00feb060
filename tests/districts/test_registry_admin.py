import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from districts.models import Origin, Park, RegistryVersion, Shipment

from .places import make_district, make_park

pytestmark = pytest.mark.django_db
PAGES = (
    *("industry", "district", "park", "priority", "shipment", "companyevidence", "figure"),
    *("source", "registryversion"),
)


@pytest.fixture
def admin(client):
    user = get_user_model().objects.create_superuser("root", "root@example.com", "secret-word")
    client.force_login(user)
    return client


def test_it_works(admin):
    park = make_park(origin=Origin.SHIPPED)
    address = reverse("admin:districts_park_change", args=[park.pk])
    form = admin.get(address).context["adminform"].form
    values = {name: "" if value is None else value for name, value in form.initial.items()}
    values |= {"sources": "passport", "industries": "", "area_free_ha": "2.5", "offered": "on"}
    assert admin.post(address, values).status_code == 302
    park = Park.objects.get()
    assert (park.area_free_ha, park.origin) == (2.5, Origin.AGENCY)
    assert RegistryVersion.current() == 1


@pytest.mark.parametrize("page", PAGES)
def test_lists_open(admin, page):
    make_park()
    assert admin.get(reverse(f"admin:districts_{page}_changelist")).status_code == 200


def test_visitors_stay_outside(client):
    assert client.get(reverse("admin:districts_park_changelist")).status_code == 302


def test_places_are_never_deleted(admin):
    park = make_park()
    address = reverse("admin:districts_park_delete", args=[park.pk])
    assert admin.post(address, {"post": "yes"}).status_code == 403
    assert Park.objects.exists()


def test_deleting_a_figure_raises_the_version(admin):
    shipment = Shipment.objects.create(district=make_district(), year=2023, bn_rub=1)
    address = reverse("admin:districts_shipment_delete", args=[shipment.pk])
    admin.post(address, {"post": "yes"})
    assert not Shipment.objects.exists()
    assert RegistryVersion.current() == 1
