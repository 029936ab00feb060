"""Roles: what each may see and change, and what an undeclared role gets."""

import pytest
from django.core.exceptions import PermissionDenied

from leads.access import HOMES, ROLES, RolesBackend, home_of, roles
from leads.models import Inquiry, Referral
from tests.world import (
    AT,
    andrey,
    boris,
    dina,
    gleb,
    make_district,
    make_inquiry,
    maria,
    olga,
    xenia,
)

pytestmark = pytest.mark.django_db


def test_it_works(rf):
    @roles("operator")
    def view(request):
        return "seen"

    request = rf.get("/")
    request.user = olga()
    assert view(request) == "seen"
    assert view.access == {"operator"}
    request.user = xenia()
    with pytest.raises(PermissionDenied):
        view(request)


def test_a_role_that_does_not_exist_is_refused_at_import():
    with pytest.raises(ValueError, match="no such role"):
        roles("operater")


def test_the_user_of_a_request_comes_with_his_roles_in_one_query(django_assert_num_queries):
    key = olga().pk
    with django_assert_num_queries(1):
        assert RolesBackend().get_user(key).roles() == {"operator"}


def test_every_role_has_a_home():
    assert set(HOMES) == set(ROLES)
    assert home_of(maria()) == "pipeline:my_day"
    assert home_of(xenia()) == "public:start"


def test_who_sees_which_inquiries():
    mine, other = make_inquiry(), make_inquiry()
    Referral.refer(
        mine, make_district("abinsky"), by=maria(), at=AT, question="", contact_shared=False
    )
    for user in (olga(), maria(), gleb(), andrey()):
        assert Inquiry.objects.visible_to(user).count() == 2, user
    assert list(Inquiry.objects.visible_to(dina("abinsky"))) == [mine]
    assert not Inquiry.objects.visible_to(xenia()).exists()
    assert other.pk


def test_who_may_change_what():
    inquiry = make_inquiry(route_to=maria())
    may = {user.username: inquiry.changeable_by(user) for user in _everyone()}
    assert may == {
        "olga": True,
        "maria": True,
        "boris": False,
        "gleb": True,
        "andrey": False,
        "dina": False,
        "xenia": False,
    }
    inquiry.advance(to="qualified", by=maria(), at=AT)
    assert not inquiry.changeable_by(olga()), "an operator until it is qualified"


def test_a_confidential_one_is_masked_but_for_three():
    inquiry = make_inquiry(route_to=maria())
    inquiry.confidential, inquiry.code_name = True, "Проект Юг"
    masked = {user.username for user in _everyone() if inquiry.masked_for(user)}
    assert masked == {"olga", "boris", "dina", "xenia"}


def _everyone():
    return [olga(), maria(), boris(), gleb(), andrey(), dina(), xenia()]
