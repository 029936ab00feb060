import pytest


@pytest.fixture(autouse=True)
def _fresh_land(monkeypatch):
    """Each test's registry is its own, though its version number was that of another's."""
    monkeypatch.setattr("districts.land._current", None)
