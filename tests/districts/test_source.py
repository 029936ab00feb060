import pytest
from django.utils.translation import override

from districts.models import Source


def test_it_works():
    source = Source(id="S1", title="The Gazette", title_ru="Газета", address="https://a.test/x ; b")
    assert (source.name, source.url) == ("Газета", "https://a.test/x")
    with override("en"):
        assert source.name == "The Gazette"


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("github.com/owner/name @abc path.csv", "https://github.com/owner/name"),
        ("airportsdata 20260905", ""),
        ("http://a.test/news-...", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_only_a_whole_web_address_is_a_link(address, url):
    assert Source(id="S1", title="x", address=address).url == url


def test_an_english_title_stands_where_no_russian_one_is_given():
    assert Source(id="S1", title="The Gazette").name == "The Gazette"
