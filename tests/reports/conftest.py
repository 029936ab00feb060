import pytest
from django.utils.translation import override


@pytest.fixture(autouse=True)
def _own_land(monkeypatch):
    """A snapshot is kept by version, and each rolled-back test counts versions from the start."""
    monkeypatch.setattr("districts.land._current", None)


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield
